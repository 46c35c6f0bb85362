"""How what came up is told in words: the one account that every face draws from."""
