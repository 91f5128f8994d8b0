"""Where the clause that governs a time expression points: back, ahead, or neither."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from detente.reading.english.clauses import roots
from detente.reading.time.expression import Expression
from detente.reading.time.lexicon import listed

# codes: kinds
_OPEN = frozenset({"year", "weekday", "month", "date", "season", "quarter", "clock", "daypart", "holiday"})
_PRESENT = ("VBZ", "VBP", "VB")  # a bare "go" or "vote" is often taken for an infinitive
_LONG_PAST = -2
_CLIMB = 12  # heads looked at: parses are rarely deeper, and broken ones must not cost more


def direct(doc: Doc, expression: Expression) -> None:
    """Set the expression's direction and preposition, where its kind can use them."""
    counted = expression.kind in ("relative", "offset")
    if not counted and expression.kind not in _OPEN:
        return
    root = root_of(doc, expression)
    if not root.dep:
        return  # not parsed, and spaCy may crash when asked for the children of such a token
    head = root.head
    if head.dep_ in ("prep", "pcomp", "mark") or head.tag_ == "IN":
        expression.preposition = head.lower_
    elif expression.start > 0 and doc[expression.start - 1].tag_ == "IN":
        expression.preposition = doc[expression.start - 1].lower_
    if counted or expression.kind == "daypart":
        expression.direction = _clause(root, "")  # "through the night" may be over
        return
    # "A June agreement": the verb around says nothing of when it was made.
    expression.direction = 0 if root.dep_ in ("compound", "nmod", "amod") else _clause(root, expression.preposition)
    after = doc[expression.end].lower_ if expression.end < len(doc) else ""
    expression.cues = (*_cues(root, expression.preposition), *((f"after={after}",) if after in listed("ends") else ()))


def _cues(root: Token, preposition: str) -> Iterator[str]:
    """What a date hangs on: the preposition, the words up to the verb, the verb with its auxiliaries."""
    yield f"preposition={preposition}"
    yield f"hangs={root.dep_}"
    token = root
    for _ in range(_CLIMB):
        if token is not root and not _is_carried(token):
            if _schedules(token):
                yield "was due" if _was(token) else "due"
            if token.pos_ in ("VERB", "AUX"):
                auxiliaries = [child.lower_ for child in token.lefts if child.dep_ in ("aux", "auxpass")]
                if not auxiliaries and _plans(token, root):
                    yield "present"
                yield f"verb={token.tag_}"
                yield f"verb={token.tag_} {token.dep_}"
                yield from (f"auxiliary={word}" for word in auxiliaries)
                if "to" in auxiliaries:
                    yield f"auxiliary=to {token.dep_}"  # "the report, to be released on Monday"
                return
        if token.head.i == token.i:
            return
        token = token.head


def _is_carried(verb: Token) -> bool:
    """Whether an infinitive is of the time of the verb over it: "managed to seize it", "helped the army retake it"."""
    return verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in listed("carries")


def _plans(verb: Token, date: Token) -> bool:
    """Whether a present tense has a date for its plan: "leaves on Friday", "is on Friday".

    Not so "says", "is worse since Friday", "follows Friday's vote".
    """
    governor = date.head.head if date.head.dep_ in ("prep", "pcomp") else date.head
    if verb.tag_ not in _PRESENT or governor != verb:
        return False
    if _is_told_after(verb, date):
        return False
    if verb.lemma_ in listed("be"):
        return all(child in (date, date.head) for child in verb.rights if child.dep_ not in ("punct", "cc", "conj"))
    return verb.lemma_ not in listed("reports")


def _was(due: Token) -> bool:
    """Whether "due", "scheduled" and the like are told of in the past: "had been due"."""
    around = [child.lower_ for child in due.lefts if child.dep_ in ("aux", "auxpass")]
    return not listed("past_auxiliary").isdisjoint([*around, due.head.lower_])


def root_of(doc: Doc, expression: Expression) -> Token:
    """The token of the expression whose head lies outside it."""
    return next(iter(roots(doc, expression.start, expression.end)), doc[expression.start])


def _clause(root: Token, preposition: str) -> int:
    described = _description(root)
    if described:
        return described
    if root.left_edge.i and root.doc[root.left_edge.i - 1].lower_ in listed("effective"):
        return 1
    token = root
    for _ in range(_CLIMB):
        if token is not root and _schedules(token) and (token.tag_ != "VBD" or _promises(token)):
            return 1
        if token is not root and token.pos_ in ("VERB", "AUX") and not _is_carried(token):
            points = (
                1
                if _is_due(token)
                else _verb(token) or (-1 if _is_told_after(token, root) else int(_plans(token, root)))
            )
            if preposition in listed("until"):
                return 0 if points == _LONG_PAST else 1
            if points or any(child.lower_ in listed("to") for child in token.lefts):
                return max(points, -1)
            if token.dep_ in ("ROOT", "advcl", "relcl"):
                break
        if token.head.i == token.i:
            break
        token = token.head
    return 1 if preposition in listed("until") or preposition in listed("by") else 0


def _is_told_after(verb: Token, date: Token) -> bool:
    """Whether a date stands in what something came after: "remain tense following the downing of a jet in November"."""
    return any(c.dep_ == "prep" and c.i < date.i and c.lower_ in listed("past_events") for c in verb.rights)


def _is_due(verb: Token) -> bool:
    """Whether a verb says that something is due: "is due in Lima on Sunday"."""
    due = any(child.dep_ in ("acomp", "attr", "oprd") and child.lower_ in listed("due") for child in verb.rights)
    return due and verb.tag_ in ("VBZ", "VBP")


def points(token: Token) -> int:
    """Where the clause of a word points; 0 for one that was not parsed."""
    return _clause(token, "") if token.dep else 0


def _description(root: Token) -> int:
    """Where a clause about the date itself points: "in June, when the president is to visit"."""
    clause = next((child for child in root.rights if child.dep_ == "relcl"), None)
    if clause is None:
        return 0
    return 1 if clause.lower_ in listed("due") and clause.tag_ != "VBD" else max(_verb(clause), -1)


def _schedules(token: Token) -> bool:
    """Whether a word says that something is to come: "due", "set for Monday", but not "a record set on Monday"."""
    return token.lower_ in listed("due") and (token.lower_ not in listed("set") or _promises(token))


def _promises(verb: Token) -> bool:
    """Whether "set", "scheduled" and the like go on with "to" or "for", and are no simple past."""
    return (
        verb.lower_ not in listed("no_promise")
        and verb.i + 1 < len(verb.doc)
        and verb.nbor(1).lower_ in listed("to_or_for")
    )


def _verb(verb: Token) -> int:
    """Where a verb points, by its auxiliaries and its own form; _LONG_PAST if before another past time."""
    auxiliaries = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if not listed("will").isdisjoint(auxiliaries):
        return -1 if "have" in auxiliaries and verb.tag_ == "VBN" and "will" not in auxiliaries else 1
    if "had" in auxiliaries:
        return _LONG_PAST
    if "to" in auxiliaries:
        return _infinitive(verb)
    if not listed("did").isdisjoint(auxiliaries):
        return -1
    if verb.tag_ == "VBD":
        return -1
    if verb.tag_ == "VBN" and not auxiliaries:
        return -1 if verb.dep_ in ("acl", "ROOT", "relcl", "advcl") else 0
    return 0


def _infinitive(verb: Token) -> int:
    """Where an infinitive points: "likely to meet" ahead; "began to meet" and "a pledge to meet" leave it open."""
    head = verb.head
    if head.i == verb.i:
        return 1
    if head.lower_ in listed("due"):
        return 0 if _was(head) else 1
    return 1 if head.tag_ in ("VBZ", "VBP", "VB", "JJ") else 0


def again(doc: Doc, expression: Expression) -> None:
    """Put a weekday a week on where something is to be done again on it: "agreed to meet again on Wednesday"."""
    at = expression.start
    if (
        expression.kind != "weekday"
        or expression.relation is not None
        or at < 3
        or doc[at - 2].lower_ not in listed("again")
    ):
        return
    if expression.direction > 0 or doc[at - 3].tag_ == "VB":
        expression.relation, expression.direction = "next", 1
