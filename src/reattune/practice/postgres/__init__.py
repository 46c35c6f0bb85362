"""Django's PostgreSQL engine for a practice that several people share: a second wall around each one's rows."""
