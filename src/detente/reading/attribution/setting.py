"""What stands around a statement: to whom, where and when it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.attribution import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.reading.attribution.relation import Attribution
    from detente.reading.attribution.speakers import Speakers

_HEARD_BY = frozenset({"dobj", "dative", "iobj"})
_AT = frozenset({"at", "during", "in", "on", "after", "before", "following", "via"})
_TO = frozenset({"to", "with"})


def addressee(doc: Doc, found: Attribution, speakers: Speakers) -> str | None:
    """Whom the words are said to: a person's name, a party's id, or the report's words."""
    if found.anchor is None or found.entry is None:
        return None
    cue = doc[found.anchor]
    hears = {"hear", "obj-to"} & found.entry.frames
    for child in cue.children:
        if child.i < cue.i:
            continue
        if child.dep_ in _HEARD_BY and (hears or child.dep_ == "dative"):
            if child.lower_ == "to":
                child = next((noun for noun in child.children if noun.dep_ == "pobj"), child)  # noqa: PLW2901
            if not _within(child, found) or found.frame == "obj-to":
                return _named(child, speakers)
        if child.dep_ in {"prep", "dative"} and child.lower_ == "to" and found.frame != "to-np":
            noun = next((noun for noun in child.children if noun.dep_ == "pobj"), None)
            if noun is not None and not _within(noun, found):
                return _named(noun, speakers)
        if child.dep_ == "ccomp" and found.frame == "obj-to":
            noun = next((noun for noun in child.children if noun.dep_ == "nsubj"), None)
            if noun is not None:
                return _named(noun, speakers)
    return None


def _within(token: Token, found: Attribution) -> bool:
    return any(start <= token.idx < end for start, end in found.content)


def _named(noun: Token, speakers: Speakers) -> str | None:
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ in {"prep", "appos", "conj", "cc"} and child.right_edge.i - noun.i < 8:
            end = child.right_edge.i + 1
        else:
            break
    who = speakers.resolve(noun, (noun.left_edge.i, end))
    return who.name


def venue(doc: Doc, found: Attribution) -> tuple[int, int] | None:
    """The characters of the occasion or place of saying: 'at [a press conference after the talks]'."""
    if found.anchor is None:
        return None
    cue = doc[found.anchor]
    for token in (cue, *_governors(cue)):
        for child in token.children:
            if child.dep_ != "prep" or child.lower_ not in _AT:
                continue
            noun = next((noun for noun in child.children if noun.dep_ == "pobj"), None)
            if noun is None or _within(noun, found) or not _occasion(noun):
                continue
            start, end = noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge)
            inside = [s for s, _ in found.content if start < s < end]
            return start, min(inside) if inside else end
    return None


def _governors(cue: Token) -> list[Token]:
    """The verbs whose adverbials hold for the cue as well: of the clause that it continues."""
    found: list[Token] = []
    while cue.dep_ in {"conj", "advcl", "xcomp"} and cue.head is not cue and len(found) < 3:
        cue = cue.head
        found.append(cue)
    return found


def _occasion(noun: Token) -> bool:
    occasions = lexicon.occasions()
    if noun.lower_ in occasions or noun.lemma_.lower() in occasions:
        return True
    if noun.lower_ in {"outset", "start", "beginning", "end", "close", "opening", "side", "sidelines", "margins"}:
        return any(child.lower_ == "of" for child in noun.children)
    return False
