"""Scenarios that mean harm: the installed command ends soon, with one line, and can be stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

COMMAND = str(Path(sys.executable).with_name("detente"))
TOP = 'format = "scenario/1"\n'
FERRY = f"""{TOP}now = ["toll"]
[[party]]
id = "island"
wants = ["not toll"]
options = {{ ferry = "Run the ferry" }}
[[party]]
id = "mainland"
wants = ["toll"]
options = {{ toll = "Take a toll" }}
"""
TYPO = FERRY.replace('"not toll"', '"not tol"')
DIGITS = "9" * 4301


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, "scenario", *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )


def complaint(code: int, *arguments: str) -> str:
    done = run(*arguments)
    assert (done.returncode, done.stderr.count("\n"), done.stdout) == (code, 1, ""), done.stderr
    assert done.stderr.startswith("detente: ")
    assert len(done.stderr) < 1200
    return done.stderr


def _party(party: str, options: int) -> str:
    lines = "".join(f'{party}{number} = "Option {number}"\n' for number in range(options))
    return f'[[party]]\nid = "{party}"\nwants = ["{party}0"]\n[party.options]\n{lines}'


def _case(**changes: object) -> str:
    case = {
        "format": "gmcr-case/1",
        "decision_makers": ["a"],
        "options": [{"id": "x", "dm": "a"}],
        "preferences": {"a": {"statements": []}},
    }
    return json.dumps({**case, **changes})


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("dots.toml", TOP + ".".join("a" * 30_000) + " = 1\n", ":2:1: a key of more than 8 parts"),
        ("more-dots.toml", TOP + ".".join("a" * 1_900_000) + " = 1\n", "a key of more than 8 parts"),
        ("quoted.toml", TOP + "[" + ".".join(['"a"'] * 9) + "]\n", "a key of more than 8 parts"),
        ("block.toml", TYPO.replace("now =", f'notes = """\n[{" " * 40_000}"""\nnow ='), "did you mean 'toll'?"),
        ("note.toml", TYPO.replace("now =", f'notes = "[{" " * 40_000}"\nnow ='), "did you mean 'toll'?"),
        ("ranking.json", '{"format": "gmcr-case/1", ' + '"ranking"' * 350_000, "is not JSON"),
        ("nevers.toml", FERRY + '[[never]]\nthat = "toll"\n[[never]]\nthat = "not toll"\n' * 1000,
         "never 1 (toll) and never 2 (not toll) rule out everything"),
        ("options.toml", TOP + _party("a", 20_000), "more than 62 options"),
        ("options.json", _case(options=[{"id": f"o{n}", "dm": "a"} for n in range(20_000)]), "20,000; at most 62"),
        ("parties.toml", TOP + "".join(_party(f"p{n}_", 1) for n in range(17)), "17 parties; at most 16"),
        ("digits.toml", FERRY.replace('["toll"]\n[[', f"{DIGITS}\n[[", 1), "a number has too many digits"),
        ("digits.json", f'{{"format": "gmcr-case/1", "x": {DIGITS}}}', "a number has too many digits"),
        ("half.json", _case(name="\ud800"), "name has half of a character"),
        ("half-id.json", _case(decision_makers=["\ud800"]), "decision_makers[0] has half of a character"),
        ("half.toml", FERRY.replace("Run the ferry", "\\ud800"), "not TOML: "),
        ("name.toml", FERRY.replace('"not toll"', f'"{"x" * 1_000_000}"'), "no option 'xxxxx"),
    ],
    ids=lambda value: value if len(value) < 20 and "." in value else "",
)  # fmt: skip
def test_a_hostile_file_is_refused_in_one_line(tmp_path: Path, name: str, content: str, reason: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert reason in complaint(1, "solve", str(path))


def test_pipes_and_devices_are_no_scenario_files(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    assert "is a pipe, not a file" in complaint(1, "check", str(pipe))
    assert "is a device, not a file" in complaint(1, "check", "/dev/zero")


def test_a_file_larger_than_any_scenario_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(1 << 34)
    assert "at most 256 MB are read" in complaint(1, "check", str(path))


def test_a_state_of_thousands_of_digits_is_none(tmp_path: Path) -> None:
    path = tmp_path / "ferry.toml"
    path.write_text(FERRY, encoding="utf-8")
    assert "there is no state 111" in complaint(2, "explain", str(path), "1" * 5000)


def test_ways_among_too_many_moves_are_not_searched(tmp_path: Path) -> None:
    path = tmp_path / "wide.toml"
    path.write_text(TOP + "now = []\n" + _party("a", 13) + _party("b", 1), encoding="utf-8")
    assert "134,217,728 moves; ways are searched among at most 8,388,608" in complaint(2, "path", str(path), "a1")


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A party of 17 options and one of 4: two million states, each with very many joint answers."""
    path = tmp_path / "endless.toml"
    path.write_text(TOP + _party("a", 17) + _party("b", 4), encoding="utf-8")
    return path


def test_time_is_bounded(endless: Path) -> None:
    told = complaint(1, "solve", str(endless), "--time-limit", "2")
    assert "not done within 2 seconds; give --time-limit more" in told


@pytest.mark.parametrize("limit", ["nan", "-1", "inf", "soon"])
def test_a_time_limit_is_a_number_of_seconds(endless: Path, limit: str) -> None:
    done = run("solve", str(endless), f"--time-limit={limit}")
    assert done.returncode == 2
    assert "--time-limit" in done.stderr
    assert "Traceback" not in done.stderr


def test_it_can_be_stopped_while_the_kernel_runs(endless: Path) -> None:
    running = subprocess.Popen([COMMAND, "scenario", "solve", str(endless)], stderr=subprocess.PIPE)
    time.sleep(4)  # in the kernel by then, where it would be for minutes
    assert running.poll() is None
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=10)
    assert running.returncode == 130
    assert said.count(b"\n") == 1


HOSTILE = "\\u0007\\u001b[2J\\uFFFE [x](javascript:alert(1)) ![i](http://pictures.example/i.png) <b> https://a.example"


def _hostile(tmp_path: Path) -> str:
    path = tmp_path / "words.toml"
    text = FERRY.replace("Run the ferry", HOSTILE).replace('id = "island"', f'id = "island"\nname = "{HOSTILE}"')
    path.write_text(f'{text}\n[[never]]\nthat = "ferry and toll"\nwhy = "{HOSTILE}"\n', encoding="utf-8")
    return str(path)


def test_a_drawing_is_xml_whatever_a_name_holds(tmp_path: Path) -> None:
    done = run("solve", _hostile(tmp_path), "--format", "svg")
    assert (done.returncode, done.stderr) == (0, "")
    assert ElementTree.fromstring(done.stdout).tag.endswith("svg")


def test_markdown_has_no_link_picture_or_tag_of_a_file(tmp_path: Path) -> None:
    done = run("solve", _hostile(tmp_path), "--format", "markdown")
    assert (done.returncode, done.stderr) == (0, "")
    assert "javascript" in done.stdout
    for harm in ("](", "![", "javascript:", "http:", "https:"):
        assert harm not in done.stdout.replace("\\]", "").replace("\\[", "")
    assert "<" not in done.stdout.replace("\\<", "")
