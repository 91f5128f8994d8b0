"""What a date rests on that an item takes from a time expression: its own words, the report's date, or the context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model.inference import Inference

if TYPE_CHECKING:
    from detente.model.items import Time

_REPORT = "t0"  #: TimeML's id of the document's creation time


def inferred(field: str, time: Time, *, said: bool = True) -> tuple[Inference, ...]:
    """Why a field has the date of a time expression, where that is not plainly said; else nothing.

    ``said`` is whether the expression is said of the item itself. "On Monday" is counted from the date of the report,
    "a week later" from a date before it.
    """
    if not said:
        return (Inference(field, "context", time.evidence),)
    if not time.temporal_function:
        return ()
    return (Inference(field, "report date" if time.anchor_time_id == _REPORT else "context", time.evidence),)
