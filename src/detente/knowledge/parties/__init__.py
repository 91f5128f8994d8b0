"""States, organisations and groups: their names, and the words that tell a government from a place."""
