"""Reports read on several processes: the same readings in the same order, whatever becomes of a process."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.errors import UnknownModel
from detente.model.reading import Reading
from detente.model.report import Report, SetAside
from detente.reading import pool
from detente.reading.pool import Pool, Settings
from detente.reading.reader import DEFAULT_MODEL, Reader
from detente.sources import report_from_text

SETTINGS = Settings(DEFAULT_MODEL, ("parties",), seconds=60)
TEXTS = [f"LIMA - Peru and {state} met on 4 May 2021." for state in ("Chile", "Cuba", "Haiti", "Brazil", "Norway")]


def given() -> Iterator[tuple[str, Report | None]]:
    """Reports, and what only goes through, a good many more than the pool holds."""
    for number in range(4):
        for text in TEXTS:
            yield f"{number} {text}", report_from_text(text, source=text)
            yield f"{number} through", None


def test_readings_are_the_same_on_one_process_and_on_two() -> None:
    reader = Reader(DEFAULT_MODEL, ("parties",))
    expected = [(what, reader.read(report) if report else None) for what, report in given()]
    for count in (1, 2):
        with Pool(SETTINGS, count) as pool:
            assert list(pool.read(given())) == expected


@pytest.mark.parametrize("count", [1, 2])
def test_where_nothing_is_to_be_read_no_model_is_loaded(count: int) -> None:
    through: list[tuple[str, Report | None]] = [("through", None), ("through again", None)]
    with Pool(Settings("a model that is not there"), count) as pool:
        assert list(pool.read(through)) == through
        with pytest.raises(UnknownModel):
            list(pool.read([*through, ("read", report_from_text(TEXTS[0]))]))


def test_no_more_are_held_than_the_pool_may() -> None:
    taken = 0

    def counted() -> Iterator[tuple[int, Report | None]]:
        nonlocal taken
        for number in range(60):
            taken += 1
            yield number, report_from_text(TEXTS[number % len(TEXTS)])

    with Pool(SETTINGS, 2) as pool:
        for done, _ in enumerate(pool.read(counted()), start=1):
            assert taken - done <= 8


def test_a_report_that_takes_its_process_down_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A spaCy pipe that ends its process stands for a library in C that does.
    (tmp_path / "sitecustomize.py").write_text(
        "import os\nfrom detente.reading.reader import Reader\n_read = Reader.read\n"
        "def read(self, report):\n    if 'Cuba' in report.text: os._exit(11)\n    return _read(self, report)\n"
        "Reader.read = read\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Pool(SETTINGS, 2) as pool:
        results = {what: result for what, result in pool.read(given()) if "through" not in what}
    for what, result in results.items():
        if "Cuba" in what:
            assert isinstance(result, SetAside)
            assert "exit code 11" in result.reason
        else:
            assert isinstance(result, Reading)


def test_a_report_that_cannot_be_read_is_set_aside() -> None:
    foreign = report_from_text("Los ministros de Perú y Chile se reunieron el lunes en Lima para hablar de pesca. " * 5)
    for count in (1, 2):
        with Pool(SETTINGS, count) as pool:
            [(_, result)] = pool.read([("x", foreign)])
            assert isinstance(result, SetAside)


def test_a_model_that_is_not_there_stops_all() -> None:
    for count in (1, 2):
        with Pool(Settings("no_such_model"), count) as pool, pytest.raises(UnknownModel):
            list(pool.read(given()))


def test_a_process_whose_answer_is_left_unread_ends_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=pool._work, args=(theirs, SETTINGS))
    theirs.send("an answer")
    process.start()
    theirs.close()
    ours.close()  # as the system does for one that is killed
    process.join()
    assert process.exitcode == 0
    assert capfd.readouterr().err == ""
