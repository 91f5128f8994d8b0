"""``detente search``, ``reports`` and ``show`` on a record, as a user runs them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from detente.errors import BadDate, BadSearch, NoRecord, UnknownSection, UsageError
from detente.model.reading import Reading
from detente.record.store import Store
from tests.cli.command import run as _run
from tests.record.conftest import TEXTS


@pytest.fixture(autouse=True)
def _record(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_RECORD", str(store.path))


def test_a_search_shows_short_ids_the_sentence_and_the_report() -> None:
    shown = _run("search", "calendar", "--section", "statements").stdout
    head, sentence, *_ = shown.splitlines()
    assert head.startswith("statement-")
    assert len(head.split()[0]) == len("statement-") + 8
    assert "Rosa Paredes (PER)" in head
    assert sentence.strip().startswith('"We have agreed on a *calendar*,"')
    assert "Ministers of Peru and Chile meet [report-" in shown
    assert all(line == line.rstrip() for line in shown.splitlines())


def test_a_search_as_json_and_csv_has_the_same_hits() -> None:
    hits = json.loads(_run("search", "talks", "--format", "json").stdout)["hits"]
    rows = list(csv.DictReader(io.StringIO(_run("search", "talks", "--format", "csv").stdout)))
    assert [hit["item"]["id"] if hit["item"] else "" for hit in hits] == [row["id"] for row in rows]
    text = {hit["report"]["source"]: TEXTS[Path(hit["report"]["source"]).stem] for hit in hits}
    for hit, row in zip(hits, rows, strict=True):
        whole = text[hit["report"]["source"]]
        sentence = hit["sentence"]
        assert whole[sentence["start"] : sentence["end"]] == sentence["text"] == row["sentence"]
        assert all("talks" in whole[start:end].lower() for start, end in hit["marked"])


def test_words_need_no_quotation_marks_of_the_shell() -> None:
    for command in ("search", "reports"):
        whole = _run(command, "cod OR crossing", "--format", "json").stdout
        assert whole == _run(command, "cod", "OR", "crossing", "--format", "json").stdout
        assert {"/news/oslo.txt", "/news/lome.txt"} <= set(re.findall("/news/[a-z]+.txt", whole))


def test_nothing_found_is_told_by_the_exit_code() -> None:
    for command in ("search", "reports"):
        result = _run(command, "zebra")
        assert result.exit_code == 1
        assert "found" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["search", "(a"], BadSearch),
        (["search"], UsageError),
        (["search", "a", "--section", "statments"], UnknownSection),
        (["search", "a", "--from", "soon"], BadDate),
        (["reports", "--to", "XXXX"], BadDate),
        (["show", "zebra"], UsageError),
        (["search", "a", "--record", "/nowhere/record.db"], NoRecord),
    ],
)
def test_what_makes_no_sense_is_one_line(arguments: list[str], error: type[UsageError]) -> None:
    with pytest.raises(error) as raised:
        _run(*arguments)
    assert "\n" not in str(raised.value)


def test_the_reports_are_listed_and_summed() -> None:
    shown = _run("reports").stdout
    assert shown.count("report-") == 3
    assert "3 reports · 0 publishers: " in shown
    listed = json.loads(_run("reports", "--party", "TGO", "--format", "json").stdout)
    assert [one["source"] for one in listed] == ["/news/lome.txt"]
    rows = list(csv.DictReader(io.StringIO(_run("reports", "--format", "csv").stdout)))
    assert [int(row["statements"]) for row in rows if row["source"] == "/news/lome.txt"] == [
        listed[0]["items"]["statements"]
    ]


def test_a_report_is_shown_with_the_ids_of_its_items(readings: dict[str, Reading]) -> None:
    reading = readings["lima"]
    shown = _run("show", "/news/lima.txt").stdout
    for section in ("people", "statements", "events"):
        own = [one for one in reading.items[section] if getattr(one, "statement", None) is None]
        assert all(one.id[: one.id.index("-") + 9] in shown for one in own)
    assert Reading.from_json(_run("show", reading.report.id, "--format", "json").stdout) == reading


def test_an_item_is_shown_in_its_paragraph_with_what_it_rests_on(readings: dict[str, Reading]) -> None:
    item = next(one for one in readings["lima"].items["statements"] if one.inferred)
    shown = _run("show", item.id).stdout
    assert item.inferred[0].basis in shown
    assert "Read\n" in shown
    told = json.loads(_run("show", item.id, "--format", "json").stdout)
    assert told["item"]["id"] == item.id
    assert told["paragraph"]["text"] in TEXTS["lima"]
    assert [reading["changed"] for reading in told["readings"]] == [[]]
