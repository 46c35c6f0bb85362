"""Names, places, dates and numbers in what was said: found by rules, looked over by a person, taken out alike."""
