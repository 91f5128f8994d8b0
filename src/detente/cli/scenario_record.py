"""What ``detente scenario`` asks the record: the draft of a scenario, and what the ids of its evidence stand for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from detente.cli.terminal import put, say

if TYPE_CHECKING:
    from detente.scenario.model import Scenario


def draft(asked: Namespace) -> None:
    """Write the draft of a scenario of a dispute, to a file or to standard output."""
    from detente.cli.dossier_options import told
    from detente.dossier.draft import draft
    from detente.errors import UsageError
    from detente.files import Inputs, WholeFile
    from detente.formats.scenario_draft import scenario_draft

    made = told(asked.record, asked.dispute, asked.as_of)
    found = draft(made, _parties(asked.party or (), made.parties))
    if not found.options:
        raise UsageError("no party demands, offers, threatens or refuses anything in it; there is nothing to draft")
    text = scenario_draft(found)
    if asked.out is None:
        put(text)
        return
    Inputs([]).refuse(asked.out)
    with WholeFile(asked.out) as file:
        file.write(text.encode("utf-8"))
    say(f"Wrote {asked.out}; answer the questions at its head, then: detente scenario check {asked.out}")


def _parties(given: Sequence[str], known: object) -> Sequence[str]:
    from detente.errors import UsageError

    for party in given:
        if party not in known:  # type: ignore[operator]
            raise UsageError(f"{party} is no party of it; give an id such as those of detente dispute show")
    return given


def words_of_evidence(scenario: Scenario, record: Path | None) -> dict[str, str]:
    """The words that the record has for the ids of evidence; empty where there are no ids, or there is no record."""
    return {identity: line for identity, line in (_looked_up(scenario, record) or {}).items() if line is not None}


def unknown_evidence(scenario: Scenario, record: Path | None) -> list[str] | None:
    """The ids of evidence that the record does not have; null where there is no record to ask."""
    found = _looked_up(scenario, record)
    return None if found is None else [identity for identity, line in found.items() if line is None]


def _looked_up(scenario: Scenario, record: Path | None) -> dict[str, str | None] | None:
    from detente.scenario.words.grounds import cited

    ids = cited(scenario)
    if not ids:
        return {}
    from detente.record.location import location

    if record is None and not location().exists():
        return None
    from detente.cli.record_options import open_record
    from detente.record.evidence import evidence

    with open_record(record) as store, store.reading() as connection:
        found = evidence(connection, ids)
    return {identity: one.line if one else None for identity, one in found.items()}
