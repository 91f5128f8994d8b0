"""A scenario as its author wrote it: parties, options, what cannot be, and what each party wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from detente.scenario.statement import Statement

Moves = Literal["both", "take", "drop"]


@dataclass(frozen=True, slots=True)
class Option:
    """Something that a party may do. ``moves``: "take" once taken stays taken, "drop" once dropped stays dropped."""

    id: str
    party: str  #: the id of its owner
    text: str
    moves: Moves = "both"
    evidence: tuple[str, ...] = ()  #: ids of items of the record


@dataclass(frozen=True, slots=True)
class Want:
    """One preference statement of a party; it counts more than all that follow it.

    ``strongly``: states that first differ in it are not only preferred but greatly preferred (Hamouda, Kilgour and
    Hipel 2004). ``unsure``: which of the states that first differ in it the party prefers is not known (Li, Hipel,
    Kilgour and Fang 2004).
    """

    statement: Statement
    text: str  #: as its author wrote it
    evidence: tuple[str, ...] = ()
    strongly: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Never:
    """A state in which the statement holds cannot occur."""

    statement: Statement
    text: str
    why: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A decision maker. Wants come most important first; a ranking is tiers of state keys, best first."""

    id: str
    name: str
    wants: tuple[Want, ...] = ()
    ranking: Sequence[Sequence[str]] | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A conflict model. A state's key has a letter an option, in the order of ``options``: Y taken, N not."""

    name: str
    parties: tuple[Party, ...]
    options: tuple[Option, ...]
    nevers: tuple[Never, ...] = ()
    combine: tuple[Statement, ...] = ()  #: all states in which one holds are one state
    now: str | None = None  #: key of the state at the time of the analysis
    as_of: str | None = None  #: EDTF
    views: tuple[View, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """How one party sees the game (a hypergame of the first level): what it takes the others to want."""

    party: str  #: whose view
    parties: tuple[Party, ...] = field(default=())  #: the parties as it sees them; others are as they are
