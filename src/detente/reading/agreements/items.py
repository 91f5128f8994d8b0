"""Agreements of a report as items: what is said, then what stands around, then what the table knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model.ids import item_id
from detente.model.items import Agreement, Provision
from detente.model.words import Words
from detente.reading.agreements.standing import ORDER

if TYPE_CHECKING:
    from detente.model.items import AgreementBasis, AgreementStatus
    from detente.reading.agreements.instruments import Instrument, Standing
    from detente.reading.agreements.mentions import Mention

_FEW = 2
_NOT_SIGNED = frozenset({"resolution", "award"})
_OPEN_TO_ALL = frozenset({"charter", "covenant", "convention", "statute"})
_ONLY_WITH_WORDS = frozenset({"statement", "communique", "communiqué"})  # else it is only where something was said


def agreement_item(text: str, report: str, instrument: Instrument, main: tuple[str, ...]) -> Agreement | None:
    """One agreement; None where nothing shows that it is between parties. ``main`` are the report's first parties."""
    parties, parties_basis = _parties(instrument, main)
    if instrument.kind in _ONLY_WITH_WORDS and not instrument.provisions and not instrument.label:
        return None
    if not parties and not instrument.named and not instrument.record and not instrument.label:
        return None
    spans = sorted({_span(mention) for mention in (*instrument.mentions, *instrument.asides)} | set(instrument.others))
    names = _names(text, instrument)
    first = instrument.span or spans[0]
    standing = _standing(instrument)
    status, status_basis = _status(instrument, standing)
    date, date_basis = _date(instrument)
    cue = Words.at(text, standing.start, standing.end) if standing is not None and status == standing.status else None
    return Agreement(
        id=item_id("agreement", report, names[0], first[0]),
        name=names[0],
        aliases=tuple(names[1:]),
        date=date,
        date_basis=date_basis,
        parties=parties,
        parties_basis=parties_basis,
        status=status,
        status_basis=status_basis,
        status_cue=cue,
        provisions=_once(instrument.provisions),
        known=instrument.record.name if instrument.record else None,
        mentions=tuple(Words.at(text, a, b) for a, b in spans) or (Words.at(text, *first),),
        evidence=Words.at(text, *first),
    )


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


def _parties(instrument: Instrument, main: tuple[str, ...]) -> tuple[tuple[str, ...], AgreementBasis | None]:
    said, record = list(instrument.said), instrument.record
    if len(said) >= _FEW and not (record is not None and set(said) < set(record.parties)):
        return tuple(said), "said"
    if record is not None and record.parties:
        return tuple(dict.fromkeys([*said, *record.parties])), "table"
    if record is not None or (instrument.kind in _OPEN_TO_ALL and instrument.named):
        return (), None  # of many: who is told of beside it are not its parties
    if instrument.named and not said:
        if instrument.shared:
            return instrument.shared, "context"
        around = tuple(instrument.context)
        return (around, "context") if len(around) == _FEW else ((), None)
    near = sorted(instrument.context, key=lambda party: -instrument.context[party])
    near = [party for party in near if party not in said]
    found = [*said, *near[: _FEW - len(said)]]
    if len(found) < _FEW:
        rest = [party for party in main if party not in found and party not in instrument.brokers]
        found += rest[: _FEW - len(found)]
    return tuple(found), "context" if found else None


def _standing(instrument: Instrument) -> Standing | None:
    """The strongest word on how it stands, the first of several."""
    return max(instrument.standings, key=lambda each: ORDER.index(each.status), default=None)


def _status(instrument: Instrument, standing: Standing | None) -> tuple[AgreementStatus | None, AgreementBasis | None]:
    record = instrument.record
    made = record is not None or instrument.years or instrument.dates
    if standing is not None and not (made and standing.status in ("proposed", "under negotiation")):
        return standing.status, "said"
    if record is not None and record.status is not None:
        return record.status, "table"
    if made and instrument.kind not in _NOT_SIGNED:
        return "signed", "table" if record is not None else "context"
    if standing is not None:
        return standing.status, "said"
    return ("proposed", "context") if instrument.wanted and not made else (None, None)


def _date(instrument: Instrument) -> tuple[str | None, AgreementBasis | None]:
    """The most exact date that the report gives; of the table only where the report gives none that differs."""
    said = max(instrument.dates, key=len, default=None) or min(instrument.years, default=None)
    record = instrument.record
    if said is not None:
        return said, "said"
    if record is not None and record.date:
        return record.date, "table"
    return None, None


def _once(provisions: list[Provision]) -> tuple[Provision, ...]:
    """Each stretch of text once, the first reading of it."""
    kept: list[Provision] = []
    for provision in sorted(provisions, key=lambda p: (p.text.start, -p.text.end)):
        if all(provision.text.start >= other.text.end or provision.text.end <= other.text.start for other in kept):
            kept.append(provision)
    return tuple(kept)
