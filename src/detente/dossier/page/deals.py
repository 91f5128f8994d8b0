"""Agreements -> lines: parties and what became of it, then its provisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from detente.dossier.agreements import DossierAgreement
from detente.dossier.page.line import BriefLine, numbers, places_of, short_date, words_of
from detente.dossier.wording import cut
from detente.model.date import Date

_PARTIES, _STATES = 4, 4
_MANY = 5  # independent reports that tell of an agreement; what one alone says of such a one is left out
_LEAST = 30  # characters of a provision that tells something by itself


def agreement_lines(found: Sequence[DossierAgreement], provisions: int) -> Iterator[BriefLine]:
    """A line for each agreement, and one for each of its first provisions."""
    for one in found:
        state = "; ".join(f"{status} ({short_date(date)})" for status, date in _turns(one)[-_STATES:])
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


def _turns(one: DossierAgreement) -> list[tuple[str, Date | None]]:
    """Each state once, by the days that most independent reports give it; of much told agreements what two tell."""
    told: defaultdict[str, defaultdict[Date | None, set[str]]] = defaultdict(lambda: defaultdict(set))
    for step in one.history:
        if step.status is not None:
            told[step.status][step.date or step.source.published].add(step.source.origin)
    many = len({step.source.origin for step in one.history}) >= _MANY
    said = {step.date for step in one.history}  # before the days of reports that give none
    best = {
        status: min(days, key=lambda day: (-len(days[day]), day not in said, str(day))) for status, days in told.items()
    }
    kept = [(status, day) for status, day in best.items() if not many or len(told[status][day]) > 1]
    return sorted(kept, key=lambda pair: str(pair[1]))
