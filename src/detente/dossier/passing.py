"""Clusters -> the same, where what a sentence tells only in passing belongs to the main event of that sentence.

In passing is what no other report tells, without a date of its own other than the main event's: "fighting" in
"the truce halted the fighting".
"""

from __future__ import annotations

from collections import defaultdict

from detente.dossier.joining import Clusters
from detente.dossier.mention import Mention
from detente.dossier.plans import is_plan

_UNDOING = frozenset(("postpone", "cancel", "end"))  # codes: phases


def put_aside(made: Clusters) -> None:
    """Join each lone mention to the main event of its sentence."""
    sentences: defaultdict[tuple[int, tuple[int, int]], list[Mention]] = defaultdict(list)
    for one in made.every:
        sentences[one.source.number, one.sentence].append(one)
    sizes = {identity: len(found) for identity, found in made.members.items()}
    lone = {identity for identity, found in made.members.items() if _is_lone(found)}
    main: list[tuple[Mention, Mention]] = []
    for _, found in sorted(sentences.items()):
        if len(found) < 2:
            continue
        best = min(found, key=lambda one: (-sizes[made.find(one.item)], _rank(one), one.key))
        main += [(best, one) for one in found if one is not best and made.find(one.item) in lone and _fits(one, best)]
    for best, one in main:
        made.join(best.item, one.item, "told in passing in the same sentence", "passing")


def _fits(one: Mention, best: Mention) -> bool:
    """Whether it has no date of its own but the main event's, and the main event is no plan that is told to be off."""
    if is_plan(best.item) and one.phase in _UNDOING:
        return False
    return one.own_date is None or one.own_date == best.own_date


def _is_lone(found: list[Mention]) -> bool:
    """Whether one report tells it, and that once; its copies may tell it, too."""
    return len({one.source.origin for one in found}) == 1 and len({one.source.number for one in found}) == len(found)


def _rank(one: Mention) -> tuple[int, int, int, int]:
    """What is told as done, typed and with who did it, before the rest; verbs before nouns."""
    told = {"occurred": 0, "ongoing": 0, "scheduled": 1}.get(one.status, 2)
    return told, 0 if one.type else 1, 0 if one.actors else 1, 0 if one.is_verb else 1
