"""What was said, read closely: marks with the words they rest on, what else they may be, and figures of a session."""
