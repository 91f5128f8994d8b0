"""The installed ``detente scenario``: each command, and every bad input as one line with an exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).with_name("detente"))
EXAMPLES = Path(__file__).parents[2] / "examples" / "scenarios"
ISLANDS = str(EXAMPLES / "japan-russia-peace-treaty.toml")
TRUCE = str(EXAMPLES / "two-armies-ceasefire.toml")
DAM = str(EXAMPLES / "river-dam.toml")
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


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a scenario command as a user would; longer than half a minute is a hang."""
    return subprocess.run(
        [COMMAND, "scenario", *arguments], capture_output=True, input=stdin, timeout=30, check=False, env=os.environ
    )


def output(*arguments: str, stdin: bytes = b"") -> str:
    done = run(*arguments, stdin=stdin)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def complaint(done: subprocess.CompletedProcess[bytes], code: int) -> str:
    """What it says on standard error: one line, and nothing on standard output."""
    said = done.stderr.decode()
    assert (done.returncode, said.count("\n"), done.stdout) == (code, 1, b""), said
    assert said.startswith("detente: ")
    return said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["solve", ISLANDS], "This is an impasse: nobody gains by moving alone (Nash)"),
        (["solve", TRUCE], "12 joint moves are better for all; 2 of them would hold:"),
        (["solve", DAM], "Downstream sees Upstream wanting “not court”, then “fast_filling”"),
        (["solve", ISLANDS, "--format", "markdown"], "\n## What would open it\n"),
        (["solve", ISLANDS, "--format", "dot"], "digraph scenario {"),
        (["solve", ISLANDS, "--format", "svg"], "<svg "),
        (["check", ISLANDS], "2 parties, 7 options, 56 states that can occur. It can be solved."),
        (["explain", ISLANDS, "now"], "It stays: none of its 23 moves is a gain."),
        (["explain", TRUCE, "14"], "Answer: The army drops “Hold fire”: state 9, which is worse for it than before"),
        (["explain", TRUCE, "army_holds,front_holds"], "Ceasefire around the city: state 6\n"),
        (["explain", TRUCE, "YNYNN", "--format", "markdown"], "# Ceasefire around the city: state 6\n"),
        (["what-if", ISLANDS, "russia: recognise > not handover"], "What both prefer to now, and that hold:"),
        (["what-if", ISLANDS, "japan: jp_ready first"], "in none of them Japan has “handover”"),
        (["sensitivity", ISLANDS], "13 of the 86 changes of one want would open a deal, all of them Russia’s:"),
        (["sensitivity", ISLANDS, "--party", "japan"], "None of the 43 changes of one want would open a deal."),
        (["inverse", ISLANDS, "56"], "1,680 (33.3 %) also put it above now."),
        (["inverse", DAM, "4", "--party", "upstream", "--foresight", "seq"], "40 (33.3 %) of the 120 orders"),
        (["path", TRUCE], "The way with the fewest such moves, 3 moves:"),
        (["path", DAM, "6"], "One move, each a gain for the one who makes it:"),
    ],
    ids=lambda value: " ".join(value[:1]) if isinstance(value, list) else None,
)
def test_each_command(arguments: list[str], told: str) -> None:
    assert told in output(*arguments)


def test_json_has_the_parts_of_an_answer() -> None:
    found = json.loads(output("solve", ISLANDS, "--format", "json"))
    assert {"states", "ranking", "stable", "equilibria", "coalition_nash", "status_quo"} <= set(found)
    assert "YNNNNYN" in found["equilibria"]["nash"]


def test_a_scenario_may_come_on_standard_input_and_go_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "ferry.svg"
    assert output("solve", "-", "--format", "svg", "--out", str(out), stdin=FERRY.encode()) == ""
    assert out.read_text(encoding="utf-8").startswith("<svg ")


@pytest.mark.parametrize("format_", ["text", "markdown"])
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_same_file_gives_the_same_bytes(path: Path, format_: str) -> None:
    assert output("solve", str(path), "--format", format_) == output("solve", str(path), "--format", format_)


def _free(options: int) -> str:
    lines = "\n".join(f'o{number} = "Option {number}"' for number in range(options))
    return f'{TOP}[[party]]\nid = "a"\nwants = ["o1"]\n[party.options]\n{lines}\n'


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("typo.toml", FERRY.replace('["not toll"]', '["not tol"]'),
         "typo.toml:5:15: party 'island', want 1: no option 'tol'; did you mean 'toll'?"),
        ("wide.toml", _free(60), "1,152,921,504,606,846,976 states, and at most 4,194,304 can be solved"),
        ("wider.toml", _free(63), "more than 62 options, and at most as many can be solved"),
        ("huge.toml", TOP + "# talk\n" * 3_000_000, "20 MB; a scenario file has at most 4 MB"),
        ("huge.json", '{"format": "gmcr-case/1", "x": [' + "1," * 10_000_000 + "1]}", "decision_makers is missing"),
        ("never.toml", FERRY + '[[never]]\nthat = "toll"\n[[never]]\nthat = "not toll"\n',
         "no state can occur: never 1 (toll) and never 2 (not toll) rule out everything"),
        ("now.toml", FERRY + '[[never]]\nthat = "toll"\nwhy = "it was abolished"\n',
         "now cannot occur: never 1 (toll; it was abolished) rules it out"),
        ("ring.toml", FERRY.replace("now =", 'combine = [["YN", "NY"], ["NY", "YN"]]\nnow ='),
         "ring.toml:2:1: combine 1 must be a statement in quotes, not a list"),
        ("type.toml", FERRY.replace('["toll"]\n[[', '"toll"\n[['), "type.toml:2:1: now must be a list, not a string"),
        ("type2.toml", FERRY.replace('["not toll"]', "[7]"), "want 1 must be a statement in quotes, not a number"),
        ("type3.toml", FERRY.replace('{ ferry = "Run the ferry" }', "[]"), "options must be a table, not a list"),
        ("prose.toml", "The parties met on Monday.\n", "prose.toml:1:5: not TOML: "),
        ("empty.toml", "", 'the file must say format = "scenario/1"'),
        ("deep.toml", f'{TOP}x = {"[" * 9999}', "brackets nested too deep"),
        ("deep.json", "[" * 99_999, "brackets nested too deep"),
        ("long.toml", FERRY.replace("not toll", "not " * 9999 + "toll"), "longer than 500 words and brackets"),
        ("words.json", '{"format": \n nope}', "words.json:2:2: is not JSON"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[:12] and " " not in value else None,
)  # fmt: skip
def test_a_bad_file_is_told_in_one_line(tmp_path: Path, name: str, content: str, reason: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    said = complaint(run("solve", str(path)), 1)
    assert str(path) in said
    assert reason in said
    assert len(said) < 400 + len(str(path))


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"\x00" * 1000, b"\x89PNG\r\n\x1a\n\x00"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "data.bin"
    path.write_bytes(content)
    assert str(path) in complaint(run("solve", str(path)), 1)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert "there is no such file or folder" in complaint(run("check", str(tmp_path / "none.toml")), 1)
    assert "cannot be read: Is a directory" in complaint(run("check", str(tmp_path)), 1)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["explain", ISLANDS, "99"], "there is no state 99; states go from 1 to 56"),
        (["explain", ISLANDS, "handovr"], "no option 'handovr'; did you mean 'handover'?"),
        (
            ["explain", ISLANDS, "handover"],
            "no state that can occur: never 1 (handover and not (jp_ready and ru_ready)",
        ),
        (["what-if", ISLANDS, "rusia: drop invest"], "did you mean 'russia'?"),
        (["what-if", ISLANDS, "russia: handovr > invest"], "no option 'handovr'; did you mean 'handover'?"),
        (["inverse", ISLANDS, "now", "--party", "jpan"], "no party 'jpan'; did you mean 'japan'?"),
        (["solve", ISLANDS, "--out", "/nowhere/at/all.txt"], "cannot write to /nowhere/at/all.txt"),
    ],
    ids=lambda value: None if isinstance(value, list) else value[:30],
)
def test_asking_for_what_is_not_there(arguments: list[str], reason: str) -> None:
    assert reason in complaint(run(*arguments), 2)


@pytest.mark.parametrize(
    "arguments", [[], ["sovle", ISLANDS], ["solve"], ["solve", ISLANDS, "--format", "pdf"], ["explain", ISLANDS]]
)
def test_wrong_usage_is_told(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"usage: detente scenario" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_path_needs_a_now() -> None:
    done = run("path", "-", stdin=FERRY.replace('now = ["toll"]\n', "").encode())
    assert "a path begins now, and the scenario has no now" in complaint(done, 2)


def test_the_help_names_each_command() -> None:
    shown = output("--help")
    for command in ("solve", "check", "explain", "what-if", "sensitivity", "inverse", "path"):
        assert f"\n    {command}" in shown
        assert output(command, "--help").startswith(f"usage: detente scenario {command} ")
