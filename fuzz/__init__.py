"""Fuzzing of the readers: see ``python -m fuzz --help``."""
