"""A reading -> its agreements, each with the key by which a dossier knows it again, and which one an event is of."""

from __future__ import annotations

from msgspec import Struct

from detente.dossier.content import agreement_of, content, every_stem
from detente.model.items import Agreement
from detente.model.reading import Reading
from detente.model.words import Words

NAME = 2  # words with a capital that make a name
_AROUND = 60  # characters either side of an event's words that say which kind of agreement it is of
_NAMED = ("known ", "named ")  # codes: how the keys begin of those that have a name


class AgreementTold(Struct, frozen=True, array_like=True, gc=False):
    """An agreement of a reading, and by what it is known: its name where it has one, else its kind."""

    agreement: Agreement
    key: str


def agreements_of(reading: Reading) -> list[AgreementTold]:
    """The agreements; one without a name is the one of its report that is also called so, where that is one alone."""
    items = reading.agreements or ()
    named = [item for item in items if _is_named(item)]
    found = []
    for item in items:
        called = [one for one in named if not _is_named(item) and _is_called(item, one)]
        found.append(AgreementTold(item, _key(called[0] if len(called) == 1 else item)))
    return found


def meant(reading: Reading, text: str, what: Words, sentence: tuple[int, int]) -> str | None:
    """The key of what an event tells of: a kind without a name, unless its report has one alone of it with a name."""
    start, end = max(sentence[0], what.start - _AROUND), min(sentence[1], what.end + _AROUND)
    kind = agreement_of(every_stem(text[start:end]))
    if kind is None:
        return None
    items = reading.agreements or ()
    named = {_key(item) for item in items if _is_named(item) and agreement_of(every_stem(item.name)) == kind}
    return named.pop() if len(named) == 1 else kind


def proper(name: str) -> list[str]:
    """The words of a name that begin with a capital."""
    return [word for word in name.split() if word[:1].isupper()]


def _key(item: Agreement) -> str:
    if item.known:
        return f"known {item.known}"
    capital = proper(item.name)
    kind = agreement_of(every_stem(item.name)) or "deal"
    if len(capital) >= NAME or (capital and kind != "truce"):
        return "named " + " ".join(sorted(set(content(" ".join(capital)))))
    return kind


def _is_named(item: Agreement) -> bool:
    return _key(item).startswith(_NAMED)


def _is_called(item: Agreement, named: Agreement) -> bool:
    """Whether one without a name goes by what its report also calls the one with a name: "the understanding"."""
    words = {word.casefold() for name in (item.name, *item.aliases) for word in name.split()}
    return not words.isdisjoint(alias.casefold() for alias in named.aliases)
