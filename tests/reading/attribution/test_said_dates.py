"""The day of a saying is out of what is said, also where the cue has swallowed the word before it."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from detente.sources import report_from_text


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chad announced on Tuesday the valley where a Niger bridge will be built.", "the valley where"),
        ("Togo announced on Monday the port at which Benin's ships will be searched.", "the port at which"),
        ("Peru announced on Wednesday the bay in which a Chilean radar will stand.", "the bay in which"),
    ],
)
def test_the_day_is_no_part_of_what_is_said(reader: Reader, text: str, content: str) -> None:
    (said,) = reader.read(report_from_text(text, published="2022-03-10")).statements or ()
    assert said.content is not None
    assert said.content.text.startswith(content)
    assert str(said.date) in {"2022-03-07", "2022-03-08", "2022-03-09"}
