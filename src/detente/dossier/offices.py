"""Tenures -> the offices, each with who held it, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.dossier.content import every_stem
from detente.dossier.days import span
from detente.dossier.tenures import Tenure


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a party, and its holders from first to last."""

    name: str
    party: str | None
    held: tuple[Tenure, ...]


def offices(given: Sequence[Tenure]) -> list[Office]:
    """The offices, those of most reports first; what somebody only held before the reports is left out."""
    groups: dict[tuple[str | None, frozenset[str]], list[Tenure]] = {}
    for one in given:
        if not one.former:
            key = one.party, frozenset(every_stem(one.office)) if one.party else frozenset([one.office, one.person.id])
            groups.setdefault(key, []).append(one)
    made = [Office(_name(held), held[0].party, tuple(sorted(held, key=_order))) for held in groups.values()]
    return sorted(made, key=lambda one: (-sum(len(each.seen) for each in one.held), one.name, one.held[0].person.id))


def _name(held: list[Tenure]) -> str:
    return max(held, key=lambda one: len(one.seen)).office


def _order(one: Tenure) -> tuple[bool, tuple[int, int], str]:
    return one.until is None, span(one.until) or span(one.since) or (0, 0), one.person.name
