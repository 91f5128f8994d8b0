"""The attributions of a passage, by the learned finder; of a transcript, not what those say who only ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.attribution import spans
from detente.reading.attribution.alone import alone
from detente.reading.attribution.carried import carried
from detente.reading.attribution.learned.finder import find_relations
from detente.reading.attribution.relation import Attribution
from detente.reading.attribution.silence import silences
from detente.reading.attribution.sources import head_of, negated
from detente.reading.attribution.words import SOURCE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.learned.finder import Relation, Size
    from detente.reading.attribution.lexicon import CueEntry
    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.turns import Turn


def find(passage: Passage, size: Size = "default", turns: list[Turn] | None = None) -> list[Attribution]:
    """The attributions of a passage in the order of its text, none within the content of another."""
    prose = passage.paragraphs
    if turns:
        prose = [span for turn in turns if not turn.asks for span in turn.paragraphs]
    if size == "fast":  # what nothing in a paragraph tells of is not looked for
        prose = [span for span in prose if passage.speaks(span)]
    relations = find_relations(passage.doc, prose, [quoted.quotation for quoted in passage.quoted], size)
    spoken = [_attribution(passage, relation) for relation in relations]
    said = bytearray(len(passage.doc))
    for each in spoken:
        _cover(passage, said, each)
    silent = silences(passage, said)
    found: list[Attribution] = []
    unsaid = {i for each in silent if each.cue for i in range(*each.cue)}
    for each in spoken:
        if each.content and each.anchor not in unsaid:
            for part in alone(passage, each):
                found += carried(passage, part)
    return sorted(found + silent, key=lambda each: (passage.beginning(each), each.anchor or 0))


def _cover(passage: Passage, tokens: bytearray, found: Attribution) -> None:
    for start, end in found.content:
        first, last = passage.token_at(start), passage.token_at(end)
        tokens[first:last] = b"\1" * (last - first)


def _attribution(passage: Passage, relation: Relation) -> Attribution:
    """A relation with clean words, its cue looked up in the lexicon, and the head of its source."""
    doc = passage.doc
    taken = set(range(*relation.cue)) | set(range(*(relation.source or (0, 0))))
    content = spans.content(passage, relation.content, relation.cue[0], taken)
    cue = spans.trimmed(passage, relation.cue)
    source = spans.trimmed(passage, relation.source) if relation.source else None
    anchor, entry = _anchor(passage, cue)
    cue = _before_hearer(anchor, entry, cue)
    who = head_of(doc, source) if source else None
    frame = "according to" if anchor.lower_ in SOURCE.according else ""
    form = spans.form(passage, content)
    return Attribution(content, form, entry, anchor.i, cue, source, who, negated(anchor), frame, chance=relation.chance)


def _anchor(passage: Passage, cue: tuple[int, int]) -> tuple[Token, CueEntry | None]:
    """The word of a cue that everything hangs on, and its entry: its root, or else its first word that is a cue."""
    root = passage.doc[head_of(passage.doc, cue)]
    known = [i for i in range(*cue) if i in passage.cues and _fits(passage.doc[i], passage.cues[i])]
    if root.i in known or not known:
        return root, passage.cues[root.i] if root.i in known else None
    return passage.doc[known[0]], passage.cues[known[0]]


def _fits(token: Token, entry: CueEntry) -> bool:
    """Whether a word is the cue that its lemma may be.

    "Back down" is not "back", "point to" not "point out"; who "has been pressed" says nothing, nor does "the statement
    came" at the head of its clause.
    """
    if token.pos_ != "VERB":
        return token.dep_ not in {"nsubj", "nsubjpass"}
    if entry.particle not in ({child.lower_ for child in token.children if child.dep_ == "prt"} or {""}):
        return False
    dependents = {child.dep_ for child in token.children}
    return "nsubjpass" not in dependents or "agent" in dependents or token.lemma_ in SOURCE.passive


def _before_hearer(anchor: Token, entry: CueEntry | None, cue: tuple[int, int]) -> tuple[int, int]:
    """A cue without whom it is said to: "told", not "told reporters"."""
    if entry is not None and "hear" in entry.frames:
        for child in anchor.rights:
            if child.dep_ in _HEARERS and anchor.i < child.left_edge.i and child.right_edge.i + 1 == cue[1]:
                return cue[0], child.left_edge.i
    return cue


_HEARERS = frozenset({"dobj", "dative", "iobj"})
