"""The rows of ``record_growth.tsv`` -> ``docs/assets/record-growth.svg``: how a record and the time of writing it grow.

    python benchmarks/record_growth.py

Size, and the CPU time that all reports until then took, against their number: straight lines where growth is linear.
"""

from __future__ import annotations

import csv
from itertools import accumulate, pairwise
from pathlib import Path

HERE = Path(__file__).parent
DRAWN = HERE.parent / "docs" / "assets" / "record-growth.svg"
LEFT, RIGHT, TOP, BOTTOM = 70, 570, 20, 330
COLOURS = ("#1b4f9c", "#b3541e")
_Points = list[tuple[float, float]]


def main() -> None:
    """Read, draw, write."""
    size, spent = read(HERE / "record_growth.tsv")
    DRAWN.write_text(drawn(size, spent), encoding="utf-8")


def read(path: Path) -> tuple[_Points, _Points]:
    """Reports with gigabytes, and with minutes of CPU time from the first row on."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [{name: float(value) for name, value in row.items()} for row in csv.DictReader(lines, delimiter="\t")]
    size = [(row["reports"], row["bytes"] / 1e9) for row in rows]
    start = dict.fromkeys(rows[0], 0.0)
    spent = [
        (row["items"] - before["items"]) / row["items a second of CPU time"] / 60
        for before, row in pairwise([start, *rows])
    ]
    return size, [(row["reports"], minutes) for row, minutes in zip(rows, accumulate(spent), strict=True)]


def drawn(size: _Points, spent: _Points) -> str:
    """Both lines, each with an axis of its own, from nought."""
    most = max(reports for reports, _ in size)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 380" font-size="12">',
        "<style>text {font-family: sans-serif}</style>",
    ]
    for reports in range(0, int(most) + 1, 20_000):
        x = LEFT + (RIGHT - LEFT) * reports / most
        parts.append(f'<path d="M{x:.1f} {TOP}V{BOTTOM}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.1f}" y="{BOTTOM + 18}" text-anchor="middle">{reports:,}</text>')
    parts.append(f'<text x="{(LEFT + RIGHT) / 2}" y="{BOTTOM + 40}" text-anchor="middle">reports</text>')
    for points, colour, unit, x, anchor in (
        (size, COLOURS[0], "GB", LEFT - 8, "end"),
        (spent, COLOURS[1], "min", RIGHT + 8, "start"),
    ):
        high = max(value for _, value in points)
        parts.append(f'<text x="{x}" y="{TOP + 4}" text-anchor="{anchor}" fill="{colour}">{high:.1f} {unit}</text>')
        parts.append(f'<text x="{x}" y="{BOTTOM + 4}" text-anchor="{anchor}" fill="{colour}">0</text>')
        line = " ".join(
            f"{LEFT + (RIGHT - LEFT) * reports / most:.1f},{BOTTOM - (BOTTOM - TOP) * value / high:.1f}"
            for reports, value in [(0.0, 0.0), *points]
        )
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
    parts.append(f'<text x="{LEFT + 12}" y="{TOP + 14}" fill="{COLOURS[0]}">size of the record</text>')
    parts.append(f'<text x="{LEFT + 12}" y="{TOP + 30}" fill="{COLOURS[1]}">CPU time of writing it</text>')
    return "\n".join([*parts, "</svg>\n"])


if __name__ == "__main__":
    main()
