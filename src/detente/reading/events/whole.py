"""Whether the words of an event tell it whole: somebody acts, and what he does is said to its end.

In: a happening as one place of the text has it. A verb needs a subject that names somebody or something, and what it is
done to unless it needs none ("died"); a noun needs whose it is and what it is done to, or whom it is between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.clauses import OF, RELATIVES, is_passive, preps
from detente.reading.english.labels import AUXILIARIES, VERBAL
from detente.reading.events.matrix import told_by
from detente.reading.events.wording import actor_of, told_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.events.same import Mentioned
    from detente.reading.events.triggers import Trigger

_TABLE = "en/events/whole"
_ALONE = words(_TABLE, "alone")
_BETWEEN = words(_TABLE, "between")
_WHOSE = words(_TABLE, "whose")
_TOWARD = words(_TABLE, "toward")
_STANDING_IN = words(_TABLE, "standing_in")
_OTHERS = words(_TABLE, "others")
_ACTS = words(_TABLE, "acts")
#: Nouns of these types are done to what follows "of" ("the arrest of"); others are done by it ("the request of").
_DONE_TO = frozenset({"ASSAULT", "COERCE", "ACCUSE", "AID", "SANCTION", "CONCEDE", "RETREAT", "MOBILIZE"})
_NAMING = frozenset({"poss", "compound", "amod", "nmod"})


def is_whole(told: Mentioned) -> bool:
    """Whether an officer can file the words as they stand."""
    top = told_by(told.trigger)[-1]
    return _of_verb(told, top) if top.pos_ in VERBAL else is_whole_noun(told, top)


def _of_verb(told: Mentioned, verb: Token) -> bool:
    event, trigger = told.event, told.trigger
    actor = actor_of(verb)
    if actor is None and verb.tag_ == "VBG" and _is_anybodys(told):
        return True  # "instead of leaving the pact": of whom, the line says
    if actor is None or actor.lower_ in RELATIVES or _is_asked(verb) or _is_bare(verb) or _wonders(trigger):
        return False
    if actor.lower_ in _OTHERS or (actor.pos_ == "PRON" and not _is_known(told, actor)):
        return False
    if verb.dep_ == "acl" and is_passive(verb) and not (event.source or event.people):
        return False  # "the sanctions imposed on Peru": by whom?
    if (
        is_passive(verb)
        or is_passive(trigger.token)
        or told_of(verb) is not None
        or trigger.token.lemma_.lower() in _ALONE
    ):
        return True
    end = event.clause.end if event.clause is not None else event.what.end
    return end > trigger.token.idx + len(trigger.token)


def _is_asked(verb: Token) -> bool:
    """Whether a clause is a question that another holds: "would not say who bought it", "what it needs to do"."""
    return verb.dep_ in ("ccomp", "pcomp", "csubj") and verb.left_edge.tag_ in ("WP", "WRB", "WDT", "WP$")


def _is_bare(verb: Token) -> bool:
    """Whether a line that is no sentence has no tense: "Remarks by the envoy in response to a letter dated 6 May"."""
    bare = verb.tag_ in ("VBN", "VBG", "VB") and not any(c.dep_ in AUXILIARIES for c in verb.children)
    return bare and verb.dep_ in ("ROOT", "parataxis") and not any(t.is_punct for t in verb.sent[-2:])


def _wonders(trigger: Trigger) -> bool:
    """Whether it only says that somebody knows or noticed: "will have registered how the vote went"."""
    if trigger.listed:
        return False
    return any(c.dep_ == "ccomp" and c.left_edge.tag_ in ("WP", "WRB", "WDT", "WP$") for c in trigger.token.children)


def _is_known(told: Mentioned, pronoun: Token) -> bool:
    """Whether somebody is known for whom a pronoun stands."""
    side = told.event.target if is_passive(told.trigger.token) else told.event.source
    return any(who.kind != "described" or who.name.lower() != pronoun.lower_ for who in (*side, *told.event.people))


def is_whole_noun(told: Mentioned, noun: Token) -> bool:
    """Whether a noun says whose it is and what it is done to, or whom it is between."""
    trigger = told.trigger
    if trigger.name.pos_ != "NOUN" or trigger.name.i == noun.sent.root.i:
        return False
    whole = [*dict.fromkeys((trigger.name, noun))]
    if any(True for word in whole for _ in preps(word, *_BETWEEN)):
        return True
    owned = any(_names(c) for word in whole for c in word.children if c.dep_ in _NAMING)
    owned = owned or any(True for word in whole for _ in preps(word, *_WHOSE)) or _is_anybodys(told)
    after = {preposition for word in whole for preposition, _ in preps(word, *_TOWARD)}
    toward = told.event.type == "PROTEST" or bool(after if told.event.type in _DONE_TO else after - OF)
    infinitive = any(c.dep_ == "acl" and c.tag_ == "VB" for c in trigger.name.children)
    return owned and (toward or (infinitive and trigger.name.lemma_.lower() in _ACTS))


def _is_anybodys(told: Mentioned) -> bool:
    """Whether it is known by its words who does it, so that the line has him."""
    guessed = any(each.field == "source" for each in told.event.inferred)
    return not guessed and any(who.kind == "party" for who in told.event.source)


def _names(word: Token) -> bool:
    """Whether a word before a noun names somebody: "Norway's", "Turkish"; not "its", where it may be anybody's."""
    return word.lower_ not in _STANDING_IN and (
        word.dep_ == "poss" or word.ent_type_ in ("GPE", "NORP", "ORG", "PERSON")
    )
