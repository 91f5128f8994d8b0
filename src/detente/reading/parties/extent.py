"""How far a mention goes: the article before a name, and the whole of "the new Japanese government"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.parties.word_classes import WordClasses, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREMODIFIERS = frozenset({"DT", "JJ", "JJS", "CD"})
#: what sits in a capital as the government: "the authorities in Kabul", not "the officials in Kabul"
_SEATED = frozenset(
    {"government", "authorities", "regime", "leadership", "junta", "rulers", "cabinet", "administration"}
)
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
    if end + 1 >= len(doc) or doc[end - 1].text != "Ministry" or doc[end].lower_ != "of":
        return end
    at = end + 1
    while at < len(doc) and at - end < 6 and (doc[at].is_title or doc[at].text == "and"):
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
    if at >= 0 and doc[at].lower_ == "the":
        at -= 1
    if at < 1 or root.dep_ != "pobj":
        return None
    before = doc[at - 1].lower_
    if doc[at].lower_ == "of":
        return at - 1 if before in classes.institutions else None
    return at - 1 if doc[at].lower_ == "in" and before in _SEATED else None


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
    if pair and before.lower_ == "two" and start > 1:  # the two Koreas
        start, before = start - 1, doc[start - 2]
    if before.lower_ == "the" and start <= before.head.i < end and root.dep_ not in {"compound", "nmod", "amod"}:
        return start - 1
    return start


def head_word(doc: Doc, start: int, end: int) -> Token:
    """The token of ``[start, end)`` that the others hang on."""
    for token in doc[start:end]:
        if not start <= token.head.i < end or token.head.i == token.i:
            return token
    return doc[end - 1]
