"""The state that an office without one belongs to, by what stands around it.

Signs are weighed: the subject of the sentence before, the state whose parliament is addressed, a capital where the
words are said, the dateline, the letterhead, the state that the report is most about. A state counts only with two
points or more and more than any other; so one weak sign never makes a party, and two that disagree make none.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.knowledge.parties import records
from detente.reading.english.labels import SUBJECTS
from detente.reading.english.media import is_medium, states_of_media
from detente.reading.people.home import home_states
from detente.reading.people.lexicon import offices
from detente.reading.people.two_sides import other_side

if TYPE_CHECKING:
    from detente.model.mention import Mention
    from detente.reading.people.names import Name
    from detente.reading.people.titles import Title
    from detente.reading.people.tokens import Tokens

_ADDRESSES = words("en/offices/verbs", "addresses")
_BY_OR_TO = words("en/function_words", "by_or_to")
_IN = words("en/function_words", "in")
_OF_FOR_TO = words("en/function_words", "of_for_to")
_TOLD = words("en/offices/verbs", "told")
_ENOUGH = 2
_BACK = 3  # sentences that the state spoken of is looked for in
_CLIMB = 6
_QUOTING = words("en/offices/verbs", "quoting")
_WILL = words("en/offices/verbs", "will")
_JOINING = words("en/function_words", "of_or_the")
_GENERAL = words("en/offices/around", "general")
UNIQUE = words("en/offices/kinds", "unique")


class Surroundings:
    """Weighs what stands around an office. Built only where somebody's party is wanting."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.dateline, self.letterhead = home_states(tokens)
        self.named: dict[int, list[tuple[int, Mention]]] = {}  #: sentence -> its mentions of one state each
        self.subject: dict[int, set[str]] = {}  #: sentence -> states in its main subject
        count: Counter[str] = Counter()
        known = records()
        for first, last in tokens.party_ends.items():
            mention = tokens.party[first]
            if mention is None or len(mention.parties) != 1 or tokens.sentence[first] < 0:
                continue
            state = mention.parties[0]
            if state not in known or not known[state].kind.endswith("state"):
                continue
            number = tokens.sentence[first]
            self.named.setdefault(number, []).append((first, mention))
            count[state] += 1
            if not mention.place and self._in_subject(last - 1):
                self.subject.setdefault(number, set()).add(state)
        self.alone = len(count) == 1  #: whether the report names no second state
        top = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
        self.main = top[0][0] if top and (len(top) == 1 or top[0][1] >= 2 * top[1][1]) else None

    def party(self, name: Name, title: Title, against: set[str]) -> str | None:
        """The state that an office is of, or none."""
        if not _of_state(self.tokens, title):
            return None
        number = self.tokens.sentence[title.noun]
        abroad = title.kind in offices().abroad
        acting = not self._is_object(name.end - 1)  # who is written to or met may well be of another state
        score = self._sentence(name, number, abroad=abroad, acting=acting)
        score.update(self._speaking(name, title, number))
        if acting:
            score.update(self._before(number))
            beside = {m.parties[0] for n in (number - 1, number) for _, m in self.named.get(n, ()) if not m.place}
            for state in self.dateline:
                score[state] += 1 if abroad or beside - {state} else _ENOUGH
            if self.main and not beside - {self.main}:
                score[self.main] += _ENOUGH if self.alone and beside and not abroad else 1
            if (host := self._host(title)) is not None:
                score[host] += _ENOUGH + 1
        if self.letterhead:
            score[self.letterhead] += _ENOUGH + 1
        ranked = sorted(((n, state) for state, n in score.items() if state not in against), reverse=True)
        if not ranked or ranked[0][0] < _ENOUGH or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        return ranked[0][1]

    def _host(self, title: Title) -> str | None:
        """The other of two sides, where somebody summons or expels an envoy of the one."""
        tokens = self.tokens
        number = tokens.sentence[title.noun]
        last = tokens.sentences[number][1]
        verb = next((k for k in range(title.end, last) if tokens.lower[k] in offices().summons), last)
        for at, mention in self.named.get(number, ()):
            if at > verb and not mention.place and mention.kind in {"name", "adjective"}:
                return other_side(tokens, mention.parties[0])
        return None

    def _speaking(self, name: Name, title: Title, number: int) -> dict[str, int]:
        """The state whose own body speaks of the office: "The Foreign Office said that the minister, A, ..."."""
        tokens = self.tokens
        for at, mention in self.named.get(number, ()):
            last = tokens.party_ends[at] - 1
            if at >= name.begin or mention.place or not self._in_subject(last):
                continue
            head = last
            while tokens.dep[head] not in SUBJECTS and tokens.head[head] != head:
                head = tokens.head[head]
            word = tokens.doc[head]
            own = title.definite and (mention.kind in {"seat", "group"} or tokens.lower[head] in offices().acting)
            if own or (not title.definite and is_medium(word) and not tokens.quoted[name.begin]):
                return {mention.parties[0]: _ENOUGH}
        return {}

    def _in_subject(self, i: int) -> bool:
        """Whether a token stands in the subject of its sentence's main verb."""
        tokens = self.tokens
        for _ in range(_CLIMB):
            head = tokens.head[i]
            if tokens.dep[i] in SUBJECTS:
                return tokens.dep[head] == "ROOT"
            if head == i or tokens.dep[i] not in {"poss", "amod", "compound", "pobj", "prep", "nmod", "conj"}:
                return False
            i = head
        return False

    def _before(self, number: int) -> dict[str, int]:
        """What the nearest sentence before that names a state is about."""
        paragraphs = self.tokens.paragraphs
        for back in range(number - 1, max(number - 1 - _BACK, -1), -1):
            if back not in self.named:
                continue
            about = self.subject.get(back, set())
            if len(about) != 1 or paragraphs[number] - paragraphs[back] > 1:
                return {}
            others = {m.parties[0] for _, m in self.named[back] if not m.place} - about
            alone = not others and (paragraphs[back] == paragraphs[number] or back == number - 1)
            earlier = self.subject.get(back - 1, about) if paragraphs[back - 1] == paragraphs[back] else about
            alone = alone and earlier == about  # not one of a row of states
            return dict.fromkeys(about, _ENOUGH if alone else 1)
        return {}

    def _is_object(self, i: int) -> bool:
        tokens = self.tokens
        for _ in range(_CLIMB):
            if tokens.dep[i] != "conj":
                break
            i = tokens.head[i]
        if tokens.dep[i] == "pobj":
            return tokens.dep[tokens.head[i]] != "agent"
        return tokens.dep[i] in {"dobj", "dative", "iobj"} and tokens.lower[tokens.head[i]] not in _QUOTING

    def _sentence(self, name: Name, number: int, *, abroad: bool, acting: bool) -> Counter[str]:
        """What the sentence itself says: "told the Polish parliament", "said in Skopje", "said that Oslo would"."""
        tokens, here = self.tokens, offices()
        score: Counter[str] = Counter()
        first, last = tokens.sentences[number]
        went = next((k for k in range(first, last) if tokens.lower[k] in here.travels), last)
        invited = not here.meets.isdisjoint(tokens.lower[max(name.begin - 2, first) : name.begin])
        for k in range(first, last):
            state = states_of_media().get(tokens.text[k])
            if state is not None and acting and self._reports(k):  # "TASS quoted Deputy Foreign Minister A"
                score[state] += _ENOUGH
        for at, mention in self.named.get(number, ()):
            state, end = mention.parties[0], tokens.party_ends[at]
            if acting and tokens.lower[end : end + 1] and is_medium(tokens.doc[self._noun_after(end)]):
                score[state] += _ENOUGH if self._reports(self._noun_after(end)) else 0
            elif mention.kind in {"capital", "seat"} and mention.place:
                if went < at < name.begin and invited:
                    score[state] += _ENOUGH  # "flew to Bogota for talks with President A"
                elif acting and went > at and at > first and tokens.lower[at - 1] in _IN and not abroad:
                    score[state] += 1
            elif not acting:
                continue
            elif mention.kind == "group" and here.houses.intersection(tokens.lower[at:end]):
                head = tokens.lower[tokens.head[end - 1]]
                score[state] += _ENOUGH if head in _ADDRESSES else 1
            elif tokens.dep[end - 1] in SUBJECTS and tokens.lower[tokens.head[end - 1]] in here.holds:
                score[state] += _ENOUGH  # "Peru opposes the port, the minister said"
            elif (tokens.dep[end - 1] in SUBJECTS and _WILL.intersection(tokens.lower[end : end + 1])) or (
                not abroad and mention.kind == "name" and tokens.lower[end : end + 1] in (["'s"], ["'"])
            ):
                score[state] += 1
        return score

    def _noun_after(self, i: int) -> int:
        """The head of the nouns that begin at a token: "state news agency"."""
        tokens = self.tokens
        while i + 1 < len(tokens.text) and tokens.head[i] > i and tokens.dep[i] in {"compound", "amod", "case", "nmod"}:
            i += 1
        return i

    def _reports(self, i: int) -> bool:
        """Whether a medium hands on what somebody said: it is a subject, or stands after "by" or "according to"."""
        tokens = self.tokens
        if tokens.dep[i] == "appos":
            i = tokens.head[i]
        if tokens.dep[i] == "compound":
            i = tokens.head[i]
        if tokens.dep[i] == "pobj":
            return tokens.lower[tokens.head[i]] in _BY_OR_TO and tokens.lower[tokens.head[i] - 1] not in _TOLD
        return tokens.dep[i] in SUBJECTS


def _of_state(tokens: Tokens, title: Title) -> bool:
    """Whether an office is a state's by its kind, and nothing in or after its words names something else."""
    if not plain_office(title) or _of_others(tokens, title) or tokens.says(title.end, _OF_FOR_TO):
        return False
    here = offices()
    if title.kind == "leader":
        return "opposition" in title.qualities
    if title.kind == "chief":
        return not title.qualities.isdisjoint(here.armed)
    if title.kind == "prosecutor":
        return any(word in title.words.lower() for word in _GENERAL)
    return title.kind in here.of_state


def _of_others(tokens: Tokens, title: Title) -> bool:
    """Whether a people that is no known party stands before the office: "the Flemish minister"."""
    return any(
        tokens.entity[k] == "NORP" and tokens.party[k] is None and tokens.text[k][0].isupper()
        for k in range(max(title.noun - 2, 0), title.noun)
    )


def plain_office(title: Title) -> bool:
    """Whether nothing in an office's words is a name: "European Commission President" is no state's president."""
    here = offices()
    known = here.modifiers | here.tenses | here.after | here.nouns.keys() | here.of_words | here.letterheads | _JOINING
    return all(word in known for word in title.words.lower().replace("-", " ").replace(",", " ").split())
