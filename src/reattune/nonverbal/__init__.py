"""What a recording can honestly show: who spoke when, silences, voice, movement. Knows arrays, and no files."""
