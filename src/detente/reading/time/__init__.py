"""Time expressions: found, normalised to TIMEX3 and EDTF, and tied to the words that they govern."""

from detente.reading.time.component import Times
from detente.reading.time.governing import date_of
from detente.reading.time.normalise import normalise

__all__ = ["Times", "date_of", "normalise"]
