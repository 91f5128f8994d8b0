"""Statements: who said what, in whose words, to whom, where and when."""

from detente.reading.attribution.component import Statements

__all__ = ["Statements"]
