"""Samples are drawn the same again, and marked sheets add up."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from detente.errors import BadSheet
from detente.formats.sample_sheet import COLUMNS, sample_sheet
from detente.model.reading import Reading
from detente.record.by_hand import Hand, hide
from detente.record.ids import find
from detente.record.judgements import Judgement, agreement, judgements, precision
from detente.record.sample import Drawn, sample
from detente.record.store import Store

HEAD = "mark\tsection\tid\n"


def _draw(store: Store, count: int, **how: Any) -> list[Drawn]:
    with store.reading() as connection:
        return sample(connection, count, **how)


def test_as_many_of_each_section_and_the_same_again(store: Store) -> None:
    drawn = _draw(store, 10)
    assert drawn == _draw(store, 10)
    counts = Counter(one.section for one in drawn)
    assert len(drawn) == 10
    assert "times" not in counts
    assert max(counts.values()) - min(counts.values()) <= 1
    assert {one.item.id for one in _draw(store, 5)} <= {one.item.id for one in drawn}
    assert {one.item.id for one in _draw(store, 10, seed="x")} != {one.item.id for one in drawn}
    assert {one.section for one in _draw(store, 99, section="events")} == {"events"}


def test_everything_is_drawn_once_but_what_is_hidden(store: Store, readings: dict[str, Reading]) -> None:
    whole = sum(len(items) for one in readings.values() for name, items in one.items.items() if name != "times")
    assert len(_draw(store, 999)) == whole
    gone = readings["oslo"].items["events"][0].id
    with store.writing() as connection:
        hide(connection, find(connection, gone), Hand("anna", None, "2030"))
    left = _draw(store, 999)
    assert len(left) == whole - 1
    assert gone not in {one.item.id for one in left}
    with store.reading() as connection:
        only = sample(connection, 999, {readings["lome"].report.key})
    assert {one.reading.report.source for one in only} == {"/news/lome.txt"}


def test_a_sheet_has_a_line_an_item_and_comes_back_marked(store: Store, tmp_path: Path) -> None:
    drawn = _draw(store, 6)
    lines = list(sample_sheet(drawn))
    assert lines[0].rstrip("\n").split("\t") == list(COLUMNS)
    assert all(line.count("\t") == len(COLUMNS) - 1 and line.count("\n") == 1 for line in lines)
    path = tmp_path / "sheet.tsv"
    path.write_text(lines[0] + "".join(f"r{line}" for line in lines[1:]), encoding="utf-8")
    found = judgements(path)
    assert [one.section for one in found] == [one.section for one in drawn]
    with store.reading() as connection:
        assert [find(connection, one.id).item for one in found] == [one.item.id for one in drawn]


def test_marks_may_be_cut_and_lines_left_out(tmp_path: Path) -> None:
    path = tmp_path / "s.tsv"
    path.write_text(
        f"\ufeff{HEAD}R\tevents\t1\nPart\tevents\t2\n\tevents\t3\nwrong\tahead\t4\n\nu\tahead\t5\n", "utf-8"
    )
    assert judgements(path) == [
        Judgement("1", "events", "right"),
        Judgement("2", "events", "partly"),
        Judgement("4", "ahead", "wrong"),
        Judgement("5", "ahead", "useless"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "has no column 'mark'"),
        ("mark\tid\n", 1, "has no column 'section'"),
        (f"{HEAD}\tevents\t1\nrigth\tevents\t2\n", 3, "did you mean 'right'"),
        (f"{HEAD}maybe\tevents\t1\n", 2, "there are right, partly, wrong, useless"),
        (f"{HEAD}r\tevents\t1\nw\tevents\t1\n", 3, "1 a second time"),
        (f"{HEAD}r\n", 2, "lacks its id or section"),
    ],
)
def test_what_is_no_sheet_is_said_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    path = tmp_path / "s.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSheet) as raised:
        judgements(path)
    assert raised.value.line == line
    assert says in str(raised.value)


def test_precision_counts_each_section_and_all() -> None:
    marks = [("events", "right")] * 3 + [("events", "wrong"), ("ahead", "partly"), ("ahead", "useless")]
    found = precision(Judgement(str(number), *each) for number, each in enumerate(marks))
    assert [(one.section, one.right, one.partly) for one in found] == [
        ("ahead", 0.0, 0.5),
        ("events", 0.75, 0.75),
        ("all", 0.5, pytest.approx(4 / 6)),
    ]
    assert list(found[1].right_interval) == pytest.approx([0.3006, 0.9544], abs=1e-4)
    assert found[2].marks == {"right": 3, "partly": 1, "wrong": 1, "useless": 1}
    assert precision([]) == []


def test_agreement_is_of_what_several_marked() -> None:
    one = [Judgement(str(number), "events", "right" if number % 2 else "wrong") for number in range(6)]
    assert agreement([one, one[:4]]) == (4, 1.0)
    assert agreement([one]) == (0, None)


def test_a_small_sample_holds_no_more_than_it_needs(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _draw(store, 3, section="times")
    monkeypatch.setattr("detente.record.sample._HELD", 0)
    assert _draw(store, 3, section="times") == whole
