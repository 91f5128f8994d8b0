"""``detente dispute put``: reports in a dispute or out of it by hand."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.record_options import By, RecordPath


def put(
    name: Annotated[str, typer.Argument(help="The dispute's name, or as much of its beginning as is unique.")],
    reports: Annotated[list[str], typer.Argument(metavar="REPORT…", help="Ids of reports, or where they came from.")],
    out: Annotated[bool, typer.Option("--out", help="Out of the dispute instead of into it.")] = False,
    by: By = None,
    record: RecordPath = None,
) -> None:
    """Put reports into a dispute or out of it, whatever its rules say."""
    from sqlalchemy import select

    from detente.cli.clock import now
    from detente.cli.record_options import open_record, person
    from detente.cli.terminal import put
    from detente.record import disputes, memberships
    from detente.record.readings import find_report
    from detente.record.schema import report

    with open_record(record) as store, store.writing() as connection:
        dispute = disputes.the_stored(connection, name)
        numbers = [find_report(connection, given) for given in reports]
        for key in connection.scalars(select(report.c.key).where(report.c.n.in_(numbers)).distinct()).all():
            memberships.put(connection, dispute.name, key, person(by), now(), inside=not out)
    put(f"{dispute.name}: {len(set(numbers)):,} reports {'out' if out else 'in'} by hand.\n")
