"""Which parties and people a noun phrase names: itself, by its adjective or owner, or by what "of" it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from detente.knowledge.loader import listed, words
from detente.knowledge.parties import kind_of
from detente.reading.english.clauses import OF, antecedent, conjuncts, preps
from detente.reading.english.mentions import mention_at, mentions

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from detente.model.mention import Mention

_BEFORE = frozenset({"poss", "amod", "compound", "nmod", "appos", "npadvmod", "det", "nummod"})
_OWNERS = frozenset({"amod", "compound", "poss", "nmod", "appos"})
_BELONGING = listed("en/cast", "belonging")
_DEPTH = 4
_RELATED = words("en/cast", "related")
_BARE = frozenset({"name", "capital", "seat", "pronoun", "group"})
_GROUPS = words("en/cast", "groups")
_STATES = words("en/cast", "states")
_THE_TWO = words("en/cast", "the_two")
_THEY = words("en/cast", "they")
_LED = words("en/cast", "led")
_NEAR = 40  # tokens from those who act together to the "they" that means them
_SELF = words("en/cast", "self")


@dataclass(frozen=True, slots=True)
class Actors:
    """The ids of parties and people in the order of the text, without repeats."""

    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    bare: bool = False  #: nothing but a party's own name or a pronoun: no body or people of it

    def __or__(self, other: Actors) -> Actors:
        return Actors(
            tuple(dict.fromkeys(self.parties + other.parties)),
            tuple(dict.fromkeys(self.people + other.people)),
            (self.bare or not self) and (other.bare or not other),
        )

    def __bool__(self) -> bool:
        return bool(self.parties)


class Cast:
    """Looks up who is meant at a token, by the mentions that earlier components left on the Doc."""

    def __init__(self, doc: Doc) -> None:
        self._mentions = mentions(doc)
        self._together: tuple[int, Actors] | None = None  #: who last did something together, and where that stands
        self._party_of = {person.id: person.party for person in doc._.detente_people or () if person.party}

    def __bool__(self) -> bool:
        return bool(self._mentions)

    def mention(self, token: Token) -> Mention | None:
        """The innermost mention that a token is part of."""
        return self._mentions.at(token)

    def remember(self, token: Token, found: Actors) -> None:
        """Keep who did something together, for "the Parties" and "they" that follow."""
        if len(found.parties) == 2:
            self._together = (token.i, found)

    def together(self, token: Token) -> Actors:
        """Whom a plural means that no mention resolves: the two that last did something together."""
        if self._together is None:
            return Actors()
        at, found = self._together
        group = token.lower_ in _GROUPS and any(c.lower_ in _THE_TWO for c in token.children)
        they = token.lower_ in _THEY and token.i - at < _NEAR
        return found if group or they else Actors()

    def two_before(self, token: Token, without: tuple[str, ...]) -> Actors:
        """The two parties that come up most before a token, leaving some out; none where a third comes as often."""
        if not without:
            return Actors()
        states = token.lemma_ in _STATES
        counts: Counter[str] = Counter()
        for mention in self._mentions.until(token):
            if not mention.place:
                counts.update(p for p in mention.parties if p not in without and (not states or kind_of(p) == "state"))
        top = counts.most_common(3)
        if len(top) < 2 or top[1][1] < 2 or (len(top) > 2 and top[2][1] == top[1][1]):
            return Actors()
        return Actors((top[0][0], top[1][0]))

    def named(self, token: Token, places: bool = False) -> Actors:
        """Who a noun phrase with this head names, with what is joined to it by "and"."""
        found = Actors()
        for t in conjuncts(antecedent(token)):
            found |= self._phrase(t, places, _DEPTH)
        return found

    def _phrase(self, head: Token, places: bool, depth: int) -> Actors:
        own = self._own(head, places)
        if depth <= 0:
            return own
        if own:  # "the ministers of Ghana and Togo": more than the mention may hold
            for _, o in preps(head, *OF):
                for t in conjuncts(o)[1:]:
                    own |= self._phrase(t, places, depth - 1)
            return own
        before = Actors()
        for c in head.children:
            if c.dep_ == "amod" and c.lower_ in _LED:  # "Kenyan-led troops"
                for t in c.children:
                    before |= self._own(t, places)
            if c.dep_ in _BEFORE and not (c.dep_ == "poss" and head.lower_ in _RELATED):
                for t in conjuncts(c):  # "French and Egyptian ships"
                    before |= self._own(t, places)
                if not before and c.dep_ in ("poss", "appos", "compound"):
                    before |= self._phrase(c, places, depth - 1)
        if before:
            return before | own
        for _, o in preps(head, *_BELONGING):
            inside = Actors()
            for t in conjuncts(o):
                inside |= self._phrase(t, places, depth - 1)
            if inside:
                return inside | own
        return own

    def _own(self, token: Token, places: bool) -> Actors:
        mention = self.mention(token)
        if mention is None or (mention.place and not places) or names_a_treaty(token):
            return Actors()
        parties = mention.parties or tuple(p for person in mention.people if (p := self._party_of.get(person)))
        return Actors(tuple(dict.fromkeys(parties)), mention.people, mention.kind in _BARE or bool(mention.people))

    def around(self, token: Token, *words: str) -> Actors:
        """Who stands at the named prepositions of a noun, places included."""
        found = Actors()
        for _, o in preps(token, *words):
            for t in conjuncts(o):
                found |= self._phrase(t, True, _DEPTH)
        return found


def acts_for(doc: Doc, phrase: Span | Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the people and the parties that a noun phrase stands or acts for, its conjuncts included.

    "Kono and Lavrov" gives both people and their parties, "Russian officials" Russia; places give nothing.
    """
    head = phrase if isinstance(phrase, Token) else phrase.root
    people: dict[str, None] = {}
    parties: dict[str, None] = {}
    party_of = {person.id: person.party for person in doc._.detente_people}
    for token in (head, *head.conjuncts):
        mention = mention_at(doc, token) or _owner(doc, token)
        if mention is None or mention.place:
            continue
        people.update(dict.fromkeys(mention.people))
        parties.update(dict.fromkeys(mention.parties))
        parties.update(dict.fromkeys(party for person in mention.people if (party := party_of.get(person))))
    return tuple(people), tuple(parties)


def _owner(doc: Doc, token: Token) -> Mention | None:
    """Whose body or people the noun names: "Russian officials", "the ministry of Iran"."""
    if token.lower_ not in words("en/offices/offices", "acting.words"):
        return None
    for child in token.children:
        if child.dep_ in _OWNERS and (mention := mention_at(doc, child)) is not None and mention.parties:
            return mention
    return None


def names_a_treaty(token: Token) -> bool:
    """Whether a name is only part of another: "the Lima Treaty" is nobody."""
    head = token.head
    return token.dep_ == "compound" and head.pos_ == "PROPN" and head.lower_ in words("en/events/classes", "treaty")


def is_own(token: Token) -> bool:
    """Whether a noun phrase is somebody's own: "its troops", "himself"."""
    return token.lower_ in _SELF or any(c.lower_ in _SELF for c in token.children)
