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


def weightiest(found: Sequence[DossierAgreement], most: int) -> Sequence[DossierAgreement]:
    """The first of those that have a name; where none has one, of all."""
    return ([one for one in found if one.is_named] or found)[:most]


def _turns(states: Sequence[tuple[str | None, str]]) -> list[tuple[str | None, str]]:
    """Each state once, with the day that it is first told of."""
    first: dict[str | None, str] = {}
    for status, date in states:
        first.setdefault(status, date)
    return list(first.items())
