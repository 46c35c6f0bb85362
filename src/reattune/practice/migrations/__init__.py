"""Schema changes, each of which survives being killed: every one is a single transaction."""
