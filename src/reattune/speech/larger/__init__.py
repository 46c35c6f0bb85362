"""The larger local model: learned by the user, from sessions the user may learn from, and kept on that machine."""
