"""Memory and time of ``detente read`` on reports that are far larger, or odder, than any report.

``python benchmarks/hostile_reading.py [NAME…]`` writes each report into a temporary folder, reads it in a process of
its own, and prints the exit code, the seconds, the peak memory and what the command said. Nothing may take over 1 GB.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_SAID = "The envoy of Peru said on Monday that the talks with Chile would go on in Lima. "
_ROW = "<tr><td>Peru</td><td>Chile</td><td>4</td></tr>"
_TAG = "<p " + " ".join(f"a{number}='b'" for number in range(100)) + ">Talks.</p>"
_GIVEN = ["Rosa", "Juan", "Maria", "Luis", "Elena", "Carlos", "Ines", "Pablo", "Lucia", "Diego"]


def _surname(number: int) -> str:
    """A name of letters only, another one for each number."""
    letters = "bcdfglmnprstv"
    name = ""
    while True:
        number, rest = divmod(number, len(letters) * 5)
        name += letters[rest // 5] + "aeiou"[rest % 5]
        if not number:
            return name.capitalize() + "ra"


def _persons() -> list[str]:
    names = [f"{_GIVEN[number % 10]} {_surname(number + 5)}" for number in range(20_000)]
    return [f"Foreign Minister {name} of Peru said that talks went on." for name in names]


def _mail() -> str:
    subject = "\n ".join("=?utf-8?b?w6k=?=" for _ in range(50_000))
    return f"MIME-Version: 1.0\nSubject: {subject}\nFrom: a@b.example\n\n{_SAID * 4}"


def _page(body: str) -> str:
    return f"<html><head><title>Envoys</title></head><body><h1>Envoys</h1><p>{_SAID * 4}</p>{body}</body></html>"


CASES: dict[str, tuple[str, Callable[[], str]]] = {
    "subject": (".eml", _mail),
    "paragraph": (".txt", lambda: (_SAID * 21_900)),
    "paragraphs": (".txt", lambda: ((_SAID * 5 + "\n\n") * 4_300)),
    "no-space": (".txt", lambda: _SAID + "x" * 1_900_000),
    "dates": (".txt", lambda: _SAID + "It met on 4 May 2021. " * 90_000),
    "dates-listed": (".txt", lambda: _SAID + "4 May 2021, " * 100_000),
    "sentence": (".txt", lambda: _SAID + "and the envoy of Peru went home " * 28_600),
    "words": (".txt", lambda: _SAID + "word " * 200_000),
    "cells": (".html", lambda: _page("<table>" + _ROW * 30_000 + "</table>")),
    "links": (".html", lambda: _page("<p>" + "<a href='/talks'>talks</a> " * 90_000 + "</p>")),
    "cells-most": (".html", lambda: _page("<table>" + _ROW * 49_000 + "</table>")),
    "page-long": (".html", lambda: _page("<p>\U0001f600 " + _SAID * 240_000 + "</p>")),
    "attributes": (".html", lambda: _page(_TAG * 20_000)),
    "quotes": (".txt", lambda: _SAID + '"The talks go on, he said. ' * 5_000),
    "quotes-curly": (".txt", lambda: _SAID + "“The talks go on, he said. " * 5_000),
    "quotes-lines": (".txt", lambda: _SAID + "\n\n" + '"The talks go on, he said.\n\n' * 5_000),
    "parentheses": (".txt", lambda: _SAID + "(" * 20_000),
    "parentheses-words": (".txt", lambda: _SAID + "(the envoy " * 20_000),
    "hyphens": (".txt", lambda: _SAID + "-" * 100_000),
    "hyphens-words": (".txt", lambda: _SAID + "a-" * 100_000),
    "hyphens-apart": (".txt", lambda: _SAID + "- " * 100_000),
    "persons": (".txt", lambda: " ".join(_persons())),
    "persons-lines": (".txt", lambda: "\n\n".join(_persons())),
    "piece": (".txt", lambda: "\n" + _SAID + "word" * 280_000),
    "blank-lines": (".txt", lambda: _SAID + "\n" * 1_500_000 + _SAID),
    "spaces": (".txt", lambda: _SAID + " " * 1_500_000 + _SAID),
    "short-lines": (".txt", lambda: _SAID + "\n" + "talks\n" * 200_000),
    "largest-prose": (".txt", lambda: _SAID * 13_800),
    "largest-dates": (".txt", lambda: _SAID + "It met on 4 May 2021. " * 35_000),
    "largest-sentence": (".txt", lambda: _SAID + "and the envoy of Peru went home " * 35_000),
    "comments": ("", lambda: "<!---->" * 30 + "x"),
}  # fmt: skip


def main() -> int:
    """Read each case; 1 where one took over 1 GB or had another exit code than 0, 1 and 3."""
    names = sys.argv[1:] or list(CASES)
    worst = 0
    command = Path(sys.executable).with_name("detente")
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            ending, make = CASES[name]
            path = Path(folder) / f"{name}{ending}"
            path.write_text(make(), encoding="utf-8")
            began = time.monotonic()
            with (Path(folder) / "said").open("w+", encoding="utf-8") as said:
                read = [str(command), "read", str(path), "--format", "json", "--out", f"{folder}/out.json"]
                process = subprocess.Popen(read, stdout=said, stderr=said)
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = code = os.waitstatus_to_exitcode(status)
                seconds, megabytes = time.monotonic() - began, usage.ru_maxrss / 1024
                said.seek(0)
                words = said.read().strip().replace(f"{folder}/", "").replace("\n", " ")[-220:]
            line = f"{name:18} exit {code}  {seconds:6.1f} s  CPU {usage.ru_utime:6.1f} s  {megabytes:6.0f} MB  {words}"
            print(line, flush=True)
            worst = max(worst, int(megabytes > 1000 or code not in (0, 1, 3)))
    return worst


if __name__ == "__main__":
    raise SystemExit(main())
