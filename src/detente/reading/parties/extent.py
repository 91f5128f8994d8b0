"""How far a mention goes: the article before a name, and the whole of "the new Japanese government"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.clauses import OF
from detente.reading.parties.word_classes import WordClasses, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREMODIFIERS = frozenset({"DT", "JJ", "JJS", "CD"})
_SEATED = words("en/parties/words", "seated")
_MINISTRY = words("en/parties/words", "ministry")
_AND = words("en/function_words", "and")
_THE = words("en/function_words", "the")
_IN = words("en/function_words", "in")
_TWO = words("en/function_words", "two")
_LONGEST = 7  # tokens between a nation and the institution that it names


def institution(doc: Doc, start: int, end: int, root: Token) -> tuple[int, int] | None:
    """The tokens of the noun phrase in which a name at ``[start, end)`` makes an institution of government; else None.

    "the Japanese government", "Iran's foreign ministry", "the government of Iraq".
    """
    classes = word_classes()
    last = _institution_after(doc, end, classes)
    if last is not None:
        return _premodified(doc, start, doc[last], classes), _with_affairs(doc, last + 1)
    first = _institution_of(doc, start, root, classes)
    if first is not None:
        return _premodified(doc, first, doc[first], classes), end
    return None


def _with_affairs(doc: Doc, end: int) -> int:
    """The end of "Ministry of Foreign Affairs", from the end of "Ministry"."""
    if end + 1 >= len(doc) or doc[end - 1].text not in _MINISTRY or doc[end].lower_ not in OF:
        return end
    at = end + 1
    while at < len(doc) and at - end < 6 and (doc[at].is_title or doc[at].lower_ in _AND):
        at += 1
    return at if at > end + 1 else end


def _institution_after(doc: Doc, end: int, classes: WordClasses) -> int | None:
    last: int | None = None
    for token in doc[end : end + _LONGEST]:
        word = token.lower_
        if word in classes.institutions:
            last = token.i
        elif (word not in classes.between and token.tag_ != "POS") or (token.tag_ == "POS" and last is not None):
            break
    # In "Russian government spokesman Peskov" the government only says whose spokesman.
    return None if last is None or doc[last].dep_ in {"compound", "amod", "nmod"} else last


def _institution_of(doc: Doc, start: int, root: Token, classes: WordClasses) -> int | None:
    at = start - 1
    if at >= 0 and doc[at].lower_ in _THE:
        at -= 1
    if at < 1 or root.dep_ != "pobj":
        return None
    before = doc[at - 1].lower_
    if doc[at].lower_ in OF:
        return at - 1 if before in classes.institutions else None
    return at - 1 if doc[at].lower_ in _IN and before in _SEATED else None


def _premodified(doc: Doc, start: int, head: Token, classes: WordClasses) -> int:
    first = start
    while first > 0 and start - first < 4:
        before = doc[first - 1]
        if before.head.i not in {head.i, start}:
            break
        if before.tag_ not in _PREMODIFIERS and before.lower_ not in classes.between:
            break
        first -= 1
    return first


def with_article(doc: Doc, start: int, end: int, root: Token, *, pair: bool = False) -> int:
    """Where a name begins with the article that belongs to it: "the United States", not "the Japan office"."""
    if start == 0:
        return start
    before = doc[start - 1]
    if pair and before.lower_ in _TWO and start > 1:  # the two Koreas
        start, before = start - 1, doc[start - 2]
    if before.lower_ in _THE and start <= before.head.i < end and root.dep_ not in {"compound", "nmod", "amod"}:
        return start - 1
    return start
