"""Doc -> events: triggers, then roles, status, date and place of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from detente.model.inference import Inference
from detente.model.items import Event
from detente.model.words import Words
from detente.reading.cited import Cited
from detente.reading.english.cast import Actors, Cast
from detente.reading.english.clauses import subject, topic
from detente.reading.english.factuality import Ruling, status_of
from detente.reading.events.beside import Situation
from detente.reading.events.change import together, typed
from detente.reading.events.context import Contexts
from detente.reading.events.dates import deadline, is_after
from detente.reading.events.described import described_source, described_target
from detente.reading.events.filing import filed
from detente.reading.events.implied import Surroundings
from detente.reading.events.instance import instance_of
from detente.reading.events.learned.finder import with_odds
from detente.reading.events.lines import lines
from detente.reading.events.obligation import DEMAND
from detente.reading.events.parts import parts_in, without_parts
from detente.reading.events.roles import MUTUAL, Roles, roles_of
from detente.reading.events.same import Mentioned, headline_end, once, without_headline
from detente.reading.events.sides import Sides
from detente.reading.events.triggers import Trigger, candidates, in_sentence
from detente.reading.events.voice import BY_WORDS, Voices
from detente.reading.events.when import Situation as When
from detente.reading.events.when import chosen
from detente.reading.events.where import placed
from detente.reading.events.wording import clause_of, clause_span, what_of
from detente.reading.extensions import anchors, publication, report_text, sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from detente.model.date import Date
    from detente.model.references import Reference
    from detente.reading.events.learned.weights import Weights
    from detente.reading.events.sides import Pair
    from detente.reading.identity import Anchors

_BACK = 24  # events that a story looks back to for its date
_HOSTILE = frozenset({"SANCTION", "ACCUSE", "REQUEST", "THREATEN", "COERCE"})


class Learned(NamedTuple):
    """Weights to find happenings, their actors and their dates by; None for the product's."""

    finding: Weights | None = None
    sides: Mapping[str, Pair] | None = None
    date: Mapping[str, float] | None = None


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
    sides: Sides
    published: Date | None
    dates: Mapping[str, float] | None


def find_events(doc: Doc) -> tuple[Event, ...]:
    """The events of a report's prose, in the order of the text. Reads times, parties, people, mentions, statements."""
    return tuple(mentioned.event for mentioned in lines(filed(found_in(doc)), doc))


def found_in(doc: Doc, by: Learned = Learned()) -> list[Mentioned]:  # noqa: B008 - it never changes
    """Every happening that the prose may name, filed or not; ``by`` other weights than the product's."""
    indexes = candidates(doc)
    prose = list(sentences(doc))
    triggers = with_odds(doc, prose, [in_sentence(sentence, indexes) for sentence in prose], by.finding)
    if not any(triggers):
        return []
    cited = Cited(doc)
    page = _Page(
        doc, report_text(doc), anchors(doc), Cast(doc), cited, Contexts.of(doc), Voices(doc, cited), Surroundings(doc),
        Sides(doc, by.sides), publication(doc), by.date,
    )  # fmt: skip
    found: list[Mentioned] = []
    for number, some in enumerate(triggers):
        for trigger in some:
            if not _of_oneself(trigger, page.cast):
                found.append(_mentioned(page, trigger, number, found))
    return without_headline(once(found), headline_end(doc))


def _mentioned(page: _Page, trigger: Trigger, sentence: int, before: list[Mentioned]) -> Mentioned:
    ruling = status_of(trigger.name)
    voice = page.voices.of(trigger)
    syntax = _shared(trigger, roles_of(trigger, page.cast), before)
    speaker = page.cited.party_of(voice.by)
    told = [m.event for m in reversed(before[-_BACK:])]
    dated = chosen(page.doc, trigger, When(ruling, syntax, speaker, voice, sentence, page.published), told, page.dates)
    if ruling.status in ("occurred", "ongoing") and page.published and is_after(dated.date, page.published):
        ruling = Ruling("scheduled")  # "the election takes place in May"
    if dated.date is None and ruling.status == "scheduled" and page.published and trigger.token.tag_ == "VB":
        dated = deadline(page.doc, trigger.token, page.published)
    kind, mode, status = typed(trigger, ruling)
    completed, implied = page.around.completed(trigger, syntax, speaker)
    if kind in MUTUAL:
        both = completed.source | completed.target if completed.target else completed.source
        page.cast.remember(trigger.token, both)
    who, whom = described_source(trigger), described_target(trigger)
    situation = Situation(kind, speaker, status, syntax, (bool(who), bool(whom)))
    roles, odds = page.sides.chosen(trigger, completed, situation)
    implied = (*implied, *_filled(roles, completed))
    who = who if not roles.source and not roles.source.people else ()
    parties = {*roles.source.parties, *roles.target.parties}
    kind, mode = together(kind, mode, trigger, len(parties))
    shown = voice.act_of or (voice.told_in if kind in BY_WORDS and roles.source.parties == (speaker,) else None)
    parts = parts_in(trigger, page.cast, page.cited, voice.act_of)
    place, place_inferred = placed(page.text, trigger, reversed(before[-_BACK:]))
    start, end = clause_span(page.doc, trigger)
    what = what_of(page.text, trigger)
    first = min(page.doc[start].idx, *(t.idx for t in trigger.words))
    last = max(page.doc[end - 1].idx + len(page.doc[end - 1]), *(t.idx + len(t) for t in trigger.words))
    evidence = Words.at(page.text, first, last)
    event = Event(
        id=page.identity.at("event", trigger.name.idx),
        what=what,
        type=kind or None,
        source=without_parts(_side(page, roles.source), parts) or who,
        target=page.cited.parties(roles.target.parties) or whom,
        people=page.cited.persons(roles.source.people + roles.target.people),
        date=dated.date,
        place=place,
        status=status,
        evidence=evidence,
        clause=clause_of(page.text, trigger, what),
        by=voice.by,
        statement=shown.id if shown is not None else None,
        roles=parts,
        mode=mode,
        context=page.contexts.within(start, end),
        status_cue=_word(page, ruling.cue) if ruling.cue is not None and status != "occurred" else None,
        instance=instance_of(trigger.token, _word(page, trigger.token), status),
        inferred=(
            *(Inference(field, "context") for field in implied),
            *dated.inferred,
            *place_inferred,
        ),
    )
    told_in = voice.told_in.id if voice.told_in is not None else None
    return Mentioned(event, trigger, roles, sentence, completed, situation, odds, told_in)


def _filled(roles: Roles, before: Roles) -> tuple[str, ...]:
    """The sides that were open before."""
    sides = (("source", roles.source, before.source), ("target", roles.target, before.target))
    return tuple(name for name, known, said in sides if known and not said)


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
