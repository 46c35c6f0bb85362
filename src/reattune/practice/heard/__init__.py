"""Transcripts at the desk: brought, who is who, kept sealed or without a word, read again, taken out."""
