"""Words by which rules tell who a source is (``SOURCE``), and where, when and to whom it spoke (``SETTING``).

From ``en/attribution/sources`` and ``settings``, whose comments say what each class is for.
"""

from __future__ import annotations

from detente.knowledge.loader import Entry, table

_Words = frozenset[str]


class Source(Entry, frozen=True):
    """Words for sources."""

    pronouns: _Words
    of_people: _Words
    of_women: _Words
    owners: _Words
    of_bodies: _Words
    owned: _Words
    partitive: _Words
    both: _Words
    nobody_named: _Words
    own: _Words
    no_chain: _Words
    pointing: _Words
    vague: _Words
    named_plural: _Words
    things: _Words
    governments: _Words
    insiders: _Words
    counterparts: _Words
    demonyms: _Words
    offices: _Words
    quoting: _Words
    handing: _Words
    handed_by: _Words
    saying: _Words
    after_saying: _Words
    partner: _Words
    passive: _Words
    according: _Words
    not_said: _Words
    question: _Words
    bare: _Words
    neither: _Words
    withheld: _Words
    silent_on: _Words
    misread: _Words
    told_of: _Words
    opens_inner: _Words


class Setting(Entry, frozen=True):
    """Words for venues, hearers and dates of saying."""

    at: _Words
    with_: _Words
    parts: _Words
    at_place: _Words
    at_spot: _Words
    in_city: _Words
    clause: _Words
    called_on: _Words
    hearer: _Words
    hearer_of_call: _Words
    asked: _Words
    answering: _Words
    in_answer: _Words
    definite: _Words
    other: _Words
    meeting: _Words
    speaking: _Words
    telephone: _Words
    meetings: _Words
    told_then: _Words


SOURCE = table("en/attribution/sources", Source)
SETTING = table("en/attribution/settings", Setting)
