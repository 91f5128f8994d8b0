"""The installed command and what it prints: nothing from outside is obeyed by a terminal, and a message is one line."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from detente.cli.output import Output
from detente.cli.read import Format
from detente.reading.reader import Reader
from detente.sources import report_from_text

COMMAND = str(Path(sys.executable).with_name("detente"))
EVIL = "\x1b]52;c;aGE=\x07\x1b[2J\x9b31m\x7f\u202e"
TEXT = (
    f"Envoys{EVIL} meet\n\nLOMÉ, 4 May 2021 - The envoys of Togo and Benin{EVIL} met on Monday in Lomé.\n\n"
    + "They agreed to mark the border between the two rivers by the autumn, and to open the old bridge. " * 20
)
# Colours, and what moves nothing: the only sequences that a dossier in the terminal has.
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
FERRY = f"""format = "scenario/1"
name = {json.dumps("The ferry" + EVIL)}
now = ["toll"]
[[party]]
id = "island"
name = {json.dumps("Island" + EVIL)}
wants = ["not toll"]
options = {{ ferry = {json.dumps("Run" + EVIL)} }}
[[party]]
id = "mainland"
wants = ["toll"]
options = {{ toll = "Take a toll" }}
"""


def run(*arguments: str, at: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [COMMAND, *arguments], cwd=at, capture_output=True, timeout=60, check=False, env={**os.environ, **environment}
    )


def obeyed(text: str) -> set[str]:
    """What of it a terminal would obey, but tabs and line feeds."""
    bad = {character for character in text if unicodedata.category(character) == "Cc" or character in "\u202e\u2066"}
    return bad - {"\n", "\t"}


def test_a_reading_in_a_pipe(tmp_path: Path) -> None:
    line = {"id": f"a{EVIL}\n", "text": TEXT, "title": f"Talks{EVIL}", "publisher": f"Paper{EVIL}"}
    (tmp_path / f"a{EVIL}\nb.jsonl").write_text(json.dumps(line), encoding="utf-8")
    done = run("read", ".", "--only", "front,times", "--evidence", at=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Paper␛]52" in done.stdout.decode("utf-8")
    assert obeyed(done.stdout.decode("utf-8")) == set()


@pytest.mark.parametrize("format_", list(Format))
def test_a_reading_in_every_format(tmp_path: Path, reader: Reader, format_: str) -> None:
    report = report_from_text(TEXT, id=f"a{EVIL}", title=f"Talks{EVIL}", url=f"x{EVIL}", publisher=f"P{EVIL}")
    path = tmp_path / f"out.{format_}"
    with Output(format_, str(path), [], text=True, evidence=True, times=True) as output:
        output.write(reader.read(report))
    written = path.read_text(encoding="utf-8")
    assert obeyed(written) == set()
    if format_ == "json":
        assert json.loads(written)["report"]["text"] == TEXT


def test_a_dossier_in_a_terminal_has_no_colours_but_ours(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [COMMAND, "read", "a.txt", "--only", "front"], cwd=tmp_path, stdout=theirs, env=environment
    ) as process:
        os.close(theirs)
        printed = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                more = os.read(ours, 65536)
            except OSError:  # Linux ends a terminal so
                break
            if not more:
                break
            printed += more
    os.close(ours)
    assert process.returncode == 0
    assert COLOURS.search(printed.decode())
    assert "Envoys␛]52" in COLOURS.sub("", printed.decode())
    assert obeyed(COLOURS.sub("", printed.decode()).replace("\r\n", "\n")) == set()


@pytest.mark.parametrize(
    "arguments",
    [("solve", "--format", format_) for format_ in ("text", "markdown", "json", "dot", "svg")]
    + [("check",), ("explain", "now"), ("what-if", "island: drop not toll"), ("sensitivity",)],
)
def test_what_a_scenario_says(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "s.toml").write_text(FERRY, encoding="utf-8")
    command, *rest = arguments
    done = run("scenario", command, "s.toml", *rest, at=tmp_path)
    assert done.returncode == 0, done.stderr
    assert obeyed(done.stdout.decode("utf-8")) == set()
    if rest[-1:] == ["json"]:
        assert json.loads(done.stdout)["case"] == "The ferry" + EVIL


def test_messages_are_one_line_each(tmp_path: Path) -> None:
    name = f"a{EVIL}\nb\r.txt"
    (tmp_path / name).write_bytes(b"")
    done = run("read", name, os.fsdecode(b"b\xff\n.txt"), f"gone{EVIL}\u2028.txt", at=tmp_path)
    said = done.stderr.decode("utf-8")
    assert (done.returncode, len(said.splitlines()), done.stdout) == (1, 3, b"")
    assert said.startswith("detente: set aside a␛]52;c;aGE=␇␛[2J�31m␡�␊b␍.txt: is empty\n")
    assert obeyed(said) == set()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["read", "--\x1b[2J"], 2),
        (["read", "a.txt", "--only", f"fr{EVIL}\nont"], 2),
        (["read", "a.txt", "--published", f"20{EVIL}\n19"], 2),
        (["read", "a.txt", "--model", f"en{EVIL}\n"], 2),
        (["read", "a.txt", "--out", f"no{EVIL}/where\n.json"], 2),
        (["scenario", f"sol{EVIL}ve"], 2),
        (["scenario", "solve", f"gone{EVIL}\n.toml"], 1),
        (["scenario", "solve", "s.toml", f"more{EVIL}"], 2),
        (["scenario", "explain", "s.toml", f"toll{EVIL}\n"], 2),
    ],
)
def test_what_the_user_gave_is_not_obeyed_either(tmp_path: Path, arguments: list[str], code: int) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "s.toml").write_text(FERRY, encoding="utf-8")
    done = run(*arguments, at=tmp_path)
    said = done.stderr.decode("utf-8")
    assert done.returncode == code
    assert obeyed(said) == set()
    assert said.startswith(("detente: ", "Usage: ", "usage: "))
    assert said.count("\n") == 1 or not said.startswith("detente: ")


class _Evil(BaseHTTPRequestHandler):
    """Answers with a phrase and a type that a terminal would obey."""

    def do_GET(self) -> None:
        code, phrase = (b"200", b"OK") if "type" in self.path else (b"403", b"Go \x1b[2J away")
        kind = b"text\x1b[2J/odd" if "type" in self.path else b"text/html"
        self.wfile.write(b"HTTP/1.1 %b %b\r\nContent-Type: %b\r\nContent-Length: 0\r\n\r\n" % (code, phrase, kind))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Evil) as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()
        thread.join()


def test_what_a_server_says(tmp_path: Path, server: str) -> None:
    done = run("read", "--allow-private", f"{server}/phrase", f"{server}/type", at=tmp_path)
    said = done.stderr.decode("utf-8")
    assert (done.returncode, said.count("\n")) == (1, 2)
    assert obeyed(said) == set()


def test_a_terminal_that_lacks_characters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "s.toml").write_text(FERRY.replace("The ferry", "Пароме"), encoding="utf-8")
    ascii_ = run("read", "a.txt", "é.txt", "--only", "front", at=tmp_path, PYTHONIOENCODING="ascii")
    assert ascii_.returncode == 3
    assert b"Lom\\xe9 \\xb7 published 2021-05-04" in ascii_.stdout
    assert ascii_.stderr == b"detente: set aside \\xe9.txt: there is no such file or folder\n"
    latin = run("scenario", "check", "s.toml", at=tmp_path, PYTHONIOENCODING="latin-1")
    assert (latin.returncode, latin.stderr) == (0, b"")
    assert latin.stdout.startswith(b"\\u041f\\u0430")
    svg = run("scenario", "solve", "s.toml", "--format", "svg", at=tmp_path, PYTHONIOENCODING="ascii")
    assert "Пароме" in svg.stdout.decode("utf-8")  # data are UTF-8 whatever the terminal
