"""Inputs into the record: what is noted of what is known, and in which dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from detente.cli import intake
from detente.cli.intake import Intake
from detente.model.reading import Reading
from detente.model.report import Report, SetAside
from detente.reading.pool import Pool, Settings
from detente.reading.reader import Reader
from detente.record.asides import asides
from detente.record.memberships import by_hand
from detente.record.schema import capture
from detente.record.store import Store
from detente.sources import Before, captures


class Here:
    """A pool of the one reader that the tests share."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def read(self, given: Iterable[tuple[Any, Report | None]]) -> Iterator[tuple[Any, Reading | None]]:
        for what, report in given:
            yield what, self._reader.read(report) if report is not None else None


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "record.db", create=True) as opened:
        yield opened


def take(store: Store, reader: Reader, path: Path, dispute: str | None = None) -> dict[str, int]:
    one: Any = Here(reader)
    taken = Intake(store, one, "ana", dispute)
    return dict(taken.take(captures([str(path)], before=Before(taken.has_bytes))).counts)


def sources(store: Store) -> list[str]:
    with store.reading() as connection:
        return [Path(source).name for source in connection.scalars(select(capture.c.source).order_by(capture.c.n))]


def test_where_known_reports_come_from_is_noted(
    store: Store, reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "_AT_ONCE", 2)
    folder = tmp_path / "news"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text("Peru and Chile met in Lima on 4 May 2021.\n", encoding="utf-8")
    assert take(store, reader, folder / "a.txt") == {"new": 1}
    assert take(store, reader, folder) == {"known": 3}
    assert take(store, reader, folder) == {"known": 3}
    assert sources(store) == ["a.txt", "b.txt", "c.txt"]


def test_the_same_known_bytes_may_come_many_times_in_a_row(store: Store, reader: Reader, tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text("Peru and Chile met in Lima on 4 May 2021.\n", encoding="utf-8")
    assert take(store, reader, tmp_path / "a.txt") == {"new": 1}
    with Pool(Settings("a model that is not needed"), 2) as pool:
        taken = Intake(store, pool, "ana")
        came = captures([str(tmp_path / f"{name}.txt") for name in "abcd"], before=Before(taken.has_bytes))
        assert taken.take(came).counts == {"known": 4}
    assert sources(store) == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_known_and_new_reports_are_put_in_a_dispute(store: Store, reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text('{"id": "1", "text": "Peru and Chile met in Lima on 4 May 2021."}\n', encoding="utf-8")
    assert take(store, reader, path) == {"new": 1}
    with path.open("a", encoding="utf-8") as stream:
        stream.write('{"id": "2", "text": "Peru and Chile met in Quito on 5 May 2021."}\n')
    assert take(store, reader, path, "Border") == {"known": 1, "new": 1}
    with store.reading() as connection:
        assert list(by_hand(connection, "Border").values()) == [True, True]
        assert by_hand(connection, "Other") == {}


def test_a_page_with_another_menu_is_no_new_version(store: Store, reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    told = "<p>Togo and Benin reopened a border crossing on Saturday, 8 May 2021, after three weeks of talks.</p>"
    page = (
        "<html><head><link rel='canonical' href='https://paper.example/talks'></head><body><nav>{}</nav><article>"
        f"<h1>Talks go on</h1>{told * 3}</article></body></html>"
    )
    path.write_text(page.format("Sports"), encoding="utf-8")
    assert take(store, reader, path) == {"new": 1}
    path.write_text(page.format("Weather"), encoding="utf-8")
    assert take(store, reader, path) == {"known": 1}
    assert sources(store) == ["page.html", "page.html"]


def test_what_was_set_aside_is_forgotten_once_it_is_known(store: Store, reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Peru and Chile met in Lima on 4 May 2021.\n", encoding="utf-8")
    assert take(store, reader, path) == {"new": 1}
    with store.writing() as connection:
        from detente.record.asides import set_aside

        set_aside(connection, SetAside(str(path), "was away"), "2030-01-01T00:00:00Z")
    assert take(store, reader, path) == {"known": 1}
    with store.reading() as connection:
        assert asides(connection) == []
