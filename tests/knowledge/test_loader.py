"""What the loader of tables takes, and what it refuses with file and line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.knowledge import loader
from detente.knowledge.loader import BadTable, Entry, classes, listed, rows, table, words
from detente.model.date import Date


class Pact(Entry, frozen=True, kw_only=True):
    name: str
    parties: tuple[str, ...] = ()
    signed: Date | None = None
    members: int | None = None


class Cue(Entry, frozen=True):
    mode: str
    verbs: frozenset[str]


class Cues(Entry, frozen=True):
    label: str
    cues: tuple[Cue, ...]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(loader, "files", lambda _: tmp_path)
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    for kept in ("words", "listed", "classes", "_toml", "_table", "_rows"):
        getattr(loader, kept).cache_clear()


def test_rows_are_typed(room: Path) -> None:
    (room / "pacts.tsv").write_text(
        "# date: 2026-11-30\nname\tparties\tsigned\tmembers\nLima Pact\tPER;CHL\t1929-06\t2\n\nOpen Pact\t\t\t\n"
    )
    first, second = rows("pacts", Pact)
    assert first == Pact(name="Lima Pact", parties=("PER", "CHL"), signed=Date.parse("1929-06"), members=2)
    assert second == Pact(name="Open Pact")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("name\tparties\nA\t", "pacts.tsv:1: the columns should be name, parties, signed, members: name, parties"),
        ("name\tparties\tsigned\tmembers\nA\t\t", "pacts.tsv:2: 3 fields where the head has 4: A"),
        ("# x\nname\tparties\tsigned\tmembers\n\t\t\t", "pacts.tsv:3: Object missing required field `name`"),
        (
            "name\tparties\tsigned\tmembers\nA\t\t\tmany",
            "pacts.tsv:2: Expected `int | null`, got `str` - at `$.members`",
        ),
        ("name\tparties\tsigned\tmembers\nA\t\tMay\t", "pacts.tsv:2: not an EDTF date: 'May' - at `$.signed`"),
        ("name\tparties\tsigned\tmembers\nA\t\t\t1\nB\t\t\t\nA\t\t\t2", "pacts.tsv:4: twice in the table: A"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(room: Path, lines: str, message: str) -> None:
    (room / "pacts.tsv").write_text(lines)
    with pytest.raises(BadTable) as refused:
        rows("pacts", Pact, "name")
    assert str(refused.value) == f"knowledge/{message}"


def test_the_same_row_twice_is_refused_and_the_same_key_is_not(room: Path) -> None:
    (room / "pacts.tsv").write_text("name\tparties\tsigned\tmembers\nA\t\t\t1\nA\t\t\t2\n")
    assert [pact.members for pact in rows("pacts", Pact)] == [1, 2]
    _forget()
    (room / "pacts.tsv").write_text("name\tparties\tsigned\tmembers\nA\t\t\t1\nA\t\t\t1\n")
    with pytest.raises(BadTable, match=r"pacts\.tsv:3: twice"):
        rows("pacts", Pact)


def test_word_classes(room: Path) -> None:
    (room / "plans.toml").write_text('verbs = [\n  "plan",\n  "aim",  # "aims to"\n]\n[of]\nnouns = ["plan"]\n')
    assert words("plans", "verbs") == {"plan", "aim"}
    assert listed("plans", "verbs") == ("plan", "aim")
    assert words("plans", "of.nouns") == {"plan"}
    assert classes("plans", "of") == {"nouns": {"plan"}}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('a = [\n  "plan",\n  "aim",\n]\nb = [\n  "aim",\n  "plan",\n  "aim",\n]\n', "plans.toml:8: twice in b: aim"),
        ('a = ["plan"]\na = ["aim"]\n', "plans.toml:2: Cannot overwrite a value (at line 2, column 12)"),
        ('a = ["plan"]\n\nverbs = "plan aim"\n', "plans.toml:3: no list of words: verbs"),
        ('a = ["plan"]\n', "plans.toml:1: no list of words: verbs"),
    ],
)
def test_wrong_word_classes_are_refused_with_their_line(room: Path, text: str, message: str) -> None:
    (room / "plans.toml").write_text(text)
    with pytest.raises(BadTable) as refused:
        words("plans", "verbs")
    assert str(refused.value) == f"knowledge/{message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('label = "A"\ncues = []\nother = 1\n', "a.toml:3: Object contains unknown field `other`"),
        ('label = "A"\n[[cues]]\nmode = "b"\n', "a.toml:2: Object missing required field `verbs` - at `$.cues[0]`"),
        ('label = "A"\n[[cues]]\nmode = 1\nverbs = []\n', "a.toml:3: Expected `str`, got `int` - at `$.cues[0].mode`"),
    ],
)
def test_a_table_that_is_not_of_its_type_is_refused(room: Path, text: str, message: str) -> None:
    (room / "a.toml").write_text(text)
    with pytest.raises(BadTable) as refused:
        table("a", Cues)
    assert str(refused.value) == f"knowledge/{message}"


def test_a_table_is_typed(room: Path) -> None:
    (room / "a.toml").write_text('label = "A"\n[[cues]]\nmode = "b"\nverbs = ["aim"]\n')
    assert table("a", Cues) == Cues("A", (Cue("b", frozenset({"aim"})),))
