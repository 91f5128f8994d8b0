"""What only looks like an attribution: a deed ("recalled its envoy"), a topic of talks, a name, a supposition.

In goes an attribution as found in the words, out comes whether somebody says something by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import classes, listed, words
from detente.reading.attribution import lexicon
from detente.reading.english.labels import OBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution
    from detente.reading.attribution.speakers import Speakers

_OBJECTS = OBJECTS | {"nsubjpass"}
_THIN = frozenset({"ADV", "PRON", "PUNCT", "SPACE", "PART", "DET", "ADP", "CCONJ", "SCONJ"})
_CLIMB = frozenset({"xcomp", "conj", "ccomp", "advcl"})
_TABLE = "en/attribution/no_statements"


def says_nothing(passage: Passage, speakers: Speakers, found: Attribution, *, account: bool = False) -> bool:
    """Whether an attribution in the report's own words is no statement: nobody says or wants anything by it.

    In an ``account`` that one side gives of a talk, what was agreed was said there.
    """
    if found.anchor is None or found.form == "direct" or found.frame not in {"", "according to"}:
        return False
    if _thin(passage, found) or _is_determined(passage, found):
        return True
    if found.form != "indirect":
        return False
    cue = passage.doc[found.anchor]
    return (
        _is_deed(cue, account=account)
        or _goes_on(passage, cue)
        or _is_topic(passage, cue)
        or _names(cue)
        or _supposed(cue)
        or (found.who is not None and _nobodys(passage.doc[found.who], found, speakers))
    )


def _is_determined(passage: Passage, found: Attribution) -> bool:
    """Whether the source is nothing but the article of a nominal cue: "any attempt to"."""
    return found.who is not None and passage.doc[found.who].pos_ == "DET" and passage.doc[found.who].dep_ == "det"


def _thin(passage: Passage, found: Attribution) -> bool:
    """Whether nothing is left of what is said but an adverb or a pronoun: "as Lima calls | it"."""
    tokens = [
        token for start, end in found.content for token in passage.doc[passage.token_at(start) : passage.token_at(end)]
    ]
    return bool(tokens) and found.form == "indirect" and all(token.pos_ in _THIN for token in tokens)


def _is_deed(cue: Token, *, account: bool) -> bool:
    """Whether the object makes a deed of the verb: "recalled its ambassador", "called an election"."""
    if cue.dep_ in _OBJECTS and cue.lower_ in classes(_TABLE, "deeds").get(cue.head.lemma_, ()):
        return True
    if is_heard_out(cue):
        return True
    nouns = classes(_TABLE, "deeds").get(cue.lemma_)
    if cue.lemma_ in words(_TABLE, "accords") and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in cue.children):
        return not account  # "agreed to come" is an accord, told as an event
    if nouns is None:
        return False
    return any(child.dep_ in _OBJECTS and child.lower_ in nouns for child in cue.children)


def _goes_on(passage: Passage, cue: Token) -> bool:
    """Whether a verb only says that a deed goes on: "continue to watch the dam", not "continued to insist"."""
    if cue.lemma_ not in words(_TABLE, "phases"):
        return False
    return any(child.dep_ == "xcomp" and child.i not in passage.cues for child in cue.rights)


def is_heard_out(cue: Token) -> bool:
    """Whether somebody is asked by those who hold him: "was questioned by prosecutors"."""
    return cue.lemma_ in words(_TABLE, "heard_out") and any(child.dep_ == "nsubjpass" for child in cue.children)


def _is_topic(passage: Passage, cue: Token) -> bool:
    if cue.lower_ in words(_TABLE, "opinions") and any(c.lower_ in words(_TABLE, "given") for c in cue.lefts):
        return True  # "obtained an advisory opinion from the judges"
    if cue.dep_ in _OBJECTS and cue.head.lemma_ in words(_TABLE, "topics"):
        return True  # "exchanged views"
    if cue.lemma_ in words(_TABLE, "topics"):
        return cue.pos_ == "VERB" and not any(child.dep_ == "ccomp" for child in cue.children)
    if cue.lemma_ in words(_TABLE, "plans") and cue.i not in passage.cues:
        return True
    if cue.lemma_ in words(_TABLE, "planning") and any(
        child.lemma_ in words(_TABLE, "journeys") for child in cue.children
    ):
        return True  # "planned to visit the dam" is an event to come
    if cue.lemma_ in words(_TABLE, "explaining") and any(c.dep_ == "aux" and cue.tag_ == "VBG" for c in cue.children):
        return True  # the report explains whom somebody meant
    return cue.pos_ != "VERB" and cue.lower_ in words(_TABLE, "exchanges") and cue.text[:1].isupper()


def _names(cue: Token) -> bool:
    """Whether a clause only gives something a name: "the Front, as Rabat calls it, has ..."."""
    return cue.lemma_ in words(_TABLE, "naming") and any(
        child.lower_ in words(_TABLE, "comparing") and child.i < cue.i for child in cue.children
    )


def _supposed(cue: Token) -> bool:
    """Whether the cue stands in a clause that supposes: "if Oslo refused", "suppose Oslo offered", "it is time"."""
    token = cue
    for _ in range(4):
        lefts = [child for child in token.lefts if child.dep_ in {"mark", "aux", "advmod"}]
        if any(child.lower_ in words(_TABLE, "conditional") and child.dep_ == "mark" for child in lefts):
            return token.dep_ == "advcl" or token.head.pos_ != "VERB" or token.head is token
        if token.head.lemma_ in words(_TABLE, "supposing") or (
            token.dep_ in {"acl", "relcl"} and token.head.lower_ in words(_TABLE, "due")
        ):
            return True
        if token.dep_ not in _CLIMB or token.head is token:
            return False
        token = token.head
    return False


def _nobodys(who: Token, found: Attribution, speakers: Speakers) -> bool:
    """Whether a stance is held by a thing or a thought: "a tradition seeks", "the war has seen"."""
    if found.entry is not None and found.entry.kind == "speech":
        return False
    if who.lower_ in words(_TABLE, "relatives") and who.head.dep_ == "relcl":
        who = who.head.head
    if who.tag_ != "NN" or who.ent_type_ or speakers.at(who) is not None:
        return False
    lemma = who.lemma_.lower()
    if lemma in words(_TABLE, "holders.nouns") or who.lower_ in lexicon.people() or lemma in lexicon.documents():
        return False
    return not who.lower_.endswith(listed(_TABLE, "endings.human"))
