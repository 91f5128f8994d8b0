"""``detente scenario`` beside a record: what the ids of evidence stand for, and the draft of a scenario."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.cli.scenario import run
from detente.errors import BadScenario, NoRecord, UsageError
from detente.record.store import Store

SCENARIO = """format = "scenario/1"
now = []
[[party]]
id = "island"
wants = [{{ that = "ferry", evidence = ["{}"] }}]
options = {{ ferry = "Run the ferry" }}
[[party]]
id = "mainland"
wants = ["not toll"]
options = {{ toll = "Take a toll" }}
"""


@pytest.fixture
def file(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scenario with a want that rests on a statement of the record."""
    monkeypatch.setenv("DETENTE_RECORD", str(store.path))
    with store.reading() as connection:
        identity = connection.exec_driver_sql("SELECT id FROM item WHERE section = 'statements' ORDER BY n").scalar()
    path = tmp_path / "ferry.toml"
    path.write_text(SCENARIO.format(identity), encoding="utf-8")
    return path


def test_solve_shows_the_words_behind_each_want(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["solve", str(file)])
    shown = capsys.readouterr().out
    assert "What the wants rest on" in shown
    told = shown.partition("Island wants “ferry”, its want 1:")[2]
    assert "talks with Chile would go on" in " ".join(told.split())


def test_check_refuses_what_the_record_does_not_have(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(file)])
    assert "It can be solved." in capsys.readouterr().out
    file.write_text(SCENARIO.format("statement-ffffffffffffffff"), encoding="utf-8")
    with pytest.raises(BadScenario, match="'statement-ffffffffffffffff' is not in the record"):
        run(["check", str(file)])


def test_without_a_record_evidence_is_not_looked_up_and_check_says_so(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DETENTE_RECORD", str(tmp_path / "none.db"))
    run(["check", str(file)])
    assert "there is no record" in capsys.readouterr().out
    run(["solve", str(file)])
    assert "What the wants rest on" not in capsys.readouterr().out
    with pytest.raises(NoRecord):
        run(["check", str(file), "--record", str(tmp_path / "none.db")])


@pytest.mark.usefixtures("file")
def test_a_draft_needs_a_party_that_wants_something() -> None:
    with pytest.raises(UsageError, match="XXX is no party of it"):
        run(["draft", "--party", "XXX"])
    with pytest.raises(UsageError, match="nothing to draft"):
        run(["draft", "--party", "TGO"])
