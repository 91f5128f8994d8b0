"""What the reporter adds in the same sentence is none of the speaker's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.model.report import Report

if TYPE_CHECKING:
    from detente.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Fiji said that Tonga had lit the beacon again, in the latest sign that the talks have failed.",
            "Tonga had lit the beacon again",
        ),
        (
            "Oman said the ferry would sail on Monday, in an apparent attempt to calm its neighbour.",
            "the ferry would sail on Monday",
        ),
        (
            "Oman said the ferry would sail in the first week of May, in the new port.",
            "the ferry would sail in the first week of May, in the new port",
        ),
        ("The envoy said that the raid ended, in a clear warning to all.", "the raid ended"),
    ],
)
def test_a_remark_is_cut_off(reader: Reader, text: str, content: str) -> None:
    (said,) = reader.read(Report(text, "test", "text", "")).statements or ()
    assert said.content is not None
    assert said.content.text == content


@pytest.mark.parametrize(
    "text",
    [
        "The minister's holiday pictures sparked calls for a boycott of the island.",
        "The prison was dubbed the Palace by sailors held there during the war.",
    ],
)
def test_what_a_thing_set_off_is_no_saying(reader: Reader, text: str) -> None:
    assert not reader.read(Report(text, "test", "text", "")).statements
