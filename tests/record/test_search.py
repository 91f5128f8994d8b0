"""Found again: by words, by whom, when and where."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest
from sqlalchemy import select

from detente.model.reading import Reading
from detente.model.report import Zone, ZoneSpan
from detente.record import by_day, word_hits
from detente.record.filters import Filters
from detente.record.report_list import reports
from detente.record.schema import report
from detente.record.search import Hit, search
from detente.record.search_query import search_query
from detente.record.store import Store
from detente.record.writer import keep_again
from tests.record.conftest import add


def _search(store: Store, words: str = "", limit: int = 50, **filters: str) -> list[Hit]:
    with store.reading() as connection:
        return search(connection, search_query(words) if words else None, Filters(**filters), limit)  # type: ignore[arg-type]


def test_words_are_found_in_their_sentence_and_marked(store: Store) -> None:
    hits = _search(store, "calendar", section="statements")
    assert len(hits) == 1
    passage = hits[0].passage
    assert passage.text.startswith('"We have agreed on a calendar," Paredes told reporters.')
    assert [piece for piece, is_marked in passage.pieces() if is_marked] == ["calendar"]
    assert hits[0].report.source == "/news/lima.txt"


def test_accents_and_letters_make_no_difference(store: Store) -> None:
    assert {hit.report.source for hit in _search(store, "ADJÓVI")} == {"/news/lome.txt"}
    assert {hit.report.source for hit in _search(store, "Ínigo lasz")} == {"/news/lima.txt"}


def test_all_words_any_word_and_none(store: Store) -> None:
    def sources(words: str) -> set[str]:
        return {hit.report.source[6:10] for hit in _search(store, words)}

    assert sources("talks cod") == {"oslo"}
    assert sources("calendar OR cod") == {"lima", "oslo"}
    assert sources("talks NOT Norway") == {"lima"}
    assert sources('"border crossing"') == {"lome"}
    assert sources('"crossing border"') == set()
    assert sources("lorr*") == {"lome"}


def test_what_somebody_said_is_found_by_name_and_by_party(store: Store) -> None:
    by_name = _search(store, speaker="paredes")
    by_party = _search(store, speaker="nor")
    assert by_name
    assert {hit.item.speaker.name for hit in by_name} == {"Rosa Paredes"}
    assert by_party
    assert {hit.item.party for hit in by_party} == {"NOR"}
    assert _search(store, speaker="redes") == []  # no part of a word


def test_who_takes_part_need_not_speak(store: Store) -> None:
    assert any(hit.section != "statements" for hit in _search(store, party="TGO"))
    assert _search(store, speaker="RUS") == []
    assert _search(store, party="RUS")


def test_sections_days_and_publishers_narrow(store: Store, readings: dict[str, Reading]) -> None:
    assert {hit.section for hit in _search(store, section="ahead")} <= {"ahead"}
    june = _search(store, section="ahead", since="2021-06-01", until="2021-06-30")
    assert [str(hit.item.date) for hit in june] == ["2021-06-03"]
    assert _search(store, "talks", publisher="Gazette") == []
    named = replace(readings["oslo"], report=replace(readings["oslo"].report, publisher="The Fjord Gazette", key="k"))
    add(store, named)
    assert {hit.report.publisher for hit in _search(store, "talks", publisher="gazette")} == {"The Fjord Gazette"}


def test_only_reports_that_are_asked_for(store: Store, readings: dict[str, Reading]) -> None:
    key = readings["oslo"].report.key
    with store.reading() as connection:
        hits = search(connection, search_query("talks"), Filters(keys=frozenset({key})), 9)
        assert {hit.report.key for hit in hits} == {key}
        assert search(connection, search_query("talks"), Filters(keys=frozenset()), 9) == []
        many = frozenset([key, *(f"it's {number}" for number in range(40_000))])  # more than a query has parameters
        assert search(connection, search_query("talks"), Filters(keys=many), 9) == hits


def test_a_sentence_out_of_which_nothing_was_read_is_found_too(store: Store) -> None:
    hits = _search(store, '"three weeks"')
    assert hits[-1].passage.text.rstrip().endswith("after three weeks.")
    bare = _search(store, "crossing NOT zebra", limit=200)
    texts = [hit for hit in bare if hit.item is None]
    items = [hit for hit in bare if hit.item is not None]
    assert not [one for one in texts for other in items
                if one.report.id == other.report.id and one.passage.overlaps(other.passage)]  # fmt: skip


def test_of_a_report_every_sentence_with_the_most_of_the_words_is_found(
    empty: Store, readings: dict[str, Reading]
) -> None:
    first = readings["oslo"]
    text = "The dam was closed. It rained. Engineers of the dams said no more. The dam has a closed lock, and dams.\n"
    raw = sha256(text.encode()).hexdigest()
    front = replace(first.front, zones=(ZoneSpan(Zone.BODY, 0, len(text)),), headline=None)
    report = replace(first.report, text=text, raw_sha256=raw)
    add(empty, replace(first, report=report, front=front, items={}))
    assert [hit.passage.text.split()[0] for hit in _search(empty, "dam")] == ["The", "Engineers", "The"]
    assert [hit.passage.start for hit in _search(empty, "dam closing")] == [0, text.index("The dam has")]


def test_an_older_reading_is_not_found(empty: Store, readings: dict[str, Reading]) -> None:
    first = readings["oslo"]
    add(empty, first)
    text = first.report.text.replace("cod", "herring")
    assert _search(empty, "cod")
    raw = sha256(text.encode()).hexdigest()
    newer = replace(first, report=replace(first.report, text=text, raw_sha256=raw, version="2"), items={})
    add(empty, newer)
    assert _search(empty, "cod") == []
    assert [hit.section for hit in _search(empty, "herring")] == [None]


def test_no_more_than_asked_for_and_the_best_first(store: Store) -> None:
    every = _search(store, "talks OR crossing")
    assert _search(store, "talks OR crossing", limit=2) == every[:2]


def test_reports_are_listed_by_day_and_counted(store: Store, readings: dict[str, Reading]) -> None:
    with store.reading() as connection:
        found = reports(connection, Filters())
        spoken = reports(connection, Filters(speaker="Paredes"))
        with_words = reports(connection, Filters(), search_query("lorries"))
        none = reports(connection, Filters(until="2021-05-11"))
    assert len(found) == 3
    for one in found:
        reading = next(reading for reading in readings.values() if reading.report.key == one.key)
        assert one.items == {name: len(items) for name, items in reading.items.items()}
        assert (one.versions, one.published) == (1, "2021-05-12")
    assert [one.source for one in spoken] == ["/news/lima.txt"]
    assert [one.source for one in with_words] == ["/news/lome.txt"]
    assert none == []


def test_a_report_without_a_headline_goes_by_its_title(empty: Store, readings: dict[str, Reading]) -> None:
    one = readings["oslo"]
    report, front = replace(one.report, title="Cod talks"), replace(one.front, headline=None)
    add(empty, replace(one, report=report, front=front))
    with empty.reading() as connection:
        assert [found.headline for found in reports(connection, Filters())] == ["Cod talks"]
    assert {hit.report.headline for hit in _search(empty, "talks")} == {"Cod talks"}


def test_of_very_many_hits_the_newest_are_ranked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = _search(store, "talks OR crossing")
    assert len({hit.report.id for hit in everything}) > 1
    monkeypatch.setattr(word_hits, "RANKED", 1)
    newest = _search(store, "talks OR crossing", limit=1)
    assert {hit.report.source for hit in newest} == {"/news/oslo.txt"}


@pytest.mark.parametrize(
    "narrowed", [{"speaker": "NOR"}, {"party": "CHL"}, {"since": "2021-05-01", "until": "2021-06-30"}]
)
def test_what_narrows_many_hits_is_looked_up_first(
    store: Store, narrowed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _search(store, "talks OR crossing OR calendar", 50, **narrowed)
    assert before
    monkeypatch.setattr(word_hits, "_fewer", lambda *given: given[-1])
    assert _search(store, "talks OR crossing OR calendar", 50, **narrowed) == before


@pytest.mark.parametrize("wanted", [Filters(speaker="paredes"), Filters(party="TGO"), Filters("ahead", party="CHL")])
def test_reports_with_somebody_are_those_of_the_items_with_somebody(store: Store, wanted: Filters) -> None:
    with store.reading() as connection:
        items = {hit.report.key for hit in search(connection, None, wanted, 1000)}
        assert items
        assert {one.key for one in reports(connection, wanted)} == items


@pytest.mark.parametrize("few", [0, 500])
@pytest.mark.parametrize("somebody", [{"speaker": "paredes"}, {"party": "CHL"}, {"party": "TGO", "section": "parties"}])
def test_somebody_in_the_reports_of_a_publisher_is_found_however_many_these_are(
    store: Store, readings: dict[str, Reading], somebody: dict[str, str], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, read in readings.items():
        add(store, replace(read, report=replace(read.report, publisher="The Fjord Gazette", key=f"gazette:{name}")))
    monkeypatch.setattr(by_day, "_FEW_OF_SOMEBODY", few)
    everywhere = _search(store, "", 50, **somebody)
    in_one = [hit for hit in everywhere if hit.report.publisher]
    assert 0 < len(in_one) < len(everywhere)
    assert _search(store, "", 50, publisher="gazette", **somebody) == in_one


def test_words_are_found_in_readings_that_count_alone(store: Store, readings: dict[str, Reading]) -> None:
    before = _search(store, "calendar")
    read = readings["lima"]
    made_by = replace(read.provenance, program="another")
    with store.writing() as connection:
        number = connection.scalar(select(report.c.n).where(report.c.id == read.report.id))
        assert number is not None
        assert keep_again(connection, replace(read, provenance=made_by), number, "2031-01-01T00:00:00Z")
    assert _search(store, "calendar") == before


@pytest.mark.parametrize("limit", [1, 2])
def test_a_list_of_reports_has_a_limit(store: Store, limit: int) -> None:
    with store.reading() as connection:
        assert len(reports(connection, Filters(), limit=limit)) == limit
