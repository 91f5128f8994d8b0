"""Texts whose events somebody has marked -> sources of a dossier that have these events, dated as the product dates.

The benchmarks of timelines and of event identity give the events; everything else of a reading is the product's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from detente.dossier.echoes import is_echo
from detente.dossier.mention import Mention, mentions
from detente.dossier.source import given_of, sources
from detente.model.items import Event
from detente.model.words import Words
from detente.reading.english.factuality import status_of
from detente.reading.events.instance import instance_of
from detente.reading.reader import Reader
from detente.reading.time.governing import Governing, governing
from detente.sources import report_from_text

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.reading import Reading

_NO_SPACE_BEFORE = frozenset([",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "'s", "n't", "'re", "'ve", "'ll", "'d"])
_STEPS = 3
_WITH = frozenset(("xcomp", "advcl", "pcomp", "conj", "prep", "dobj"))
_UNTENSED = frozenset(("VBG", "VB", "IN", "NN", "NNS"))
_NO_SPACE_AFTER = frozenset(["(", "[", "{", "$", "``", "#"])


@dataclass
class Marked:
    """A text made of sentences of words, and where each word stands in it."""

    id: str
    text: str
    published: str | None
    starts: list[list[int]]  #: of each sentence, of each of its words
    events: dict[str, tuple[int, int]] = field(default_factory=dict)  #: by what the benchmark calls each


def joined_up(sentences: Sequence[Sequence[str]]) -> tuple[str, list[list[int]]]:
    """Words as prose, and where each begins; each sentence is a paragraph, for the corpora do not tell them."""
    text, starts = "", []
    for number, words in enumerate(sentences):
        if number:
            text += "\n\n"
        begun, open_quote, places = True, False, []
        for word in words:
            closes = word in ('"', "''") and open_quote
            glued = begun or word in _NO_SPACE_BEFORE or closes or text[-1:] in _NO_SPACE_AFTER
            text += "" if glued else " "
            places.append(len(text))
            shown = '"' if word in ("``", "''") else word.replace("\\n", " ")
            text += shown
            begun = shown == '"' and not closes
            open_quote = not closes and (open_quote or shown == '"')
        starts.append(places)
    return text, starts


def read_marked(reader: Reader, given: Iterable[Marked]) -> tuple[list[Mention], dict[str, tuple[Doc, Token]]]:
    """The mentions of a dossier for all marked events, by the ids that the benchmark gives them; and their words."""
    kept: list[Doc] = []
    reader.components.append(lambda doc: kept.append(doc) or doc)  # type: ignore[func-returns-value]
    readings: list[Reading] = []
    tokens: dict[str, tuple[Doc, Token]] = {}
    for one in given:
        reading = reader.read(report_from_text(one.text, source=f"/{one.id}.txt", published=one.published))
        doc = kept.pop()
        events = []
        for name, (start, end) in one.events.items():
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is None or not len(span):
                continue
            tokens[name] = doc, span.root
            events.append(_event(doc, span.root, name, Words.at(one.text, start, end)))
        events.sort(key=lambda event: (event.what.start, event.id))
        readings.append(replace(reading, items={**reading.items, "events": tuple(events)}))
    reader.components.pop()
    found, _ = sources(given_of(readings))
    own = [mention for source in found for mention in mentions(source) if not is_echo(mention.item)]
    return own, tokens


def _event(doc: Doc, token: Token, name: str, what: Words) -> Event:
    status = status_of(token).status
    dated = _dated(doc, token)
    return Event(
        id=name, what=what, type=None, source=(), target=(), people=(), place=None, status=status, evidence=what,
        date=dated.time.edtf if dated else None, instance=instance_of(token, what, status),
    )  # fmt: skip


def _dated(doc: Doc, token: Token) -> Governing | None:
    """The date that governs it; of what only accompanies a deed, "saying so", "to unveil it", that of the deed."""
    at = token
    for _ in range(_STEPS):
        found = governing(doc, at, narrative=False)
        if found is not None or at.dep_ not in _WITH or at.tag_ not in _UNTENSED:
            break
        at = at.head
    return found or governing(doc, at, narrative=True)
