"""Recordings: what a container holds, its sound in chunks and its pictures in blocks, as ffmpeg here reads it."""
