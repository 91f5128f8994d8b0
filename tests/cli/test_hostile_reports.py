"""The installed command on reports that are made to hang it, to end a batch, or to give a secret away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).with_name("detente"))
GOOD = "LOMÉ, 4 May 2021 - The envoys of Togo and Benin met on Monday and agreed to mark the border by the autumn.\n"


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Read front matter only; longer than a minute is a hang."""
    read = [COMMAND, "read", *arguments, "--format", "jsonl", "--only", "front"]
    return subprocess.run(read, capture_output=True, input=stdin, timeout=60, check=False)


def _page(author: str) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": f"Envoys meet{author}", "author": {"name": author}})
    return f'<html><head><script type="application/ld+json">{data}</script></head><body><p>{GOOD * 3}</p></body></html>'


def _line(**fields: str) -> str:
    return json.dumps({"text": GOOD, **fields})


HALF = "\ud800"
# Each is read, for its text is good.
ODD = {
    "comments": "<!---->" * 30 + "x\n\n" + GOOD,
    "long-integer.md": f"+++\nnumber = {'9' * 4301}\n+++\n\n{GOOD}",
    "deep.md": f"+++\nlist = {'[' * 5000}\n+++\n\n{GOOD}",
    "from.eml": f"MIME-Version: 1.0\nFrom: {'(' * 300}\nSubject: Talks\n\n{GOOD}",
    "subject.eml": f"MIME-Version: 1.0\nSubject: {chr(10).join(' =?utf-8?b?w6k=?=' for _ in range(50_000))}\n\n{GOOD}",
    "half.html": _page(f"Ama {HALF} Mensah"),
    "title.jsonl": _line(title=f"Talks {HALF}"),
    "publisher.jsonl": _line(publisher=f"Paper {HALF}"),
    "url.jsonl": _line(url=f"https://paper.example/{HALF}"),
    "id.jsonl": _line(id=f"lome-{HALF}"),
    "long-id.jsonl": _line(id="lome-" * 60),
}


def test_none_of_them_ends_a_batch(tmp_path: Path) -> None:
    for name, content in ODD.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "zz-last.txt").write_text(GOOD, encoding="utf-8")
    done = run(str(tmp_path))
    assert done.stderr == b""
    assert done.returncode == 0
    readings = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(readings) == len(ODD) + 1
    assert readings[-1]["report"]["source"].endswith("zz-last.txt")
    assert b"\\ud800" not in done.stdout


def test_comments_on_standard_input_do_not_hang() -> None:
    done = run("-", stdin=b"<!---->" * 500 + b"x")
    assert done.returncode in (0, 1)
    assert done.stderr.count(b"\n") <= 1


def test_entities_of_a_document_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "a.tml"
    path.write_text(f'<!DOCTYPE T [<!ENTITY a "secret">]><TimeML><TEXT>{GOOD}&a;</TEXT></TimeML>', encoding="utf-8")
    done = run(str(path))
    assert b"entities of its own" in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize(
    "address",
    [
        "http://anna:hidden@127.0.0.1:9/report", "http://hidden@127.0.0.1:9/", "http://anna:hid/hidden@127.0.0.1:9/",
        "ftp://anna:hidden@paper.example/", "http://anna:hidden@[::1", "http://anna:hidden@paper.invalid:99999/",
    ],
)  # fmt: skip
def test_a_password_is_never_shown(address: str) -> None:
    done = run(address)
    assert done.returncode == 1
    assert b"hid" not in done.stdout + done.stderr
    assert done.stderr.count(b"\n") == 1


def test_nor_stored(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(_line(url="https://anna:hidden@paper.example/1"), encoding="utf-8")
    (tmp_path / "a.md").write_text(f"---\nurl: https://anna:hidden@paper.example/2\n---\n{GOOD}", encoding="utf-8")
    done = run(str(tmp_path), "--no-text")
    urls = [json.loads(line)["report"]["url"] for line in done.stdout.splitlines()]
    assert urls == ["https://paper.example/1", "https://paper.example/2"]


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="measures memory by wait4")
def test_a_long_subject_takes_little_memory(tmp_path: Path) -> None:
    (tmp_path / "subject.eml").write_text(ODD["subject.eml"], encoding="utf-8")
    # Measured by a small process of its own: what is started by one that holds much counts as holding as much.
    measure = "import resource as r, subprocess as s, sys; c = s.run(sys.argv[1:], stdout=s.DEVNULL).returncode; "
    measure += "print(c, r.getrusage(r.RUSAGE_CHILDREN).ru_maxrss)"
    command = [sys.executable, "-c", measure, COMMAND, "read", str(tmp_path / "subject.eml"), "--only", "front"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    code, most = map(int, done.stdout.split())
    assert code == 0
    assert most < 1_000_000  # kB
