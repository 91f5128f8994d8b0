from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.record.copies import Copy, CopyIndex, CopyKind, find_copies, groups

from .story import BODY, OTHER, PARAGRAPHS, piece

PIECES = [
    piece("agency", credits="LOJA, May 9 (Andes Wire) -", publisher="Andes Wire"),
    piece("rerun", "\n\n".join(PARAGRAPHS[:3]), publisher="Daily Coast"),
    piece("undated", "\n\n".join(PARAGRAPHS[1:]), None),
    piece("corrected", BODY.replace("14", "41"), headline="CORRECTED-Peru, Ecuador to clear mountain road"),
    piece("page-1", OTHER, key="page", added="1"),
    piece("page-2", f"{OTHER}\n\nThe bridge is open.", key="page", added="2"),
    piece("merged", "\n\n".join([*PARAGRAPHS[:3], *OTHER.split("\n\n")[::2]]), "2025-05-10"),
    piece("short", "No comment."),
    piece("unlike", "\n\n".join(f"Word{number} of another story" for number in range(60))),
]


@settings(max_examples=30, deadline=None)
@given(st.permutations(PIECES), st.integers(0, len(PIECES)))
def test_neither_the_order_nor_the_portions_change_what_is_decided(order: list[object], at: int) -> None:
    pieces = [entry for entry in PIECES if entry in order]
    random.Random(at).shuffle(pieces)
    index = CopyIndex()
    by_one = [copy for entry in order for copy in index.add(entry)]  # type: ignore[arg-type]
    once = find_copies(pieces)
    assert sorted(by_one, key=lambda copy: (copy.of, copy.by)) == once == find_copies(PIECES)
    assert groups(by_one) == groups(once)


def test_what_is_added_twice_is_decided_once() -> None:
    index = CopyIndex()
    assert index.add(PIECES[0]) == []
    assert len(index.add(PIECES[1])) == 1
    assert index.add(PIECES[1]) == []


def test_what_several_tell_in_the_same_words_is_one_source() -> None:
    assert groups(find_copies(PIECES)) == [
        ("agency", "corrected", "merged", "rerun", "undated"),
        ("page-1", "page-2"),
    ]


def test_versions_are_one_source_whatever_they_share() -> None:
    pieces = [piece("one", key="k"), piece("two", OTHER, key="k"), piece("rerun", OTHER, "2025-05-11")]
    assert groups(find_copies(pieces)) == [("one", "rerun", "two")]


def test_a_piece_joins_the_one_that_it_has_most_of() -> None:
    def near(of: str, by: str, containment: float) -> Copy:
        return Copy(CopyKind.NEAR_COPY, of, by, containment, 100, "")

    assert groups([near("a", "m", 0.4), near("b", "m", 0.6)]) == [("b", "m")]
    assert groups([near("a", "b", 0.9), near("b", "c", 0.9), near("d", "e", 0.9)]) == [("a", "b", "c"), ("d", "e")]
    assert groups([]) == []
