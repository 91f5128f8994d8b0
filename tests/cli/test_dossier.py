"""``detente brief``, ``timeline``, ``agenda``, ``changes``, ``merge`` and ``split``, as a user runs them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from detente.cli.app import app
from detente.errors import BadDate, BadTime, UnknownDispute, UsageError
from detente.record.memberships import name_dispute, put
from detente.record.store import Store


@pytest.fixture(autouse=True)
def _record(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_RECORD", str(store.path))


def _run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(app, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


def _events() -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(_run("brief", "--format", "json", "--length", "all").stdout)["events"]
    return [one for one in found if str(one["id"]).startswith("event-")]


@pytest.mark.parametrize(("form", "begins"), [("text", "The whole record"), ("markdown", "# "), ("html", "<!doctype")])
def test_a_brief_in_each_form(form: str, begins: str) -> None:
    page = _run("brief", "--format", form).stdout
    assert page.startswith(begins)
    for title in ("Timeline", "Who is who", "Sources"):
        assert title in page


def test_a_brief_as_json_names_each_mention_and_its_report() -> None:
    found = json.loads(_run("brief", "--format", "json").stdout)
    assert len(found["reports"]) == 3
    mention = found["events"][0]["mentions"][0]
    assert set(mention["report"]) == {"id", "source"}
    assert mention["end"] - mention["start"] == len(mention["text"])


def test_only_the_reports_of_a_dispute(store: Store) -> None:
    with store.writing() as connection:
        name_dispute(connection, "mono", "ann", "2030-01-01T00:00:00Z")
        keys = connection.exec_driver_sql("SELECT key FROM current ORDER BY key").scalars().all()
        put(connection, "mono", keys[0], "ann", "2030-01-01T00:00:00Z")
    assert len(json.loads(_run("brief", "mono", "--format", "json").stdout)["reports"]) == 1
    with pytest.raises(UnknownDispute, match="nil"):
        _run("brief", "nil")


def test_bad_dates_and_empty_days_are_refused() -> None:
    with pytest.raises(BadDate):
        _run("brief", "--as-of", "soon")
    with pytest.raises(UsageError, match="there are no reports of it until 1999"):
        _run("timeline", "--as-of", "1999")


def test_a_brief_as_a_document_has_the_same_lines_and_bytes() -> None:
    import docx

    page, again = (_run("brief", "--format", "docx").stdout_bytes for _ in range(2))
    assert page == again
    found = docx.Document(io.BytesIO(page))
    titles = [one.text for one in found.paragraphs if one.style is not None and one.style.name.startswith("Heading")]
    markdown = _run("brief", "--format", "markdown").stdout
    assert titles == re.findall(r"^## (.*)$", markdown, re.MULTILINE)
    assert sum(len(table.rows) for table in found.tables) == len(re.findall(r"^- ", markdown, re.MULTILINE))
    assert any("[1" in cell.text for table in found.tables for row in table.rows for cell in row.cells)


def test_charts_are_drawn_into_a_document_alone() -> None:
    with pytest.raises(UsageError, match="--format docx"):
        _run("brief", "--charts")
    plain, drawn = (_run("brief", "--format", "docx", *more).stdout_bytes for more in ((), ("--charts",)))
    with zipfile.ZipFile(io.BytesIO(drawn)) as found:
        assert any(name.startswith("word/media/") for name in found.namelist())
    assert len(drawn) > len(plain)


def test_what_the_record_held_at_a_time(store: Store) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE report SET added_at = '2030-05-01T10:00:00Z'")
        connection.exec_driver_sql("UPDATE reading SET made_at = '2030-05-01T10:00:00Z'")
        late = connection.exec_driver_sql("SELECT max(n) FROM report").scalar()
        connection.exec_driver_sql(f"UPDATE report SET added_at = '2030-05-02T09:30:00Z' WHERE n = {late}")
    assert len(json.loads(_run("brief", "--known-at", "2030-05-01", "--format", "json").stdout)["reports"]) == 2
    assert len(json.loads(_run("brief", "--known-at", "2030-05-02T09:30", "--format", "json").stdout)["reports"]) == 3
    with pytest.raises(UsageError, match="in the record at 2030-05-01T09:00"):
        _run("timeline", "--known-at", "2030-05-01T09:00")
    with pytest.raises(BadTime, match="is not a time"):
        _run("agenda", "--known-at", "yesterday")


def test_a_correction_made_later_is_not_known_yet() -> None:
    one = next(event for event in _events() if event["type"])
    before = _run("brief", "--format", "json", "--length", "all", "--known-at", "2099-01-01").stdout
    _run("hide", str(one["id"]), "--by", "ann")
    assert str(one["id"]) not in _run("brief", "--format", "json", "--length", "all").stdout
    assert str(one["id"]) in before


def test_a_timeline_is_narrowed_to_an_agreement_and_an_issue() -> None:
    assert _run("timeline", "--all", "--agreement", "no such treaty", code=1).exit_code == 1
    found = _run("timeline", "--all", "--issue", "visit").stdout
    assert "visit Lima" in found and "Togo" not in found


def test_a_timeline_is_narrowed() -> None:
    everything = _run("timeline", "--all").stdout
    assert "Togo and Benin" in everything and "Peru" in everything
    assert "Peru" not in _run("timeline", "--all", "--party", "TGO", "--format", "json").stdout
    assert _run("timeline", "--from", "2035", code=1).exit_code == 1
    rows = list(csv.DictReader(io.StringIO(_run("timeline", "--all", "--format", "csv").stdout)))
    assert {"date", "what", "reports"} <= set(rows[0])


def test_an_agenda_as_a_calendar() -> None:
    assert "visit" in _run("agenda", "--as-of", "2021-05-20").stdout
    calendar = _run("agenda", "--format", "ics").stdout
    assert "BEGIN:VEVENT" in calendar and "DTSTART;VALUE=DATE:20210603" in calendar


def test_changes_since_a_day_and_since_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.cli.clock.now", lambda: "2031-01-01T00:00:00Z")  # after the reports were added
    first = _run("changes", "--by", "ann").stdout
    assert "ann has not seen it yet: 3 new reports" in first
    again = _run("changes", "--by", "ann", code=1).stdout
    assert "Nothing changed." in again
    assert "3 new reports" in _run("changes", "--by", "bob").stdout
    since = json.loads(_run("changes", "--since", "1999", "--format", "json").stdout)
    assert len(since["reports"]) == 3
    assert since["changes"]


def test_merge_and_split_win_and_are_undone() -> None:
    before = _events()
    one, other = str(before[0]["id"]), str(before[1]["id"])
    assert "merge" in _run("merge", one, other, "--by", "ann", "--why", "one visit").stdout
    assert len(_events()) == len(before) - 1
    _run("split", one, other, "--by", "ann")
    assert len(_events()) == len(before)
    _run("undo", "2")
    assert len(_events()) == len(before) - 1
    _run("undo", "1")
    assert _events() == before


def test_show_says_why_an_event_is_one() -> None:
    found = next(one for one in _events() if len(one["mentions"]) > 1)  # type: ignore[arg-type]
    page = _run("show", str(found["id"]), "--why").stdout
    assert "Joined" in page and "words" in page


def test_only_two_events_can_be_merged() -> None:
    one = str(_events()[0]["id"])
    with pytest.raises(UsageError, match="is one item; give two"):
        _run("merge", one, one)
    report = json.loads(_run("brief", "--format", "json").stdout)["people"][0]["id"]
    with pytest.raises(UsageError, match="only events"):
        _run("merge", one, report)


@pytest.mark.parametrize(("form", "begins"), [("text", "The whole record"), ("markdown", "| issue"), ("csv", "issue,")])
def test_positions_in_each_form(form: str, begins: str) -> None:
    assert _run("positions", "--format", form).stdout.startswith(begins)


def test_positions_narrowed_and_as_values() -> None:
    every = json.loads(_run("positions", "--format", "json").stdout)["positions"]
    assert every
    party = every[0]["party"]["id"]
    found = json.loads(_run("positions", "--party", party, "--format", "json").stdout)["positions"]
    assert {line["party"]["id"] for line in found} == {party}
    assert "Nothing found." in _run("positions", "--issue", "no such issue", code=1).stdout
    with pytest.raises(BadDate):
        _run("positions", "--from", "someday")


def test_networks_and_a_dna_database_from_the_record(tmp_path: Path) -> None:
    assert _run("export", "--format", "edges").stdout.startswith("source,target,weight,agreement\n")
    assert _run("export", "--format", "graphml", "--network", "conflict").stdout.startswith("<?xml")
    out = tmp_path / "record.dna"
    _run("export", "--format", "dna", "--out", str(out))
    assert out.read_bytes().startswith(b"SQLite format 3")
