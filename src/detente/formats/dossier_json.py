"""A dossier -> plain values for JSON, in the form of docs/reference/dossier-json.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.dossier.account import Dossier
from detente.dossier.agenda import Due
from detente.dossier.agreements import DossierAgreement
from detente.dossier.conflicts import Conflict
from detente.dossier.contradictions import Contradiction
from detente.dossier.event import DossierEvent
from detente.dossier.positions import Line
from detente.dossier.source import Source
from detente.model.references import Reference
from detente.model.words import Words


def dossier_json(made: Dossier, events: Sequence[DossierEvent]) -> dict[str, Any]:
    """The dossier with these of its events."""
    return {
        "dispute": made.about.name,
        "as_of": _date(made.today),
        "reports": [_source(source) for source in made.sources],
        "events": [event_json(event) for event in events],
        "agenda": [due_json(due) for due in made.agenda],
        "positions": [_line(line, made) for line in made.positions],
        "tenures": [_tenure(tenure, made) for tenure in made.tenures],
        "agreements": [_agreement(agreement) for agreement in made.agreements],
        "people": [
            {"id": one.id, "name": one.name, "aliases": list(one.aliases), "party": one.party,
             "reports": [_report(source) for source in dict.fromkeys(seen.source for seen in one.seen)]}
            for one in made.people
        ],
        "contradictions": list(map(_contradiction, made.contradictions)),
        "copies": [[_report_of(made, copy.of), _report_of(made, copy.by), copy.kind.value] for copy in made.copies],
    }  # fmt: skip


def _source(source: Source) -> dict[str, Any]:
    return {
        **_report(source),
        "number": source.number,
        "published": _date(source.published),
        "outlet": source.outlet,
        "headline": source.headline,
        "counts_with": source.origin,
    }


def event_json(event: DossierEvent) -> dict[str, Any]:
    """An event with its mentions, as plain values."""
    return {
        "id": event.id,
        "what": event.told.what.text,
        "clause": event.clause,
        "type": event.type,
        "source": list(map(_reference, event.source)),
        "target": list(map(_reference, event.target)),
        "date": _date(event.date),
        "date_inferred": event.date_inferred,
        "place": event.place,
        "status": event.status,
        "by": event.voice.by,
        "first": _report(event.voice.first),
        "why": list(event.weight.reasons),
        "weight": event.weight.value,
        "joins": [{"one": one.one, "other": one.other, "by": one.by, "why": one.why} for one in event.joins],
        "disagreements": [
            {"field": one.field, "value": one.value, **_at(one.mention.source, one.mention.what)}
            for one in event.disagreements
        ],
        "mentions": [
            {"id": one.item, "date": _date(one.date), "status": one.status, **_at(one.source, one.what)}
            for one in event.mentions
        ],
    }


def due_json(due: Due) -> dict[str, Any]:
    """Something on the agenda with its history, as plain values."""
    return {
        "id": due.id,
        "what": due.what,
        "who": list(map(_reference, due.who)),
        "date": _date(due.date),
        "status": due.status,
        "history": [
            {"status": step.status, "date": _date(step.date), "as_of": _date(step.source.published),
             **_at(step.source, step.words)}
            for step in due.history
        ],
    }  # fmt: skip


def _line(line: Line, made: Dossier) -> dict[str, Any]:
    return {
        "party": {"id": line.party, "name": made.parties.get(line.party, line.party)},
        "issue": line.issue,
        "kind": line.kind,
        "line": [
            {"id": one.item, "stance": one.stance, "claim": one.claim.text,
             "condition": one.condition.text if one.condition else None,
             "consequence": one.consequence.text if one.consequence else None, "firmness": one.firmness,
             "date": _date(one.date), "change": one.change, "before": one.before, **_at(one.source, one.claim)}
            for one in line.stances
        ],
    }  # fmt: skip


def positions_json(made: Dossier, lines: Sequence[Line], between: Sequence[Conflict]) -> dict[str, Any]:
    """Lines of positions, and how the parties stand to one another on each issue, as plain values."""
    return {
        "dispute": made.about.name,
        "positions": [_line(line, made) for line in lines],
        "between": [
            {"issue": one.issue, "parties": [one.one, one.other], "relation": one.relation,
             "items": [stance.item for stance in one.stances]}
            for one in between
        ],
        "contradictions": list(map(_contradiction, made.contradictions)),
    }  # fmt: skip


def _contradiction(each: Contradiction) -> dict[str, Any]:
    sides = [{"who": one.who, "says": one.says, "report": _report(one.source)} for one in each.sides]
    return {"about": each.about, "sides": sides}


def _tenure(tenure: Any, made: Dossier) -> dict[str, Any]:
    return {
        "person": tenure.person.name,
        "id": tenure.person.id,
        "office": tenure.office,
        "party": {"id": tenure.party, "name": made.parties.get(tenure.party, tenure.party)} if tenure.party else None,
        "from": _date(tenure.since),
        "until": _date(tenure.until),
        "mentions": [_at(seen.source, seen.person.evidence) for seen in tenure.seen],
    }


def _agreement(one: DossierAgreement) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "names": list(one.names),
        "parties": list(map(_reference, one.parties)),
        "date": _date(one.date),
        "status": one.status,
        "provisions": [
            {**_at(source, provision.text), "condition": provision.condition.text if provision.condition else None}
            for source, provision in one.provisions
        ],
        "history": [
            {"status": step.status, "date": _date(step.date), **_at(step.source, step.words)} for step in one.history
        ],
    }


def _at(source: Source, words: Words) -> dict[str, Any]:
    return {"report": _report(source), "start": words.start, "end": words.end, "text": words.text}


def _report(source: Source) -> dict[str, str]:
    return {"id": source.id, "source": source.place}


def _report_of(made: Dossier, identity: str) -> dict[str, str]:
    return next(_report(source) for source in made.sources if source.id == identity)


def _reference(one: Reference) -> dict[str, str | None]:
    return {"kind": one.kind, "id": one.id, "name": one.name}


def _date(date: Any) -> str | None:
    return None if date is None else str(date)
