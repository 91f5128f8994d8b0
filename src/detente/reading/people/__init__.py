"""People: who is named, with which office and for which party, and what every later mention stands for."""

from detente.reading.people.component import People

__all__ = ["People"]
