"""Agreements of a report as items: what is said, then what stands around, then what the table knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED
from detente.model.date import Date
from detente.model.inference import Inference
from detente.model.items import Agreement, Provision
from detente.model.references import Reference
from detente.model.words import Words
from detente.reading.agreements.implied import implied_status, is_by_the_way
from detente.reading.agreements.standing import ORDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.knowledge.agreements import AgreementRecord
    from detente.model.items import AgreementStatus
    from detente.reading.agreements.instruments import Instrument, Standing
    from detente.reading.agreements.mentions import Mention
    from detente.reading.cited import Cited
    from detente.reading.identity import Anchors

Inferred = tuple[Inference, ...]

_FEW = 2
_NOT_SIGNED = frozenset({"resolution", "award"})


def agreement_item(
    text: str, instrument: Instrument, main: tuple[str, ...], identity: Anchors, cited: Cited
) -> Agreement | None:
    """One agreement; None where nothing shows that it is between parties. ``main`` are the report's first parties."""
    parties, parties_inferred = _parties(text, instrument, main)
    unsure = instrument.wanted and not instrument.standings  # "a joint statement", which only says something
    if instrument.kind in CALLED.with_words and (not instrument.provisions or unsure):
        return None
    if is_by_the_way(instrument):
        return None
    described = tuple(map(Reference.described, instrument.described))
    if not parties and not described and not instrument.named and not instrument.record and not instrument.label:
        return None
    spans = _spans(instrument)
    names = _names(text, instrument)
    first = first_words(instrument)
    standing = _standing(instrument)
    status, status_inferred = _status(instrument, standing)
    date, date_inferred = _date(instrument)
    cue = Words.at(text, standing.start, standing.end) if standing is not None and status == standing.status else None
    return Agreement(
        id=_id(instrument, names[0], identity),
        name=names[0],
        aliases=tuple(names[1:]),
        date=date,
        parties=cited.parties(parties) + described,
        status=status,
        status_cue=cue,
        provisions=_once(instrument.provisions),
        known=instrument.record.name if instrument.record else None,
        mentions=tuple(Words.at(text, a, b) for a, b in spans) or (Words.at(text, *first),),
        evidence=Words.at(text, *first),
        inferred=(*date_inferred, *parties_inferred, *status_inferred),
    )


def first_words(instrument: Instrument) -> tuple[int, int]:
    """The characters that an agreement rests on."""
    return instrument.span or _spans(instrument)[0]


def _spans(instrument: Instrument) -> list[tuple[int, int]]:
    return sorted({_span(mention) for mention in (*instrument.mentions, *instrument.asides)} | set(instrument.others))


def _id(instrument: Instrument, name: str, identity: Anchors) -> str:
    """By its name; what has none hangs on the noun that it is first called, or on the verb of agreeing."""
    if instrument.word is not None:
        return identity.at("agreement", instrument.word)
    if instrument.named or instrument.record is not None or instrument.label:
        return identity.named("agreement", name)
    return identity.at("agreement", min(mention.head.idx for mention in instrument.mentions))


def _span(mention: Mention) -> tuple[int, int]:
    doc = mention.head.doc
    last = doc[mention.end - 1]
    return doc[mention.start].idx, last.idx + len(last)


def _names(text: str, instrument: Instrument) -> list[str]:
    """Its label if it has one; else the name that tells most, then its other forms in the order of the text."""
    forms: dict[str, tuple[tuple[bool, bool, bool, int, int], str]] = {}
    for mention in instrument.mentions:
        start, end = _span(mention)
        form = " ".join(text[start:end].split())
        times = forms[form.casefold()][0][3] + 1 if form.casefold() in forms else 1
        telling = bool(mention.words or mention.topic)
        worth = (mention.named, mention.year is not None, telling, times, mention.end - mention.start)
        forms[form.casefold()] = worth, forms.get(form.casefold(), (worth, form))[1]
    ordered = [form for _, form in forms.values()]
    for start, end in map(_span, instrument.asides):
        form = " ".join(text[start:end].split())
        if form.casefold() not in forms:
            ordered.append(form)
    if instrument.label:
        return [instrument.label, *(form for form in ordered if form != instrument.label)]
    best = max(forms.values(), key=lambda pair: pair[0], default=((False, False, False, 0, 0), ""))[1]
    return [best, *(form for form in ordered if form != best)]


def _parties(text: str, instrument: Instrument, main: tuple[str, ...]) -> tuple[tuple[str, ...], Inferred]:
    said, record = list(instrument.said), instrument.record
    if len(said) >= _FEW and not (record is not None and set(said) < set(record.parties)):
        return tuple(said), ()
    if record is not None and record.parties:
        return tuple(dict.fromkeys([*said, *record.parties])), _by_table("parties", record)
    if instrument.described:
        return tuple(said), ()
    if (
        record is not None
        or instrument.kind in CALLED.numbered
        or (instrument.kind in CALLED.open_to_all and instrument.named)
    ):
        return (), ()  # of many: who is told of beside it are not its parties
    if instrument.named and not said:
        if instrument.shared:
            return instrument.shared, (Inference("parties", "context"),)
        around = tuple(instrument.context)
        return (around, _by_context(text, instrument, around)) if len(around) == _FEW else ((), ())
    near = sorted(instrument.context, key=lambda party: -instrument.context[party])
    near = [party for party in near if party not in said]
    found = [*said, *near[: _FEW - len(said)]]
    if len(found) < _FEW and not said:
        rest = [party for party in main if party not in found and party not in instrument.brokers]
        found += rest[: _FEW - len(found)]
    return tuple(found), _by_context(text, instrument, found[len(said) :])


def _by_table(field: str, record: AgreementRecord) -> Inferred:
    return (Inference(field, "table", as_of=record.as_of),)


def _by_context(text: str, instrument: Instrument, parties: Sequence[str]) -> Inferred:
    """For each party the words around a mention that name it; one without words where none do."""
    named = [instrument.around[party] for party in parties if party in instrument.around]
    found = tuple(Inference("parties", "context", Words.at(text, *place)) for place in dict.fromkeys(named))
    return found or ((Inference("parties", "context"),) if parties else ())


def _standing(instrument: Instrument) -> Standing | None:
    """The strongest word on how it stands, the first of several."""
    return max(instrument.standings, key=lambda each: ORDER.index(each.status), default=None)


def _status(instrument: Instrument, standing: Standing | None) -> tuple[AgreementStatus | None, Inferred]:
    record = instrument.record
    made = record is not None or instrument.years or instrument.dates
    if standing is not None and not (made and standing.status in ("proposed", "under negotiation")):
        return standing.status, ()
    if record is not None and record.status is not None:
        return record.status, _by_table("status", record)
    if made and instrument.kind not in _NOT_SIGNED:
        done: AgreementStatus = "agreed" if instrument.kind in CALLED.truces else "signed"
        return done, (_by_table("status", record) if record is not None else (Inference("status", "context"),))
    if standing is not None:
        return standing.status, ()
    implied = "proposed" if instrument.wanted and not (made or instrument.exists) else implied_status(instrument)
    return implied, ((Inference("status", "context"),) if implied is not None else ())


def _date(instrument: Instrument) -> tuple[Date | None, Inferred]:
    """The most exact date that the report gives; of the table only where the report gives none that differs."""
    if instrument.dates:
        by_report = (Inference("date", "report date"),) if instrument.dated_by_report else ()
        return max(instrument.dates, key=lambda date: len(str(date))), by_report
    if instrument.years:
        return Date.parse(min(instrument.years)), ()
    record = instrument.record
    if record is not None and record.date is not None:
        return record.date, _by_table("date", record)
    return None, ()


def _once(provisions: list[Provision]) -> tuple[Provision, ...]:
    """Each stretch of text once, the first reading of it."""
    kept: list[Provision] = []
    for provision in sorted(provisions, key=lambda p: (p.text.start, -p.text.end)):
        if all(provision.text.start >= other.text.end or provision.text.end <= other.text.start for other in kept):
            kept.append(provision)
    return tuple(kept)
