"""Writes what the README shows of a real reading: its text, and docs/assets/reading.svg."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

import detente
from detente.formats.printed_reading import print_reading
from detente.sources import reports

ROOT = Path(__file__).parents[1]
REPORT = Path("examples/reports/gibraltar-two-cities.txt")
SHOWN = ("parties", "people", "statements", "ahead")


def main() -> None:
    """Read the report, draw it, and put its text between the README's marks."""
    picture = Console(record=True, width=112, file=io.StringIO(), force_terminal=True, highlight=False)
    (found,) = reports([str(REPORT)])
    assert isinstance(found, detente.Report)
    reading = detente.Reader(only=SHOWN).read(found)
    print_reading(reading, picture)
    svg = picture.export_svg(title=f"detente read {REPORT.name}", unique_id="reading")
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)  # they would be fetched from elsewhere
    (ROOT / "docs" / "assets" / "reading.svg").write_text(svg + "\n", encoding="utf-8")

    plain = Console(width=100, file=io.StringIO(), highlight=False, color_system=None, record=True)
    print_reading(detente.Reader(only=("people", "statements")).read(found), plain, evidence=False)
    lines = [line.rstrip() for line in plain.export_text().rstrip().splitlines()]
    block = f"```\n$ detente read {REPORT} --only people,statements\n" + "\n".join(lines) + "\n```"
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    text = re.sub(r"<!-- demo -->.*?<!-- /demo -->", f"<!-- demo -->\n{block}\n<!-- /demo -->", text, flags=re.DOTALL)
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
