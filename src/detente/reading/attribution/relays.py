"""Through whom words were heard: "told Interfax", "was quoted by the agency as saying", "the daily quoted him".

A medium that only hands on is no source: where it is found as one, the statement is that of whom it quotes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.attribution.nested import inner
from detente.reading.attribution.sources import extent
from detente.reading.attribution.words import SOURCE
from detente.reading.english.grammar import BY
from detente.reading.english.media import is_medium, name_of, table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution

_HEARERS = frozenset({"dobj", "dative", "iobj", "pobj"})
_REACH = 3  # verbs above the cue


def relayed(passage: Passage, found: Attribution) -> tuple[Attribution, str | None]:
    """What was found, its source the one who really spoke, and the medium through which it was heard."""
    if found.anchor is None:
        return found, None
    doc = passage.doc
    cue = doc[found.anchor]
    verb = _quoting(cue)
    if verb is not None:
        speaker, medium = _handed_on(verb)
        if medium is not None and speaker is not None and speaker.i != found.who:
            span = found.cue or (verb.i, verb.i + 1)
            content = _said_as(passage, found, speaker)
            found = replace(found, source=extent(speaker, span), who=speaker.i, content=content)
        if medium is not None:
            return found, name_of(medium)
    if found.who is not None and is_medium(doc[found.who]):
        within = inner(passage, found, own=False)
        if within is not None:
            return within, name_of(doc[found.who])
        cited = _cited(cue)
        if cited is not None and not is_medium(cited):
            return replace(found, source=extent(cited), who=cited.i), name_of(doc[found.who])
        return found, None
    heard = _heard_by(found, cue)
    return found, name_of(heard) if heard is not None else None


def _cited(cue: Token) -> Token | None:
    """Whom a medium names as its source: "The daily, citing two officials, said"."""
    for child in cue.children:
        if child.lower_ in table().citing and child.dep_ == "advcl":
            return next((noun for noun in child.children if noun.dep_ == "dobj"), None)
    return None


def only_cites(doc: Doc, found: Attribution) -> bool:
    """Whether what was found is no more than the name of a medium's source."""
    if found.anchor is None or found.who is None:
        return False
    cue = doc[found.anchor]
    return cue.lower_ in table().citing and cue.dep_ == "advcl" and is_medium(doc[found.who])


def _said_as(passage: Passage, found: Attribution, speaker: Token) -> list[tuple[int, int]]:
    """The content behind "as saying" where it takes in the speaker: "quoted | the minister as saying | the dam"."""
    if not found.content:
        return found.content
    start, end = found.content[0]
    if not start <= speaker.idx < end:
        return found.content
    doc, limit = passage.doc, passage.token_at(end)
    for i in range(speaker.i + 1, limit):
        if doc[i].lower_ in SOURCE.saying:
            first = i + 2 if i + 1 < limit and doc[i + 1].lower_ in SOURCE.after_saying else i + 1
            return [(passage.starts[first], end), *found.content[1:]] if first < limit else found.content
    return found.content


def _quoting(cue: Token) -> Token | None:
    """The verb of "quoted him as saying" over, or at, a cue."""
    token = cue
    for _ in range(_REACH):
        if token.lemma_ in table().quoting and token.pos_ == "VERB":
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _handed_on(verb: Token) -> tuple[Token | None, Token | None]:
    """Whom a medium quotes, and the medium: subject and object of the verb, or the other way round in the passive."""
    speaker = medium = None
    passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    for child in verb.children:
        if child.dep_ in {"nsubjpass", "dobj"}:
            speaker = child
        elif child.dep_ == "nsubj" and (
            is_medium(child) or (child.lower_ in SOURCE.offices and verb.lemma_ in SOURCE.quoting)
        ):
            medium = child
        elif child.dep_ in {"agent", "prep"} and child.lower_ in SOURCE.handed_by:
            agent = next((noun for noun in child.children if noun.dep_ == "pobj"), None)
            if agent is not None and (is_medium(agent) or (child.lower_ in BY and passive)):
                medium = agent
    return speaker, medium


def _heard_by(found: Attribution, cue: Token) -> Token | None:
    """The medium that is told, or that an interview or remarks were given to."""
    for verb in (cue, *_beside(cue)):
        for child in verb.children:
            if _said(child, found):
                continue
            if child.dep_ in _HEARERS and is_medium(child):
                return child
            if child.dep_ in {"prep", "dative", "agent"} and child.lower_ in SOURCE.handing:
                noun = next((noun for noun in child.children if noun.dep_ == "pobj"), None)
                if noun is not None and not _said(noun, found):
                    if is_medium(noun):
                        return noun
                    if (given := _given_to(noun)) is not None:
                        return given
    return None


def _beside(cue: Token) -> list[Token]:
    """The clauses beside a cue that tell to whom: "Speaking to the BBC, she said", "was quoted by it as saying"."""
    found = [child for child in cue.children if child.dep_ in {"advcl", "acl"} and child.tag_ in {"VBG", "VBN"}]
    token = cue
    while token.dep_ in {"conj", "advcl", "xcomp", "pcomp", "prep"} and token.head.i != token.i and len(found) < _REACH:
        token = token.head
        found.append(token)
    return found


def _given_to(noun: Token) -> Token | None:
    """The medium of "an interview with Le Monde", "remarks published by the daily"."""
    if noun.lemma_.lower() not in table().given and noun.lower_ not in table().given:
        return None
    for token in noun.subtree:
        if token.i > noun.i and token.dep_ in {"pobj", "dobj"} and is_medium(token):
            return token
    return next((child for child in noun.children if child.dep_ in {"poss", "compound"} and is_medium(child)), None)


def _said(token: Token, found: Attribution) -> bool:
    return any(start <= token.idx < end for start, end in found.content)
