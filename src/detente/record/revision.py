"""The record -> which revision it is: equal while no truth is added, and so while every answer stays as it was."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from detente.record.schema import correction, dispute, membership, reading, report

_TELLING = (report, reading, dispute, membership, correction)  # what answers follow from; rows are only ever added

Revision = tuple[int, ...]


def revision(connection: Connection) -> Revision:
    """The highest number of each table that answers follow from; their indexes know it at once."""
    highest = select(*(select(func.max(table.c.n)).scalar_subquery() for table in _TELLING))
    return tuple(number or 0 for number in connection.execute(highest).one())
