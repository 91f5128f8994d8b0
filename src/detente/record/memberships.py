"""Which reports somebody put in a dispute, or out of it, by hand: the newest word on each holds."""

from __future__ import annotations

from sqlalchemy import Connection, select

from detente.record.schema import dispute, membership


def name_dispute(connection: Connection, name: str, by: str, at: str) -> None:
    """Make a dispute of a name, without rules, unless there is one."""
    from detente.model.round_trip import dumps

    if connection.scalar(select(dispute.c.n).where(dispute.c.name == name).limit(1)) is None:
        toml = f"name = {dumps(name, indent=None)}\n"
        connection.execute(dispute.insert().values(name=name, toml=toml, at=at, by=by))


def put(connection: Connection, name: str, report_key: str, by: str, at: str, *, inside: bool = True) -> None:
    """Put a report in a dispute or out of it, unless that is so by hand already."""
    same = (membership.c.dispute == name) & (membership.c.report_key == report_key)
    latest = select(membership.c.inside).where(same).order_by(membership.c.n.desc()).limit(1)
    if connection.scalar(latest) is not inside:
        row = {"dispute": name, "report_key": report_key, "inside": inside, "at": at, "by": by}
        connection.execute(membership.insert().values(**row))


def by_hand(connection: Connection, name: str) -> dict[str, bool]:
    """The keys of the reports that were put in a dispute (True) or out of it (False)."""
    ordered = select(membership.c.report_key, membership.c.inside).where(membership.c.dispute == name)
    return {row.report_key: row.inside for row in connection.execute(ordered.order_by(membership.c.n))}
