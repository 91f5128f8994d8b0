"""Ahead: what is due after the report, by plans that it tells, by its events and by its dates."""

from __future__ import annotations

from detente.reading.ahead.component import Agenda

__all__ = ["Agenda"]
