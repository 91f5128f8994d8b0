"""How far a long command is, in a log."""

from __future__ import annotations

import pytest

from detente.cli.progress import line


@pytest.mark.parametrize(
    ("done", "total", "seconds", "told"),
    [
        (1, 400, 0.0, "1 of 400 reports"),
        (1, None, 0.0, "1 reports"),
        (101, 401, 50.0, "101 of 401 reports, 2.0 a second, 2 min 30 s left"),
        (21, 31, 10.0, "21 of 31 reports, 2.0 a second, 5 s left"),
        (1001, 100_001, 1000.0, "1,001 of 100,001 reports, 1.0 a second, 27 h 30 min left"),
        (5, None, 8.0, "5 reports, 0.5 a second"),
        (5, 5, 0.0, "5 of 5 reports, 0.0 a second"),
    ],
)
def test_line(done: int, total: int | None, seconds: float, told: str) -> None:
    assert line(done, total, seconds, "reports") == told
