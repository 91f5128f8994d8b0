"""By what a program found an item: the rule or the network, the cue, and the chance that the network gave it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundBy:
    """``rule`` is a key of the table of rules, as "network" or "passive"; ``chance`` lies between 0 and 1."""

    rule: str
    cue: str | None = None  #: the entry of the lexicon that the cue is
    chance: float | None = None
