"""Gzip of any number of members, cut into any pieces, is read whole or not at all."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import UnreadableReport
from detente.sources.gzip_stream import GzipStream


def _unpacked(data: bytes, step: int, most: int = 1 << 20) -> bytes:
    stream = GzipStream()
    found = b"".join(stream.unpack(data[at : at + step], most) for at in range(0, len(data), step))
    stream.end()
    return found


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=4), st.integers(1, 400), st.integers(0, 9))
def test_every_member_is_read_whatever_the_pieces(members: list[bytes], step: int, zeros: int) -> None:
    packed = b"".join(gzip.compress(member) + b"\0" * zeros for member in members)
    assert _unpacked(packed, step) == b"".join(members)


@given(st.lists(st.binary(min_size=1, max_size=300), min_size=1, max_size=3), st.integers(1, 400), st.data())
def test_a_member_that_is_cut_off_is_refused(members: list[bytes], step: int, data: st.DataObject) -> None:
    last = gzip.compress(members[-1])
    cut = data.draw(st.integers(1, len(last) - 1))
    packed = b"".join(map(gzip.compress, members[:-1])) + last[:cut]
    with pytest.raises(UnreadableReport, match="cut off"):
        _unpacked(packed, step)


def test_what_follows_and_is_no_member_is_refused() -> None:
    with pytest.raises(UnreadableReport, match="broken"):
        _unpacked(gzip.compress(b"The envoys met.") + b"and left", 7)


def test_no_more_is_unpacked_than_is_asked_for() -> None:
    bomb = gzip.compress(b" " * 10_000_000)
    assert len(GzipStream().unpack(bomb, 1000)) == 1000
    assert len(GzipStream().unpack(gzip.compress(b"x" * 600) * 3, 1000)) == 1000


def test_nothing_at_all_is_nothing() -> None:
    assert _unpacked(b"", 1) == b""
