"""A dispute and its reports -> text for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from detente.formats.printed_items import flat
from detente.record.dispute_file import Dispute
from detente.record.report_list import Listed


def print_dispute(dispute: Dispute, reports: Sequence[tuple[Listed, str, str]], page: Console) -> None:
    """Print what the dispute is, then each report with its short id and why it belongs."""
    page.print(Text(dispute.name, style="bold underline"))
    for name, value in _facts(dispute):
        page.print(Text(f"{name:<12}", style="cyan").append(value, style="default"))
    page.print(Text(f"\n{len(reports):,} reports", style="bold"))
    table = Table.grid(padding=(0, 2))
    for one, identity, why in reports:
        told = Text(flat(one.headline or one.source)).append(f" [{why}]", style="dim")
        table.add_row(Text(f"  {identity}", style="yellow"), Text(one.published or "–", style="cyan"), told)
    page.print(table)


def _facts(dispute: Dispute) -> Iterator[tuple[str, str]]:
    told = {
        "period": str(dispute.period or ""),
        "parties": ", ".join(dispute.parties),
        "others": ", ".join(dispute.others),
        "people": ", ".join(one.name for one in dispute.people),
        "places": ", ".join(one.name for one in dispute.places),
        "agreements": ", ".join(one.name for one in dispute.agreements),
        "issues": ", ".join(one.name for one in dispute.issues),
        "feeds": ", ".join(dispute.feeds),
    }
    return ((name, value) for name, value in told.items() if value)
