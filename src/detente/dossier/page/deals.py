"""Agreements -> lines: parties and what became of it, then its provisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.dossier.agreements import DossierAgreement
from detente.dossier.page.line import BriefLine, numbers, places_of, short_date, words_of
from detente.dossier.wording import cut

_PARTIES, _STATES = 4, 4
_LEAST = 30  # characters of a provision that tells something by itself


def agreement_lines(found: Sequence[DossierAgreement], provisions: int) -> Iterator[BriefLine]:
    """A line for each agreement, and one for each of its first provisions."""
    for one in found:
        states = [(step.status, short_date(step.date or step.source.published)) for step in one.history if step.status]
        state = "; ".join(f"{status} ({date})" for status, date in _turns(states)[-_STATES:])
        names = [party.name for party in one.parties]
        more = f" and {len(names) - _PARTIES} more" if len(names) > _PARTIES else ""
        text = " · ".join(part for part in (", ".join(names[:_PARTIES]) + more, state) if part)
        sources, places = numbers(step.source for step in one.history), places_of(words_of(one.history))
        yield BriefLine(short_date(one.date), one.name, text, (), sources, "", one.id, places)
        telling = [pair for pair in one.provisions if len(pair[1].text.text) >= _LEAST]
        for source, provision in telling[:provisions]:
            marks = (f"on condition: {cut(provision.condition.text, 60)}",) if provision.condition else ()
            places = places_of([(source, provision.text)])
            yield BriefLine("", "", f"– {cut(provision.text.text, 90)}", marks, (source.number,), places=places)


def _turns(states: Sequence[tuple[str | None, str]]) -> list[tuple[str | None, str]]:
    """The states without those that only repeat the one before."""
    return [state for place, state in enumerate(states) if place == 0 or states[place - 1][0] != state[0]]
