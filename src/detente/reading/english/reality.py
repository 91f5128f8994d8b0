"""Words that tell whether something happened: ``en/factuality``, whose comments say what each class is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import Entry, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.model.items import Status

_Words = frozenset[str]


class Reality(Entry, frozen=True):
    """The table."""

    scheduled: _Words
    hypothetical: _Words
    denied: _Words
    same: _Words
    bargaining: _Words
    negotiable: _Words
    scheduled_modifiers: _Words
    hypothetical_modifiers: _Words
    denied_modifiers: _Words
    ongoing_modifiers: _Words
    ongoing: _Words
    negations: _Words
    conditions: _Words
    saying: _Words
    future: _Words
    modal: _Words
    present: _Words
    doubt: _Words
    later: _Words
    till: _Words
    with_event: _Words
    about: _Words
    about_only: _Words
    stages: _Words
    heard: _Words
    denials: _Words
    claims: _Words
    nor: _Words
    none: _Words
    would: _Words
    supposing: _Words
    copula: _Words
    going: _Words
    having: _Words
    ranks: _Words
    lacking: _Words
    short: _Words
    kept_from: _Words
    beside: _Words
    along: _Words
    once: _Words
    soon: _Words
    announcing: _Words
    obliges: _Words
    had: _Words
    were: _Words
    timely: _Words
    speaking_of: _Words


REALITY = table("en/factuality", Reality)

#: What a governing word makes of what hangs on it, in the order in which they are asked.
GOVERNING: Mapping[Status, frozenset[str]] = {
    "denied": REALITY.denied,
    "scheduled": REALITY.scheduled,
    "hypothetical": REALITY.hypothetical,
}
#: What stands before a noun and says whether it came about, in the order in which they are asked.
MODIFYING: Mapping[Status, frozenset[str]] = {
    "denied": REALITY.denied_modifiers,
    "scheduled": REALITY.scheduled_modifiers,
    "hypothetical": REALITY.hypothetical_modifiers,
    "ongoing": REALITY.ongoing_modifiers,
}
