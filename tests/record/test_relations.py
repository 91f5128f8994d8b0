from __future__ import annotations

from pathlib import Path

import pytest

from detente.record import relations
from detente.record.copies import CopyKind
from detente.record.filters import Filters
from detente.record.relations import Relation, related
from detente.record.report_list import reports
from detente.record.store import Store
from tests.record.copies.kept import keep_all

NAMES = ("agency", "rerun", "corrected", "undated", "page", "page", "unlike")


@pytest.fixture
def numbers(empty: Store) -> list[int]:
    return keep_all(empty)


def test_a_report_is_told_what_it_is_to_others(empty: Store, numbers: list[int]) -> None:
    with empty.reading() as connection:
        told = [[(one.relation, Path(one.source).stem) for one in related(connection, number)] for number in numbers]
        (correction,) = (one for one in related(connection, numbers[0]) if one.relation is Relation.CORRECTED_BY)
    agency, rerun, corrected, undated, old, new, unlike = told
    assert agency[0] == (Relation.CORRECTED_BY, "corrected")
    assert set(agency[1:]) == {(Relation.COPIED_BY, "rerun"), (Relation.COPIED_BY, "undated")}
    assert rerun == [
        (Relation.CORRECTED_BY, "corrected"), (Relation.NEAR_COPY_OF, "agency"), (Relation.COPIED_BY, "undated"),
    ]  # fmt: skip
    assert [relation for relation, _ in corrected] == [Relation.CORRECTS] * 3
    assert undated == [
        (Relation.CORRECTED_BY, "corrected"), (Relation.NEAR_COPY_OF, "agency"), (Relation.NEAR_COPY_OF, "rerun"),
    ]  # fmt: skip
    assert (old, new, unlike) == ([(Relation.OLDER, "page")], [(Relation.NEWER, "page")], [])
    assert (correction.publisher, correction.published) == ("Corrected", "2025-05-11")
    assert "CORRECTED-" in correction.why


def test_what_it_shares_most_with_comes_first(empty: Store, numbers: list[int]) -> None:
    with empty.reading() as connection:
        shares = [one.containment for one in related(connection, numbers[2])]
    assert len(shares) == 3
    assert shares == sorted(shares, reverse=True)


@pytest.mark.usefixtures("numbers")
def test_what_is_listed_with_copies_alone(empty: Store) -> None:
    with empty.reading() as connection:
        listed = [Path(one.source).stem for one in reports(connection, Filters(), copies=True)]
        every = [Path(one.source).stem for one in reports(connection, Filters())]
    assert sorted(listed) == ["agency", "corrected", "page", "rerun", "undated"]
    assert sorted(every) == sorted({*NAMES})


def test_each_is_counted_once(empty: Store, numbers: list[int]) -> None:
    with empty.reading() as connection:
        assert relations.count(connection, numbers) == {CopyKind.NEAR_COPY: 2, CopyKind.CORRECTION: 1}
        assert relations.count(connection, [numbers[0], numbers[3]]) == {CopyKind.NEAR_COPY: 1}
        assert relations.count(connection, []) == {}
