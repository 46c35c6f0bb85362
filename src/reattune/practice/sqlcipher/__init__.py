"""Django's SQLite engine, on SQLCipher: a thin backend whose connections are opened with the practice's key."""
