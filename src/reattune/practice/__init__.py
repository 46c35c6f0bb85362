"""The therapist's desk: an encrypted, local web application."""
