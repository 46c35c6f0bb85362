"""Rows to the library's records and back: the only place where the two meet."""
