"""``detente update``: what is new in the feeds of the disputes."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.reading_options import AllowPrivate, Jobs
from detente.cli.record_options import RecordPath


def update(
    dispute: Annotated[
        str | None, typer.Argument(metavar="[DISPUTE]", help="Only the feeds of this dispute; else of all.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Fetch what is known by its address, too, for it may have been corrected.")
    ] = False,
    jobs: Jobs = 1,
    time_limit: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="Longest time for one report; 0 for none.")
    ] = 120.0,
    allow_private: AllowPrivate = False,
    record: RecordPath = None,
) -> None:
    """Read what is new in the feeds that the dispute files name. Made to be run every hour by cron.

    Exit codes as of `detente add`.
    """
    from detente.cli.add import report_result, take_in
    from detente.cli.intake import Intake
    from detente.cli.record_options import open_record, person
    from detente.errors import UsageError
    from detente.reading.pool import Pool, Settings
    from detente.reading.reader import DEFAULT_MODEL
    from detente.record import asides
    from detente.record.feeds import feeds
    from detente.sources import Before, captures

    with open_record(record) as store, Pool(Settings(DEFAULT_MODEL, seconds=time_limit), jobs) as pool:
        with store.reading() as connection:
            addresses = feeds(connection, dispute)
        if not addresses:
            raise UsageError('no dispute of the record names a feed; give its file a line: feeds = ["https://…"]')
        with store.writing() as connection:
            for address in addresses:
                asides.forget(connection, address)  # of the last time; it is tried now
        intake = Intake(store, pool, person(None))
        came = captures(
            addresses,
            allow_private_addresses=allow_private,
            seconds=time_limit,
            before=Before(intake.has_bytes) if again else Before(intake.has_bytes, intake.has_key),
        )
        stopped = take_in(intake, "update", came, addresses)
    report_result(intake.result, stopped)
