"""What was said, measured: the corpora are read where they lie, and nothing of them is kept."""
