"""Doc -> events: triggers, then roles, status, date and place of each."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from detente.model.items import Event
from detente.model.report import Zone
from detente.model.words import Words
from detente.reading.cited import Cited
from detente.reading.english.cast import Actors, Cast
from detente.reading.english.clauses import subject, topic
from detente.reading.english.factuality import Ruling, status_of
from detente.reading.events.change import together, typed
from detente.reading.events.context import Contexts
from detente.reading.events.dates import Dated, deadline, event_date, is_after, story_date
from detente.reading.events.instance import instance_of, is_past
from detente.reading.events.obligation import DEMAND
from detente.reading.events.place import place_of
from detente.reading.events.roles import MUTUAL, Roles, roles_of
from detente.reading.events.same import Mentioned, once, without_headline
from detente.reading.events.triggers import Trigger, candidates, triggers
from detente.reading.extensions import anchors, publication, report_text, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.date import Date
    from detente.reading.identity import Anchors

_GAP = 4  # tokens from one word of a trigger to the next; an object that stands further off is left out
_BACK = 8  # events that a story looks back to for its date
_HOSTILE = frozenset({"SANCTION", "ACCUSE", "REQUEST", "THREATEN", "COERCE"})
_LONGEST = 60  # tokens of a clause given as evidence


class _Page(NamedTuple):
    """What every event of a report needs, fetched once: making a Doc's text costs a walk over all of it."""

    doc: Doc
    text: str
    identity: Anchors
    cast: Cast
    cited: Cited
    contexts: Contexts
    published: Date | None


def find_events(doc: Doc) -> tuple[Event, ...]:
    """The events of a report's prose, in the order of the text. Reads its times, parties, people and mentions."""
    indexes = candidates(doc)
    if not indexes:
        return ()
    page = _Page(
        doc, report_text(doc), anchors(doc), Cast(doc), Cited(doc), Contexts.of(doc), publication(doc)
    )  # fmt: skip
    found: list[Mentioned] = []
    for sentence in sentences(doc):
        inside = indexes[bisect_left(indexes, sentence.start) : bisect_left(indexes, sentence.end)]
        for trigger in triggers(sentence, inside) if inside else ():
            if not _of_oneself(trigger, page.cast):
                found.append(_mentioned(page, trigger, found))
    kept = without_headline(once(found), _headline_end(doc))
    return tuple(mentioned.event for mentioned in kept)


def _headline_end(doc: Doc) -> int:
    """Where the first headline of a report ends; 0 without one."""
    return next((zone.end for zone in doc._.detente_zones or () if zone.zone is Zone.HEADLINE), 0)


def _mentioned(page: _Page, trigger: Trigger, before: list[Mentioned]) -> Mentioned:
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
    roles = _shared(trigger, roles_of(trigger, page.cast), before)
    if kind in MUTUAL:
        page.cast.remember(trigger.token, roles.source if not roles.target else roles.source | roles.target)
    parties = {*roles.source.parties, *roles.target.parties}
    kind, mode = together(kind, mode, trigger, len(parties))
    if dated.date is None and status == "occurred":
        dated = story_date(page.doc, trigger.token, parties, (m.event for m in before[-_BACK:]))
    place = place_of(trigger)
    start, end = _clause(page.doc, trigger)
    what = _what(page.text, trigger)
    first = min(page.doc[start].idx, *(t.idx for t in trigger.words))
    last = max(page.doc[end - 1].idx + len(page.doc[end - 1]), *(t.idx + len(t) for t in trigger.words))
    evidence = Words.at(page.text, first, last)
    event = Event(
        id=page.identity.at("event", trigger.name.idx),
        what=what,
        type=kind or None,
        source=page.cited.parties(roles.source.parties),
        target=page.cited.parties(roles.target.parties),
        people=page.cited.persons(roles.source.people + roles.target.people),
        date=dated.date,
        place=page.text[place.start_char : place.end_char] if place is not None else None,
        status=status,
        evidence=evidence,
        mode=mode,
        context=page.contexts.within(start, end),
        status_cue=_word(page, ruling.cue) if ruling.cue is not None and status != "occurred" else None,
        instance=instance_of(trigger.token, _word(page, trigger.token), status),
        inferred=dated.inferred,
    )
    return Mentioned(event, trigger, roles)


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
    return not dated.said or (ruling.cue is not None and ruling.cue.lower_ in ("will", "shall"))


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


def _what(text: str, trigger: Trigger) -> Words:
    core = {trigger.token, trigger.name, *_verb_group(trigger.token)}
    words_ = {
        w for w in trigger.words if w not in trigger.heads or w.i > trigger.token.i or trigger.token.dep_ == "acl"
    } | core
    tokens = sorted(words_, key=lambda t: t.i)
    pieces: list[list[Token]] = [[tokens[0]]]
    for token in tokens[1:]:
        if token.i - pieces[-1][-1].i > _GAP:
            pieces.append([token])
        else:
            pieces[-1].append(token)
    kept = [piece for piece in pieces if core.intersection(piece)]
    return Words.pieces(text, [(piece[0].idx, piece[-1].idx + len(piece[-1])) for piece in kept])


def _verb_group(token: Token) -> list[Token]:
    """Auxiliaries and negation right before the verb: "has not signed"; a noun's possessive: "their talks"."""
    group = []
    at = token.i - 1
    wanted = ("aux", "auxpass", "neg") if token.pos_ in ("VERB", "AUX") else ("poss", "compound", "amod")
    for c in reversed(list(token.lefts)):
        if c.i == at and c.dep_ in wanted and c.left_edge.i == c.i:
            group.append(c)
            at -= 1
    return group


def _clause(doc: Doc, trigger: Trigger) -> tuple[int, int]:
    """The tokens of the trigger's clause: its verb's subtree without the clauses joined to it by "and"."""
    head = trigger.token
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    start = min(head.left_edge.i, trigger.token.left_edge.i)
    end = max(head.right_edge.i, trigger.token.right_edge.i) + 1
    for c in head.children:
        if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") and c.i > trigger.token.i:
            end = min(end, max(c.left_edge.i, trigger.token.i + 1))
    if end - start > _LONGEST:
        start, end = max(start, trigger.token.i - _LONGEST // 2), min(end, trigger.token.i + _LONGEST // 2)
    return _trimmed(doc, start, end)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while end - start > 1 and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    while end - start > 1 and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ == "cc"):
        start += 1
    return start, end
