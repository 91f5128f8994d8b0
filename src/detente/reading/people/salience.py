"""Who was last spoken of: the ground on which group words and pronouns are resolved."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.labels import SUBJECTS
from detente.reading.people.two_sides import two_sides

if TYPE_CHECKING:
    from detente.model.mention import Mention
    from detente.reading.people.tokens import Tokens

_AND = words("en/function_words", "and")
_REACH = 60  # mentions kept in view
_PAIR = 2
_RECENT = 6  # sentences in which "the two" may have been named
_THREE = 3
_SUBJECT = SUBJECTS | {"csubj"}
_NOMINAL = frozenset({"name", "capital", "seat", "people", "group"})


@dataclass(frozen=True, slots=True)
class Spotted:
    """People (by number) and parties at a token."""

    token: int
    people: tuple[int, ...] = ()
    parties: tuple[str, ...] = ()

    @property
    def several(self) -> bool:
        """Whether more than one is meant."""
        return len(self.people) > 1 or (not self.people and len(self.parties) > 1)


class Salience:
    """The mentions last seen, with their sentences, and how often each party came up."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.recent: deque[Spotted] = deque(maxlen=_REACH)
        self.sentence = -1
        self.subject: Spotted | None = None  #: of the last sentence's main clause
        self.weight: Counter[str] = Counter()
        self.two_before: Spotted | None = None  #: the only two people of the last sentence, if nothing else was plural
        self._here: list[Spotted] = []

    def enter(self, number: int) -> None:
        """Begin a sentence."""
        self.sentence = number
        self._here = []

    def leave(self) -> None:
        """End a sentence: its main subject is what the next one is about."""
        first, last = self.tokens.sentences[self.sentence]
        if not any(word[0].isalpha() for word in self.tokens.text[first:last]):
            return  # a number of its own
        subject: Spotted | None = None
        for spotted in self._here:
            if self.is_subject(spotted.token) and self._main(spotted.token):
                subject = spotted
                break
        if subject is None:
            subject = next((spotted for spotted in self._here if self.is_subject(spotted.token)), None)
        if subject is not None:
            subject = self.joined(subject, self._here)
            if not subject.several:
                subject = self._two_in_front(subject, first, last) or subject
        self.subject = subject
        people = dict.fromkeys(n for spotted in self._here for n in spotted.people)
        plural = any(tag in {"NNS", "NNPS"} for tag in self.tokens.tag[first:last])
        parties = dict.fromkeys(party for spotted in self._here if spotted.people for party in spotted.parties)
        self.two_before = Spotted(first, tuple(people), tuple(parties)) if len(people) == 2 and not plural else None

    def _two_in_front(self, subject: Spotted, first: int, last: int) -> Spotted | None:
        """The two people whom "and" joins before the main verb, where titles and appositions lose the parser."""
        tokens = self.tokens
        root = next((i for i in range(first, last) if tokens.dep[i] == "ROOT"), first)
        front = [spotted for spotted in self._here if spotted.token < root and spotted.people]
        if len(front) != _PAIR or front[0] is not subject or front[0].people == front[1].people:
            return None
        between = range(front[0].token + 1, front[1].token)
        joined = any(tokens.lower[k] in _AND for k in between) and not any(tokens.tag[k][0] == "V" for k in between)
        return (
            Spotted(
                subject.token,
                (*front[0].people, *front[1].people),
                tuple(dict.fromkeys((*front[0].parties, *front[1].parties))),
            )
            if joined
            else None
        )

    def note(self, spotted: Spotted) -> None:
        """Somebody was named."""
        self.recent.append(spotted)
        self._here.append(spotted)
        self.weight.update(spotted.parties)

    def party(self, token: int, mention: Mention) -> None:
        """A party was named; adjectives only count."""
        self.weight.update(mention.parties)
        if mention.kind in _NOMINAL and not mention.place:
            last = self.tokens.party_ends.get(token, token + 1) - 1
            spotted = Spotted(last, (), mention.parties)
            self.recent.append(spotted)
            self._here.append(spotted)

    @property
    def here(self) -> list[Spotted]:
        """What this sentence has named so far."""
        return self._here

    def is_subject(self, token: int) -> bool:
        """Whether a token heads a subject, or stands in apposition to one: "the envoy, Genet Assefa, was summoned"."""
        return self.tokens.dep[self._noun(token)] in _SUBJECT

    def _main(self, token: int) -> bool:
        return self.tokens.dep[self.tokens.head[self._noun(token)]] == "ROOT"

    def _noun(self, token: int) -> int:
        """The noun that a name in apposition names."""
        tokens = self.tokens
        if tokens.dep[token] != "appos":
            return token
        noun = tokens.head[token]
        if tokens.entity[noun] == "GPE" and tokens.dep[noun] == "pobj" and tokens.head[tokens.head[noun]] < noun:
            return tokens.head[tokens.head[noun]]  # "a diplomat in Port Moresby, Wei Dong, ..."
        return noun

    def joined(self, first: Spotted, among: list[Spotted]) -> Spotted:
        """A mention with its conjuncts: "Kono and Lavrov" as one."""
        members = [first]
        heads = {first.token, self._noun(first.token)}
        for spotted in among:
            noun = self._noun(spotted.token)
            if spotted.token > first.token and self.tokens.dep[noun] == "conj" and self.tokens.head[noun] in heads:
                members.append(spotted)
                heads |= {spotted.token, noun}
        if len(members) == 1:
            return first
        return Spotted(
            first.token,
            tuple(dict.fromkeys(n for m in members for n in m.people)),
            tuple(dict.fromkeys(p for m in members for p in m.parties)),
        )

    def last(self, people: list[int], within: int) -> int | None:
        """Which of several people was last spoken of, if that was not long ago."""
        for spotted in reversed(self.recent):
            if self.tokens.sentence[spotted.token] < self.sentence - within:
                return None
            if len(spotted.people) == 1 and spotted.people[0] in people:
                return spotted.people[0]
        return None

    def pair(self, among: set[int] | None) -> tuple[int, ...] | None:
        """The two people last spoken of together or one after the other; ``among`` limits who."""
        if self.subject is not None and len(self.subject.people) == _PAIR:
            together = self.subject.people  # "A and B met under C. The two ..."
            if (among is None or among.issuperset(together)) and not any(spotted.people for spotted in self._here):
                return together
        seen: list[int] = []
        for spotted in reversed(self.recent):
            fitting = [n for n in spotted.people if among is None or n in among]
            if len(fitting) == 2 and not seen:
                return tuple(fitting)
            seen.extend(n for n in fitting if n not in seen)
            if len(seen) >= 2:
                return seen[1], seen[0]
        return None

    def two_just_named(self) -> tuple[int, ...] | None:
        """The two people whom the last sentence names, if it names no third."""
        last = dict.fromkeys(
            n for s in self.recent if self.tokens.sentence[s.token] == self.sentence - 1 for n in s.people
        )
        return tuple(last) if len(last) == _PAIR else None

    def pair_just_named(self) -> bool:
        """Whether two people were named in the last sentences."""
        near = [s for s in self.recent if self.tokens.sentence[s.token] >= self.sentence - _RECENT]
        return len({n for spotted in near for n in spotted.people}) >= _PAIR

    def sides(self) -> tuple[str, ...] | None:
        """The two parties that this sentence or the one before is about, else the two that the report is most about."""
        paragraphs = self.tokens.paragraphs
        for back in (0, 1, 2):
            if back == 2 and (self.sentence < back or paragraphs[self.sentence - back] != paragraphs[self.sentence]):
                break
            found = dict.fromkeys(
                party
                for spotted in self.recent
                if self.tokens.sentence[spotted.token] == self.sentence - back
                for party in spotted.parties
            )
            if len(found) == 2:
                return tuple(found)
        sides = two_sides(self.tokens)
        if sides is not None:
            return tuple(sorted(sides))
        top = self.weight.most_common(3)
        if len(top) < 2 or (len(top) == 3 and top[2][1] == top[1][1]):
            return None
        return tuple(sorted((top[0][0], top[1][0])))

    def three(self) -> tuple[str, ...] | None:
        """The three parties that one of the last sentences names."""
        for back in (0, 1, 2):
            found = dict.fromkeys(
                party
                for spotted in self.recent
                if self.tokens.sentence[spotted.token] == self.sentence - back
                for party in spotted.parties
            )
            if len(found) == _THREE:
                return tuple(found)
        return None

    def body(self) -> str | None:
        """Whose "the ministry" is: of the only party of this sentence and the one before, else of the last subject."""
        seen = {
            party
            for spotted in self.recent
            if self.tokens.sentence[spotted.token] >= self.sentence - 1
            for party in spotted.parties
        }
        if len(seen) == 1:
            return next(iter(seen))
        subject = self.subject
        if subject is None or self._here or subject.people or len(subject.parties) != 1:
            return None
        return subject.parties[0]

    def one_of_two(self, token: int, *, last: bool) -> Spotted | None:
        """The former or the latter of the two last named before a token in this sentence or the two before."""
        two: list[Spotted] = []
        whose = {
            (self.tokens.sentence[s.token], party) for s in self.recent if len(s.people) == 1 for party in s.parties
        }
        for spotted in reversed(self.recent):
            if self.tokens.tag[spotted.token][:3] == "PRP":
                continue
            if not spotted.people and len(spotted.parties) == 1:
                here = self.tokens.sentence[spotted.token], spotted.parties[0]
                if here in whose:
                    continue  # "Diallo of Mali" is one, not two
            if spotted.several or self.tokens.sentence[spotted.token] < self.sentence - _PAIR:
                break
            if spotted.token < token and not any(
                s.people == spotted.people and s.parties == spotted.parties for s in two
            ):
                two.append(spotted)
            if len(two) == 2:
                return two[0] if last else two[1]
        return None
