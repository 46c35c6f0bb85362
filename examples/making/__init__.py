"""An invented practice: fourteen people who do not exist, simulated and written as the files a practice has."""
