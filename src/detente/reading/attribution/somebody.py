"""Whether an attribution is a statement: whether there is somebody who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED
from detente.reading.attribution import lexicon
from detente.reading.attribution.acts import by_what_follows
from detente.reading.attribution.relays import only_cites
from detente.reading.attribution.setting import within
from detente.reading.english.grammar import THAT_WHICH

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution
    from detente.reading.attribution.speakers import Speakers


def is_somebodys(passage: Passage, speakers: Speakers, found: Attribution) -> bool:
    """Whether there is somebody who says it.

    Only a quotation or a turn needs no source named, and only words in marks or a clause need no cue that the
    lexicon knows or that was counted as one. Figures do not speak, what an accord stipulates is its provision, and
    an accord of two sides is an event.
    """
    if found.who is None:
        return found.form == "direct" or found.frame == "passive"
    if only_cites(passage.doc, found) or _is_that(passage, speakers, found):
        return False
    if found.anchor is not None and found.form == "indirect" and _stays_unnamed(passage.doc[found.anchor]):
        return False
    if found.entry is None:
        if found.form != "indirect" or found.frame != "":
            return True
        if found.anchor is None:
            return False
        cue = passage.doc[found.anchor]
        counted = cue.i not in passage.cues and (cue.lemma_.lower(), cue.pos_) in lexicon.counted()
        clause = any(c.dep_ == "ccomp" and within(c, found) for c in cue.children)
        clause = clause and not _is_agreement(passage.doc[found.who])
        return counted or clause or by_what_follows(cue, found) is not None
    head = passage.doc[found.who]
    if "mutual" in found.entry.frames and (head.tag_ in {"NNS", "NNPS"} or any(head.conjuncts)):
        return False
    if "shows" not in found.entry.frames or head.pos_ != "NOUN" or head.lemma_.lower() in lexicon.documents():
        return True
    return speakers.at(head) is not None or head.ent_type_ != "" or not speakers.is_thing(head)


def _is_that(passage: Passage, speakers: Speakers, found: Attribution) -> bool:
    """Whether the source is only "that", or "which" of a thing: "That said, …", "…, which explains the delay"."""
    assert found.who is not None
    who = passage.doc[found.who]
    if who.lower_ not in THAT_WHICH or found.form == "direct":
        return False
    if who.head.dep_ != "relcl":
        return who.tag_ in {"DT", "WDT"}
    noun = who.head.head
    known = speakers.at(noun) is not None or noun.ent_type_ != "" or noun.pos_ == "PROPN"
    lemma = noun.lemma_.lower()
    speaks = known or lemma in lexicon.documents() or noun.lower_ in lexicon.people() or noun.lower_ in lexicon.bodies()
    return not speaks and who.i > noun.i and any(t.text == "," for t in passage.doc[noun.i : who.i])


def _is_agreement(who: Token) -> bool:
    """Whether a source is an agreement, or "which" of one."""
    noun = who.head.head if who.tag_ in {"WDT", "WP"} and who.head.dep_ == "relcl" else who
    return noun.lemma_.lower() in CALLED.heads


def _stays_unnamed(cue: Token) -> bool:
    """Whether somebody only wants no name given: "asked not to be identified", "declined to be named"."""
    wish = next((child for child in cue.children if child.dep_ == "xcomp"), None)
    return wish is not None and wish.lemma_ in lexicon.naming() and any(c.dep_ == "auxpass" for c in wish.children)
