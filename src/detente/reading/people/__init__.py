"""People: who is named, with which office and for which party, and what every later mention stands for."""

from detente.reading.people.component import People
from detente.reading.people.mentions import actors, mention_at

__all__ = ["People", "actors", "mention_at"]
