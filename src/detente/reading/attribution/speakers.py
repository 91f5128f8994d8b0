"""Who a source is: the person or party behind the words, as far as the report says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.model.references import Reference
from detente.reading.attribution import lexicon
from detente.reading.attribution.sources import extent
from detente.reading.attribution.together import named, together
from detente.reading.attribution.words import SOURCE
from detente.reading.cited import Cited
from detente.reading.english.clauses import RELATIVES, antecedent
from detente.reading.english.grammar import BY, THE, THE_THAT, WHO
from detente.reading.english.mentions import mentions
from detente.reading.extensions import entity, report_text
from detente.reading.people.lexicon import offices

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from detente.model.mention import Mention

_LONGEST = 12  # tokens between a noun and the "who" that stands for it
_SEATS = frozenset({"capital", "seat", "name"})
_OTHERS = frozenset({"counterpart", "guest"})
_PAIR = 2
_SHORT = 6  # words of a source that is nothing but a government


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source; ``who`` is null where nobody knows. ``several``: each of those who speak together."""

    who: Reference | None
    party: str | None
    anonymous: bool = False
    several: tuple[Reference, ...] = ()

    @property
    def person(self) -> bool:
        """Whether it is a person of the reading."""
        return self.who is not None and self.who.kind == "person"

    @property
    def is_party(self) -> bool:
        """Whether it is a party itself, not somebody who speaks for one."""
        return self.who is not None and self.who.kind == "party"


class Speakers:
    """Looks sources up in the mentions that earlier components left on a Doc."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self.text = report_text(doc)
        self._mentions = mentions(doc)
        self.cited = Cited(doc)
        self._states = {party.id for party in doc._.detente_parties if party.kind.endswith("state")}
        self._surnames = {person.name.split()[-1].casefold(): id_ for id_, person in self.cited.people.items()}

    def at(self, token: Token) -> Mention | None:
        """The innermost mention that a token is part of."""
        return self._mentions.at(token)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin within characters ``[start, end)``."""
        return self._mentions.within(start, end)

    def resolve(self, head: Token, source: tuple[int, int]) -> Speaker:
        """The speaker whose words have ``head`` as their head and cover the tokens ``source``."""
        if head.lower_ in RELATIVES and head.head.dep_ == "relcl":
            relative, head = head, self._meant_by(head)
            end = relative.i - (relative.nbor(-1).text == ",")
            source = head.left_edge.i, end if head.i < end <= head.i + _LONGEST else head.i + 1
        doc = self._doc
        source = without_circumstances(head, source)
        if (author := self._author(head)) is not None:
            return self.resolve(author, extent(author))
        group = self._several(head, source)
        if group is not None:
            return group
        mention = self.at(head)
        if mention is not None and not (mention.kind in {"adjective", "people"} and head.pos_ == "ADJ"):
            known = self._known(mention, head)
            if known is not None:
                return known
        words = doc[source[0] : source[1]]
        near = self.within(words.start_char, words.end_char)
        if mention is None or not mention.people:
            beside = (self.at(child) for child in head.children if child.dep_ == "appos")
            for other in (*near, *(mention for mention in beside if mention is not None)):
                if len(other.people) == 1 and (self._same_phrase(other, head) or self._titled(other, head, near)):
                    return self._person(other)
        if head.lower_ in SOURCE.pronouns:
            return Speaker(None, None)
        party = self._party(near, head)
        explained = self._party_named(head)
        if explained is not None:
            return self.party(explained)
        if (firm := _firm(head)) is not None:
            return Speaker(Reference.described(firm.text), party)
        if head.lower_ in SOURCE.governments and party is not None and len(words) <= _SHORT:
            return self.party(party)
        return Speaker(Reference.described(words.text), party, anonymous=_nameless(head, doc[source[0]]))

    def person(self, id_: str) -> Speaker:
        """A person as a speaker, for his party."""
        who = self.cited.person(id_)
        return Speaker(who, self.cited.party_of(who))

    def party(self, id_: str) -> Speaker:
        """A party that speaks for itself."""
        return Speaker(self.cited.party(id_), id_)

    def _author(self, head: Token) -> Token | None:
        """By whom a document is: "a report by Amnesty International says"."""
        if head.lemma_.lower() not in lexicon.documents():
            return None
        by = next((child for child in head.children if child.lower_ in BY and child.i > head.i), None)
        return next((noun for noun in by.children if noun.dep_ == "pobj"), None) if by is not None else None

    def _meant_by(self, relative: Token) -> Token:
        """What a relative pronoun stands for: of "who", the nearest noun before it that can be somebody."""
        noun = antecedent(relative)
        if relative.lower_ in WHO and not self._somebody(noun):
            for i in range(noun.i - 1, noun.sent.start - 1, -1):
                if self._somebody(noun.doc[i]):
                    return noun.doc[i]
        return noun

    def _somebody(self, noun: Token) -> bool:
        """Whether a noun is a person or people: by its entity, a mention, or as the word for an office or official."""
        if noun.pos_ not in {"NOUN", "PROPN", "PRON"}:
            return False
        mention = self.at(noun)
        named = mention is not None and not mention.place
        words = {noun.lower_, noun.lemma_.lower()}
        return named or noun.ent_type_ in {"PERSON", "NORP"} or not words.isdisjoint(lexicon.people())

    def labelled(self, label: str) -> Speaker:
        """The speaker whose name heads a turn of a transcript: 'ØRSTED', 'SECRETARY KERRY (via interpreter)'."""
        for word in label.split("(", maxsplit=1)[0].split():
            person = self._surnames.get(word.casefold().strip(",."))
            if person is not None:
                return self.person(person)
        return Speaker(Reference.described(label.title() if label.isupper() else label), None)

    def is_state(self, party: str) -> bool:
        """Whether a party is a state."""
        return party in self._states

    def is_thing(self, head: Token) -> bool:
        """Whether a noun is more likely a thing than people: it has no name, title or party in it."""
        return not self.within(head.left_edge.idx, head.idx + 1) or head.lemma_.lower() in SOURCE.things

    def _several(self, head: Token, source: tuple[int, int]) -> Speaker | None:
        """Several speakers together: their words, each of them, and the party if they share one."""
        members = together(head, source)
        if len(members) > 1 and (first := self._first_of_list(min(members, key=lambda member: member.i))):
            members = [*first, *members]
            source = members[0].left_edge.i, source[1]
        known: dict[Reference, None] = {}
        if len(members) > _PAIR and self._explained(head, members[1]):
            members = members[1:]
        if head.tag_ in {"NNS", "NNPS"} and len(listed := self._listed(head, source)) > 1:
            known, members = dict.fromkeys(listed), []
        unknown = 0
        for member in members:
            meant = named(self.cited, self.at(member), alone=len(members) == 1) or self._beside(member)
            known.update(dict.fromkeys(meant))
            unknown += not meant
        if len(known) + unknown < 2:
            if len(members) > 1 and known and all(self.at(member) is not None for member in members):
                who = next(iter(known))
                return Speaker(who, self.cited.party_of(who))
            return None
        parties = dict.fromkeys(party for who in known if (party := self.cited.party_of(who)) is not None)
        words = self._doc[source[0] : source[1]]
        covered = all(source[0] <= member.i < source[1] for member in members) and head.pos_ != "PRON"
        name = words.text if covered or not known else " and ".join(who.name for who in known)
        near = self.within(words.start_char, words.end_char) if unknown else []
        parties |= dict.fromkeys(party for mention in near for party in mention.parties if not mention.place)
        return Speaker(
            Reference.described(name),
            next(iter(parties), None) if known else (next(iter(parties)) if len(parties) == 1 else None),
            anonymous=not known,
            several=tuple(known) if not unknown else (),
        )

    def _explained(self, head: Token, first: Token) -> bool:
        """Whether a plural is followed by who they are: "the mediators, Qatar and Egypt"."""
        plural = head.tag_ == "NNS" and self.at(first) is not None
        own = self.at(head)
        definite = head.doc[head.left_edge.i].lower_ in THE
        return plural and definite and (own is None or not own.people) and first.left_edge.nbor(-1).text == ","

    def _first_of_list(self, member: Token) -> list[Token]:
        """The names before a list that the parser cut them from: "Fiji, | Tonga and Samoa"."""
        doc, at = self._doc, member.left_edge.i
        found: list[Token] = []
        while at >= 2 and doc[at - 1].text == "," and doc[at - 2].pos_ == "PROPN" and len(found) < _SHORT:
            name = self.at(doc[at - 2])
            if name is None or name.kind not in {"name", "capital"} or doc[at - 2].sent.start != member.sent.start:
                break
            found.insert(0, doc[at - 2])
            first = doc.char_span(name.start, name.end, alignment_mode="expand")
            at = first.start if first is not None else 0
        return found if found and at == member.sent.start else []

    def _listed(self, head: Token, source: tuple[int, int]) -> tuple[Reference, ...]:
        """Those whose names follow a plural: "the foreign ministers of Chile and Peru, A and B"."""
        words = self._doc[head.i + 1 : max(source[1], head.right_edge.i + 1)]
        end = words.end_char if len(words) else head.idx
        if not any(c.dep_ == "appos" for c in head.children):
            return ()
        names = [mention for mention in self.within(head.idx, end) if mention.kind == "name" and not mention.place]
        people = self.cited.persons(mention.people[0] for mention in names if mention.people)
        return people or self.cited.parties(mention.parties[0] for mention in names if len(mention.parties) == 1)

    def _beside(self, member: Token) -> tuple[Reference, ...]:
        """Whose name stands in apposition to a member: "his Sudanese colleague, Hind Osman"."""
        for child in member.children:
            if child.dep_ == "appos" and (mention := self.at(child)) is not None and mention.people:
                return self.cited.persons(mention.people)
        return ()

    def _known(self, mention: Mention, head: Token) -> Speaker | None:
        if len(mention.people) == 1:
            return self._person(mention)
        if mention.people or (mention.kind == "people" and head.tag_ in {"NN", "NNP"} and not _several_mean(head)):
            return None  # "the Dutchman" is somebody, not the Netherlands
        if len(mention.parties) == 1 and mention.kind in {"name", "capital", "seat", "group", "pronoun", "people"}:
            return self.party(mention.parties[0])
        return None

    def _person(self, mention: Mention) -> Speaker:
        found = self.person(mention.people[0])
        if found.party is None and len(mention.parties) == 1:
            return replace(found, party=mention.parties[0])
        return found

    def _same_phrase(self, mention: Mention, head: Token) -> bool:
        """Whether a name stands in apposition to the head, or is the head's own title."""
        doc = self._doc
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            return False
        root = span.root
        return root.i == head.i or (root.head.i == head.i and root.dep_ in {"appos", "compound", "nmod"})

    def _titled(self, mention: Mention, head: Token, near: list[Mention]) -> bool:
        """Whether a name ends the words of an office that reach past a place: "envoy to Kyiv Jan Vos"."""
        if mention.kind != "name" or mention.start < head.idx or head.lower_ not in offices().nouns:
            return False
        before = report_text(self._doc)[: mention.start].rstrip()
        if before.endswith(","):
            return mention.end == near[-1].end
        named = sum(other.kind == "name" and len(other.people) == 1 for other in near)
        return named == 1 and any(other.parties and other.end == len(before) for other in near)

    def _party(self, near: list[Mention], head: Token) -> str | None:
        """The one party that the source's own words name before or right after its head; places say nothing."""
        seats = [mention for mention in near if mention.place and mention.kind in _SEATS]
        near = [mention for mention in near if not mention.place]
        if head.lower_ in offices().nouns and offices().nouns[head.lower_].kind in _OTHERS:
            near = [  # "his counterpart" is not of his state, but "the host, Peru's president" is of Peru
                mention for mention in near if mention.kind == "adjective" or head.idx < mention.start
            ]
        near = [mention for mention in near if not self._aside(mention, head)]
        if not near and seats and self._of_seat(head, seats[0]):
            return seats[0].parties[0]
        parties = [party for mention in near for party in mention.parties if mention.start <= head.idx + 60]
        if len(set(parties)) == 1:
            return parties[0]
        first = near[0] if parties else None
        if first is not None and len(near) > 1 and " and " in self.text[first.end : near[1].start]:
            return None  # "the Japanese and South Korean navies"
        return first.parties[0] if first is not None and len(first.parties) == 1 and first.start < head.idx else None

    def _aside(self, mention: Mention, head: Token) -> bool:
        """Whether it only says what an official is besides: "the court's registrar, a Dutch lawyer"."""
        if mention.kind not in {"adjective", "title"} or mention.start < head.idx:
            return False
        before = self.text[max(mention.start - 5, 0) : mention.start] + self.text[mention.start : mention.end]
        return re.search(r", an? \S", before) is not None

    def _party_named(self, head: Token) -> str | None:
        """The party that a noun is named as: "the ruling party, Georgian Dream", "the militia Kataib Hezbollah"."""
        beside = [token for token in head.head.children if token.dep_ == head.dep_ == "nsubj" and token.i > head.i]
        for child in (*head.children, *beside):
            mention = self.at(child) if child.dep_ == "appos" or child.left_edge.i == head.i + 1 else None
            if mention is not None and mention.kind == "name":
                return mention.parties[0] if len(mention.parties) == 1 and not mention.people else None
        return None

    def _of_seat(self, head: Token, seat: Mention) -> bool:
        """Whether a body is the one "in Yerevan": "the ministry in Yerevan", "the opposition in Malé"."""
        body = speaks_for_state(head) or head.lower_ in lexicon.bodies() or head.lower_ in SOURCE.counterparts
        between = self.text[head.idx + len(head) : seat.start]
        abroad = seat.kind == "name" and head.lower_ in lexicon.abroad()  # "diplomats in Peru" are others'
        return body and not abroad and between == " in " and len(seat.parties) == 1


def speaks_for_state(head: Token) -> bool:
    """Whether a noun is that of an official, or of a source within a government: "a ministry source"."""
    if head.lower_ in lexicon.officials() or head.lemma_.lower() in lexicon.officials():
        return True
    within = head.lemma_.lower() in SOURCE.insiders
    return within and any(child.lower_ in lexicon.of_state() for child in head.children)


def _firm(head: Token) -> Span | None:
    """The name of the organisation that a noun is in apposition with: "the owner, Haldane Fisheries"."""
    name = next((child for child in head.children if child.dep_ == "appos" and child.ent_type_ == "ORG"), None)
    return entity(name) if name is not None and head.pos_ == "NOUN" else None


def _several_mean(head: Token) -> bool:
    """Whether a nationality means its people: "the Congolese say", "the French said"."""
    return head.head.tag_ == "VBP" or head.lower_.endswith(tuple(SOURCE.demonyms))


def without_circumstances(head: Token, source: tuple[int, int]) -> tuple[int, int]:
    """A source up to ", speaking on condition of anonymity", "who asked not to be named"."""
    doc = head.doc
    for i in range(head.i + 1, source[1]):
        if doc[i].text == "," and i + 1 < source[1] and doc[i + 1].lower_ in lexicon.circumstances():
            return source[0], i
        if doc[i].lower_ in WHO and doc[i - 1].text == ",":
            return source[0], i - 1
        if doc[i].lower_ in WHO and (i + 1 == source[1] or doc[i + 1].lower_ in lexicon.unnamed()):
            return source[0], i
        if doc[i].lower_ in RELATIVES and doc[i - 1].text == "," and doc[source[0]].lower_ in THE_THAT:
            return source[0], i - 1  # "the minister, who has since resigned"
        if doc[i].dep_ == "acl" and doc[i - 1].text == "," and doc[source[0]].lower_ in THE_THAT:
            return source[0], i - 1  # "the report, published in Nairobi"
    end = source[1]
    while end > head.i + 1 and (doc[end - 1].lower_ in RELATIVES or doc[end - 1].text == ","):
        end -= 1
    return source[0], end


def _nameless(head: Token, first: Token) -> bool:
    if head.pos_ == "PROPN" or head.ent_type_ in {"PERSON", "ORG", "GPE"}:
        return False
    if first.lower_ in SOURCE.vague or head.lower_ in SOURCE.vague:
        return True
    return head.tag_ == "NNS" and first.lower_ not in SOURCE.named_plural
