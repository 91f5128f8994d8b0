"""Where the clause that governs a time expression points: back, ahead, or neither."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from detente.reading.time.expression import Expression

_WILL = frozenset({"will", "'ll", "’ll", "shall", "would", "may", "might", "can", "could", "should", "must", "wo"})
_DUE = frozenset({"due", "scheduled", "slated", "expected", "set", "planned", "expect", "plan", "scheduling", "schedule", "planning", "expects", "plans",
                  "begin", "hopes", "intends", "intend", "hope", "going", "supposed", "likely", "agreed", "agree", "maturing", "proposed", "wants", "want", "tentatively"})  # fmt: skip
_AHEAD_PREPOSITIONS = frozenset({"until", "till", "by", "through", "effective"})
_OPEN = frozenset({"weekday", "month", "date", "season", "quarter", "clock", "daypart", "holiday"})
_CLIMB = 12  # heads looked at: parses are rarely deeper, and broken ones must not cost more


def direct(doc: Doc, expression: Expression) -> None:
    """Set the expression's direction and preposition, where its kind can use them."""
    if expression.kind not in _OPEN or (expression.year and len(expression.year) == 4):
        return
    root = _root(doc, expression)
    head = root.head
    if head.dep_ in ("prep", "pcomp", "mark") or head.tag_ == "IN":
        expression.preposition = head.lower_
    elif expression.start > 0 and doc[expression.start - 1].tag_ == "IN":
        expression.preposition = doc[expression.start - 1].lower_
    expression.direction = _clause(root, expression.preposition)


def _root(doc: Doc, expression: Expression) -> Token:
    """The token of the expression whose head lies outside it."""
    for at in range(expression.start, expression.end):
        token = doc[at]
        if not expression.start <= token.head.i < expression.end or token.head.i == at:
            return token
    return doc[expression.start]


def _clause(root: Token, preposition: str) -> int:
    token = root
    for _ in range(_CLIMB):
        if token.lower_ in _DUE and token is not root:
            return 1
        if token.pos_ in ("VERB", "AUX") and token is not root:
            points = _verb(token)
            if points:
                return points
            if token.dep_ in ("ROOT", "advcl", "relcl"):
                return 0
        if token.head is token or token.head.i == token.i:
            break
        token = token.head
    return 1 if preposition in _AHEAD_PREPOSITIONS else 0


def _verb(verb: Token) -> int:
    """Where a verb points, by its auxiliaries and its own form."""
    finite = verb.tag_
    infinitive = False
    for child in verb.children:
        if child.i > verb.i and child.dep_ not in ("aux", "auxpass"):
            continue
        if child.dep_ in ("aux", "auxpass"):
            if child.lower_ in _WILL:
                return 1
            if child.lower_ in ("was", "were", "had", "did", "has", "have", "been"):
                return -1
            if child.lower_ == "to":
                infinitive = True
            if child.lower_ in ("is", "are", "am", "'s", "'re"):
                finite = "VBG" if verb.tag_ == "VBG" else "VBN" if verb.tag_ == "VBN" else finite
    if infinitive:
        return 1 if verb.dep_ in ("xcomp", "acl", "advcl", "ccomp", "relcl") or verb.head is verb else 0
    if finite == "VBD":
        return -1
    if finite == "VBN":
        return -1 if verb.dep_ in ("acl", "ROOT", "relcl", "advcl") else 0
    return 0
