"""Which way a turn leans: coarse cues of its words and of its place, for what no list of wordings foresees."""
