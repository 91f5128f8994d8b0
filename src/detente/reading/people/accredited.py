"""Whether a party beside an office is the one that its holder is sent to, not the one that sends him.

"His Syria envoy" is no Syrian, "Peru's United Nations ambassador" not of the United Nations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.parties import records
from detente.reading.extensions import report_text

if TYPE_CHECKING:
    from detente.model.mention import Mention
    from detente.reading.people.tokens import Tokens

_SENT = frozenset({"envoy", "negotiator", "representative"})  # codes: kinds of office
_POSTED = frozenset({"ambassador"})


def accredited(tokens: Tokens, kind: str, mention: Mention | None) -> bool:
    """Whether a mention right before an office of a kind tells where to its holder is sent."""
    if mention is None or len(mention.parties) != 1:
        return False
    record = records().get(mention.parties[0])
    if kind in _POSTED:
        return record is not None and record.kind == "organisation" and mention.kind != "adjective"
    bare = not report_text(tokens.doc).startswith(("'", "’"), mention.end)
    return kind in _SENT and bare and mention.kind == "name" and record is not None and record.kind == "state"
