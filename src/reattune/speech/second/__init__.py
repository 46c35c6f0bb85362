"""An optional second reader: what it is asked, what of its answers holds, how far it agrees. It never adds a moment."""
