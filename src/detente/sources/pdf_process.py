"""A PDF's lines, read in a process of its own: what breaks, hangs or swells PDFium ends that process, and no other.

PDFium is C++, which no time limit of ours can stop within a page and no exception can save. Started as a program, the
module reads a PDF from standard input and writes its lines, or the reason why there are none, as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import astuple

from detente.errors import UnreadableReport
from detente.sources.pdf_lines import Line, pages

PROGRAM = "detente.sources.pdf_process"
SECONDS = 60.0  # a document of a thousand pages takes a few
_MEMORY = 2_000_000_000  # bytes


def pages_apart(data: bytes) -> tuple[list[list[Line]], dict[str, str]]:
    """The lines of each page, and what the file says about itself. Raises UnreadableReport."""
    # The program must find what this one finds, wherever it was found.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-m", PROGRAM]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False, env=environment)
    except subprocess.TimeoutExpired:
        raise UnreadableReport(f"is a PDF that takes over {SECONDS:g} seconds to open; save its text") from None
    if done.returncode:
        raise UnreadableReport("is a PDF that takes over 2 GB of memory, or breaks its reader; save its text")
    answer = json.loads(done.stdout)
    if "reason" in answer:
        raise UnreadableReport(answer["reason"])
    return [[Line(*line) for line in page] for page in answer["pages"]], answer["told"]


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _main() -> None:
    _limit_memory()
    try:
        found, told = pages(sys.stdin.buffer.read())
    except UnreadableReport as error:
        answer: dict[str, object] = {"reason": error.reason}
    else:
        answer = {"pages": [[astuple(line) for line in page] for page in found], "told": told}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    _main()
