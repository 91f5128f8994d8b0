"""Whole reports in our own words, with what a careful reader would note of them: a floor under every change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from detente.model.items import Agreement, Territory
from detente.model.reading import Reading
from detente.model.references import Reference
from detente.model.report import Report
from detente.reading.reader import Reader
from detente.sources import reports

REPORTS = Path(__file__).parent / "reports"
NAMES = sorted(path.stem for path in REPORTS.glob("*.txt"))


def gold(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((REPORTS / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def read(reader: Reader, name: str) -> Reading:
    (report,) = reports([str(REPORTS / f"{name}.txt")])
    assert isinstance(report, Report)
    return reader.read(report)


def named(wanted: dict[str, Any], item: Agreement | Territory) -> bool:
    names = {name.casefold() for name in (wanted["name"], *wanted.get("aliases", []))}
    mine = {name.casefold() for name in (item.name, *item.aliases)}
    return any(a in b or b in a for a in names for b in mine)


def ids(parties: tuple[Reference, ...]) -> set[str | None]:
    return {party.id for party in parties}


def within(wanted: dict[str, Any], agreement: Agreement) -> bool:
    """Whether the agreement has the provision, in about its words, with its condition."""
    for provision in agreement.provisions:
        condition = provision.condition.text if provision.condition else None
        if wanted["text"] in provision.text.text or provision.text.text in wanted["text"]:
            return condition == wanted.get("condition")
    return False


@pytest.mark.parametrize("name", NAMES)
def test_agreements(name: str, reader: Reader) -> None:
    found = read(reader, name).agreements or ()
    for wanted in gold(name)["agreements"]:
        fitting = [a for a in found if named(wanted, a) and ids(a.parties) >= set(wanted["parties"])]
        assert fitting, wanted["name"]
        agreement = next((a for a in fitting if a.name.startswith(wanted["name"])), fitting[0])
        if wanted["date"] and not wanted["name"].startswith(
            "provisional"
        ):  # a day before the Monday that it is told on
            assert str(agreement.date).startswith(wanted["date"])
        if wanted["parties"]:
            assert ids(agreement.parties) == set(wanted["parties"])
        assert agreement.status is not None
        assert agreement.status.replace(" ", "_") in wanted["status"], wanted["name"]
        missing = [p["text"] for p in wanted["provisions"] if not within(p, agreement)]
        assert missing == [], wanted["name"]


@pytest.mark.parametrize("name", NAMES)
def test_territories_and_nothing_else(name: str, reader: Reader) -> None:
    found = read(reader, name).territories or ()
    wanted = gold(name)["territories"]
    assert [t.name for t in found if not any(named(w, t) for w in wanted)] == []
    for each in wanted:
        territory = next((t for t in found if named(each, t)), None)
        if territory is None:
            assert each.get("optional"), each["name"]
            continue
        if each["claimed_by"]:
            assert ids(territory.claimed_by) == set(each["claimed_by"])
        if each["held_by"]:
            assert territory.held_by is not None and territory.held_by.id == each["held_by"]
