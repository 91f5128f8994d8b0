from __future__ import annotations

import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from detente.errors import UnreadableReport
from detente.model.report import Report, SetAside
from detente.sources import Limits, reports
from detente.sources.mailbox import messages

FROM = b"From press@x.example Tue May  4 10:00:00 2021\n"
BODY = "The envoys of Togo and Benin met in Lom\u00e9 on Monday and agreed on the map of the river."


def message(number: int, body: str = BODY) -> bytes:
    head = f"From: Press <press@x.example>\nSubject: Talks {number}\nDate: Tue, 4 May 2021 10:00:00 +0000\n"
    return (head + "Content-Type: text/plain; charset=utf-8\n\n" + body + "\n").encode()


def parted(data: bytes, limit: int = 10_000, head: int = 0) -> list[tuple[int, bytes | str]]:
    found = messages(data[:head], io.BytesIO(data[head:]), limit)
    return [(number, str(item) if isinstance(item, UnreadableReport) else item) for number, item in found]


def test_messages_by_their_separators() -> None:
    box = FROM + message(1) + b"\n" + FROM + message(2)
    assert parted(box) == [(1, message(1)), (2, message(2))]


def test_prose_that_begins_like_a_separator() -> None:
    body = "First.\n\n>From noon on, all was quiet.\n\nFrom Monday at 10:00 on it rains.\n" + FROM.decode().strip()
    box = FROM + message(1, body)
    [(_, found)] = parted(box)
    assert isinstance(found, bytes)
    assert found == message(1, body.replace(">From noon", "From noon"))


def test_a_message_that_is_too_long_stops_none_of_the_others() -> None:
    box = FROM + message(1) + b"\n" + FROM + message(2, "x" * 200_000) + b"\n" + FROM + message(3)
    found = parted(box, limit=1000)
    assert [number for number, _ in found] == [1, 2, 3]
    assert found[1][1] == "is a message of 200 kB; at most 1000 bytes are read"
    assert found[2][1] == message(3)


@given(st.lists(st.text("ab \n\u00e9", max_size=30), min_size=1, max_size=4), st.integers(0, 400))
def test_nothing_is_lost_wherever_the_head_ends(bodies: list[str], head: int) -> None:
    box = b"\n".join(FROM + message(number, body) for number, body in enumerate(bodies))
    parts = [content for _, content in parted(box, head=head)]
    assert b"\n".join(FROM + part for part in parts if isinstance(part, bytes)) == box
    assert len(parts) == len(bodies)


def test_a_mailbox_as_input(tmp_path: Path) -> None:
    path = tmp_path / "press.mbox"
    broken = b"From: x@x.example\nContent-Type: application/pdf\n\n%PDF\n"
    path.write_bytes(FROM + message(1) + b"\n" + FROM + broken + b"\n" + FROM + message(3))
    first, second, third = reports([str(path)])
    assert isinstance(first, Report)
    assert isinstance(third, Report)
    assert (first.title, first.source, first.format) == ("Talks 1", f"{path}:1", "email")
    assert third.text == BODY + "\n"
    assert second == SetAside(f"{path}:2", "is an e-mail without a text; its attachments are not read")


def test_a_mailbox_may_be_larger_than_a_file_may_be(tmp_path: Path) -> None:
    path = tmp_path / "press"
    path.write_bytes(b"\n".join(FROM + message(number) for number in range(40)))
    assert (
        len([found for found in reports([str(path)], limits=Limits(file_bytes=1000)) if isinstance(found, Report)])
        == 40
    )


def test_no_mailbox(tmp_path: Path) -> None:
    path = tmp_path / "press.mbox"
    path.write_text("Nothing of the kind.\n")
    assert [str(found) for found in reports([str(path)])] == [f"{path}: is a mailbox without messages"]
