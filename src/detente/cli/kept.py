"""Answers of a dossier: told from what is kept where that holds, else worked out and kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from detente.cli.exits import DONE

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from detente.dossier.account import Dossier
    from detente.record.answers import Answer, Question
    from detente.record.store import Store

_PATIENCE = 0.2  # seconds for another writer: an answer that is not kept is only slower the next time


@dataclass(frozen=True, slots=True)
class Which:
    """Of which record and dispute, and as of when, as the options give it."""

    record: Path | None
    dispute: str | None
    as_of: str | None
    known_at: str | None


def put_answer(which: Which, asked: tuple[object, ...], work: Callable[[Dossier], Answer], *, of_data: bool) -> None:
    """Print the answer to what was ``asked`` of a dispute, and end with its exit code.

    ``work`` gives it and may hang on nothing but the dossier, what was asked and, unless ``of_data``, how a page looks.
    Raises UnknownDispute, BadDispute, BadDate, BadTime, and UsageError where there are no reports.
    """
    from detente.cli.answer import page_look, put_text
    from detente.cli.dossier_options import time_given
    from detente.cli.record_options import open_record
    from detente.dossier.memory import uncollected
    from detente.model.ids import hashed
    from detente.model.round_trip import dumps
    from detente.program import program_mark
    from detente.record.answers import Question
    from detente.record.date_text import date_of
    from detente.record.disputes import rules_of

    date_of(which.as_of)
    time_given(which.known_at)
    look = () if of_data else page_look()
    with open_record(which.record) as store:
        with store.reading() as connection:
            rules = rules_of(connection, which.dispute) if which.dispute is not None else ""
        told = (*asked, which.dispute or "", which.as_of or "", which.known_at or "", *look)
        question = Question(dumps([str(one) for one in told], indent=None), hashed(program_mark(), rules))
        with uncollected():
            answer, write = _answer(store, question, which, work)
            put_text(answer.text, of_data=of_data)
            if write is not None:
                _keep(store, write)
    if answer.code != DONE:
        raise typer.Exit(answer.code)


def _answer(
    store: Store, question: Question, which: Which, work: Callable[[Dossier], Answer]
) -> tuple[Answer, Callable[[Connection], None] | None]:
    """The answer, and what keeps it where it was not kept."""
    from detente.cli.dossier_options import dossier_of
    from detente.dossier.kept_account import keep_account
    from detente.dossier.kept_digests import keep_digests
    from detente.dossier.source_hash import source_hash
    from detente.record.answers import keep, kept
    from detente.record.revision import revision

    with store.reading() as connection:
        found = kept(connection, question, lambda: source_hash(connection, which.dispute))
        if found is not None:
            return found, None
        made = dossier_of(connection, which.dispute, which.as_of, which.known_at)
        answer = work(made)
        known = made.shelf.came_from if made.shelf is not None else None
        came_from, at = known or source_hash(connection, which.dispute), revision(connection)

    def write(connection: Connection) -> None:
        keep(connection, question, answer, came_from, at)
        if which.known_at is None and made.shelf is not None and revision(connection) == at:
            keep_digests(connection, made.shelf.worked)
            if which.as_of is None:
                keep_account(connection, which.dispute, made, made.shelf, came_from)

    return answer, write


def _keep(store: Store, write: Callable[[Connection], None]) -> None:
    """Keep it, unless the record may not be written or is being written to."""
    from detente.errors import RecordFault
    from detente.record.store import Store

    with suppress(RecordFault), Store(store.path, wait=_PATIENCE) as patient, patient.writing() as connection:
        write(connection)
