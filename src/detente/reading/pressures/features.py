"""A candidate and where it stands -> what the model sees: its cue, how it hangs there, and the words that it joins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from detente.reading.pressures.candidates import Candidate

SIZE = 8192  #: of the table of weights
_SHORT, _LONG = 3, 15  # tokens
_MANY, _APART = 4, 6


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a candidate stands: the ``rank``th of ``among`` in its sentence, ``said`` by somebody or not.

    ``said`` is null for a sentence of which that is not known.
    """

    among: int
    rank: int
    said: bool | None = None


def features(candidate: Candidate, around: Surroundings) -> list[int]:
    """The places in the table of weights, each once, in order."""
    names = (*_names(candidate), *_around(candidate, around))
    return sorted({crc32(name.encode()) % SIZE for name in names})


def _around(each: Candidate, around: Surroundings) -> Iterator[str]:
    kind, cause, effect = each.kind, each.cause_head, each.effect_head
    shares = (each.cause[1] - each.cause[0] + each.effect[1] - each.effect[0]) / len(each.at.sent)
    among = min(around.among, _MANY)
    yield f"among {among}"
    yield f"rank {min(around.rank, _MANY - 1)} {among}"
    yield f"direction {each.direction} {kind}"
    yield f"cause as {cause.dep_} {kind}"
    yield f"effect as {effect.dep_} {kind}"
    yield f"covers {kind} {round(shares, 1)}"
    yield f"apart {kind} {min(abs(cause.i - effect.i) // 3, _APART)}"
    if around.said is not None:
        yield f"said {around.said}"
        yield f"said {around.said} {kind}"


def _names(each: Candidate) -> list[str]:
    cue, cause, effect = f"{each.kind}:{each.words}", each.cause_head, each.effect_head
    opened, host = (effect, cause) if each.kind == "purpose" else (cause, effect)
    return [
        f"kind {each.kind}",
        f"cue {cue}",
        f"cue {cue} {opened.dep_}",
        f"cue {cue} {opened.pos_} {host.pos_}",
        f"opened {each.kind} {opened.dep_} {opened.tag_}",
        f"host {each.kind} {host.dep_} {host.pos_}",
        f"cause {cause.lemma_.lower()}",
        f"effect {effect.lemma_.lower()}",
        f"host lemma {each.kind} {host.lemma_.lower()}",
        f"opened lemma {each.kind} {opened.lemma_.lower()}",
        f"causing {cause.pos_} {cause.ent_type_}",
        f"effected {effect.pos_} {effect.ent_type_}",
        f"order {each.kind} {each.cause[0] < each.effect[0]}",
        f"lengths {each.kind} {_length(each.cause)} {_length(each.effect)}",
        f"tense {each.kind} {host.tag_}",
        *(f"{side} has {child.dep_} {child.lower_}" for side, head in (("cause", cause), ("effect", effect))
          for child in head.children if child.dep_ in ("neg", "aux", "mark")),
        f"first {each.kind} {each.cue[0] == _first(each.at)}",
        f"behind {each.words} {_behind(each.at)}",
    ]  # fmt: skip


def _length(stretch: tuple[int, int]) -> str:
    length = stretch[1] - stretch[0]
    return "short" if length < _SHORT else "long" if length > _LONG else "middle"


def _first(token: Token) -> int:
    return int(token.sent.start)


def _behind(token: Token) -> str:
    doc = token.doc
    return doc[token.i + 1].tag_ if token.i + 1 < len(doc) else ""
