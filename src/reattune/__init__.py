"""Reattune: notice when something has gone quiet or wrong between two people, and think about it together."""
