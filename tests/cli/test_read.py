"""The installed command on ordinary input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).with_name("detente"))
TEXT = """Ministers of Peru and Chile meet

LIMA, 4 May 2021 - Foreign Minister Rosa Paredes of Peru said on Monday that talks with Chile would go on.

"We have agreed on a calendar," Paredes told reporters.
"""


def run(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    return subprocess.run([COMMAND, *arguments], capture_output=True, text=True, input=stdin, timeout=120, check=False)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "lima.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_reading_is_plain_when_piped(page: Path) -> None:
    done = run("read", str(page), "--evidence")
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert "Rosa Paredes" in done.stdout
    assert "“We have agreed on a calendar,”" in done.stdout
    assert "[" in done.stdout


def test_one_report_is_an_object_and_several_are_an_array(page: Path) -> None:
    one = json.loads(run("read", str(page), "--format", "json", "--only", "front").stdout)
    assert one["front"]["published"]["date"] == "2021-05-04"
    lines = "".join(json.dumps({"id": name, "text": TEXT.replace("Peru", name)}) + "\n" for name in ("Cuba", "Haiti"))
    several = json.loads(run("read", "-", "--format", "json", "--only", "front", stdin=lines).stdout)
    assert [reading["report"]["given_id"] for reading in several] == ["Cuba", "Haiti"]


def test_json_lines_and_folders(page: Path, tmp_path: Path) -> None:
    (tmp_path / "second.md").write_text(
        "# A note\n\nFrance and Spain met in Madrid on 2 March 2020.\n", encoding="utf-8"
    )
    done = run("read", str(tmp_path), "--format", "jsonl", "--only", "parties")
    assert done.returncode == 0, done.stderr
    assert [len(json.loads(line)["parties"]) for line in done.stdout.splitlines()] == [2, 2]
    out = tmp_path / "out"
    assert run("read", str(page), "--format", "json", "--only", "front", "--out", f"{out}/").returncode == 0
    assert json.loads((out / "lima.json").read_text(encoding="utf-8"))["report"]["source"] == str(page)


def test_the_same_command_gives_the_same_bytes(page: Path) -> None:
    first, second = (run("read", str(page), "--format", "json").stdout for _ in range(2))
    assert first == second


def test_published_is_taken_before_everything_else(page: Path) -> None:
    value = json.loads(
        run("read", str(page), "--published", "2022-01-02", "--format", "json", "--only", "front").stdout
    )
    assert value["front"]["published"]["date"] == "2022-01-02"
    assert value["front"]["published"]["basis"] == "given"


def test_schema_and_version() -> None:
    assert json.loads(run("schema").stdout)["title"] == "A reading"
    assert run("--version").stdout.startswith("detente ")


def test_a_model_that_cannot_be_used_is_wrong_usage(page: Path, tmp_path: Path) -> None:
    import spacy

    absent = run("read", str(page), "--model", "en_no_such_pipeline")
    assert (absent.returncode, absent.stdout) == (2, "")
    assert "no spaCy pipeline 'en_no_such_pipeline' is installed" in absent.stderr
    spacy.blank("en").to_disk(tmp_path / "blank")
    unfit = run("read", str(page), "--model", str(tmp_path / "blank"))
    assert unfit.returncode == 2
    assert "has no tagger and no parser" in unfit.stderr
    assert unfit.stderr.count("\n") == 1


def test_ids_are_shown_and_one_is_explained(page: Path) -> None:
    shown = run("read", str(page), "--ids", "--only", "statements").stdout
    id_ = next(word for line in shown.splitlines() for word in line.split() if word.startswith("statement-"))
    told = run("read", str(page), "--only", "statements", "--explain", id_)
    assert told.returncode == 0
    assert told.stdout.startswith(id_)
    assert "chance 0." in told.stdout or "reading/attribution/" in told.stdout


def test_an_id_that_is_not_there_is_wrong_usage(page: Path) -> None:
    told = run("read", str(page), "--only", "statements", "--explain", "statement-zz")
    assert (told.returncode, told.stdout) == (2, "")
    assert "--ids shows them" in told.stderr
