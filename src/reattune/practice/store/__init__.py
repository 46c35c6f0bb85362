"""The encrypted store as a whole: opened, brought up to date, backed up, restored, looked over, and made to forget."""
