"""The matrix of a happening: the verb whose clause tells it whole.

In: the word that names it. Out: the words from it up to that verb: "seek", "plans" in "Canada plans to seek help";
"intention", "reconfirmed" in "reconfirmed their intention to sign". A happening that is told in a clause of its own is
its own matrix, as is a noun that hangs on nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.clauses import MEASURES, is_passive
from detente.reading.english.factuality import status_of
from detente.reading.english.labels import SUBJECTS, VERBAL

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.events.triggers import Trigger

_STEPS = 6
_ARGUMENTS = frozenset({"dobj", "attr", "dative", "oprd", *SUBJECTS})
_OF_NOUN = frozenset({"compound", "amod", "nmod", "poss"})
_COMPLETING = words("en/events/matrix", "completing")
_GOING = words("en/events/matrix", "going")


def path(token: Token, steps: int = _STEPS) -> list[Token]:
    """The word itself and those above it, up to its matrix."""
    found = [token]
    while len(found) <= steps and (above := _above(found[-1])) is not None:
        found.append(above)
    return found


def told_by(trigger: Trigger) -> list[Token]:
    """The words that tell a happening in one clause, the highest last; of a noun the verb whose subject it is."""
    if trigger.token.pos_ not in ("NOUN", "PROPN"):
        return path(trigger.token)
    found = [trigger.token]
    ruling = status_of(trigger.name)
    for token in path(trigger.token)[1:]:
        last = found[-1]
        if ruling.status == "denied" and ruling.cue is not None and token.i == ruling.cue.i:
            return [*found, *path(token)]  # "headed off an attack"
        if token.pos_ in VERBAL and last.dep_ in SUBJECTS and _goes_on(token):
            return [*found, *path(token)]
        if last.dep_ == "pobj" and token.lemma_.lower() in MEASURES:
            found.append(token)
        else:
            break
    return found


def _goes_on(verb: Token) -> bool:
    """Whether a verb says how a happening went: "resumed", "killed twelve", "was called off"."""
    if is_passive(verb):
        return True
    return verb.lemma_.lower() in _GOING and status_of(verb).status in ("occurred", "ongoing")


def _above(token: Token) -> Token | None:
    """The word that this one only completes; none where it stands in a clause of its own."""
    head, dep = token.head, token.dep_
    if head.i == token.i:
        return None
    if token.pos_ in VERBAL:
        return _above_verb(token, head, dep)
    if token.pos_ == "ADJ":
        return head if dep in ("acomp", "oprd", "attr") else None
    if dep == "pobj":
        return _over_preposition(head)
    if (dep == "conj" and head.pos_ in ("NOUN", "PROPN")) or dep in _OF_NOUN:
        return head
    return head if dep in _ARGUMENTS and head.pos_ in VERBAL else None


def _above_verb(verb: Token, head: Token, dep: str) -> Token | None:
    infinitive = verb.tag_ == "VB"
    if dep in ("xcomp", "oprd") or (dep == "ccomp" and _is_bare(verb)):
        return head if head.i < verb.i else None
    if dep in ("acl", "advcl") and infinitive and any(c.tag_ == "TO" for c in verb.children):
        return head
    if dep == "pcomp":
        return head.head if head.head.pos_ == "NOUN" else _over_preposition(head)
    if dep == "conj" and head.tag_ == "VB" and not any(c.dep_ in SUBJECTS for c in verb.lefts):
        return _above(head) if infinitive or verb.lower_ == verb.lemma_ else None  # "to close it and cut all ties"
    return None


def _is_bare(verb: Token) -> bool:
    """Whether a clause has no tense of its own: "let the envoy leave", "saw troops crossing"."""
    if verb.tag_ not in ("VB", "VBG", "VBN"):
        return False
    return not any(c.dep_ in ("aux", "auxpass") and c.tag_ != "TO" and c.tag_ != "VB" for c in verb.children)


def _over_preposition(prep: Token) -> Token | None:
    if prep.lower_ in _COMPLETING and prep.head.i != prep.i and prep.head.pos_ in (*VERBAL, "NOUN", "ADJ"):
        return prep.head
    return None
