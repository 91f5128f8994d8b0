"""The word classes of ``knowledge/en/plans.toml``: what tells that something is due. In lower case."""

from __future__ import annotations

from detente.knowledge.loader import Entry, table


class PlanWords(Entry, frozen=True):
    """The table; what each class is for stands in its file."""

    awaits: frozenset[str]
    binds: frozenset[str]
    promises: frozenset[str]
    aims: frozenset[str]
    says: frozenset[str]
    terms: frozenset[str]
    steps: frozenset[str]
    acts: frozenset[str]
    passive_steps: frozenset[str]
    needs_object: frozenset[str]
    lasts: frozenset[str]
    procedure: frozenset[str]
    deadlines: frozenset[str]
    not_deadlines_before: frozenset[str]
    coming: frozenset[str]
    second: frozenset[str]
    occasions: frozenset[str]
    waits: frozenset[str]
    seeks: frozenset[str]
    fixes: frozenset[str]
    motion: frozenset[str]
    units: frozenset[str]
    within: frozenset[str]
    over_next: frozenset[str]
    shall: frozenset[str]
    would: frozenset[str]
    being: frozenset[str]
    duty: frozenset[str]
    laid_down: frozenset[str]
    had: frozenset[str]
    infinitive: frozenset[str]
    under: frozenset[str]
    nobody: frozenset[str]
    told_before: frozenset[str]
    which: frozenset[str]
    conditions: frozenset[str]
    inverted: frozenset[str]
    denials: frozenset[str]
    until: frozenset[str]
    when: frozenset[str]
    weak: frozenset[str]
    going: frozenset[str]
    purpose: frozenset[str]
    whichever: frozenset[str]
    goes_on: frozenset[str]
    whither: frozenset[str]
    sought_for: frozenset[str]
    span: frozenset[str]
    not_ahead: frozenset[str]
    later_than: frozenset[str]
    intents: frozenset[str]
    unmade: frozenset[str]
    bodies: frozenset[str]
    only: frozenset[str]
    kept_up: frozenset[str]
    beside: frozenset[str]
    parts: frozenset[str]


def plan_words() -> PlanWords:
    """The word classes of plans."""
    return table("en/plans", PlanWords)
