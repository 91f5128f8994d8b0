"""To whom a statement is made, and which words around its cue hold for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.reading.attribution.words import SETTING
from detente.reading.english.grammar import TO

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.references import Reference
    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution
    from detente.reading.attribution.speakers import Speakers

_OPENS = frozenset({"that"})  # what is said begins behind it
_HEARD_BY = frozenset({"dobj", "dative", "iobj"})


@dataclass(frozen=True, slots=True)
class Hearer:
    """Whom something is said to: the head of the words for him, and the tokens ``[start, end)`` that they cover."""

    who: Reference
    head: Token
    source: tuple[int, int]


def addressee(doc: Doc, found: Attribution, speakers: Speakers) -> Hearer | None:
    """Whom the words are said to, as far as the words around the cue say."""
    if found.anchor is None or found.entry is None:
        return None
    cue = doc[found.anchor]
    hears = {"hear", "obj-to"} & found.entry.frames
    if found.frame == "passive":
        heard = next((child for child in cue.children if child.dep_ == "nsubjpass"), None)
        return _named(heard, speakers) if heard is not None and not within(heard, found) else None
    for child in cue.children:
        if child.i < cue.i:
            continue
        noun: Token | None = None
        asked = False  # "urged both sides to talk": whom one asks is part of what is said
        if child.dep_ in _HEARD_BY and child.lower_ not in TO and (hears or child.dep_ == "dative"):
            noun = child
            asked = "obj-to" in hears and any(_to_do(other) for other in cue.rights)
        elif child.dep_ in {"prep", "dative"} and child.lower_ in (
            SETTING.hearer_of_call if cue.lemma_ in SETTING.called_on else SETTING.hearer
        ):
            noun = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
            asked = child.lower_ in SETTING.asked
        elif child.dep_ in {"ccomp", "xcomp"} and "obj-to" in found.entry.frames and found.entry.kind == "speech":
            noun = next((inner for inner in child.children if inner.dep_ == "nsubj"), None)
            asked = _to_do(child)
        if noun is not None and (asked or not within(noun, found)):
            return _named(noun, speakers)
    return None


def _to_do(verb: Token) -> bool:
    """Whether a verb is the infinitive of what somebody is asked to do."""
    return verb.dep_ in {"ccomp", "xcomp"} and verb.tag_ == "VB" and any(word.lower_ in TO for word in verb.lefts)


def within(token: Token, found: Attribution) -> bool:
    """Whether a token stands in what is said."""
    return any(start <= token.idx < end for start, end in found.content)


def _named(noun: Token, speakers: Speakers) -> Hearer | None:
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ not in {"prep", "appos", "conj", "cc"} or child.right_edge.i - noun.i > 8:
            break
        end = child.right_edge.i + 1
    source = noun.left_edge.i, end
    who = speakers.resolve(noun, source).who
    return Hearer(who, noun, source) if who is not None else None


def apart_from_hearer(passage: Passage, found: Attribution) -> Attribution:
    """What was found, its content begun after whom it is said to: "told | his host that | the dam would hold"."""
    if found.anchor is None or found.entry is None or "hear" not in found.entry.frames or not found.content:
        return found
    start, end = found.content[0]
    for child in passage.doc[found.anchor].children:
        if child.dep_ not in _HEARD_BY or not start <= child.idx < end or child.left_edge.idx > start:
            continue
        after = child.i + 1
        limit = passage.token_at(end)
        while after < limit and passage.doc[after].lower_ not in _OPENS:
            after += 1
        if after + 1 < limit:
            return replace(found, content=[(passage.starts[after + 1], end), *found.content[1:]])
    return found


def governors(cue: Token) -> list[Token]:
    """The verbs whose adverbials hold for the cue as well: of the clause that it continues."""
    found: list[Token] = []
    while cue.dep_ in {"conj", "advcl", "xcomp", "dobj"} and cue.head is not cue and len(found) < 3:
        cue = cue.head
        found.append(cue)
    return found
