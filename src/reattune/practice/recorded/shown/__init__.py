"""A recording played beside what was found in it: its bytes in ranges, its moments, what was made of them."""
