"""A graph to be drawn: states with their labels, and the moves between them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A state. ``lines`` say what is taken, ``holds`` under which foresight everybody stays there."""

    state: int
    title: str
    lines: tuple[str, ...]
    holds: str = ""
    now: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """A move of one party that gains by it; source and target are states."""

    source: int
    target: int
    party: int


@dataclass(frozen=True, slots=True)
class Graph:
    """What is drawn. ``notes`` say what an arrow is and what was left out."""

    title: str
    parties: tuple[str, ...]
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    notes: tuple[str, ...] = ()

    def marks(self) -> tuple[str, ...]:
        """A letter a party, its initial where that tells them apart, else a number."""
        initials = [name.removeprefix("The ")[:1].upper() for name in self.parties]
        return tuple(
            initial if initials.count(initial) == 1 else str(number) for number, initial in enumerate(initials, start=1)
        )
