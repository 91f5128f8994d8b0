"""The spaCy component ``detente_positions``: where each party stands on what, as ``Position`` items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from detente.model.items import Position
from detente.model.words import Words
from detente.reading.english.labels import NOMINAL
from detente.reading.extensions import anchors, register, report_text, require
from detente.reading.positions.candidates import Candidate, candidates
from detente.reading.positions.choice import chosen
from detente.reading.positions.consequence import consequence
from detente.reading.positions.firmness import firmness
from detente.reading.positions.issue import Issues
from detente.reading.positions.same import merged
from detente.reading.positions.stance import stance_of, stance_on
from detente.reading.positions.terms import Stretch, terms

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from detente.model.date import Date
    from detente.model.inference import Inference
    from detente.model.references import Reference
    from detente.reading.identity import Anchors

register()


@Language.factory("detente_positions", assigns=["doc._.detente_positions"], requires=["token.dep", "token.lemma"])
def _positions(nlp: Language, name: str) -> Positions:  # noqa: ARG001 - the factory's signature is spaCy's
    return Positions()


class Positions:
    """Finds positions. Reads every section that it needs; sets ``doc._.detente_positions``."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, with its positions. Raises MissingComponent without what it needs."""
        require(doc, "positions")
        identity, issues = anchors(doc), Issues(doc)
        found = [_position(doc, one, identity, issues) for one in _apart(chosen(candidates(doc)))]
        doc._.detente_positions = tuple(merged(found))
        return doc


def _apart(found: list[Candidate]) -> list[Candidate]:
    """The candidates without events that stand in words of the same side."""
    said = [(one.claim.start, one.claim.end, one.side) for one in found if one.event is None]
    return [
        one for one in found
        if one.event is None
        or not any(start <= one.head.idx < end and side == one.side for start, end, side in said)
    ]  # fmt: skip


def _position(doc: Doc, one: Candidate, identity: Anchors, issues: Issues) -> Position:
    claim = _tokens(doc, one.claim)
    stance = stance_of(one)
    on = terms(one, claim, stance)
    firm = firmness(one, claim)
    issue = issues.of(one, on.condition)
    stance = stance_on(one, stance, on)
    date, inferred = _as_of(one)
    words = _whole(doc, _telling(one, stance), on.condition)
    return Position(
        id=identity.at("position", one.claim.start),
        party=_only(one.side),
        issue=issue.name,
        kind=issue.kind,
        stance=stance,
        claim=words,
        condition=_words(doc, on.condition),
        consequence=_words(doc, consequence(one, claim, on.condition, stance)),
        side=one.side,
        by=_by(one),
        firmness=firm[0] if firm is not None else None,
        firmness_cue=_words(doc, firm[1:]) if firm is not None else None,
        date=date,
        about=issue.about,
        rests_on=(one.rests_on,),
        mentions=(words,),
        evidence=words,
        inferred=inferred,
    )


def _only(side: tuple[Reference, ...]) -> str | None:
    return side[0].id if len(side) == 1 and side[0].kind == "party" else None


def _by(one: Candidate) -> Reference | None:
    """Who speaks for the party, where that is not the party itself."""
    who = one.event.by if one.event is not None else one.statement.speaker if one.statement is not None else None
    return who if who is not None and who not in one.side else None


def _as_of(one: Candidate) -> tuple[Date | None, tuple[Inference, ...]]:
    """The date of the saying or the deed, with what it rests on; none where the report gives none."""
    item = one.event or one.statement
    if item is None or item.date is None:
        return None, ()
    return item.date, tuple(each for each in item.inferred if each.field == "date")


def _tokens(doc: Doc, words: Words) -> Stretch:
    span = doc.char_span(words.start, words.end, alignment_mode="expand")
    assert span is not None  # cut from this Doc
    return span.start, span.end


def _words(doc: Doc, stretch: Stretch | None) -> Words | None:
    if stretch is None:
        return None
    start, end = stretch
    return Words.at(report_text(doc), doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def _telling(one: Candidate, stance: str) -> Words:
    """The claim, with the verb of saying where that alone tells what is held of a thing: "concern over the arrests"."""
    claim, cue = one.claim, one.statement.cue if one.statement is not None and one.link is None else None
    if stance != "asserts" or cue is None or one.cue is None or one.head.pos_ not in NOMINAL:
        return claim
    if cue.end > claim.start or one.cue.sent.start != one.head.sent.start:
        return claim
    text = report_text(one.head.doc)
    return Words.pieces(text, _joined(text, [(cue.start, claim.start), *(claim.spans or ((claim.start, claim.end),))]))


def _whole(doc: Doc, claim: Words, condition: Stretch | None) -> Words:
    """The claim with its condition, where that stands outside of it."""
    words = _words(doc, condition)
    if words is None or (claim.start <= words.start and words.end <= claim.end):
        return claim
    text = report_text(doc)
    pieces = [*(claim.spans or ((claim.start, claim.end),)), (words.start, words.end)]
    return Words.pieces(text, _joined(text, sorted(pieces)))


def _joined(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces that overlap, or have nothing but a comma between them, made one."""
    joined = pieces[:1]
    for start, end in pieces[1:]:
        if start <= joined[-1][1] or not text[joined[-1][1] : start].strip(" ,"):
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
