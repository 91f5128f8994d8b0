"""What the learned finder passes over: "made clear", and in one side's account of a talk every plain verb of saying.

In go the attributions that were found, out come these and those that the parse alone leaves no doubt about.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.attribution import lexicon, spans
from detente.reading.attribution.relation import Attribution
from detente.reading.attribution.sources import extent, negated
from detente.reading.english.labels import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.lexicon import CueEntry
    from detente.reading.attribution.passage import Passage
    from detente.reading.english.documents import Document

_TABLE = "en/attribution/documents"
_CLAUSES = frozenset({"ccomp", "xcomp", "dobj"})


def with_passed_over(passage: Passage, found: list[Attribution], document: Document | None) -> list[Attribution]:
    """The attributions and those that were passed over."""
    account = document is not None and document.kind == "account"
    found = [_cleared(passage, each) for each in found if not (account and _is_frank(passage, each))]
    covered = bytearray(len(passage.doc))
    for each in found:
        for start, end in each.content:
            taken = range(passage.token_at(start), passage.token_at(end))
            covered[taken.start : taken.stop] = b"\1" * len(taken)
        if each.cue is not None:
            covered[each.cue[0] : each.cue[1]] = b"\1" * (each.cue[1] - each.cue[0])
    added: list[Attribution] = []
    for start, end in passage.paragraphs:
        for verb in passage.verbs(start, end):
            if covered[verb.i] or next(passage.quoted_within(verb.i, verb.i + 1), None) is not None:
                continue
            entry = passage.cues.get(verb.i)
            last = _clear(verb, account=account)
            if last is not None:
                entry = lexicon.verbs()["stress"]
            elif not account or entry is None or entry.kind != "speech" or entry.particle:
                continue
            new = _attribution(passage, verb, verb if last is None else last, entry)
            if new is not None:
                added.append(new)
    return [*found, *added]


def _is_frank(passage: Passage, found: Attribution) -> bool:
    """Whether an attribution is by "was clear", whose content the parse has more exactly."""
    cue = passage.doc[found.anchor] if found.anchor is not None else None
    return cue is not None and cue.lemma_ in words(_TABLE, "being") and _clear(cue, account=True) is not None


def _cleared(passage: Passage, found: Attribution) -> Attribution:
    """An attribution by "made clear" with the entry of a verb of saying."""
    if found.entry is None and found.anchor is not None and _clear(passage.doc[found.anchor]) is not None:
        return replace(found, entry=lexicon.verbs()["stress"])
    return found


def _clear(verb: Token, *, account: bool = False) -> Token | None:
    """The adjective of "made clear", "made it plain"; in an account of a talk also of "was clear about"."""
    if verb.lemma_ not in words(_TABLE, "making"):
        frank = account and verb.lemma_ in words(_TABLE, "being")
        return next((c for c in verb.rights if frank and c.lower_ in words(_TABLE, "clear") and c.n_rights), None)
    near = (child for child in verb.doc[verb.i + 1 : verb.i + 4] if child.lower_ in words(_TABLE, "clear"))
    return next(near, None)


def _attribution(passage: Passage, verb: Token, last: Token, entry: CueEntry) -> Attribution | None:
    """The attribution of a finite verb with a subject, and what stands behind it up to the next clause."""
    who = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if who is None and verb.dep_ == "conj":
        who = next((child for child in verb.head.lefts if child.dep_ == "nsubj"), None)
    absolute = verb.tag_ == "VBG" and who is not None and who.head.i == verb.i  # "with Peru's president stressing"
    if who is None or not (absolute or verb.tag_ in FINITE) or who.i > verb.i:
        return None
    doc = passage.doc
    behind = [child for child in verb.rights if child.i > last.i and child.dep_ in _CLAUSES]
    behind = behind or (list(last.rights) if last.i != verb.i else [])
    if not behind and last.i == verb.i:
        return None
    first = last.i + 1
    end = max([child.right_edge.i for child in behind] or [verb.right_edge.i]) + 1
    joined = next((child.left_edge.i for child in verb.rights if child.dep_ == "conj" and child.i > last.i), end)
    end = min(end, joined)
    if doc[first].lower_ in words(_TABLE, "opening"):
        first += 1
    while end > first and doc[end - 1].dep_ in {"cc", "punct"}:
        end -= 1
    span = passage.trimmed(first, end) if first < end else None
    if span is None:
        return None
    cue = verb.i, last.i + 1
    return Attribution([span], spans.form(passage, [span]), entry, verb.i, cue, extent(who, cue), who.i, negated(verb))
