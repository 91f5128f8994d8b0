"""Which sources a short brief names: all that it cites, and of a large dispute those that its lines show."""

from __future__ import annotations

from detente.dossier.page.cited import cited_in
from detente.dossier.page.line import BriefLine


def lines(*sources: range) -> list[BriefLine]:
    return [BriefLine("", "", "", (), tuple(numbers)) for numbers in sources]


def test_all_that_are_cited_are_named() -> None:
    assert cited_in(lines(range(1, 31), range(20, 61))) == set(range(1, 61))


def test_of_many_those_that_lines_show() -> None:
    assert cited_in(lines(range(1, 4000), range(7, 9))) == {1, 2, 3, 4, 5, 7, 8}
