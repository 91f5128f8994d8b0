"""Sources that only what came before makes known: 'he', 'the Dutchman', 'the authority', 'a navy spokesman'."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.model.references import Reference
from detente.reading.attribution import lexicon
from detente.reading.attribution.sources import extent
from detente.reading.attribution.speakers import Speaker, speaks_for_state, without_circumstances
from detente.reading.attribution.words import SOURCE
from detente.reading.english.grammar import IN, IT, OF, THE_THAT, THEY
from detente.reading.english.labels import SUBJECTS
from detente.reading.people.genders import gender_of
from detente.reading.people.lexicon import offices

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from detente.model.mention import Mention
    from detente.reading.attribution.speakers import Speakers

_GENDER = dict.fromkeys(SOURCE.of_people, "m") | dict.fromkeys(SOURCE.of_women, "f")
_AGED = re.compile(r"the \d{2,3}-year-old\b(?! [a-z])", re.IGNORECASE)
_SHORT = 2  # tokens of "the diplomat"
_ROLES = SUBJECTS | {"dobj", "dative", "pobj"}
_TWO = 2
_BACK = 1  # paragraphs that a source may be known from


@dataclass(slots=True)
class _Before:
    speaker: Speaker
    paragraph: int
    personal: bool  #: whether its words are those for one person, not for a body


class Following:
    """Keeps who spoke, statement by statement in the order of the text, and resolves sources that lean on it."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers
        self._last: _Before | None = None
        self._described: dict[str, Speaker] = {}  #: sources known by a noun alone
        self._referred: dict[Reference, str] = {}  #: the gender of the pronoun that somebody went by

    def source(self, head: Token, source: tuple[int, int], who: Speaker, paragraph: int) -> Speaker:
        """The source at ``head``, resolved by what came before where its own words leave it open."""
        word = head.lower_
        if who.who is None:
            near = self._pronoun(word, paragraph) or self._just_named(head) or self._unnamed_before(head)
            return near or self._those_before(head) or who
        if who.person or who.several:
            return who
        if word in SOURCE.both and source[1] - source[0] == 1:
            return self._just_named(head) or who
        if _AGED.match(who.who.name):
            last = self._near(paragraph, _BACK)
            return (last if last is not None and last.person else self._just_named(head)) or who
        definite = head.doc[source[0]].lower_ in THE_THAT
        first, end = without_circumstances(head, source)
        short = end - first <= _SHORT + (word in lexicon.epithets())
        if definite and short:
            known = self._described.get(word)
            if known is not None and (who.party is None or (known.anonymous and known.party == who.party)):
                return known
            nationality = self._nationality(head)
            known = self._named_again(head, paragraph) if who.party is None or nationality else None
            if known is not None and not (nationality and known.party and self._speakers.is_state(known.party)):
                return known
        last = self._near(paragraph, _BACK)
        group = last.party if last is not None and definite and short and word in lexicon.bodies() else None
        if who.party is None and group is not None and not self._speakers.is_state(group):
            return self._speakers.party(group)  # "the group", after the Houthis
        if who.party is None and word in SOURCE.partitive and (those := self._group()) is not None:
            return replace(who, party=those.party)
        if who.party is None and (party := self._owner(head, paragraph)) is not None:
            return replace(who, party=party)
        if who.party is None and speaks_for_state(head):
            return replace(who, party=self._spoken_for(head, paragraph))
        return who

    def _those_before(self, head: Token) -> Speaker | None:
        """Who acted together in one of the two sentences before, for "they": "A and his guests, B and C, met"."""
        start = head.sent.start
        for _ in range(_TWO if head.lower_ in THEY else 0):
            if start == 0:
                return None
            before = head.doc[start - 1].sent
            acting = [each for each in self._in(before, before.root.idx) if each.kind == "name"]
            people = self._speakers.cited.persons(person for each in acting for person in each.people)
            if len(people) >= _TWO:
                return Speaker(Reference.described(" and ".join(who.name for who in people)), None, several=people)
            start = before.start
        return None

    def _nationality(self, head: Token) -> bool:
        """Whether a noun calls somebody by his state: "the Tunisian"."""
        mention = self._speakers.at(head)
        return mention is not None and mention.kind == "people" and head.tag_ in {"NN", "NNP"}

    def _owner(self, head: Token, paragraph: int) -> str | None:
        """The party of the one whose deputy or aide it is: "his deputy", "a colleague of hers"."""
        office = offices().nouns.get(head.lower_)
        if office is None:
            return None
        of = next((child for child in head.children if child.lower_ in OF), None)
        behind = (
            next((child for child in of.children if child.lower_ in SOURCE.owned), None) if of is not None else None
        )
        own = office.kind in offices().of_party
        whose = behind or next((child for child in head.children if own and child.lower_ in SOURCE.owners), None)
        if whose is None:
            return None
        mention = self._speakers.at(whose)
        if mention is not None and len(mention.people) == 1:
            return self._speakers.person(mention.people[0]).party
        if mention is not None:
            return mention.parties[0] if len(mention.parties) == 1 else None
        last = self._near(paragraph, _BACK)
        return last.party if last is not None and last.person == (whose.lower_ not in SOURCE.of_bodies) else None

    def _unnamed_before(self, head: Token) -> Speaker | None:
        """Who has no name in the sentence before: the body that is "it", the office that is "he" or "she".

        "The commission has met. It found …", "The Chilean minister sat down. 'You are late,' he said."
        """
        word = head.lower_
        if (word not in IT and word not in _GENDER) or head.sent.start == 0:
            return None
        before = head.doc[head.sent.start - 1].sent
        if "\n\n" in self._speakers.text[before.root.idx : head.sent.start_char]:
            return None
        near = (noun for child in before.root.children for noun in (child, *child.children))
        nouns = [noun for noun in near if noun.dep_ in _ROLES and noun.pos_ in {"NOUN", "PROPN"}]
        fits = [noun for noun in nouns if self._may_be(noun, word)]
        if word in IT:
            fits = [noun for noun in fits if noun.dep_ in SUBJECTS]
        if len(fits) != 1:
            return None
        return replace(self._speakers.resolve(fits[0], extent(fits[0])), anonymous=False)

    def _may_be(self, noun: Token, word: str) -> bool:
        """Whether a noun is a body, for "it", or an office without a name, for "he" and "she"."""
        if word in IT:
            return noun.lower_ in lexicon.bodies()
        nouns = offices().nouns
        office = nouns.get(noun.lower_) or next((nouns[c.lower_] for c in noun.children if c.lower_ in nouns), None)
        mention = self._speakers.at(noun)
        named = mention is not None and mention.people
        return office is not None and not office.plural and office.gender in {None, _GENDER[word]} and not named

    def note(self, head: Token | None, who: Speaker, paragraph: int) -> None:
        """Somebody spoke."""
        personal = who.person or (
            head is not None and head.tag_ in {"NN", "NNP"} and head.lower_ not in lexicon.bodies()
        )
        if head is not None and head.lower_ in _GENDER:
            personal = True
        self._last = _Before(who, paragraph, personal)
        if head is None or who.who is None:
            return
        if head.lower_ in _GENDER:
            self._referred[who.who] = _GENDER[head.lower_]
        elif head.pos_ in {"NOUN", "PROPN"} and not who.person:
            self._described[head.lower_] = who

    @property
    def last(self) -> Speaker | None:
        """Who spoke last."""
        return self._last.speaker if self._last is not None else None

    def _near(self, paragraph: int, back: int = 0) -> Speaker | None:
        last = self._last
        return last.speaker if last is not None and paragraph - last.paragraph <= back else None

    def _pronoun(self, word: str, paragraph: int) -> Speaker | None:
        last = self._near(paragraph) or (self._near(paragraph, _BACK) if self._is_somebody() else None)
        if last is None or last.who is None:
            return None
        person = last.person
        if word in _GENDER:
            gender = gender_of(last.who.name) if person else None
            gender = gender or self._referred.get(last.who)
            singular = person or (not last.several and self._last is not None and self._last.personal)
            return last if singular and gender in {None, _GENDER[word]} and not last.is_party else None
        if word in IT:
            return last if not person and not last.anonymous and not last.several else None
        if word in THEY:
            return last if last.several else None
        return None

    def _is_somebody(self) -> bool:
        """Whether the last to speak is one person known by a description alone, who goes on in the next paragraph."""
        last = self._last
        return last is not None and last.personal and not last.speaker.person and not last.speaker.several

    def _named_again(self, head: Token, paragraph: int) -> Speaker | None:
        """The last speaker, where "the Dutchman" can be nobody else: he is a person, and the noun names no office."""
        last = self._near(paragraph, _BACK)
        if head.lower_ not in lexicon.epithets() and not self._nationality(head):
            return None
        return last if last is not None and last.person else self._just_named(head)

    def _just_named(self, head: Token) -> Speaker | None:
        """Whoever the sentence before names alone, or the two that it names, for "both" and "neither"."""
        if head.sent.start == 0:
            return None
        before = head.doc[head.sent.start - 1].sent
        if "\n\n" in self._speakers.text[before.root.idx : head.sent.start_char]:
            return None
        mentions = self._in(before, before.end_char)
        cited = self._speakers.cited
        people = cited.persons(person for mention in mentions for person in mention.people)
        word = head.lower_
        if word in SOURCE.both:
            two = people if len(people) == _TWO else cited.parties(p for m in mentions for p in m.parties)
            together = Reference.described(" and ".join(who.name for who in two))
            return Speaker(together, None, several=two) if len(two) == _TWO else None
        if len(people) != 1 or word in SOURCE.nobody_named:
            return None
        gender = gender_of(people[0].name) or self._referred.get(people[0])
        if word in _GENDER and gender not in {None, _GENDER[word]}:
            return None
        return Speaker(people[0], cited.party_of(people[0]))

    def _group(self) -> Speaker | None:
        """The group that "one of them" belongs to: the last that spoke, if it stayed without a name."""
        last = self._last.speaker if self._last is not None else None
        return last if last is not None and last.anonymous else None

    def _spoken_for(self, head: Token, paragraph: int) -> str | None:
        """On whose behalf an official without a state speaks: the last speaker's, or that of the words before."""
        if any(child.lower_ in lexicon.elsewhere() for child in head.children):
            return None
        last = self._near(paragraph)
        if last is not None and last.party is not None and head.lower_.startswith("spokes"):
            return last.party
        opening = self._speakers.within(head.sent.start_char, head.idx)
        if opening and opening[0].place and opening[0].kind == "capital" and head.sent[0].lower_ in IN:
            return opening[0].parties[0]
        here = [mention for mention in self._in(head.sent, head.idx) if mention.start < head.idx]
        if len(parties := _parties(here)) == 1:
            return next(iter(parties))
        if here or head.sent.start == 0:
            return None
        before = head.doc[head.sent.start - 1].sent
        found = self._in(before, before.end_char)
        if not found and last is not None:
            return last.party  # the sentence before is his, and names nobody
        about = [mention for mention in found if mention.start < before.root.idx]
        subject = next((child for child in before.root.children if child.dep_ == "nsubj"), None)
        again = subject is not None and subject.lower_ == head.lower_  # his party would have been said of him there
        for mentions in (about, [] if again else found):
            if len(parties := _parties(mentions)) == 1:
                return next(iter(parties))
        return None

    def _in(self, sentence: Span, end: int) -> list[Mention]:
        return [mention for mention in self._speakers.within(sentence.start_char, end) if not mention.place]


def _parties(mentions: list[Mention]) -> set[str]:
    return {party for mention in mentions for party in mention.parties}
