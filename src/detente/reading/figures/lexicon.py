"""The tables of ``knowledge/en/figures``: numbers, units, currencies and the words around them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from detente.knowledge.loader import Entry, rows, table
from detente.model.items import Bound, Change, Measure

_LONG = 3  # letters of a form from which its case does not matter
_Words = frozenset[str]


class _UnitRow(Entry, frozen=True):
    kind: Measure
    name: str
    symbol: str | None = None
    forms: tuple[str, ...] = ()


class _CurrencyRow(Entry, frozen=True):
    """A name that several currencies bear has no code; ``before`` and ``after`` are the forms round its number."""

    code: str | None = None
    name: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class _Ways(Entry, frozen=True):
    increase: _Words
    decrease: _Words
    to: _Words = frozenset()


class _Around(Entry, frozen=True):
    words: _Words


class _People(Entry, frozen=True):
    verbs: _Words
    nouns: _Words
    collective: _Words


class _Votes(Entry, frozen=True):
    around: _Words


class _Excluded(Entry, frozen=True):
    labels: _Words
    names: _Words
    pointed: _Words
    again: _Words


class _Sides(Entry, frozen=True):
    """Words before and behind a number."""

    before: _Words
    behind: _Words


class _Inside(Entry, frozen=True):
    articles: _Words
    joining: _Words
    half: _Words
    no_rates: _Words
    millions: _Words
    capitals: _Words
    people: _Words
    folk: _Words


class _AroundCounted(Entry, frozen=True):
    light: _Words
    close: _Words
    ways: _Words
    by: _Words
    money: _Words


class _Circumstances(Entry, frozen=True):
    places: _Words
    not_then: _Words


class _Table(Entry, frozen=True):
    numbers: dict[str, float]
    scales: dict[str, float]
    money_scales: dict[str, float]
    fractions: dict[str, float]
    bounds: dict[str, Bound]
    bounds_after: dict[str, Bound]
    around: _Around
    change: _Ways
    change_nouns: _Ways
    members: dict[str, str]
    people: _People
    votes: _Votes
    excluded: _Excluded
    located: _Sides
    age: _Sides
    plurals: dict[str, str]
    inside: _Inside
    around_counted: _AroundCounted
    circumstances: _Circumstances


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: what it measures, its English name, its symbol or ISO 4217 code."""

    kind: Measure
    name: str
    symbol: str | None


@dataclass(frozen=True)
class Lexicon:
    """Words of figures; patterns are matched against the report's text, words against lower case."""

    numbers: dict[str, float]
    scales: dict[str, float]
    money_scales: dict[str, float]
    fractions: dict[str, float]
    plurals: dict[str, str]  #: "mile" -> "miles"
    units: dict[str, Unit]  #: behind the number; forms with a capital are read with it only
    signs: dict[str, Unit]  #: of currencies, before the number
    sign: re.Pattern[str]  #: one of ``signs`` at the end of a text
    bounds: dict[str, Bound]
    bound: re.Pattern[str]  #: one of ``bounds`` at the end of a text
    bounds_after: dict[str, Bound]
    bound_after: re.Pattern[str]
    changes: dict[str, Change]  #: verbs, and words before a number, by lemma
    change_nouns: dict[str, Change]  #: by lemma
    to: frozenset[str]
    members: dict[str, str]  #: behind a hyphen, what a group has so many of, with the plural
    people_verbs: frozenset[str]
    people_nouns: frozenset[str]
    collective: frozenset[str]
    votes: frozenset[str]
    labels: frozenset[str]
    clock: frozenset[str]
    pointed: frozenset[str]
    again: frozenset[str]
    located_before: frozenset[str]
    located_behind: frozenset[str]
    age_before: frozenset[str]
    age: re.Pattern[str]  #: at the beginning of what stands behind a number
    inside: _Inside
    counted: _AroundCounted
    circumstances: _Circumstances


@cache
def lexicon() -> Lexicon:
    """The tables, read once."""
    read = table("en/figures/words", _Table)
    units, signs = _units(read.inside.articles)
    return Lexicon(
        numbers=read.numbers,
        scales=read.scales,
        fractions=read.fractions,
        money_scales=read.money_scales,
        plurals=_plurals(units, read.plurals),
        units=units,
        signs=signs,
        sign=re.compile(rf"(?:(?<=^)|(?<=[^A-Za-z]))(?P<sign>{_any(signs)})[ -]?$"),
        bounds=read.bounds,
        bound=re.compile(rf"(?:^|(?<=\W))(?P<bound>{_any(read.bounds)})(?:\s+(?:{_any(read.around.words)}))*\s*$"),
        bounds_after=read.bounds_after,
        bound_after=re.compile(rf"\s+(?P<bound>{_any(read.bounds_after)})\b"),
        changes=_changes(read.change),
        change_nouns=_changes(read.change_nouns),
        to=read.change.to,
        members=read.members,
        people_verbs=read.people.verbs,
        people_nouns=read.people.nouns,
        collective=read.people.collective,
        votes=read.votes.around,
        labels=read.excluded.labels,
        clock=read.excluded.names,
        pointed=read.excluded.pointed,
        again=read.excluded.again,
        located_before=read.located.before,
        located_behind=read.located.behind,
        age_before=read.age.before,
        age=re.compile(rf"[\s-]+(?:{_any(read.age.behind).replace(' ', '[ -]')})\b"),
        inside=read.inside,
        counted=read.around_counted,
        circumstances=read.circumstances,
    )


def _changes(ways: _Ways) -> dict[str, Change]:
    found: dict[str, Change] = dict.fromkeys(ways.increase, "increase")
    found |= dict.fromkeys(ways.decrease, "decrease")
    return found


def _units(articles: _Words) -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Units and currencies by the forms behind a number, and currencies by the signs before it: "US $5", "C$5".

    What a space would make an article is no sign: "a $5 million reward".
    """
    units: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    for row in rows("en/figures/units", _UnitRow):
        units.update(_forms(row.forms, Unit(row.kind, row.name, row.symbol)))
    for currency in rows("en/figures/currencies", _CurrencyRow):
        unit = Unit("money", currency.name, currency.code)
        signs.update(dict.fromkeys(currency.before, unit))
        units.update(_forms(currency.after, unit))
    letters = {sign: sign[:-1].lower() for sign in signs if sign.endswith("$") and len(sign) > 1}
    signs |= {sign.replace("$", " $"): signs[sign] for sign, before in letters.items() if before not in articles}
    return units, signs


def _plurals(units: dict[str, Unit], irregular: dict[str, str]) -> dict[str, str]:
    """The plural of each written-out form, where the table has it."""
    found = {form: irregular.get(form, f"{form}s") for form in units if form.isalpha() and len(form) >= _LONG}
    return {form: plural for form, plural in found.items() if plural in units}


def _forms(written: tuple[str, ...], unit: Unit) -> dict[str, Unit]:
    """The forms of a unit; long ones count without their capitals, too: "degrees celsius"."""
    return dict.fromkeys([*written, *(form.lower() for form in written if len(form) > _LONG)], unit)


def _any(words: Collection[str]) -> str:
    """An alternative of all words, longer ones first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda w: (-len(w), w)))
