"""Attribution within attribution: "Cairo said that its envoy had been told ...", as a chain of who told whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model.items import Link
from detente.model.words import Words
from detente.reading.attribution import lexicon, spans
from detente.reading.attribution.sources import cue_extent, extent
from detente.reading.attribution.words import SOURCE
from detente.reading.english.grammar import AS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution
    from detente.reading.attribution.speakers import Speakers

_LONGEST = 3  # links of a chain
_FRAMES = frozenset({"that", "quote", "as", "call"})  # codes: frames of cues


def chain(passage: Passage, found: Attribution, speakers: Speakers) -> tuple[Link, ...]:
    """Whom the content attributes its words to in turn, outermost first; () where it is the source's own."""
    links: list[Link] = []
    within = inner(passage, found)
    while within is not None and within.who is not None and within.source and within.cue and len(links) < _LONGEST:
        doc, text = passage.doc, passage.text
        who = speakers.resolve(doc[within.who], within.source)
        source, cue = doc[slice(*within.source)], doc[slice(*within.cue)]
        links.append(
            Link(
                who.who,
                who.party,
                Words.pieces(text, within.content),
                Words.at(text, cue.start_char, cue.end_char),
                Words.at(text, source.start_char, source.end_char),
            )
        )
        within = inner(passage, within)
    return tuple(links)


def inner(passage: Passage, found: Attribution, *, own: bool = True) -> Attribution | None:
    """The attribution that a content opens with or consists of: its main verb is a cue with a subject of its own.

    ``own``: a pronoun there may be the source itself, and starts no chain.
    """
    if not found.content or found.frame in {"turn", "silence"}:
        return None
    cue = _main_verb(passage, found)
    if cue is None:
        return None
    entry = lexicon.verbs().get(cue.lemma_)
    if entry is None or entry.kind != "speech" or entry.particle or not _FRAMES & entry.frames:
        return None
    who = next((child for child in cue.children if child.dep_ == "nsubj" and child.tag_ != "EX"), None)
    if who is None or who.lower_ in SOURCE.no_chain or (own and who.lower_ in SOURCE.own):
        return None
    span = cue_extent(cue)
    source = extent(who, span)
    content = _behind(passage, found, cue) or _before(passage, found, source)
    if not content:
        return None
    return replace(
        found,
        content=content,
        form=spans.form(passage, content),
        entry=entry,
        anchor=cue.i,
        cue=span,
        source=source,
        who=who.i,
        frame="nested",
    )


def _main_verb(passage: Passage, found: Attribution) -> Token | None:
    """The verb of a content's own main clause, outside quotation marks."""
    start, end = found.content[0]
    for token in passage.verbs(start, end):
        if token.head.i == token.i or not start <= token.head.idx < end:
            return None if next(passage.quoted_within(token.i, token.i + 1), None) is not None else token
    return None


def _behind(passage: Passage, found: Attribution, cue: Token) -> list[tuple[int, int]]:
    """The content behind a cue that governs a clause or a quotation there."""
    clause = next((c for c in cue.children if c.i > cue.i and c.dep_ in {"ccomp", "xcomp", "prep", "oprd"}), None)
    if clause is None:
        return []
    first = max(clause.left_edge.i, cue.i + 1)
    if clause.dep_ == "prep" and clause.lower_ not in AS:
        return []
    while first < clause.right_edge.i and passage.doc[first].lower_ in SOURCE.opens_inner:
        first += 1
    end = found.content[0][1]
    start = passage.starts[first]
    return [(start, end), *found.content[1:]] if start < end else []


def _before(passage: Passage, found: Attribution, source: tuple[int, int]) -> list[tuple[int, int]]:
    """The content before a source whose cue comes last: "the gates would open, its envoy had said"."""
    start = found.content[0][0]
    span = passage.trimmed(passage.token_at(start), source[0])
    return [span] if span is not None and span[0] < span[1] else []
