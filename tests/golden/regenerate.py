"""Write the golden readings anew: python tests/golden/regenerate.py [NAME …].

NAME is an example's name without its ending; without names all are written, those of examples gone deleted.
"""

from __future__ import annotations

import sys

from test_readings import ALL, READINGS, golden, name_of

from detente.formats.json_reading import dumps
from detente.reading.reader import Reader


def main(names: list[str]) -> None:
    """Read the examples and write what was read."""
    READINGS.mkdir(exist_ok=True)
    if not names:
        for path in set(READINGS.glob("*.json")) - {READINGS / name_of(report) for report in ALL}:
            path.unlink()
    reader = Reader()
    for report in ALL:
        if not names or name_of(report).removesuffix(".json") in names:
            (READINGS / name_of(report)).write_text(dumps(golden(reader, report)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
