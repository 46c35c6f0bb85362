"""The programming interface: other programs on this computer read, with a token, while the practice is unlocked."""
