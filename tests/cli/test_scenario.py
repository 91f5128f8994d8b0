"""``detente scenario`` from end to end: the sample, and bad input in one clear line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from detente.scenario.checks import checked_game
from detente.scenario.reader import read_scenario
from detente.scenario.sensitivity import Sensitivity

ROOT = Path(__file__).parents[2]
SAMPLE = str(ROOT / "examples" / "scenarios" / "japan-russia-peace-treaty.toml")


def _run(*arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    run = subprocess.run(
        [sys.executable, "-m", "detente", "scenario", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == code, run.stderr
    return run


def test_the_sample_is_an_impasse_that_russia_alone_could_open() -> None:
    shown = " ".join(_run("solve", SAMPLE).stdout.split())
    assert "This is an impasse: nobody gains by moving alone (Nash)" in shown
    assert "No joint move is better for both." in shown
    assert "13 of the 86 changes of one want would open a deal, all of them Russia’s" in shown


def test_the_sample_s_openings_are_counted() -> None:
    effects = list(Sensitivity(checked_game(read_scenario(SAMPLE))).effects())
    assert len(effects) == 86
    assert [effect.changes[0].party for effect in effects if effect.deals] == ["russia"] * 13


def test_a_japan_that_puts_a_treaty_first_loses_the_islands() -> None:
    shown = " ".join(_run("what-if", SAMPLE, "japan: jp_ready and ru_ready first").stdout.split())
    assert "in none of them Japan has “handover”" in shown


def test_a_change_without_effect_is_said_to_be_none() -> None:
    assert "Nothing changes: Russia ranks all states as before" in _run(
        "what-if", SAMPLE, "russia: handover > recognise"
    ).stdout.replace("\n", " ")


@pytest.mark.parametrize("format", ["json", "svg", "dot", "markdown"])
def test_every_format_is_written_the_same_twice(format: str) -> None:  # noqa: A002
    first, second = _run("solve", SAMPLE, "--format", format).stdout, _run("solve", SAMPLE, "--format", format).stdout
    assert first == second
    if format == "json":
        assert len(json.loads(first)["states"]) == 56


def _model(tmp_path: Path, nevers: str = "", options: int = 2, now: str = "[]") -> str:
    told = "\n".join(f'o{number} = "Do {number}"' for number in range(options))
    path = tmp_path / "model.toml"
    path.write_text(
        f'format = "scenario/1"\nnow = {now}\n[[party]]\nid = "a"\nwants = ["o0"]\n[party.options]\n{told}\n{nevers}',
        encoding="utf-8",
    )
    return str(path)


@pytest.mark.parametrize(
    ("nevers", "options", "now", "message"),
    [
        ('[[never]]\nthat = "o0"\n[[never]]\nthat = "not o0"', 2, "[]", "never 1 (o0) and never 2 (not o0) rule out"),
        ('[[never]]\nthat = "o0 and o1"', 2, '["o0", "o1"]', "now cannot occur: never 1 (o0 and o1) rules it out"),
        ('[[never]]\nthat = "o7"', 2, "[]", "no option 'o7'"),
        ("", 60, "[]", "states"),
    ],
)
def test_a_contradictory_or_too_large_model_is_explained(
    tmp_path: Path, nevers: str, options: int, now: str, message: str
) -> None:
    error = _run("solve", _model(tmp_path, nevers, options, now), code=1).stderr
    assert message in error
    assert error.count("\n") == 1


def test_a_file_of_20_mb_or_of_no_text_is_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    large.write_bytes(b"# nothing\n" * (2 << 20))
    assert "20 MB; a scenario file has at most 4 MB" in _run("solve", str(large), code=1).stderr
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    assert "not UTF-8 text" in _run("check", str(binary), code=1).stderr
    assert "cannot be read" in _run("check", str(tmp_path / "none.toml"), code=1).stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("explain", SAMPLE, "99"), "there is no state 99; states go from 1 to 56"),
        (("explain", SAMPLE, "handoverr"), "no option 'handoverr'; did you mean 'handover'?"),
        (("explain", SAMPLE, "handover"), "is no state that can occur: never 1"),
        (("what-if", SAMPLE, "rusia: invest first"), "did you mean 'russia'?"),
        (("inverse", SAMPLE, "now", "--party", "japn"), "no party 'japn'; did you mean 'japan'?"),
    ],
)
def test_wrong_usage_is_told_in_one_line(arguments: tuple[str, ...], message: str) -> None:
    error = _run(*arguments, code=2).stderr
    assert message in error
    assert error.count("\n") == 1
