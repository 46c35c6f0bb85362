"""Recordings on the desk: sealed while they arrive, analysed in the background, deleted on their day."""
