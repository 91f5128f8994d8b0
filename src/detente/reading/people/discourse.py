"""What later mentions stand for: descriptions, counterparts, group words and pronouns, in the order of the report."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.model.mention import Mention, MentionKind
from detente.reading.english.labels import SUBJECTS
from detente.reading.people.counterparts import owner_of
from detente.reading.people.lexicon import offices
from detente.reading.people.pronouns import PRONOUNS, Pronouns
from detente.reading.people.salience import Salience, Spotted
from detente.reading.people.surroundings import UNIQUE
from detente.reading.people.titles import state_of_few

if TYPE_CHECKING:
    from detente.reading.people.known import Known
    from detente.reading.people.names import Name
    from detente.reading.people.titles import Title
    from detente.reading.people.tokens import Tokens

_AROUND = words("en/offices/groups", "around")
_BEHIND_BODY = words("en/offices/around", "behind_body")
_DISMISSING = words("en/offices/around", "dismissing")
_LATTER = words("en/offices/groups", "latter")
_LATTER_OR_FORMER = words("en/offices/groups", "latter_or_former")
_OF = words("en/function_words", "of")
_PAIR = words("en/offices/groups", "pair")
_THE = words("en/function_words", "the")
_THE_THESE = words("en/function_words", "the_these")
_THE_THESE_BOTH = words("en/function_words", "the_these_both")
_TWO = words("en/function_words", "two")
_WHOLE = words("en/offices/kinds", "whole")
_SIDES = words("en/offices/groups", "sides")
_PAIRS = words("en/offices/groups", "pairs")
_GROUPS = _SIDES | _PAIRS | {"latter", "former"}
_SIDE = words("en/offices/groups", "side")
_BODIES = words("en/offices/groups", "bodies")
_OF_BODY = words("en/offices/groups", "of_body")
_DEFINITE = words("en/offices/groups", "definite")  # "the" is enough
_THREE = words("en/function_words", "three")
_EITHER = words("en/offices/groups", "either")
_COUNTED = words("en/function_words", "two_or_three")
_CASES = SUBJECTS | {"dobj", "pobj", "conj", "dative"}
_LOOSE = words("en/offices/kinds", "beside")  #: kinds beside which any other may be held
_CALLED = 6  # sentences in which "the Egyptian" is still somebody
_FEW = 60  # offices just spoken of, among which the state of one is looked for


@dataclass(slots=True)
class Discourse:
    """Walks the report once, sentence by sentence, and keeps who was last spoken of."""

    tokens: Tokens
    people: dict[int, Known]
    ids: dict[int, str]
    names: list[Name]
    found: list[Title]
    _out: list[Mention] = field(default_factory=list)

    def mentions(self) -> tuple[Mention, ...]:
        """Every mention of people and parties, in order; a longer one comes before what it holds."""
        tokens = self.tokens
        salience = Salience(tokens)
        pronouns = Pronouns(tokens, self.people, salience)
        attached = {id(title) for person in self.people.values() for title in person.titles}
        names = {name.start: name for name in self.names}
        in_name = {i for name in self.names for i in range(name.start, name.end)}
        free = {title.noun: title for title in self.found if id(title) not in attached}
        for number, (first, last) in enumerate(tokens.sentences):
            salience.enter(number)
            for i in range(first, last):
                name = names.get(i)
                if name is not None:
                    self._name(name, salience)
                    continue
                mention = tokens.party[i]
                if mention is not None:
                    if i in tokens.party_ends and i not in in_name:
                        self._somebody(i, mention, salience)
                        self._out.append(mention)
                        salience.party(i, mention)
                    if i not in free:
                        continue
                word = tokens.lower[i]
                title = free.get(i)
                if title is not None:
                    self._description(title, salience)
                elif word in PRONOUNS:
                    spotted = pronouns.resolve(i)
                    if spotted is not None:
                        self._add(i, i + 1, "pronoun", spotted)
                elif word in _BODIES and tokens.lower[i - 1] not in _EITHER:
                    self._body(i, first, salience)
                elif word in _SIDE and i > first and tokens.lower[i - 1] in _EITHER:
                    self._either(i, salience)
                elif word in _GROUPS or (word in _TWO and self._bare_two(i)):
                    self._group(i, word, salience)
            salience.leave()
        return in_order(self._out)

    def _name(self, name: Name, salience: Salience) -> None:
        person = self.people[name.person]
        if name.qualifies:
            if person.party and self.tokens.party[name.end] is None:
                end = name.end + 1
                start = name.start
                if start > 0 and self.tokens.lower[start - 1] in _THE and self.tokens.sentence[start - 1] >= 0:
                    start -= 1
                spotted = Spotted(name.end, (), (person.party,))
                self._add(start, end, "seat", spotted)
                salience.note(spotted)
            return
        spotted = Spotted(name.end - 1, (person.number,), (person.party,) if person.party else ())
        self._add(name.start, name.end, "name", spotted)
        salience.note(spotted)

    def _somebody(self, i: int, mention: Mention, salience: Salience) -> None:
        """The person in "the Egyptian": one of that state, last spoken of not long ago."""
        tokens = self.tokens
        last = tokens.party_ends[i] - 1
        start = i if last > i else i - 1
        if mention.kind != "people" or last - start != 1 or start < 0 or tokens.lower[start] not in _THE:
            return
        if tokens.tag[last] not in {"NN", "NNP"} or tokens.dep[last] not in _CASES:
            return
        own = [person.number for person in self.people.values() if person.party in mention.parties]
        number = salience.last(own, within=_CALLED)
        if number is not None:
            spotted = Spotted(last, (number,), mention.parties)
            self._add(start, last + 1, "title", spotted)
            salience.note(spotted)

    def _description(self, title: Title, salience: Salience) -> None:
        if title.plural:
            self._plural(title, salience)
            return
        if title.kind == "counterpart":
            self._counterpart(title, salience)
            return
        if not title.definite or title.past:
            if title.parties and not title.past:
                self._add(title.start, title.end, "title", Spotted(title.noun, (), title.parties))
            return
        if not title.parties and (state := state_of_few(self.tokens, title)) is not None:
            title = replace(title, parties=(state,))
        person = self._holder(title, salience)
        if person is None and not title.parties and title.owner is None:
            title = replace(title, parties=self._state_again(title))
        parties = (person.party,) if person and person.party else title.parties
        if person is None and not parties:
            return
        spotted = Spotted(title.noun, (person.number,) if person else (), parties)
        if person is not None:
            person.described.append((title.start, title.end))
            if not person.titles and title.kind in UNIQUE and _holds(person, title):
                person.titles.append(title)  # his office, which his name never stands beside
        self._add(title.start, title.end, "title", spotted)
        salience.note(spotted)

    def _state_again(self, title: Title) -> tuple[str, ...]:
        """The state of the only office of a kind just spoken of: "Peru's president … The president"."""
        near: set[str] = set()
        at = bisect_left(self.found, title.noun, key=lambda other: other.noun) - 1
        farthest = max(at - _FEW, 0)
        since = self.tokens.sentence[title.noun] - _CALLED
        while at >= farthest and self.tokens.sentence[self.found[at].noun] >= since:
            if self.found[at].kind == title.kind and len(self.found[at].parties) == 1:
                near.update(self.found[at].parties)
            at -= 1
        return tuple(near) if len(near) == 1 else ()

    def _holder(self, title: Title, salience: Salience) -> Known | None:
        """The person whose office it is: the only one in the report, or the one last spoken of."""
        fits = [person for person in self.people.values() if _holds(person, title)]
        if title.parties:
            named = [person for person in fits if person.party in title.parties]
            if (
                not named
                and len(fits) == 1
                and fits[0].party is None
                and title.kind in fits[0].kinds & offices().of_state
            ):
                # The one foreign minister of the report, and here is the state that his title did not name.
                fits[0].settle_party(title.parties[0], "office")
                named = fits
            if not named and title.kind == "leader":
                # "The North Korean leader", of somebody whose office the report never says.
                named = [
                    person for person in self.people.values() if person.party in title.parties and not person.kinds
                ]
            if not named and title.kind != "leader":
                # "The Sudanese minister", of the one Sudanese in the report, whose office is put in other words.
                own = [person for person in self.people.values() if person.party in title.parties]
                spoken = len(own) == 1 and own[0].names[0].start < title.start and own[0].kinds <= _LOOSE
                named = own if spoken else []
            fits = named
        fits = [person for person in fits if person.names[0].start < title.start or title.parties]
        if len(fits) > 1:
            subject = salience.subject
            if subject is not None and len(subject.people) == 1 and self.people[subject.people[0]] in fits:
                return self.people[subject.people[0]]
            last = salience.last([person.number for person in fits], within=3)
            return self.people[last] if last is not None else None
        return fits[0] if fits else None

    def _counterpart(self, title: Title, salience: Salience) -> None:
        owner = owner_of(self.tokens, title, self.people, self.names)
        fits = [
            person
            for person in self.people.values()
            if title.parties
            and person.party in title.parties
            and person is not owner
            and owner is not None
            and person.kinds & owner.kinds
        ]
        if not title.parties and owner is not None:
            return
        if not fits and title.parties:
            # Counterparts whose offices go by other names: a president's and a community's leader.
            own = [person for person in self.people.values() if person.party in title.parties]
            fits = own if len(own) == 1 and own[0] is not owner and own[0].names[0].start < title.start else []
        spotted = Spotted(title.noun, (fits[0].number,) if len(fits) == 1 else (), title.parties)
        if len(fits) == 1:
            fits[0].described.append((title.start, title.end))
        self._add(title.start, title.end, "counterpart", spotted)
        salience.note(spotted)

    def _plural(self, title: Title, salience: Salience) -> None:
        tokens = self.tokens
        before = tokens.lower[title.start - 1] if title.start > 0 else ""
        counted = before in _COUNTED or tokens.lower[title.start] in _COUNTED
        start = title.start - 1 if before in _COUNTED else title.start
        whose = start > 0 and tokens.lower[start - 1] in _THE_THESE
        whose = whose or bool(_THE_THESE_BOTH & set(tokens.lower[start : title.noun]))
        wanted = [person.number for person in self.people.values() if _holds(person, title)]
        both = title.definite and not title.parties and len(wanted) == 2
        if not counted and both and all(self._near(number, title, 0) for number in wanted):
            counted = whose = True  # "the Ministers", of the only two
        if not counted or not whose:
            if title.parties:
                spotted = Spotted(title.noun, (), title.parties)
                self._add(title.start, title.end, "title", spotted)
                if len(title.parties) > 1:
                    salience.note(spotted)
            return
        if start > 0 and tokens.lower[start - 1] in _THE_THESE:
            start -= 1
        if _THREE.intersection(tokens.lower[start : title.noun]):
            three = salience.three()
            if three is not None:
                self._add(start, title.end, "group", Spotted(title.noun, (), three))
            return
        pair = salience.pair(set(wanted))
        if pair is None and len(wanted) == 2 and all(self._near(number, title) for number in wanted):
            pair = (wanted[0], wanted[1])
        if pair is None and not wanted:
            # Of people whose office the report does not say: "Sudan's Malik and Egypt's Zaki. The two ministers …".
            pair = salience.pair({person.number for person in self.people.values() if not person.kinds})
        pair = pair or salience.two_just_named()
        if pair is None:
            sides = salience.sides()
            if sides is None:
                return
            spotted = Spotted(title.noun, (), sides)
        else:
            spotted = self._both(title.noun, pair)
        self._add(start, title.end, "group", spotted)
        salience.note(spotted)

    def _near(self, number: int, title: Title, ahead: int = 2) -> bool:
        """Whether a person is named before a title, or at most two sentences after it."""
        first = self.people[number].names[0].start
        return self.tokens.sentence[first] <= self.tokens.sentence[title.noun] + ahead

    def _both(self, at: int, pair: tuple[int, ...]) -> Spotted:
        pair = tuple(sorted(pair, key=lambda n: self.people[n].names[0].start))
        parties = tuple(dict.fromkeys(p for n in pair if (p := self.people[n].party)))
        return Spotted(at, pair, parties)

    def _group(self, i: int, word: str, salience: Salience) -> None:
        tokens = self.tokens
        start = i
        first = tokens.sentences[tokens.sentence[i]][0]
        counted = False
        while start > first and i - start < 4:
            before = tokens.lower[start - 1]
            if before in _COUNTED:
                counted = counted or before not in _THREE
            elif before not in _AROUND and (tokens.tag[start - 1] not in {"JJ", "VBG"} or word in _LATTER_OR_FORMER):
                break
            start -= 1
        if word in _LATTER_OR_FORMER:
            if tokens.lower[i - 1] not in _THE or (i + 1 < len(tokens.text) and tokens.tag[i + 1][:2] in {"NN", "JJ"}):
                return
            spotted = salience.one_of_two(i, last=word in _LATTER)
            if spotted is not None:
                self._add(i - 1, i + 1, "group", Spotted(i, spotted.people, spotted.parties))
            return
        if word in _TWO:
            counted = True
        if word in _PAIR:
            if tokens.lower[i - 1] not in _THE or (i + 1 < len(tokens.text) and tokens.lower[i + 1] in _OF):
                return
            counted = True
        if not counted and _THREE.intersection(tokens.lower[start:i]):
            three = salience.three()
            if three is not None and word not in _PAIRS:
                self._add(start, i + 1, "group", Spotted(i, (), three))
            return
        if not counted and not (word in _DEFINITE and tokens.lower[start] in _THE and start == i - 1):
            return
        after = tokens.lower[i + 1 : i + 2]
        if after == ["of"] or (after == ["to"] and tokens.tag[i + 2 : i + 3] != ["VB"]):
            return  # "both sides of the strait", but "both sides to talk"
        if word in _PAIRS or (word in _TWO and salience.pair_just_named()):
            pair = salience.pair(None)
            if pair is None:
                return
            spotted = self._both(i, pair)
        else:
            sides = salience.sides()
            if sides is None:
                return
            spotted = Spotted(i, (), sides)
        self._add(start, i + 1, "group", spotted)
        salience.note(spotted)

    def _bare_two(self, i: int) -> bool:
        """Whether "the two" stands for somebody by itself: "The two also discussed"."""
        tokens = self.tokens
        following = tokens.tag[i + 1 : i + 2]
        alone = not following or (following[0][:2] not in {"NN", "JJ", "CD"} and tokens.lower[i + 1] not in _DISMISSING)
        return alone and tokens.says(i - 1, _THE) and tokens.dep[i] in SUBJECTS

    def _either(self, i: int, salience: Salience) -> None:
        """Neither government: both of them, with or without what is denied."""
        sides = salience.sides()
        if sides is not None and not self.tokens.says(i + 1, _OF):
            self._add(i - 1, i + 1, "group", Spotted(i, (), sides))

    def _body(self, i: int, first: int, salience: Salience) -> None:
        """A government or ministry without its state."""
        tokens = self.tokens
        start = i - 1
        while start > first and tokens.lower[start] in _OF_BODY:
            start -= 1
        if start < first or tokens.lower[start] not in _THE or tokens.quoted[i]:
            return
        following = tokens.lower[i + 1 : i + 2]
        if following == ["in"] and (seat := self._seat(i + 2)) is not None:
            self._add(start, i + 1, "group", Spotted(i, (), (seat,)))
            salience.note(Spotted(i, (), (seat,)))
            return
        if following and (following[0] in _BEHIND_BODY or tokens.tag[i + 1][:2] == "NN"):
            return
        party = salience.body()
        if party is not None:
            spotted = Spotted(i, (), (party,))
            self._add(start, i + 1, "group", spotted)
            salience.note(spotted)

    def _seat(self, i: int) -> str | None:
        """The state of the capital at a token: "the ministry in Yerevan"."""
        mention = self.tokens.party[i] if i < len(self.tokens.party) else None
        seated = mention is not None and mention.kind in {"capital", "seat"} and len(mention.parties) == 1
        return mention.parties[0] if mention is not None and seated else None

    def _add(self, start: int, end: int, kind: MentionKind, spotted: Spotted) -> None:
        people = tuple(self.ids[number] for number in spotted.people)
        if people or spotted.parties:
            self._out.append(Mention(self.tokens.start[start], self.tokens.end(end - 1), kind, spotted.parties, people))


def in_order(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Mentions in the order of the report; a longer one comes before what it holds."""
    return tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end)))


def _holds(person: Known, title: Title) -> bool:
    """Whether a person may be meant by an office's words."""
    if title.gender and person.gender and title.gender != person.gender:
        return False
    kinds = offices().also.get(title.kind, frozenset({title.kind}))
    if not person.kinds & kinds:
        return False
    if not title.qualities or title.kind in _WHOLE:
        return True
    return any(title.qualities <= held.qualities | set(held.words.lower().split()) for held in person.titles)
