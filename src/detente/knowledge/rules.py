"""The table of rules: by what a field of an item is known, in plain words and with the file that decides."""

from __future__ import annotations

from detente.knowledge.loader import Entry, rows

ANY = "*"


class Rule(Entry, frozen=True):
    """A row: for a section and field, each of them or ``*``, and how it is known."""

    section: str
    field: str
    how: str  #: said, context, table, report date, or the rule that found a statement
    name: str
    does: str
    file: str


def rule_for(section: str, field: str, *how: str) -> Rule | None:
    """The first rule of the table that fits; of several ways of knowing it any may."""
    for rule in rows("en/rules", Rule):
        if rule.section in (section, ANY) and rule.field in (field, ANY) and rule.how in (*how, ANY):
            return rule
    return None
