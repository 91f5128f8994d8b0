"""A candidate -> the issue that it is on: its kind, and what of that kind, by the agreement, territory or words there.

Cues of the kinds count more the nearer they stand to the head of the claim; the less they tell, the more its sentence,
the one before it, the headline and the whole report speak.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.issues import issue_cues, issue_kinds
from detente.model.report import Zone
from detente.reading.extensions import sentences
from detente.reading.positions.nearness import nearness

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from detente.model.items import Agreement, Territory
    from detente.model.words import Words
    from detente.reading.positions.candidates import Candidate

_CONDITION = 0.4  # what a cue in a condition counts
_FURTHER = 0.7  # what cues of a kind count beside the best one
_AROUND, _BEFORE, _TITLE = 0.4, 0.2, 0.05  # what cues outside the claim count: its sentence, the last, the headline
_REPORT = 0.5  # what the kind of most cues of the whole report counts
_SETTLED = 0.7  # how much of that goes where the claim speaks for itself
_WHOSE = "sovereignty"  # the kind of a claim that names a territory and has no other cue
_LONGEST = 9  # tokens of a name
_LEFT = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_RIGHT = frozenset({"prep", "prt"})
_OVER = frozenset({"sovereignty", "border", "maritime"})  # codes: kinds that a territory names


@dataclass(frozen=True, slots=True)
class Issue:
    """What a position is about. ``kind`` is null where no word tells; ``about`` the id of an agreement or territory."""

    kind: str | None
    name: str
    about: str | None = None


@dataclass(frozen=True, slots=True)
class _Cue:
    kind: str
    worth: float
    token: Token  #: the last
    first: int


class Issues:
    """Tells the issues of the candidates of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._agreements = _spans(doc._.detente_agreements or ())
        self._territories = _spans(doc._.detente_territories or ())
        self._cues = list(_cues(doc))
        self._starts = [cue.first for cue in self._cues]
        title = next(sentences(doc, Zone.HEADLINE), None) if doc._.detente_zones is not None else None
        self._title = self._between(title.start, title.end) if title is not None else []
        prose = [(sentence.start, sentence.end) for sentence in sentences(doc)]
        self._report = _shares(cue for start, end in prose for cue in self._between(start, end))

    def of(self, one: Candidate, condition: tuple[int, int] | None = None) -> Issue:
        """The issue of a candidate; what stands in its condition counts less."""
        counts, best = self._counted(one, range(*condition) if condition is not None else range(0))
        kind = max(counts, key=lambda name: (counts[name], name)) if counts else None
        if not best and self._names_a_territory(one.claim):
            kind = _WHOSE
        about = self._about(one.claim, kind)
        if about is not None:
            return about
        if kind is None:
            return Issue(None, _phrase(_object(one.head)))
        cue = best.get(kind)
        return Issue(kind, _phrase(_top(cue.token)) if cue is not None else issue_kinds()[kind].label.lower())

    def _counted(self, one: Candidate, condition: range) -> tuple[dict[str, float], dict[str, _Cue]]:
        """What the cues of each kind count together, and the best cue of each in the claim."""
        claim = self._span(one)
        counts, best = self._of_claim(claim, one.head, condition)
        outside = 1 - _SETTLED * min(max(counts.values(), default=0.0), 1.0)
        start, end = one.head.sent.start, one.head.sent.end
        before = self._doc[start - 1].sent.start if start > 0 else 0
        around = self._between(start, end), self._between(before, start), self._title
        for cues, worth in zip(around, (_AROUND, _BEFORE, _TITLE), strict=True):
            for cue in cues:
                if not claim.start <= cue.token.i < claim.end:
                    counts[cue.kind] += outside * cue.worth * worth
        for kind, share in self._report.items():
            counts[kind] += outside * _REPORT * share
        return counts, best

    def _of_claim(self, claim: Span, head: Token, condition: range) -> tuple[defaultdict[str, float], dict[str, _Cue]]:
        counts: defaultdict[str, float] = defaultdict(float)
        best: dict[str, _Cue] = {}
        for cue in self._between(claim.start, claim.end):
            worth = cue.worth * (_CONDITION if cue.token.i in condition else nearness(cue.token, head))
            counts[cue.kind] += _FURTHER * worth
            if cue.kind not in best or worth > best[cue.kind].worth:
                best[cue.kind] = _Cue(cue.kind, worth, cue.token, cue.first)
        for kind, cue in best.items():
            counts[kind] += (1 - _FURTHER) * cue.worth
        return counts, best

    def _span(self, one: Candidate) -> Span:
        found = self._doc.char_span(one.claim.start, one.claim.end, alignment_mode="expand")
        return found if found is not None else self._doc[one.head.i : one.head.i + 1]

    def _between(self, start: int, end: int) -> list[_Cue]:
        """The cues that stand within tokens ``[start, end)``."""
        found = self._cues[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [cue for cue in found if cue.token.i < end]

    def _names_a_territory(self, claim: Words) -> bool:
        return any(claim.start <= start and end <= claim.end for start, end, _ in self._territories)

    def _about(self, claim: Words, kind: str | None) -> Issue | None:
        """The agreement or territory that the claim names, where the kind leaves it open what it is on."""
        for start, end, item in self._agreements:
            if claim.start <= start and end <= claim.end and item.known is not None:
                return Issue(kind or "peace_agreement", item.name, item.id)
        if kind is not None and kind not in _OVER:
            return None
        for start, end, item in self._territories:
            if claim.start <= start and end <= claim.end:
                return Issue(
                    kind or "sovereignty", f"{_LABELS.get(kind or '', 'sovereignty over')} {item.name}", item.id
                )
        return None


_LABELS = {"border": "the border at", "maritime": "maritime rights at"}


def _spans(items: Iterable[Agreement | Territory]) -> list[tuple[int, int, Agreement | Territory]]:
    return sorted(
        ((words.start, words.end, item) for item in items for words in item.mentions), key=lambda one: one[:2]
    )


def _cues(doc: Doc) -> Iterator[_Cue]:
    """The cues of a Doc, each token in one cue of a kind; longer ones first."""
    known, taken = issue_cues(), set[tuple[str, int]]()
    for at, token in enumerate(doc):
        lemma, lower = token.lemma_.lower(), token.lower_
        possible = known.get(lower, ()) if lower == lemma else (*known.get(lower, ()), *known.get(lemma, ()))
        for cue in possible:
            end = at + len(cue.words)
            if (cue.kind, at) in taken or end > len(doc) or (cue.part is not None and token.pos_ not in cue.part):
                continue
            following = doc[at + 1 : end]
            if all(
                word in (each.lemma_.lower(), each.lower_) for word, each in zip(cue.words[1:], following, strict=True)
            ):
                taken.update((cue.kind, place) for place in range(at, end))
                yield _Cue(cue.kind, cue.worth, doc[end - 1], at)


def _shares(cues: Iterable[_Cue]) -> dict[str, float]:
    """What the cues of a report count for each kind, against those of the commonest kind."""
    counts: defaultdict[str, float] = defaultdict(float)
    for cue in cues:
        counts[cue.kind] += cue.worth
    most = max(counts.values(), default=1.0)
    return {kind: count / most for kind, count in counts.items()}


def _object(head: Token) -> Token:
    """The noun that a claim without a cue is about."""
    nouns = (
        c for c in head.children if c.dep_ in ("dobj", "nsubjpass", "attr", "nsubj") and c.pos_ in ("NOUN", "PROPN")
    )
    return next(nouns, head)


def _top(token: Token) -> Token:
    """The noun that a cue is part of: "missile" in "missile test"."""
    while (
        token.dep_ in ("amod", "compound", "nmod") and token.head.pos_ in ("NOUN", "PROPN") and token.head.i > token.i
    ):
        token = token.head
    return token


def _phrase(noun: Token) -> str:
    """A noun with what stands close to it: "deployment of the launchers"; a verb alone."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return str(noun.lemma_.lower())
    start = noun.i
    for child in reversed(list(noun.lefts)):
        if child.dep_ not in _LEFT or child.pos_ == "PRON" or child.right_edge.i != start - 1:
            break
        start = child.left_edge.i
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ in _RIGHT and child.i == end and child.right_edge.i + 1 - start <= _LONGEST:
            end = child.right_edge.i + 1
            break
    return " ".join(noun.doc[start:end].text.split())
