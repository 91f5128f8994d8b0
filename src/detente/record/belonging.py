"""A dispute -> the reports of the record that belong to it, each with why."""

from __future__ import annotations

from itertools import combinations

from sqlalchemy import Connection, Select, column, select, table, text

from detente.errors import UnknownId
from detente.record.dispute_file import Dispute, Rule
from detente.record.disputes import the_dispute
from detente.record.folded import folded
from detente.record.item_rows import days
from detente.record.memberships import by_hand
from detente.record.readings import find_report
from detente.record.schema import current, reading, reading_who, report, who


def keys_of(connection: Connection, given: str) -> frozenset[str]:
    """The keys of the reports that belong to a dispute, given as a stored name or the path of its file."""
    return frozenset(belonging(connection, the_dispute(connection, given)))


def belonging(connection: Connection, dispute: Dispute) -> dict[str, str]:
    """The keys of the reports that belong, each with the rule that says so; what was done by hand last holds."""
    found: dict[str, str] = {}
    for number, rule in enumerate(_rules(dispute), start=1):
        for key in sorted(_fitting(connection, dispute, rule)):
            found.setdefault(key, f"rule {number}: {_told(rule)}")
    for named, inside in ((dispute.reports.inside, True), (dispute.reports.outside, False)):
        for given in named:
            if (one := _key(connection, given)) is not None:
                _put(found, one, inside=inside)
    for key, inside in by_hand(connection, dispute.name).items():
        _put(found, key, inside=inside)
    return {key: found[key] for key in sorted(found)}


def _put(found: dict[str, str], key: str, *, inside: bool) -> None:
    if inside:
        found[key] = "by hand"
    else:
        found.pop(key, None)


def _rules(dispute: Dispute) -> list[Rule]:
    """Its own, else that two of its parties stand together."""
    return list(dispute.belongs) or [Rule(parties=pair) for pair in combinations(dispute.parties, 2)]


def _fitting(connection: Connection, dispute: Dispute, rule: Rule) -> set[str]:
    if not (rule.parties or rule.words or rule.places or rule.since or rule.until):
        return set()
    found: set[str] = set(connection.scalars(_published(dispute, rule)))
    for party in rule.parties:
        found &= set(connection.scalars(_with_party(party)))
    if rule.words:
        found &= set(connection.scalars(_with_words(rule.words)))
    if rule.places:
        aliases = {place.name: (place.name, *place.aliases) for place in dispute.places}
        found &= set(connection.scalars(_with_words([n for p in rule.places for n in aliases.get(p, (p,))])))
    return found


def _published(dispute: Dispute, rule: Rule) -> Select[tuple[str]]:
    """The reports published within the rule's days, else the dispute's period; those without a date fit any."""
    joined = current.join(reading, reading.c.n == current.c.reading_n)
    first, last = days(dispute.period)
    since = days(rule.since)[0] or first
    until = days(rule.until)[1] or last
    found = select(current.c.key).select_from(joined)
    if since:
        found = found.where((reading.c.last_day >= since) | reading.c.first_day.is_(None))
    if until:
        found = found.where((reading.c.first_day <= until) | reading.c.first_day.is_(None))
    return found


def _with_party(party: str) -> Select[tuple[str]]:
    joined = reading_who.join(who, who.c.n == reading_who.c.who_n)
    joined = joined.join(current, current.c.reading_n == reading_who.c.reading_n)
    found = select(current.c.key).select_from(joined)
    return found.where(who.c.party == party, reading_who.c.section == "parties").distinct()


def _with_words(given: list[str] | tuple[str, ...]) -> Select[tuple[str]]:
    """At least one of them, each as a phrase; an asterisk at the end stands for any end of its last word."""
    phrases = [f'"{folded(one)}"{"*" if one.rstrip().endswith("*") else ""}' for one in given if folded(one)]
    words = table("report_words", column("rowid"))
    match = text("report_words MATCH :words").bindparams(words=" OR ".join(phrases) or '""')
    numbers = select(words.c.rowid).where(match)
    return select(current.c.key).where(current.c.reading_n.in_(numbers))


def _key(connection: Connection, given: str) -> str | None:
    """The key of a report that a dispute file names by id, path or address; None for one that is not in the record."""
    by_address = select(report.c.key).where((report.c.url == given) | (report.c.key == given)).limit(1)
    if (key := connection.scalar(by_address)) is not None:
        return str(key)
    try:
        number = find_report(connection, given)
    except UnknownId:
        return None
    return connection.scalar(select(report.c.key).where(report.c.n == number))


def _told(rule: Rule) -> str:
    parts = [" and ".join(rule.parties), " or ".join(f"“{one}”" for one in rule.words), " or ".join(rule.places)]
    parts += [f"from {rule.since}" if rule.since else "", f"until {rule.until}" if rule.until else ""]
    return ", ".join(part for part in parts if part)
