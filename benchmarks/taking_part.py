"""Whose an event is: the entities of a list that do it or are affected by it, as the parse of its sentence tells.

An entity is known by its whole name, a person by the surname and by what refers to them, another by its initials or by
a word of its name that has a number in it ("the A380").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from benchmarks.marked_reports import Marked
from detente.reading.english.clauses import conjuncts, owner, patients, preps, subject
from detente.reading.english.factuality import status_of
from detente.reading.english.mentions import mention_at
from detente.reading.reader import Reader
from detente.sources import report_from_text

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

AGAIN = "#"  # after the name of a mention whose words stand in its sentence twice
_TOLD = frozenset(("occurred", "ongoing"))
_NO_EVENT = frozenset(("aux", "auxpass", "amod", "compound", "prep"))  # codes: labels of the parse


class Entities:
    """The entities of a corpus, and where texts name them."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = list(names)
        self._forms = [(name, form) for name in names for form in _forms(name)]
        self._kept: tuple[Doc, dict[int, set[str]]] | None = None

    def of(self, doc: Doc, event: Token, *, sure: bool) -> list[str]:
        """The entities that take part; where the grammar names none, unless ``sure`` is asked, the nearest."""
        named = self._named(doc)
        found = {name for token in _parts(event) for name in _around(token, named)}
        if not found and not sure:
            before = [at for at in named if at <= event.sent.end and at >= event.sent.start]
            nearest = min(before, key=lambda at: (abs(at - event.i), at), default=None)
            if nearest is None:
                nearest = max((at for at in named if at < event.i), default=None)
            found = named[nearest] if nearest is not None else found
        return [name for name in self.names if name in found]

    def _named(self, doc: Doc) -> dict[int, set[str]]:
        """The entities at each token."""
        if self._kept is None or self._kept[0] is not doc:
            self._kept = doc, self._find(doc)
        return self._kept[1]

    def _find(self, doc: Doc) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        people: dict[str, set[str]] = {}
        words = [token.text.casefold() for token in doc]
        for name, form in self._forms:
            for at, last in _places(words, form):
                for place in range(at, last):
                    found.setdefault(place, set()).add(name)
                    mention = mention_at(doc, doc[place])
                    for person in mention.people if mention else ():
                        people.setdefault(person, set()).add(name)
        for token in doc if people else ():
            mention = mention_at(doc, token)
            for person in mention.people if mention else ():
                found.setdefault(token.i, set()).update(people.get(person, ()))
        return found


def _places(words: Sequence[str], form: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where the words of a form stand together, in any order and with one word between at most."""
    wanted = set(form)
    for at, word in enumerate(words):
        if word in wanted:
            row = words[at : at + len(form) + (1 if len(form) > 1 else 0)]
            last = max((place for place, one in enumerate(row) if one in wanted), default=0)
            if wanted <= set(row):
                yield at, at + last + 1


def _forms(name: str) -> Iterator[tuple[str, ...]]:
    words = name.split()
    yield tuple(word.casefold() for word in words)
    if len(words) > 1:
        initials = "".join(word[0] for word in words if word[0].isupper())
        if len(initials) > 1:
            yield (initials.casefold(),)
        yield from (tuple(w.casefold() for w in part) for part in (words[:-1], words[1:]) if len(part) > 1)
        yield from ((word.casefold(),) for word in words if any(c.isdigit() for c in word) and len(word) > 1)
        if all(word.isalpha() and word.istitle() for word in words) and len(words) == 2:
            yield (words[-1].casefold(),)


def _parts(event: Token) -> Iterator[Token]:
    """Who does it, and whom it affects."""
    if event.pos_ in ("VERB", "AUX"):
        who = subject(event)
        found = [*([who] if who is not None else []), *patients(event)]
        found += [thing for _, thing in preps(event)]
    else:
        found = [child for child in event.children if child.dep_ in ("poss", "compound", "nmod", "amod")]
        holder = owner(event)
        found += [holder] if holder is not None else []
        found += [thing for _, thing in preps(event)]
        if event.dep_ in ("dobj", "attr", "pobj", "nsubjpass"):
            verb = event.head if event.head.pos_ in ("VERB", "AUX") else event.head.head
            who = subject(verb) if verb.pos_ in ("VERB", "AUX") else None
            found += [who] if who is not None else []
    for token in found:
        yield from conjuncts(token)


def _around(token: Token, named: dict[int, set[str]]) -> Iterator[str]:
    """The entities that a phrase names by its head or by what stands right before it."""
    for place in range(token.left_edge.i, token.i + 1):
        yield from named.get(place, ())


def told(reader: Reader, article: Marked) -> dict[str, tuple[int, int]]:
    """The verbs of an article that tell what happened or is, by the names that the task gives such mentions."""
    kept: list[Doc] = []
    reader.components.append(lambda doc: kept.append(doc) or doc)  # type: ignore[func-returns-value]
    reader.read(report_from_text(article.text, source=f"/{article.id}.txt", published=article.published))
    reader.components.pop()
    found: dict[str, tuple[int, int]] = {}
    for token in kept[0]:
        if token.pos_ == "VERB" and token.dep_ not in _NO_EVENT and status_of(token).status in _TOLD:
            number = next(n for n, row in enumerate(article.starts) if row and row[-1] >= token.idx)
            particle = next((child for child in token.children if child.dep_ == "prt"), None)
            words = token.text if particle is None else f"{token.text}_{particle.text}"
            name = f"{article.id}-{number + (number > 0)}-{words}"  # the line of the date counts, too
            found[name + AGAIN * sum(one.rstrip(AGAIN) == name for one in found)] = (token.idx, token.idx + len(token))
    return found
