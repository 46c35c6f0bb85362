"""The parts of `bench recordings`."""
