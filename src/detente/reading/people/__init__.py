"""People: who is named, with which office and for which party, and what every later mention stands for."""

from detente.reading.english.cast import acts_for as actors
from detente.reading.english.mentions import mention_at
from detente.reading.people.component import People

__all__ = ["People", "actors", "mention_at"]
