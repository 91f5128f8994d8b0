"""What the pages on scenarios show is what the commands print; a line with an ellipsis stands for lines left out."""

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
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*scenario*.md"))]
    for command, output in BLOCK.findall(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("page", "command", "output"), SHOWN, ids=lambda value: value[:40])
def test_a_page_shows_what_is_printed(
    page: str, command: str, output: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    run(shlex.split(command))
    printed = capsys.readouterr().out
    if "…\n" not in output:
        assert printed == output, f"{page} is not what is printed"
    at = 0
    for part in output.split("…\n"):
        found = printed.find(part, at)
        assert found >= 0, f"{page} shows what is not printed:\n{part}"
        at = found + len(part)


def test_the_pages_show_commands() -> None:
    assert len(SHOWN) >= 12
