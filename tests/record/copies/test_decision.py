from __future__ import annotations

import pytest

from detente.record.copies import CopyKind, Piece, decide

from .story import BODY, OTHER, PARAGRAPHS, piece

NEXT_DAY = "2025-05-10"


def _kind(new: Piece, other: Piece) -> tuple[CopyKind, str, str] | None:
    decided = decide(new, [other])
    assert decide(other, [new]) == decided  # whichever came first
    return (decided[0].kind, decided[0].of, decided[0].by) if decided else None


COPIES = {
    "another headline": BODY,
    "tail cut": "\n\n".join(PARAGRAPHS[:2]),
    "lead cut": "\n\n".join(PARAGRAPHS[1:]),
    "re-ordered": "\n\n".join(reversed(PARAGRAPHS)),
    "a paragraph moved": "\n\n".join([PARAGRAPHS[0], PARAGRAPHS[3], *PARAGRAPHS[1:3], PARAGRAPHS[4]]),
    "an agency line": f"{BODY}\n\nWith reporting by Andes Wire",
    "one figure": BODY.replace("14 kilometres", "41 kilometres"),
    "spelling": BODY.replace("kilometres", "kilometers").replace("harvest", "crop"),
    "typography": BODY.replace('"', "”").replace("'", "’").replace("\n\n", "\n"),
    "a new lead": "\n\n".join(["The road over the Cóndor is to open again, and not a day too soon.", *PARAGRAPHS[1:]]),
}


@pytest.mark.parametrize("body", COPIES.values(), ids=COPIES)
def test_a_copy_is_found_however_it_was_made(body: str) -> None:
    copy = piece("copy", body, NEXT_DAY, headline="By turns")
    assert _kind(copy, piece("original")) == (CopyKind.NEAR_COPY, "original", "copy")


def test_a_piece_put_together_from_two_is_a_copy_of_both() -> None:
    merged = piece("merged", "\n\n".join([*PARAGRAPHS[:3], *OTHER.split("\n\n")[::2]]), NEXT_DAY)
    decided = decide(merged, [piece("one"), piece("two", OTHER)])
    assert [(copy.of, copy.by) for copy in decided] == [("one", "merged"), ("two", "merged")]


def test_another_report_with_the_same_quotation_is_no_copy() -> None:
    assert _kind(piece("other", OTHER), piece("original")) is None


def test_a_shared_sentence_is_no_copy_even_of_a_report_that_has_little_else() -> None:
    brief = piece("brief", "The border was fixed in Brasília in 1998 after the war of the Cenepa.", NEXT_DAY)
    assert _kind(brief, piece("original")) is None


def test_the_same_few_words_are_a_copy() -> None:
    words = "Peru and Ecuador will clear the road over the mountain."
    assert _kind(piece("a", words), piece("b", words, NEXT_DAY)) == (CopyKind.NEAR_COPY, "a", "b")


def test_empty_bodies_are_no_copies_of_one_another() -> None:
    assert _kind(piece("a", ""), piece("b", "", NEXT_DAY)) is None


def test_other_words_under_the_same_key_are_a_version() -> None:
    first = piece("first", key="k")
    second = piece("second", OTHER, NEXT_DAY, key="k")
    assert _kind(second, first) == (CopyKind.VERSION, "first", "second")


def test_versions_without_dates_follow_one_another_as_they_were_seen() -> None:
    first = piece("z", day=None, key="k", added="2025-05-09T10:00:00Z")
    second = piece("a", OTHER, None, key="k", added="2025-05-09T12:00:00Z")
    assert _kind(first, second) == (CopyKind.VERSION, "z", "a")


def test_the_same_version_is_nothing_new() -> None:
    assert decide(piece("a", key="k", version="v"), [piece("b", key="k", version="v")]) == []
    assert decide(piece("a"), [piece("a")]) == []


def test_a_correction_supersedes_what_it_nearly_copies() -> None:
    wrong = piece("wrong")
    right = piece("right", f"(Corrects figure in paragraph 2)\n\n{COPIES['one figure']}", NEXT_DAY)
    assert _kind(right, wrong) == (CopyKind.CORRECTION, "wrong", "right")
    (copy,) = decide(right, [wrong])
    assert "'(Corrects figure in paragraph 2)'" in copy.why


def test_a_correction_of_the_same_day_or_of_none_is_the_later_one() -> None:
    for day in ("2025-05-09", None):
        wrong, right = piece("a", day=day), piece("b", day=day, headline="CORRECTED-Peru, Ecuador to clear road")
        assert _kind(right, wrong) == (CopyKind.CORRECTION, "a", "b")
        assert _kind(piece("a", headline="Correction: a road"), piece("b")) == (CopyKind.CORRECTION, "b", "a")


def test_what_was_published_after_a_correction_is_not_corrected_by_it() -> None:
    right = piece("right", headline="CORRECTED-Peru, Ecuador to clear road")
    assert _kind(piece("later", day=NEXT_DAY), right) == (CopyKind.NEAR_COPY, "right", "later")


def test_a_copy_of_a_correction_corrects_nothing_by_itself() -> None:
    body = f"(Corrects figure in paragraph 2)\n\n{BODY}"
    assert _kind(piece("a", body), piece("b", body, NEXT_DAY)) == (CopyKind.NEAR_COPY, "a", "b")


def test_a_correction_of_another_story_is_no_copy() -> None:
    assert _kind(piece("other", f"(Corrects figure)\n\n{OTHER}", NEXT_DAY), piece("original")) is None


def test_a_decision_says_how_much_is_shared_and_why_one_is_the_original() -> None:
    (copy,) = decide(piece("copy", "\n\n".join(PARAGRAPHS[:2]), NEXT_DAY), [piece("original")])
    assert copy.containment == 1.0
    assert copy.shared == len("\n\n".join(PARAGRAPHS[:2]).split())
    assert copy.why == (
        f"100% of the runs of 4 words of one are in the other ({copy.shared} words); "
        "published 2025-05-09, the other 2025-05-10"
    )
    (copy,) = decide(piece("copy", day=None), [piece("original")])
    assert copy.why.endswith("the other at a time unknown")
