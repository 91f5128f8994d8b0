"""The tables of ``knowledge/en/figures``: numbers, units, currencies and the words around them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from detente.model.items import Bound, Change, Measure

_LONG = 3  # letters of a form from which its case does not matter


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


@cache
def lexicon() -> Lexicon:
    """The tables, read once."""
    table = tomllib.loads(_text("words.toml"))
    units, signs = _units()
    bounds, after = table["bounds"], table["bounds_after"]
    around = _any(table["around"])
    return Lexicon(
        numbers=_floats(table["numbers"]),
        scales=_floats(table["scales"]),
        fractions=_floats(table["fractions"]),
        money_scales=_floats(table["money_scales"]),
        plurals=_plurals(units),
        units=units,
        signs=signs,
        sign=re.compile(rf"(?:(?<=^)|(?<=[^A-Za-z]))(?P<sign>{_any(signs)})[ -]?$"),
        bounds=bounds,
        bound=re.compile(rf"(?:^|(?<=\W))(?P<bound>{_any(bounds)})(?:\s+(?:{around}))*\s*$"),
        bounds_after=after,
        bound_after=re.compile(rf"\s+(?P<bound>{_any(after)})\b"),
        changes=_changes(table["change"]),
        change_nouns=_changes(table["change_nouns"]),
        to=frozenset(table["change"]["to"]),
        people_verbs=frozenset(table["people"]["verbs"]),
        people_nouns=frozenset(table["people"]["nouns"]),
        collective=frozenset(table["people"]["collective"]),
        votes=frozenset(table["votes"]["around"]),
        labels=frozenset(table["excluded"]["labels"]),
        clock=frozenset(table["excluded"]["names"]),
        pointed=frozenset(table["excluded"]["pointed"]),
        again=frozenset(table["excluded"]["again"]),
        located_before=frozenset(table["located"]["before"]),
        located_behind=frozenset(table["located"]["behind"]),
        age_before=frozenset(table["age"]["before"]),
        age=re.compile(rf"[\s-]+(?:{_any(table['age']['after']).replace(' ', '[ -]')})\b"),
    )


def _changes(table: dict[str, list[str]]) -> dict[str, Change]:
    return {lemma: way for way in ("increase", "decrease") for lemma in table[way]}


def _units() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Units and currencies by the forms behind a number, and currencies by the signs before it."""
    units: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    for kind, name, symbol, forms in _rows("units.tsv"):
        unit = Unit(cast("Measure", kind), name, symbol or None)
        units.update(_forms(forms, unit))
    for code, name, before, after in _rows("currencies.tsv"):
        unit = Unit("money", name, code if code != "-" else None)
        signs.update(dict.fromkeys(filter(None, before.split("|")), unit))
        units.update(_forms(after, unit))
    signs |= {sign.replace("$", " $"): unit for sign, unit in signs.items() if sign.endswith("$") and len(sign) > 1}
    return units, signs


def _plurals(units: dict[str, Unit]) -> dict[str, str]:
    """The plural of each written-out form, where the table has it."""
    irregular = {"foot": "feet", "inch": "inches", "century": "centuries"}
    found = {form: irregular.get(form, f"{form}s") for form in units if form.isalpha() and len(form) > _LONG}
    return {form: plural for form, plural in found.items() if plural in units}


def _forms(forms: str, unit: Unit) -> dict[str, Unit]:
    """The forms of a unit; long ones count without their capitals, too: "degrees celsius"."""
    written = [form for form in forms.split("|") if form]
    return dict.fromkeys([*written, *(form.lower() for form in written if len(form) > _LONG)], unit)


def _rows(name: str) -> list[list[str]]:
    lines = [line.split("\t") for line in _text(name).splitlines() if line and not line.startswith("#")]
    return lines[1:]


def _text(name: str) -> str:
    return (files("detente.knowledge") / "en" / "figures" / name).read_text(encoding="utf-8")


def _floats(table: dict[str, Any]) -> dict[str, float]:
    return {word: float(value) for word, value in table.items()}


def _any(words: Any) -> str:
    """An alternative of all words, longer ones first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))
