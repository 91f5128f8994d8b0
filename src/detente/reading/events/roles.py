"""Who does it to whom: the source and the target of a trigger, by syntax."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.loader import Entry, table, words
from detente.knowledge.parties import kind_of
from detente.reading.english.cast import Actors, Cast, is_own
from detente.reading.english.clauses import child, contents, is_passive, owner, patients, preps, subject, topic
from detente.reading.english.stems import stem_of
from detente.reading.events.lexicon import lexicon, word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from detente.reading.events.triggers import Trigger


class _Words(Entry, frozen=True):
    """The table of words that say who does it to whom; prepositions in the order in which they are tried."""

    receivers: frozenset[str]
    about: frozenset[str]
    at: frozenset[str]
    inside: frozenset[str]
    paired: frozenset[str]
    both: frozenset[str]
    early: tuple[str, ...]
    late: frozenset[str]
    conditions: frozenset[str]
    places: tuple[str, ...]
    toward: dict[str, tuple[str, ...]]


_WORDS = table("en/events/roles", _Words)
#: Nouns of these types are done to what follows "of" ("the annexation of", "the release of").
_DONE_TO = frozenset({"ASSAULT", "COERCE", "ACCUSE", "AID", "SANCTION", "CONCEDE"})
_DONE_TO_MODES = frozenset({"release"})
_PLACED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "AID", "RETREAT", "CONCEDE", "SANCTION"})
#: Acts of a state's authorities: "was arrested in Kenya" is done by Kenya.
_OFFICIAL = frozenset({  # codes: modes of PLOVER
    ("COERCE", "arrest"), ("COERCE", "deport"), ("ACCUSE", "investigate"),
    ("SANCTION", "convict"), ("SANCTION", "expel"),
})  # fmt: skip
#: What is done with forces is done by whose they are: "Kenyan troops were withdrawn".
_BY_FORCES = frozenset({"MOBILIZE", "RETREAT"})
_OF_DEEDS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_ADDRESSED = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "THREATEN"})
_OF_OTHERS = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT"})
_PRESENT = frozenset({"VBZ", "VBP", "VBG"})
_DEPTH = 3
#: What a state may do to its own people.
_AT_HOME = frozenset({"ASSAULT", "COERCE", "PROTEST", "ACCUSE", "REQUEST", "SANCTION", "CONCEDE", "THREATEN", "REJECT"})
#: ... and of that, what one says to nobody but others, unless a body or people of the own state are named.
_TO_OTHERS = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT"})
#: Deeds of these types may be done in any third country: where is not to whom.
_ANYWHERE = frozenset({"CONSULT", "SUPPORT", "COOPERATE"})
MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_APART = frozenset({"relcl", "advcl", "conj", "punct", "npadvmod", "parataxis"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "acl", "dobj", "pcomp", "prep"})
_WIDEST = 40


@dataclass(frozen=True, slots=True)
class Roles:
    """Source and target; what is done mutually by "A and B" has both as source and no target."""

    source: Actors
    target: Actors


def roles_of(trigger: Trigger, cast: Cast) -> Roles:
    """The roles of one trigger; empty where the syntax does not say."""
    if not cast:
        return Roles(Actors(), Actors())
    source = _source(trigger, cast)
    target = own = Actors()
    if trigger.cue.type in _ADDRESSED and (pair := _both(trigger, source, cast)):
        return Roles(source, pair)
    for found in _candidates(trigger, source, cast):
        rest = _without(found, source)
        if rest and rest.parties != source.parties:
            target = rest
            break
        own = own or (Actors() if rest.bare and trigger.cue.type in _TO_OTHERS else rest)
    else:
        target = own if trigger.cue.type in _AT_HOME else Actors()
    if len(source.parties) > 1 and set(target.parties) <= set(source.parties):
        target = Actors()
    if trigger.token.tag_ in _PRESENT:
        source, target = _of_today(source), _of_today(target)
    return Roles(source, target)


def _of_today(found: Actors) -> Actors:
    """Without states that are no more: "insists on the Soviet maps"."""
    parties = tuple(p for p in found.parties if kind_of(p) != "former state")
    return found if len(parties) == len(found.parties) else Actors(parties, found.people, found.bare)


def _both(trigger: Trigger, source: Actors, cast: Cast) -> Actors:
    """Whom "both sides" is for, where a third speaks to them: the two that the report is about."""
    heads = [o for _, o in preps(trigger.token, "on", "upon", "to", "of")] + patients(trigger.token)
    for head in heads:
        pair = any(c.lower_ in _WORDS.both for c in head.children)
        if pair and head.lemma_ in _WORDS.paired and not cast.named(head):
            return cast.two_before(head, source.parties)
    return Actors()


def _candidates(trigger: Trigger, source: Actors, cast: Cast) -> Iterator[Actors]:
    """Who may be the target, best first; what two parties do with each other needs no other."""
    yield from _targets(trigger, cast)
    if trigger.cue.type in MUTUAL and len(source.parties) > 1:
        return
    if trigger.cue.type in _PLACED or trigger.cue.mode == "visit":
        yield from _of_place(trigger.token, trigger.noun, cast)
    yield from _deeper(trigger, cast)
    yield from _above(trigger.token, cast)


def _without(found: Actors, source: Actors) -> Actors:
    """Without the source, unless it is all there is: then it acts on its own people."""
    if set(found.parties) <= set(source.parties):
        return found
    return Actors(tuple(p for p in found.parties if p not in source.parties), found.people, found.bare)


def _source(trigger: Trigger, cast: Cast) -> Actors:
    token = trigger.token
    if _suffers(trigger):
        return _from_whom(trigger, cast)
    if token.pos_ == "VERB":
        stem = stem_of(token)
        actor = stem.subject if stem is not None else subject(token) or _in_state(token) or _over_gerund(token)
        found = _spoken_of(actor, cast) if actor is not None else Actors()
    elif token.pos_ == "ADJ":
        actor = topic(token, _DEPTH + 3)
        found = _spoken_of(actor, cast) if actor is not None else Actors()
    else:
        found = Actors()
    noun = trigger.noun if trigger.noun is not None else token if token.pos_ == "NOUN" else None
    if noun is not None and not found:
        found = _noun_source(noun, trigger, cast)
    if noun is None and not found and not _mediates(trigger):  # "a round of talks between A and B will be held"
        found = next((f for word in trigger.words if word.pos_ == "NOUN" and (f := _between(word, cast))), found)
    if not found and token.pos_ == "VERB" and is_passive(token):
        if _official(trigger):
            found = cast.around(token, "in")
        elif trigger.cue.type in _BY_FORCES:
            found = next((f for o in patients(token) if _are_forces(o) and (f := cast.named(o))), found)
    return found


def _are_forces(noun: Token) -> bool:
    return noun.lemma_.lower() in word_lists("classes")["forces"]


def _suffers(trigger: Trigger) -> bool:
    """Whether the subject undergoes it: "faced criticism", "died in custody"."""
    light = word_lists("light")
    lemma = trigger.token.lemma_
    return (lemma in light["suffering"] and trigger.noun is not None) or lemma in light["suffered"]


def _from_whom(trigger: Trigger, cast: Cast) -> Actors:
    """Who does what the subject undergoes: "criticism from Kenya", "died in Kenyan custody"."""
    for word in dict.fromkeys((trigger.name, trigger.token)):
        found = cast.around(word, "from", "by") or cast.around(word, "at")
        if not found and word.lemma_ in word_lists("light")["suffered"]:
            found = next((cast.named(o) for _, o in preps(word, "in", "while") if cast.named(o)), Actors())
        if found:
            return found
        for c in word.children:
            if c.dep_ in ("amod", "compound", "nmod", "poss"):
                found |= cast.named(c)
        if found:
            return found
    return Actors()


def _in_state(verb: Token) -> Token | None:
    """The subject of a passive that says what its subject does: "is engaged in", "is committed to"."""
    if verb.lemma_ in word_lists("light")["stative"] and is_passive(verb) and child(verb, "agent") is None:
        return topic(verb, _DEPTH)
    return None


def _over_gerund(verb: Token) -> Token | None:
    """The subject of the clause around a gerund that has none: "signing the treaty remains Kenya's aim"."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("pcomp", "xcomp", "pobj", "dobj", "advcl"):
        return None
    at = verb.head
    for _ in range(_DEPTH + 2):
        if at.pos_ in ("VERB", "AUX") and (actor := topic(at, 1)) is not None:
            return actor
        at = at.head
    return None


def _official(trigger: Trigger) -> bool:
    """Whether only a state's authorities do such a thing: then they are those of the place where it is done."""
    return (trigger.cue.type, trigger.cue.mode) in _OFFICIAL


def _spoken_of(actor: Token, cast: Cast) -> Actors:
    """Whom a subject names; "it" and "its forces" in reported speech are the speaker's unless known better."""
    found = cast.named(actor) or cast.together(actor)
    if found:
        return found
    if actor.pos_ == "PRON" or is_own(actor):
        clause = actor.head
        for _ in range(_DEPTH):
            if clause.dep_ == "ccomp" and clause.head.lemma_ in words("en/factuality", "saying"):
                speaker = topic(clause.head, _DEPTH)
                return cast.named(speaker) if speaker is not None and speaker.i != actor.i else Actors()
            if clause.dep_ not in ("conj", "xcomp", "ccomp", "advcl"):
                break
            clause = clause.head
        return Actors()
    return cast.around(actor, "of", "in", "from")


def _noun_source(noun: Token, trigger: Trigger, cast: Cast) -> Actors:
    found = Actors()
    whose = owner(noun)
    if whose is not None:
        found = cast.named(whose)
    if not found and not _mediates(trigger):
        found = _between(noun, cast)
    if not found and not _done_to(trigger):
        found = cast.around(noun, "of")
    if not found:
        for c in noun.children:
            if c.dep_ in ("amod", "compound", "nmod", "npadvmod"):
                found |= cast.named(c)
    return found or _nearby_subject(noun, cast)


def _mediates(trigger: Trigger) -> bool:
    """Whether a third does it, so that "between" names whom it is for: "a mediation effort between"."""
    return any(word.lemma_.startswith("mediat") for word in trigger.words)


def _between(noun: Token, cast: Cast) -> Actors:
    """Between whom a noun or what it measures is: "talks between A and B", "the next round of talks between them"."""
    return next((found for each in contents(noun) if (found := cast.around(each, "between", "among"))), Actors())


def _nearby_subject(noun: Token, cast: Cast) -> Actors:
    """For "Kenya confirmed its withdrawal", "Kenya completed the withdrawal": the subject above."""
    head = noun.head
    if noun.dep_ == "dobj" and head.pos_ == "VERB" and (is_own(noun) or not _is_speech(head)):
        actor = subject(head)
        return cast.named(actor) if actor is not None else Actors()
    return Actors()


def is_spoken_of(noun: Token) -> bool:
    """Whether a noun names what somebody condemns, praises or demands: who does that has not done it."""
    at = noun
    for _ in range(_DEPTH):
        if at.pos_ == "VERB" and at.i != noun.i:
            return noun.pos_ == "NOUN" and _is_speech(at)
        if at.dep_ not in ("dobj", "pobj", "prep", "conj", "nsubjpass") or at.head.i == at.i:
            return False
        at = at.head
    return False


def _is_speech(verb: Token) -> bool:
    """Whether the verb speaks of another's deed: "condemned the arrests", "welcomed the withdrawal"."""
    return any(cue.type in _OF_OTHERS for cue in lexicon().verbs.get(verb.lemma_, ()))


def _done_to(trigger: Trigger) -> bool:
    return trigger.cue.type in _DONE_TO or trigger.cue.mode in _DONE_TO_MODES


def _targets(trigger: Trigger, cast: Cast) -> Iterator[Actors]:
    """Who may be the target, best first."""
    token, noun = trigger.token, trigger.noun
    toward = _WORDS.toward.get(trigger.cue.type.lower(), _WORDS.toward["any"])
    if noun is not None:
        yield from _by_preposition(noun, toward, cast)
        if token.i != noun.i:
            if _suffers(trigger):
                actor = topic(token, _DEPTH)
                if actor is not None:
                    yield cast.named(actor)
            yield from _by_preposition(token, toward, cast)
        if _done_to(trigger):
            yield cast.around(noun, "of")
    elif token.pos_ == "NOUN":
        if _done_to(trigger):
            yield cast.around(token, "of")
        yield from _by_preposition(token, toward, cast)
        if owner(token) is not None:
            yield cast.around(token, "of")
    else:
        yield from _of_verb(token, trigger, toward, cast, _DEPTH)


def _of_verb(verb: Token, trigger: Trigger, toward: tuple[str, ...], cast: Cast, depth: int) -> Iterator[Actors]:
    if depth <= 0:
        return
    kind = trigger.cue.type
    if _suffers(trigger) and (actor := topic(verb, _DEPTH)) is not None:
        yield cast.named(actor)
    if kind == "THREATEN" and not patients(verb):
        yield from _on_condition(verb, cast)
    if kind == "CONSULT" and trigger.cue.mode != "visit":
        yield cast.around(verb, "with")  # "discussed the treaty on Kenya with Uganda"
    if verb.lemma_ in _WORDS.about:
        for o in patients(verb):
            yield cast.around(o, "with")
        return
    dative = child(verb, "dative")
    if dative is not None:
        yield cast.named(dative) if dative.pos_ != "ADP" else cast.around(verb, dative.lower_)
    objects = [o for o in patients(verb) if not is_own(o) or kind == "REQUEST"]
    if kind in ("AID", "SANCTION", "RETREAT", "REQUEST", "ACCUSE"):
        early = () if kind in ("REQUEST", "ACCUSE") else _WORDS.early
        for o in patients(verb):
            yield from _by_preposition(o, early, cast)
        if kind != "ACCUSE" and verb.lemma_ not in _WORDS.receivers:
            yield from _by_preposition(verb, tuple(w for w in toward if w not in _WORDS.late), cast)
    for o in objects:
        found = cast.named(o, places=True)
        yield found
    yield from _by_preposition(verb, toward, cast)
    for o in patients(verb):
        yield from _by_preposition(o, toward, cast)
        inside = () if kind in _ANYWHERE or o.lemma_ in word_lists("classes")["talks"] else ("in",)
        yield cast.around(o, *inside, "of", "for", "by", "against", "to", "between")
        if kind in _OF_DEEDS:
            yield from _doers(o, cast)
        for c in o.children:  # "sanctions imposed by Kenya on Uganda were lifted"
            if c.dep_ == "acl":
                yield from _by_preposition(c, toward, cast)
                agent = child(c, "agent")
                for by in agent.children if agent is not None else ():  # the parser may hang "on Uganda" on Kenya
                    yield from _by_preposition(by, ("on", "against"), cast)
        yield from _in_clauses(o, trigger, toward, cast, depth)
    for c in trigger.words:
        if c.pos_ == "NOUN" and c not in objects:
            yield from _by_preposition(c, toward, cast)
    yield from _in_clauses(verb, trigger, toward, cast, depth)
    if verb.dep_ == "ccomp" and verb.head.lemma_ in words("en/factuality", "saying"):
        yield cast.around(verb.head, "to")  # "told Kenya that it would", "declared to Kenya that it was"


def _doers(noun: Token, cast: Cast) -> Iterator[Actors]:
    """Who does what is blamed, praised or rejected: "the missiles that Kenya bought"."""
    for c in noun.children:
        if c.dep_ == "relcl":
            for s in c.children:
                if s.dep_ == "nsubj":
                    yield cast.named(s)


def _on_condition(verb: Token, cast: Cast) -> Iterator[Actors]:
    """Whom a threat is for: "unless Kenya opens the border"."""
    rows = [c for c in verb.rights if c.dep_ not in ("conj", "punct")]
    for t in rows:
        rows += [c for c in t.children if c.dep_ in _COMPLEMENTS and len(rows) < _WIDEST]
        if t.dep_ == "advcl" and any(m.lower_ in _WORDS.conditions for m in t.children):
            actor = subject(t, 1)
            if actor is not None:
                yield cast.named(actor, places=True)


def _in_clauses(word: Token, trigger: Trigger, toward: tuple[str, ...], cast: Cast, depth: int) -> Iterator[Actors]:
    """What is promised, demanded or threatened: "demanded that X leave", "agreed to help X"."""
    for c in word.children:
        purpose = c.dep_ == "advcl" and trigger.cue.type == "AID" and any(t.tag_ == "TO" for t in c.children)
        if purpose or c.dep_ in ("ccomp", "xcomp", "acl") or (c.dep_ == "prep" and child(c, "pcomp") is not None):
            inner = (child(c, "pcomp") or c) if c.dep_ == "prep" else c
            if inner.pos_ not in ("VERB", "AUX"):
                continue
            if c.dep_ == "ccomp" and trigger.cue.type in ("REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT"):
                actor = subject(inner) if not is_passive(inner) else None
                if actor is not None and actor.i > word.i:
                    yield cast.named(actor, places=True)
            wider = ("for",) if trigger.cue.type in _ANYWHERE else ("in", "for")
            yield from _of_verb(inner, trigger, (*toward, *wider), cast, depth - 1)


def _deeper(trigger: Trigger, cast: Cast) -> Iterator[Actors]:
    """Whoever is named next within what the trigger governs: "a suspension of flights to Kenya".

    Where something is done, or what is talked about, is nobody that it is done to ("held talks in Lima on the river").
    """
    token = trigger.token
    if trigger.cue.lemma in _WORDS.about:
        return
    elsewhere = trigger.cue.type in _ANYWHERE and trigger.cue.mode != "visit"
    rows = [c for c in token.rights if c.dep_ not in _APART]
    for t in rows:
        apart = {*_APART, "acl"} if t.dep_ == "appos" else _APART  # "the line, a border drawn by a British officer"
        rows += [c for c in t.children if c.dep_ not in apart and len(rows) < _WIDEST]
    for t in sorted(rows, key=lambda t: t.i):
        if t.dep_ not in ("nsubj", "nsubjpass") and not t.is_lower and (mention := cast.mention(t)) is not None:
            over = t.head.head if t.dep_ == "compound" else t.head
            located = over.lower_ in _WORDS.inside or (mention.place and over.lower_ in _WORDS.at)
            venue = located and trigger.cue.type not in _PLACED
            if venue and (elsewhere or over.head.i == token.i):
                continue
            found = cast.named(t, places=True)
            if found:
                yield found


def _above(verb: Token, cast: Cast) -> Iterator[Actors]:
    """Whom the clause above names, for what it is done for: "sent a team to Kenya to investigate"."""
    if verb.dep_ in ("advcl", "xcomp", "acl") and any(c.tag_ == "TO" for c in verb.children):
        yield cast.around(verb.head, "to", "in", "into")


def _by_preposition(word: Token, toward: tuple[str, ...], cast: Cast) -> Iterator[Actors]:
    for preposition in toward:
        found = cast.around(word, preposition)
        if found:
            yield found


def _of_place(token: Token, noun: Token | None, cast: Cast) -> Iterator[Actors]:
    for word in (noun, token, *(patients(token) if token.pos_ == "VERB" else ())):
        if word is not None:
            yield from _by_preposition(word, _WORDS.places, cast)
