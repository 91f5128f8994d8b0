"""What the pages on scenarios show is what the commands print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from detente.cli.scenario import run

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"```console\n\$ detente scenario ([^\n]*)\n(.*?)```", re.DOTALL)
SHOWN = [
    (page.name, command, output)
    for page in sorted((ROOT / "docs").rglob("*scenario*.md"))
    for command, output in BLOCK.findall(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("page", "command", "output"), SHOWN, ids=lambda value: value[:40])
def test_a_page_shows_what_is_printed(
    page: str, command: str, output: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    words = shlex.split(command)
    run(words)
    assert capsys.readouterr().out == output, f"{page} is not what is printed"


def test_the_pages_show_commands() -> None:
    assert len(SHOWN) >= 7
