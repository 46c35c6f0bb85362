"""The client's own voice: what they say, who may read it, and a key that is only theirs."""
