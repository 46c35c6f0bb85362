"""Check-ins: a minute before or after a session, in the client's own words, read by whom they choose."""
