"""Answers that are kept: the same, to the byte, as if they were worked out anew, whatever was added or taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from detente import program
from detente.cli import kept
from detente.cli.app import app
from detente.dossier import from_record
from detente.model.reading import Reading
from detente.record.answers import Answer, Question, keep
from detente.record.memberships import name_dispute
from detente.record.rebuild import rebuild
from detente.record.schema import derived
from detente.record.store import Store
from detente.record.writer import keep as keep_report
from tests.record.conftest import add

QUESTIONS = (
    ("brief", "--format", "json", "--length", "all"),
    ("brief", "--length", "full", "--why"),
    ("timeline", "--all", "--format", "csv"),
    ("agenda", "--all"),
)
_SLOW = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _ask(path: Path, *arguments: str) -> str:
    result = CliRunner().invoke(app, [*arguments, "--record", str(path)])
    assert result.exit_code in (0, 1), result.output
    return result.stdout


def _all(path: Path, *more: str) -> list[str]:
    return [_ask(path, question[0], *more, *question[1:]) for question in QUESTIONS]


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Once called, no dossier can be worked out."""

    def forget() -> None:
        def fail(*_: object, **__: object) -> None:
            raise AssertionError("was worked out anew")

        monkeypatch.setattr(from_record, "from_record", fail)

    return forget


def test_what_was_asked_before_is_told_again(store: Store, forgetful: Callable[[], None]) -> None:
    before = _all(store.path)
    forgetful()
    assert _all(store.path) == before
    with pytest.raises(AssertionError, match="anew"):
        CliRunner().invoke(app, ["timeline", "--record", str(store.path)], catch_exceptions=False)


def test_another_program_or_rules_answer_anew(
    store: Store, forgetful: Callable[[], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rules = tmp_path / "togo.toml"
    rules.write_text('name = "Togo"\nparties = ["TGO", "BEN"]\n', encoding="utf-8")
    first = _ask(store.path, "brief", str(rules))
    rules.write_text('name = "Andes"\nparties = ["PER", "CHL"]\n', encoding="utf-8")
    assert _ask(store.path, "brief", str(rules)) != first
    forgetful()
    _ask(store.path, "brief", str(rules))
    monkeypatch.setattr(program, "program_mark", lambda: "another")
    with pytest.raises(AssertionError, match="anew"):
        CliRunner().invoke(app, ["brief", str(rules), "--record", str(store.path)], catch_exceptions=False)


def test_what_is_added_elsewhere_changes_no_answer(
    empty: Store, readings: dict[str, Reading], forgetful: Callable[[], None], tmp_path: Path
) -> None:
    rules = tmp_path / "togo.toml"
    rules.write_text('name = "Togo"\nparties = ["TGO", "BEN"]\n', encoding="utf-8")
    add(empty, readings["lome"])
    before = _all(empty.path, str(rules))
    add(empty, readings["oslo"])
    forgetful()
    assert _all(empty.path, str(rules)) == before


def test_nothing_is_kept_where_nothing_may_be_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_PATIENCE", 0.01)
    with store.writing():
        locked = _ask(store.path, "brief")
    with store.reading() as connection:
        assert connection.execute(derived.select()).all() == []
    assert _ask(store.path, "brief") == locked


def test_so_many_answers_are_kept_and_no_more(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.record.answers._MOST", 4)
    with empty.writing() as connection:
        for number in range(6):
            keep(connection, Question(str(number), ""), Answer("", 0), "", (number, 0, 0, 0, 0))
        left = sorted(connection.scalars(derived.select().with_only_columns(derived.c.key)))
    assert left == ["3", "4", "5"]


@_SLOW
@given(
    order=st.permutations(("lima", "lome", "oslo")),
    asked=st.lists(st.booleans(), min_size=3, max_size=3),
    apart=st.booleans(),
)
def test_one_by_one_or_at_once_asked_on_the_way_or_not(
    store: Store, readings: dict[str, Reading], order: list[str], asked: list[bool], apart: bool
) -> None:
    whole = _all(store.path)
    with TemporaryDirectory() as folder, Store(Path(folder) / "other.db", create=True) as other:
        if apart:
            for name, now in zip(order, asked, strict=True):
                add(other, readings[name])
                if now:
                    _all(other.path)
        else:
            with other.writing() as connection:
                for name in order:
                    one = readings[name]
                    keep_report(connection, one, one.report.text.encode(), "2030-01-02T03:04:05Z")
        assert _all(other.path) == whole
        rebuild(other)
        assert _all(other.path) == whole


@pytest.mark.parametrize("out", ["lima", "lome", "oslo"])
def test_a_report_put_out_is_as_one_never_added_and_comes_back_to_the_byte(
    readings: dict[str, Reading], out: str
) -> None:
    with TemporaryDirectory() as folder:
        path, without = Path(folder) / "all.db", Path(folder) / "without.db"
        for each in (path, without):
            with Store(each, create=True) as made:
                for name, one in readings.items():
                    if each is path or name != out:
                        add(made, one)
            files = [f"/news/{name}.txt" for name in readings if each is path or name != out]
            _run(each, "dispute", "put", "Talks", *files, new=True)
        before = _all(path, "Talks")
        assert before != _all(without, "Talks")
        _run(path, "dispute", "put", "Talks", f"/news/{out}.txt", "--out")
        assert _all(path, "Talks") == _all(without, "Talks")
        _run(path, "dispute", "put", "Talks", f"/news/{out}.txt")
        assert _all(path, "Talks") == before


def test_what_is_taken_back_leaves_the_answers_as_they_were(store: Store) -> None:
    before = _all(store.path)
    with store.reading() as connection:
        sql = "SELECT id FROM item WHERE section = 'events' ORDER BY id"
        ids = list(connection.exec_driver_sql(sql).scalars())
    for number, identity in enumerate(ids[:1]):
        _run(store.path, "hide", identity)
        assert _all(store.path) != before
        _run(store.path, "undo", str(2 * number + 1))
        assert _all(store.path) == before


def _run(path: Path, *arguments: str, new: bool = False) -> None:
    if new:
        with Store(path) as store, store.writing() as connection:
            name_dispute(connection, "Talks", "ann", "2030-01-01T00:00:00Z")
    result = CliRunner().invoke(app, [*arguments, "--record", str(path)])
    assert result.exit_code == 0, result.output
