"""When an event takes place: by the time expression that governs its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.time import date_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from detente.model.items import Time
    from detente.reading.events.triggers import Trigger


def event_date(doc: Doc, trigger: Trigger) -> str | None:
    """An EDTF date, or none where the words give none; never the date of publication by default."""
    for token in dict.fromkeys((trigger.name, trigger.token)):
        found = date_of(doc, token)
        if found is not None and found.edtf is not None:
            return _written(found)
    return None


def _written(time: Time) -> str | None:
    return f"{time.edtf}-{time.part}" if time.part and time.edtf and not time.edtf.endswith(time.part) else time.edtf
