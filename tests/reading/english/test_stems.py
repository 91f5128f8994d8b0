"""Lists of obligations, whose items have the subject and the status of the words before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.model.report import Report
from detente.sources import report_from_text

if TYPE_CHECKING:
    from detente.model.items import Event
    from detente.reading.reader import Reader

TEXT = """JOINT COMMUNIQUÉ OF CHAD AND NIGER

N'Djamena, 4 March 2024

1. The foreign ministers of Chad and Niger met in N'Djamena on 4 March 2024.

2. {stem}:

(a) withdraw their border troops within thirty days;

(b) reopen the crossing at Daboua.

3. The herders' union welcomed the text.
"""


def events(reader: Reader, text: str) -> dict[str, Event]:
    report = report_from_text(text)
    assert isinstance(report, Report)
    found = reader.read(report).events or ()
    return {event.what.text.split()[0]: event for event in found}


@pytest.mark.parametrize(
    ("stem", "status"),
    [
        ("Chad and Niger shall", "scheduled"),
        ("Chad and Niger agreed to", "scheduled"),
        ("Chad and Niger called on one another to", "hypothetical"),
    ],
)
def test_items_of_a_list(reader: Reader, stem: str, status: str) -> None:
    found = events(reader, TEXT.format(stem=stem))
    for word in ("withdraw", "reopen"):
        assert {who.id for who in found[word].source} == {"TCD", "NER"}
        assert found[word].status == status
    welcomed = found.get("welcomed")
    assert welcomed is None or not {who.id for who in welcomed.source} & {"TCD", "NER"}
