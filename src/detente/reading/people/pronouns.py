"""Pronouns: by gender, by the clause that governs them, by the last sentence's subject. When in doubt, nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.labels import SUBJECTS
from detente.reading.people.lexicon import names
from detente.reading.people.salience import Salience, Spotted

if TYPE_CHECKING:
    from detente.reading.people.known import Known
    from detente.reading.people.tokens import Tokens

_IT = words("en/function_words", "it")
_ITS = words("en/function_words", "its")
_HE = words("en/function_words", "masculine")
_SHE = words("en/function_words", "feminine")
_THEY = words("en/function_words", "plural")
_NEUTER = words("en/function_words", "neuter")
PRONOUNS = _HE | _SHE | _THEY | _NEUTER


class Pronouns:
    """Resolves one pronoun after the other, against what the walk has seen so far."""

    def __init__(self, tokens: Tokens, people: dict[int, Known], salience: Salience) -> None:
        self.tokens = tokens
        self.people = people
        self.salience = salience

    def resolve(self, i: int) -> Spotted | None:
        """Who is meant by the pronoun at a token, or none."""
        word = self.tokens.lower[i]
        if self.tokens.quoted[i]:
            return None
        if word in _HE:
            found = self._person(i, "m")
        elif word in _SHE:
            found = self._person(i, "f")
        elif word in _THEY:
            found = self._several(i)
        else:
            found = self._party(i)
        if found is None:
            return None
        self._learn(word, found)
        spotted = Spotted(i, found.people, found.parties)
        if self.tokens.dep[i] in SUBJECTS:
            self.salience.note(spotted)
        return spotted

    def _learn(self, word: str, found: Spotted) -> None:
        """Keep the gender of somebody called "he" or "she" where nobody else can be meant."""
        gender = {"he": "m", "she": "f"}.get(word)
        if gender is None or len(found.people) != 1 or self.people[found.people[0]].gender is not None:
            return
        near = {s.people for s in self.salience.recent if self._fits(s, gender)}
        if near == {found.people}:
            self.people[found.people[0]].gender = gender

    def _fits(self, spotted: Spotted, gender: str) -> bool:
        if len(spotted.people) != 1:
            return False
        known = self.people[spotted.people[0]].gender
        return known is None or known == gender

    def _person(self, i: int, gender: str) -> Spotted | None:
        here = [spotted for spotted in self.salience.here if spotted.token < i]
        governing = self._governing(i, here)
        if governing is not None and self._fits(governing, gender):
            self.people[governing.people[0]].gender = gender  # the clause leaves no doubt: "she said her country ..."
            return governing
        subjects = [s for s in here if self._fits(s, gender) and self.salience.is_subject(s.token)]
        if subjects:
            return subjects[-1] if len({s.people for s in subjects}) == 1 else self._same_clause(i, subjects)
        subject = self.salience.subject
        others = {s.people for s in here if self._fits(s, gender)}
        if subject is not None and self._fits(subject, gender) and not others:
            return self._known(subject, gender) or subject
        if len(others) == 1 and (subject is None or not self._fits(subject, gender) or subject.people in others):
            return next(s for s in here if s.people in others)
        if others:
            return None
        before = [
            s
            for s in self.salience.recent
            if self._fits(s, gender) and self.tokens.sentence[s.token] >= self.salience.sentence - 2
        ]
        return before[-1] if len({s.people for s in before}) == 1 else None

    def _known(self, subject: Spotted, gender: str) -> Spotted | None:
        """The only one beside a subject of unknown gender who is known to be of the pronoun's."""
        if self.people[subject.people[0]].gender is not None:
            return None
        number = self.tokens.sentence[subject.token]
        beside = {
            s.people: s
            for s in self.salience.recent
            if self.tokens.sentence[s.token] == number
            and len(s.people) == 1
            and self.people[s.people[0]].gender == gender
        }
        return next(iter(beside.values())) if len(beside) == 1 else None

    def _same_clause(self, i: int, subjects: list[Spotted]) -> Spotted | None:
        verb = self._verb(i)
        same = [s for s in subjects if self.tokens.head[s.token] == verb]
        return same[-1] if same else subjects[-1]

    def _verb(self, i: int) -> int:
        """The verb of the clause that a token stands in."""
        tokens = self.tokens
        for _ in range(12):
            head = tokens.head[i]
            if head == i or tokens.tag[head][0] == "V":
                return head
            i = head
        return i

    def _governing(self, i: int, here: list[Spotted]) -> Spotted | None:
        """The subject of the clause that governs the pronoun's: "Washington declared that it was pulling out"."""
        tokens = self.tokens
        by_head = {tokens.head[s.token]: s for s in here if tokens.dep[s.token] in SUBJECTS}
        verb = self._verb(i)
        own = by_head.get(verb)
        if own is not None and tokens.dep[i] not in SUBJECTS:
            return self.salience.joined(own, here)
        for _ in range(6):
            if tokens.dep[verb] not in {"ccomp", "advcl", "xcomp", "conj", "relcl", "pcomp", "prep", "acl"}:
                return None
            verb = tokens.head[verb]
            if verb in by_head:
                return self.salience.joined(by_head[verb], here)
        return None

    def _several(self, i: int) -> Spotted | None:
        here = [spotted for spotted in self.salience.here if spotted.token < i]
        for spotted in reversed(here):
            whole = self.salience.joined(spotted, here)
            if whole.several:
                last = max((s.token for s in here if s.token >= spotted.token), default=spotted.token)
                between = range(max(last, whole.token) + 1, i)
                if any(self.tokens.tag[k] in {"NNS", "NNPS"} and self.tokens.dep[k] in SUBJECTS for k in between):
                    return None
                return whole
        first = self.tokens.sentences[self.salience.sentence][0]
        if any(self.tokens.tag[k] in {"NNS", "NNPS"} for k in range(first, i)):
            return None
        subject = self.salience.subject
        if subject is not None and subject.several:
            return subject
        # "A met B in Prague. They agreed ...", where nothing else in the plural comes between.
        return self.salience.two_before if self.tokens.dep[i] in SUBJECTS and not here else None

    def _party(self, i: int) -> Spotted | None:
        tokens = self.tokens
        here = [s for s in self.salience.here if s.token < i and not s.people and len(s.parties) == 1]
        governing = self._governing(i, here)
        if governing is not None and len(governing.parties) == 1:
            return governing
        if tokens.lower[i] in _ITS:
            if here and not any(
                tokens.tag[k] == "NN" and tokens.dep[k] in SUBJECTS for k in range(here[-1].token + 1, i)
            ):
                return here[-1]
            return None
        subject = self.salience.subject
        if (
            tokens.lower[i] in _IT
            and not here
            and subject is not None
            and not subject.people
            and len(subject.parties) == 1
            and tokens.lower[tokens.head[i]] in names().saying
        ):
            return subject
        return None
