"""Territories: the places that a report's parties claim or hold, by name, by group, by what is said of them."""

from __future__ import annotations

from detente.reading.territories.component import Territories

__all__ = ["Territories"]
