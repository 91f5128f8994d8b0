from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.events import find_events

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "what", "kind", "status"),
    [
        ("Kenya and Uganda held talks in Nairobi.", "held talks", "CONSULT", "occurred"),
        ("Norway will send food aid to Sudan.", "will send aid", "AGREE", "scheduled"),
        ("Egypt has not recalled its ambassador.", "has not recalled", "SANCTION", "denied"),
        ("The two ministers failed to agree on the border.", "failed to agree", "REJECT", "occurred"),
    ],
)
def test_one_event(nlp: Language, text: str, what: str, kind: str, status: str) -> None:
    (event,) = find_events(nlp(text))
    assert event.what.text.split()[0] == what.split(maxsplit=1)[0]
    assert (event.type, event.status) == (kind, status)
    assert text[event.evidence.start : event.evidence.end] == event.evidence.text
