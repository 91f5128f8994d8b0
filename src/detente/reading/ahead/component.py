"""The spaCy component ``detente_ahead``: what is due after the report, by whom, and when.

Two things make an agenda: events that the report calls scheduled, and dates after the publication that belong to a verb
or a noun ("a summit in June", "his speech scheduled for Feb. 20", "open until December"), unless that verb says that it
is over. The end of a tenure is no agenda item: it has a section of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from detente.knowledge.loader import Entry, table
from detente.model.date import Date
from detente.model.items import Ahead, Event, Time
from detente.model.references import Reference
from detente.model.words import Words
from detente.reading.ahead.again import Told, once
from detente.reading.ahead.cues import plan_words
from detente.reading.ahead.date import looks_back, plan_date
from detente.reading.ahead.extent import end, extent, is_part
from detente.reading.ahead.plans import Plan, plans
from detente.reading.cited import Cited
from detente.reading.english.cast import acts_for
from detente.reading.english.clauses import antecedent, owner, preps, subject
from detente.reading.english.factuality import status_of
from detente.reading.english.grammar import OF
from detente.reading.english.labels import SUBJECTS, VERBAL
from detente.reading.extensions import anchors, publication, register, report_text, require, sentences, words
from detente.reading.identity import Anchors
from detente.reading.postponed import PlanStatus, plan_status
from detente.reading.time.basis import inferred

if TYPE_CHECKING:
    from collections.abc import Iterator

register()
_STEPS = 5
_LONGEST = 180  # characters of an item's words: a clause, not a sentence with all that hangs on it
_OPEN = frozenset({"whether", "if"})  # "would not say whether it will open in May"


class _Cues(Entry, frozen=True):
    plans: frozenset[str]
    auxiliaries: frozenset[str]
    obliges: frozenset[str]
    recurring: frozenset[str]
    cancelled: frozenset[str]
    postponed: frozenset[str]
    particles: dict[str, str]


def _cues() -> _Cues:
    return table("en/ahead", _Cues)


def _status(token: Token) -> PlanStatus:
    cues = _cues()
    return plan_status(token, {"cancelled": cues.cancelled, "postponed": cues.postponed}, cues.particles)


@Language.factory("detente_ahead", assigns=["doc._.detente_ahead"], requires=["token.dep", "token.lemma"])
def _ahead(nlp: Language, name: str) -> Agenda:  # noqa: ARG001 - the factory's signature is spaCy's
    return Agenda()


class Agenda:
    """Finds what lies ahead. Reads times, mentions and events; sets ``doc._.detente_ahead``."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, with its agenda. Raises MissingComponent without times, parties, people, events and terms."""
        require(doc, "ahead")
        published, identity, cited = publication(doc), anchors(doc), Cited(doc)
        told = list(self._told(doc, identity, cited, published))
        found = once(told)
        taken = [item.evidence for item in (*(each.item for each in told), *doc._.detente_terms)]
        taken += [each.time.evidence for each in told if each.time is not None]
        for event in doc._.detente_events:
            inside = any(_touch(words, event.evidence) for words in taken)
            if not inside and _is_due(event, published) and (item := _of_event(doc, identity, event)) is not None:
                found.append(item)
                taken.append(item.evidence)
        for time in doc._.detente_times:
            if published is None:
                break
            inside = any(words.start <= time.evidence.start < words.end for words in taken)
            if not inside and (item := _of_time(doc, identity, cited, time, published)) is not None:
                found.append(item)
                taken.append(item.evidence)
        doc._.detente_ahead = tuple(sorted(found, key=lambda item: (item.evidence.start, item.id)))
        return doc

    def _told(self, doc: Doc, identity: Anchors, cited: Cited, published: Date | None) -> Iterator[Told]:
        """The plans that the prose tells, each with its date where it has one."""
        ends = [term.evidence for term in doc._.detente_terms]
        for sentence in sentences(doc):
            for plan in plans(sentence):
                first, last = extent(plan)
                what = words(doc, doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
                when = plan_date(doc, plan, what, published)
                if when is None or any(_touch(words, what) for words in ends):
                    continue
                if plan.dated and not (published is not None and when.date is not None and published.before(when.date)):
                    continue
                who = _parties(doc, cited, plan)
                if plan.head is plan.doer and plan.head.pos_ == "NOUN" and not who and when.date is None:
                    continue  # "pre-conditions for future talks": of nobody, on no day
                item = Ahead(
                    id=identity.at("ahead", plan.head.idx),
                    what=what,
                    date=when.date,
                    who=who,
                    evidence=what,
                    status=_status(plan.head),
                    inferred=when.inferred,
                )
                yield Told(item, plan, when.time)


def _parties(doc: Doc, cited: Cited, plan: Plan) -> tuple[Reference, ...]:
    """Who takes part: who does it, and whom the event there has for its sides."""
    doers = cited.parties(acts_for(doc, _doer(plan))[1])
    char = plan.head.idx
    events = [each for each in doc._.detente_events if each.what.start <= char < each.what.end]
    others = (who for event in events for who in event.target if who.kind != "described")
    return tuple(dict.fromkeys((*doers, *(who for event in events for who in event.source), *others)))


def _doer(plan: Plan) -> Token:
    """Who does it: the subject of the verb of the plan, whom "who" stands for, or whose decision it is."""
    if plan.doer.pos_ == "NOUN" and plan.doer is not plan.head:
        whose = owner(plan.doer) or subject(plan.head)
        whose = whose or next((o for _, o in preps(plan.doer, *OF)), None)
        return whose if whose is not None else plan.doer
    return antecedent(_actor(plan.doer))


def _touch(one: Words, other: Words) -> bool:
    return one.start < other.end and other.start < one.end


def _is_due(event: Event, published: Date | None) -> bool:
    """Whether the event is scheduled, with a date that is not over.

    What is denied may be a plan that was called off; it needs a date.
    """
    if event.status not in ("scheduled", "denied"):
        return False
    if event.date is None:
        return False
    return published is None or not event.date.before(published)


def _of_event(doc: Doc, identity: Anchors, event: Event) -> Ahead | None:
    status: PlanStatus = "due"
    trigger = doc.char_span(event.what.start, event.what.end, alignment_mode="expand")
    what = event.what
    if trigger is not None:
        status = next((s for t in trigger if t.pos_ == "NOUN" and (s := _status(t)) != "due"), status)
    if status == "due" and event.status == "denied":
        return None
    if trigger is not None:
        dates = [time.evidence.end for time in doc._.detente_times if _within(time.evidence, event.evidence)]
        root = trigger.root
        actor = root if root.dep_ == "conj" else _actor(root)  # a joined deed without the one before it
        first = min(actor.left_edge.idx, what.start)
        last = max([what.end, root.idx + len(root), *dates])
        what = next((words(doc, a, b) for a, b in ((first, last), (first, what.end)) if b - a <= _LONGEST), what)
        before = _plan_of_part(root)
        if before is not None and before[1] <= what.start:
            stop = min((end for end in dates if end > what.start), default=what.end)
            what = Words.pieces(report_text(doc), [before, (what.start, stop)])
    return Ahead(
        id=identity.at("ahead", (event.instance.word if event.instance is not None else event.what).start),
        what=what,
        date=event.date,
        who=tuple(dict.fromkeys((*event.source, *event.target))),
        evidence=what if what.spans else event.evidence,
        status=status,
        inferred=tuple(each for each in event.inferred if each.field == "date"),
    )


def _within(inner: Words, outer: Words) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _of_time(doc: Doc, identity: Anchors, cited: Cited, time: Time, published: Date) -> Ahead | None:
    span = doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
    if span is None or looks_back(doc, span.start):
        return None
    head, due = _governor(span)
    until = span.start > 0 and doc[span.start - 1].lower_ in plan_words().until  # "closed the port until May"
    if (
        head is None
        or (_is_over(head) and not until)
        or any(c.dep_ == "mark" and c.lower_ in _OPEN for c in head.children)
    ):
        return None
    if time.type in ("DATE", "TIME"):
        ahead = time.edtf is not None and _is_ahead(time.edtf, published, due=due)
    elif time.type == "DURATION":  # "shall reply within thirty days": no date can be known
        ahead = due and span.start > 0 and doc[span.start - 1].lower_ in plan_words().within and _is_bound(head)
    else:
        ahead = head.lemma_ in _cues().recurring and (due or head.tag_ in ("VBP", "VBZ"))
    if not ahead:
        return None
    what = _phrase(doc, head, span)
    _, parties = acts_for(doc, _actor(head))
    date = time.edtf if time.type in ("DATE", "TIME") else None
    return Ahead(
        id=identity.at("ahead", head.idx),
        what=what,
        date=date,
        who=cited.parties(parties),
        evidence=what,
        status=_status(head),
        recurs=time.value if time.type == "SET" else None,
        inferred=inferred("date", time) if date is not None else (),
    )


def _is_bound(verb: Token) -> bool:
    """Whether somebody has to do it: "shall reply", "agreed to reply"."""
    obliges = _cues().obliges
    return verb.head.lemma_ in obliges or any(c.dep_ == "aux" and c.lower_ in obliges for c in verb.children)


def _is_over(head: Token) -> bool:
    """Whether the verb says that it happened or did not come: a date ahead of it was misread or belongs elsewhere."""
    if head.pos_ not in ("VERB", "AUX") or _status(head) != "due":
        return False
    return head.tag_ == "VBD" or status_of(head).status == "denied"


def _is_ahead(date: Date, published: Date, *, due: bool) -> bool:
    """Whether it begins after the publication; with a word of planning it is enough that it ends after it."""
    if published.latest is None or date.latest is None:
        return False
    begins_after = date.earliest is not None and date.earliest > published.latest
    return begins_after or (due and date.latest > published.latest)


def _governor(span: Span) -> tuple[Token | None, bool]:
    """The verb or noun that the date belongs to, and whether a word of planning stands on the way to it."""
    plans, auxiliaries = _cues().plans, _cues().auxiliaries
    token, head, due, describing = span.root, None, False, False
    for _ in range(8):
        up = token.head
        if up is token:
            break
        token = up
        if token.pos_ in ("ADP", "SCONJ") or token.i in range(span.start, span.end):
            continue
        if head is None and _only_describes(token, span, plans):
            describing = True
        if describing and token.pos_ not in ("VERB", "AUX"):
            continue  # "leave the posts named in Annex A by May": what is due is the leaving
        describing = describing and token.dep_ == "acl"
        if describing:
            continue
        due = due or token.lemma_.lower() in plans
        due = due or any(child.dep_ in ("aux", "auxpass") and child.lower_ in auxiliaries for child in token.children)
        if head is None:
            head = token
        elif head.dep_ in ("acl", "amod") and head.lemma_.lower() in plans:
            head = token  # "a speech scheduled for Friday": the speech
        if token.dep_ in ("ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis"):
            break
    if head is None or head.pos_ not in ("VERB", "NOUN", "PROPN", "AUX"):
        return None, False
    return head, due


def _only_describes(token: Token, span: Span, plans: frozenset[str]) -> bool:
    """Whether a deadline hangs on a participle that only says which: "the posts named in Annex A by May"."""
    before = span.doc[max(span.start - 1, 0)].lower_
    return (
        token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_.lower() not in plans and before in ("by", "before")
    )


def _actor(head: Token) -> Token:
    """Who does it: the subject of the verb or of the verb above it, or the owner of the noun."""
    token = head
    for _ in range(4):
        for child in token.children:
            if child.dep_ in ("nsubj", "nsubjpass", "poss"):
                return child
        if token.dep_ not in ("xcomp", "conj", "acl") or token.head is token:
            break
        token = token.head
    return head


def _phrase(doc: Doc, head: Token, span: Span) -> Words:
    """The words from the subject or the noun's first modifier to the end of what is done, or to the date.

    From the head where that is too long; before a part of a plan ("with the first leaving by May") the plan.
    """
    first, last = min(head.i, span.start), max(head.i, span.end - 1)
    while head.dep_ == "pobj" and head.head.lower_ in OF and head.head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head.head  # "his state of the nation speech": all of the name
    lefts = [child.left_edge.i for child in head.lefts if child.dep_ not in ("punct", "cc", "mark", "advcl", "prep")]
    start = doc[min([first, *lefts])].idx
    stop = doc[last].idx + len(doc[last])
    whole = doc[max(end(head), last + 1) - 1]
    if whole.idx + len(whole) - start <= _LONGEST and not any(_is_other(t, span) for t in doc[last + 1 : whole.i + 1]):
        stop = whole.idx + len(whole)
    if stop - start > _LONGEST:
        start = doc[first].idx
    before = _plan_of_part(head)
    if before is not None:
        joined = next((t for t in doc[head.i : span.start] if t.dep_ == "cc"), None)
        start = start if joined is None else joined.nbor().idx  # "and the rest by 10 May"
        return Words.pieces(report_text(doc), [before, (start, stop)])
    return words(doc, start, stop)


def _is_other(token: Token, span: Span) -> bool:
    """Whether it is of another date than the one in question."""
    return bool(token.ent_type_ == "DATE" and token.ent_iob_ == "B" and token.i >= span.end)


def _plan_of_part(head: Token) -> tuple[int, int] | None:
    """The characters of the clause that a part of it is told of: "they would go step by step, with the first …"."""
    at = head
    for _ in range(_STEPS):
        if at.dep_ == "prep" and is_part(at) and at.head.pos_ in VERBAL:
            topic = next((c for c in at.head.children if c.dep_ in SUBJECTS), at.head)
            last = at.head.doc[end(at.head) - 1]
            return topic.doc[topic.left_edge.i].idx, last.idx + len(last)
        if at.head.i == at.i:
            return None
        at = at.head
    return None
