"""Transcripts in the formats people have, to a `Script`: cues as the file has them, nobody guessed."""
