"""What `benchmarks/evidence.py` measures: a module for each question, a pure function for each task."""
