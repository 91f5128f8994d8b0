"""The gender that a full name gives away."""

from __future__ import annotations

from detente.reading.people.lexicon import fold, names


def gender_of(name: str) -> str | None:
    """M or f by the given name; None where it is unknown, says little, or stands after the surname."""
    words = name.split()
    if len(words) < 2 or fold(words[0]) in names().surname_first:
        return None
    gender = names().gender.get(fold(words[0]))
    return gender if gender in {"m", "f"} else None
