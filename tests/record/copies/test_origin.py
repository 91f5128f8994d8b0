from __future__ import annotations

from detente.record.copies.origin import rank

from .story import BODY, piece

LONGER = f"{BODY}\n\nSomething more."


def test_the_earliest_is_the_original() -> None:
    assert rank(piece("z", day="2025-05-08")) < rank(piece("a", LONGER, credits="(Reuters)", publisher="Reuters"))


def test_what_has_no_date_comes_last() -> None:
    assert rank(piece("z")) < rank(piece("a", LONGER, None, publisher="Reuters"))
    assert rank(piece("z", day="2025")) < rank(piece("a", day=None))


def test_of_the_same_date_the_agency_s_own_is_the_original() -> None:
    agency = piece("z", credits="LOJA, May 9 (Andes Wire) -", publisher="Andes Wire")
    rerun = piece("a", LONGER, credits="LOJA (Andes Wire) -", publisher="Daily Coast")
    other = piece("b", LONGER, publisher="Daily Coast")
    assert rank(agency) < rank(rerun) < rank(other)
    assert rank(piece("z", publisher="Reuters")) < rank(rerun)
    assert rank(piece("z", credits="By A. Quispe, Associated Press")) < rank(other)


def test_an_agency_is_known_by_the_head_of_a_body_that_keeps_its_dateline() -> None:
    assert rank(piece("z", f"LOJA, May 9 (Andes Wire) - {BODY}")) < rank(piece("a", LONGER))


def test_then_the_longer_then_the_id() -> None:
    assert rank(piece("z", LONGER)) < rank(piece("a"))
    assert rank(piece("a")) < rank(piece("b"))
