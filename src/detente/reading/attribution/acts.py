"""The speech act of a statement: by its cue, by what follows the cue, and turned round where it is negated."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.loader import Entry, rows
from detente.model.items import Act

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.reading.attribution.relation import Attribution

_DENIED = frozenset({"asserts", "accepts"})  # negated, an assertion or an admission is a denial


def act_of(doc: Doc, found: Attribution) -> Act | None:
    """The speech act; None where the cue gives none, or is negated and leaves open what is meant."""
    if found.frame == "silence":
        return "declines"
    cue = doc[found.anchor] if found.anchor is not None else None
    act = by_what_follows(cue, found) if cue is not None else None
    if act is None and found.entry is not None:
        act = found.entry.act
    if act is None:
        return "asserts" if found.form == "direct" or found.frame == "according to" else None
    if not found.negated:
        return act
    return "denies" if act in _DENIED else None


def by_what_follows(cue: Token, found: Attribution) -> Act | None:
    """The act of a cue with what follows it, where the table of acts has it: "call on"."""
    table = _table()
    behind = {child.lower_ for child in cue.children if child.dep_ == "prep" and child.i > cue.i}
    if found.cue is not None:
        behind.update(token.lower_ for token in cue.doc[cue.i + 1 : found.cue[1]])
    if any(child.dep_ == "ccomp" for child in cue.children):
        behind.add("that")
    acts = (table.get((cue.lemma_, word)) for word in (*sorted(behind), "-"))
    return next((act for act in acts if act is not None), None)


class _Act(Entry, frozen=True):
    lemma: str
    follows: str
    act: Act


@cache
def _table() -> dict[tuple[str, str], Act]:
    """Acts by lemma and what follows. Raises BadTable."""
    return {(row.lemma, row.follows): row.act for row in rows("en/attribution/acts", _Act)}
