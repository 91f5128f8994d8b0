"""Doc -> events: triggers, then roles, status, date and place of each."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from detente.knowledge.loader import words
from detente.model.inference import Inference
from detente.model.items import Event
from detente.model.report import Zone
from detente.model.words import Words
from detente.reading.cited import Cited
from detente.reading.english.cast import Actors, Cast
from detente.reading.english.clauses import subject, topic
from detente.reading.english.factuality import Ruling, status_of
from detente.reading.events.change import together, typed
from detente.reading.events.context import Contexts
from detente.reading.events.dates import Dated, deadline, event_date, is_after, of_statement, story_date
from detente.reading.events.described import described_source, described_target
from detente.reading.events.filing import filed
from detente.reading.events.implied import Surroundings
from detente.reading.events.instance import instance_of, is_past
from detente.reading.events.obligation import DEMAND
from detente.reading.events.parts import parts_in, without_parts
from detente.reading.events.place import place_of
from detente.reading.events.roles import MUTUAL, Roles, roles_of
from detente.reading.events.same import Mentioned, once, without_headline
from detente.reading.events.triggers import Trigger, candidates, triggers
from detente.reading.events.voice import Voices
from detente.reading.events.wording import clause_of, clause_span, what_of
from detente.reading.extensions import anchors, publication, report_text, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.date import Date
    from detente.model.references import Reference
    from detente.reading.identity import Anchors

_BACK = 8  # events that a story looks back to for its date
_CERTAIN = words("en/events/dates", "certain")
_HOSTILE = frozenset({"SANCTION", "ACCUSE", "REQUEST", "THREATEN", "COERCE"})


class _Page(NamedTuple):
    """What every event of a report needs, fetched once: making a Doc's text costs a walk over all of it."""

    doc: Doc
    text: str
    identity: Anchors
    cast: Cast
    cited: Cited
    contexts: Contexts
    voices: Voices
    around: Surroundings
    published: Date | None


def find_events(doc: Doc) -> tuple[Event, ...]:
    """The events of a report's prose, in the order of the text. Reads times, parties, people, mentions, statements."""
    return tuple(mentioned.event for mentioned in filed(found_in(doc)))


def found_in(doc: Doc) -> list[Mentioned]:
    """Every happening that the prose names, filed or not."""
    indexes = candidates(doc)
    if not indexes:
        return []
    cited = Cited(doc)
    page = _Page(
        doc, report_text(doc), anchors(doc), Cast(doc), cited, Contexts.of(doc), Voices(doc, cited), Surroundings(doc),
        publication(doc),
    )  # fmt: skip
    found: list[Mentioned] = []
    for number, sentence in enumerate(sentences(doc)):
        inside = indexes[bisect_left(indexes, sentence.start) : bisect_left(indexes, sentence.end)]
        for trigger in triggers(sentence, inside) if inside else ():
            if not _of_oneself(trigger, page.cast):
                found.append(_mentioned(page, trigger, number, found))
    return without_headline(once(found), _headline_end(doc))


def _headline_end(doc: Doc) -> int:
    """Where the first headline of a report ends; 0 without one."""
    return next((zone.end for zone in doc._.detente_zones or () if zone.zone is Zone.HEADLINE), 0)


def _mentioned(page: _Page, trigger: Trigger, sentence: int, before: list[Mentioned]) -> Mentioned:
    ruling = status_of(trigger.name)
    dated = event_date(page.doc, trigger)
    if ruling.status in ("occurred", "ongoing") and page.published and is_after(dated.date, page.published):
        if is_past(trigger.token):
            dated = Dated()  # the date is that of what was agreed or asked
        else:
            ruling = Ruling("scheduled")  # "the election takes place in May"
    elif page.published and _is_anothers(dated, ruling, page.published):
        dated = Dated()
    if dated.date is None and ruling.status == "scheduled" and page.published and trigger.token.tag_ == "VB":
        dated = deadline(page.doc, trigger.token, page.published)
    kind, mode, status = typed(trigger, ruling)
    voice = page.voices.of(trigger)
    roles = _shared(trigger, roles_of(trigger, page.cast), before)
    roles, implied = page.around.completed(trigger, roles, page.cited.party_of(voice.by))
    if kind in MUTUAL:
        page.cast.remember(trigger.token, roles.source if not roles.target else roles.source | roles.target)
    parties = {*roles.source.parties, *roles.target.parties}
    kind, mode = together(kind, mode, trigger, len(parties))
    if dated.date is None and status == "occurred":
        dated = story_date(page.doc, trigger.token, parties, (m.event for m in before[-_BACK:]))
    if dated.time is None and voice.act_of is not None and voice.act_of.date is not None and status == "occurred":
        said = of_statement(voice.act_of)
    else:
        said = None
    parts = parts_in(trigger, page.cast, page.cited, voice.act_of)
    place = place_of(trigger)
    start, end = clause_span(page.doc, trigger)
    what = what_of(page.text, trigger)
    first = min(page.doc[start].idx, *(t.idx for t in trigger.words))
    last = max(page.doc[end - 1].idx + len(page.doc[end - 1]), *(t.idx + len(t) for t in trigger.words))
    evidence = Words.at(page.text, first, last)
    event = Event(
        id=page.identity.at("event", trigger.name.idx),
        what=what,
        type=kind or None,
        source=without_parts(_side(page, roles.source), parts) or described_source(trigger),
        target=page.cited.parties(roles.target.parties) or described_target(trigger),
        people=page.cited.persons(roles.source.people + roles.target.people),
        date=said.date if said is not None else dated.date,
        place=page.text[place.start_char : place.end_char] if place is not None else None,
        status=status,
        evidence=evidence,
        clause=clause_of(page.text, trigger, what),
        by=voice.by,
        statement=voice.act_of.id if voice.act_of is not None else None,
        roles=parts,
        mode=mode,
        context=page.contexts.within(start, end),
        status_cue=_word(page, ruling.cue) if ruling.cue is not None and status != "occurred" else None,
        instance=instance_of(trigger.token, _word(page, trigger.token), status),
        inferred=(
            *(Inference(field, "context") for field in implied),
            *(said.inferred if said is not None else dated.inferred),
        ),
    )
    return Mentioned(event, trigger, roles, sentence)


def _side(page: _Page, actors: Actors) -> tuple[Reference, ...]:
    """Parties, or people of none that is known."""
    return page.cited.parties(actors.parties) or page.cited.persons(actors.people)


def _shared(trigger: Trigger, roles: Roles, before: list[Mentioned]) -> Roles:
    """With the target of the verb it is joined to: "recalled its envoy from Fiji and demanded an apology"."""
    if roles.target or trigger.cue.type not in ("REQUEST", "THREATEN") or trigger.token.dep_ != "conj":
        return roles
    first = next((m for m in reversed(before) if m.trigger.token.i == trigger.token.head.i), None)
    if first is None or first.event.type not in _HOSTILE or first.roles.source.parties != roles.source.parties:
        return roles
    return Roles(roles.source, Actors(first.roles.target.parties))


def _is_anothers(dated: Dated, ruling: Ruling, published: Date) -> bool:
    """Whether a date behind the report is not that of what lies ahead: "was taken in 1990 and must be returned"."""
    if ruling.status not in ("scheduled", "hypothetical") or dated.date is None or not is_after(published, dated.date):
        return False
    return not dated.said or (ruling.cue is not None and ruling.cue.lower_ in _CERTAIN)


def _word(page: _Page, token: Token) -> Words:
    return Words.at(page.text, token.idx, token.idx + len(token))


def _of_oneself(trigger: Trigger, cast: Cast) -> bool:
    """Whether what looks like a demand is on the speaker: "Kenya said that Nairobi should wait"."""
    if trigger.cue is not DEMAND:
        return False
    roles = roles_of(trigger, cast)
    obliged = subject(trigger.words[-1]) or topic(trigger.words[-1], 2)
    return (
        obliged is not None and bool(roles.source) and cast.named(obliged, places=True).parties == roles.source.parties
    )
