"""Name chains: which names stand for the same person. Never by the given name alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.reading.people.lexicon import LONGEST_KEPT, MOST_KEPT, names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.reading.people.names import Name
    from detente.reading.people.titles import Title

_NEAR = 60  # people that share a word of their names, among whom one is looked for; reports have a handful
_LONG_ENOUGH = 6  # letters of a surname from which one letter more or less is a matter of spelling


@dataclass(slots=True)
class Chain:
    """One person's names. ``forms`` are the keys of the full names seen."""

    number: int
    forms: list[tuple[str, ...]]
    names: list[Name] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    gender: str | None = None


def sound(word: str) -> str:
    """A word's spelling-proof form: Lavrov's Sergey is his Sergei, Zelenskyy is Zelensky."""
    return _sound(word) if len(word) <= LONGEST_KEPT else _sound.__wrapped__(word)


@lru_cache(maxsize=MOST_KEPT)
def _sound(word: str) -> str:
    for old, new in names().sounds:
        word = word.replace(old, new)
    kept = [char for i, char in enumerate(word) if i == 0 or char != word[i - 1]]
    out = "".join(kept)
    return out[:-1] if out.endswith("i") and len(out) > 3 else out


def same_word(a: str, b: str) -> bool:
    """Whether two spellings are of one name."""
    if a == b:
        return True
    if len(a) <= 2 or len(b) <= 2 or a.endswith(".") or b.endswith("."):
        return False
    one, other = sound(a), sound(b)
    if one == other:
        return True
    return min(len(a), len(b)) >= _LONG_ENOUGH and a[0] == b[0] and _one_apart(one, other)


def same_given(a: str, b: str) -> bool:
    """Likewise for given names, of which initials and short forms may stand."""
    if same_word(a, b):
        return True
    if _initial(a) or _initial(b):
        return a[0] == b[0]
    if len(a) > 3 and len(b) > 3 and a[:2] == b[:2] and _one_apart(sound(a), sound(b)):
        return True
    short = names().nicknames
    return b in short.get(a, ()) or a in short.get(b, ())


def _initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 or (word.endswith(".") and len(word.replace(".", "")) <= 2)


def _one_apart(a: str, b: str) -> bool:
    """Whether one letter put in, left out or changed makes one of the other."""
    if abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]


class Chains:
    """The people of a report, by their names; built full names first, looked up by any word of a name."""

    def __init__(self) -> None:
        self.chains: list[Chain] = []
        self._by_word: dict[str, list[int]] = {}

    def add(self, name: Name) -> Chain:
        """Put a name of several words into its chain, a new one if none fits."""
        best = max(
            ((score, -n) for n in self._near(name.key) if (score := self._alike(name, self.chains[n]))), default=None
        )
        chain = self.chains[-best[1]] if best else self._new()
        self._join(chain, name)
        return chain

    def begin(self, name: Name) -> Chain:
        """A chain of its own for somebody known by one name."""
        chain = self._new()
        self._join(chain, name)
        return chain

    def short(self, word: str) -> list[tuple[int, Chain]]:
        """Who may be meant by one word of a name, and how well it fits.

        3 for a surname, wherever it stands; 2 for another part of it; 1 for a name that is no known given name.
        """
        fits: dict[int, int] = {}
        for number in self._near((word,)):
            for form in self.chains[number].forms:
                fits[number] = max(fits.get(number, 0), _part(word, form))
        return [(fit, self.chains[number]) for number, fit in sorted(fits.items()) if fit]

    def given(self, word: str) -> list[tuple[int, Chain]]:
        """Who bears a word as given name and a title that goes with it: for King Abdullah."""
        return [
            (3, self.chains[number])
            for number in self._near((word,))
            if any(same_word(word, form[0]) for form in self.chains[number].forms)
            and any(name.title is not None for name in self.chains[number].names)
        ]

    def _new(self) -> Chain:
        chain = Chain(len(self.chains), [])
        self.chains.append(chain)
        return chain

    def _join(self, chain: Chain, name: Name) -> None:
        name.person = chain.number
        chain.names.append(name)
        chain.gender = chain.gender or name.gender
        if name.key not in chain.forms:
            chain.forms.append(name.key)
            for word in name.key:
                numbers = self._by_word.setdefault(sound(word), [])
                if chain.number not in numbers:
                    numbers.append(chain.number)

    def join(self, chain: Chain, name: Name) -> None:
        """Put a short name into a chain that was looked up."""
        name.person = chain.number
        chain.names.append(name)
        chain.gender = chain.gender or name.gender

    def _near(self, key: Iterable[str]) -> list[int]:
        """The chains that share a word with a name, the latest ones where there are many."""
        return sorted({number for word in key for number in self._by_word.get(sound(word), [])[-_NEAR:]})

    def _alike(self, name: Name, chain: Chain) -> int:
        return max((alike(name.key, form) for form in chain.forms), default=0)


def _part(word: str, form: tuple[str, ...]) -> int:
    if len(form) == 1:
        return 3 if same_word(word, form[0]) else 0
    customs = names().surname_first
    if same_word(word, form[-1]):
        return (
            3
            if customs.get(form[0]) not in {"chinese", "korean"} or (len(form) == 2 and form[-1] not in customs)
            else 2
        )
    if same_word(word, form[0]):
        if form[0] in customs:
            return 3
        return 1 if form[0] not in names().gender else 0
    if len(form) > 2 and any(same_word(word, part) for part in form[1:-1]):
        return 2 if word not in names().gender else 0
    return 0


def alike(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How well two full names fit: 4 the same, 3 but for spelling, 2 one within the other, 0 not."""
    if a == b:
        return 4
    if len(a) == len(b):
        if same_word(a[-1], b[-1]) and all(same_given(x, y) for x, y in zip(a[:-1], b[:-1], strict=True)):
            return 3
        if len(a) == 2 and same_word(a[0], b[1]) and same_word(a[1], b[0]):
            return 3
        if len(a) == 2 and a[0] in names().surname_first and a[0] == b[0] and same_word(a[1], b[1]):
            return 3
        return 0
    short, long = (a, b) if len(a) < len(b) else (b, a)
    at = 0
    for word in short:
        while at < len(long) and not same_given(word, long[at]):
            at += 1
        if at == len(long):
            return 0
        at += 1
    first_same = same_given(short[0], long[0])
    last_same = same_word(short[-1], long[-1])
    return 2 if last_same or first_same else 0
