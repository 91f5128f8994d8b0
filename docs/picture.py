"""Draws docs/assets/dossier.svg, the picture in the README: a real reading of one example report."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

import detente
from detente.formats.dossier import print_dossier

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "examples" / "reports" / "aegean-talks-agency.txt"


def main() -> None:
    """Read the report and write the picture."""
    console = Console(record=True, width=118, file=io.StringIO(), force_terminal=True, highlight=False)
    reading = detente.read(REPORT.relative_to(ROOT), published="2024-03-14")
    print_dossier(reading, console)
    svg = console.export_svg(title="detente read aegean-talks-agency.txt", unique_id="dossier")
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)  # they would be fetched from elsewhere
    (ROOT / "docs" / "assets" / "dossier.svg").write_text(svg + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
