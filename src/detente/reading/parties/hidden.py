"""Names that only look like parties: a person called Jordan, a paper called after Tokyo, the wine of France."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.parties.word_classes import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.reading.parties.lexicon import Hit

_ETHNIC = words("en/parties/words", "ethnic")
_BY_HYPHEN = words("en/parties/words", "by_hyphen")
_LANGUAGE_AFTER = words("en/parties/words", "language_after")
_FORMER = words("en/parties/words", "former")
_OTHER_THINGS = frozenset({"PERSON", "ORG", "FAC", "PRODUCT", "WORK_OF_ART"})
_GONE = frozenset({"SUN", "YUG", "CSK"})
_IN_NAMES = frozenset({"PROPN"})


def is_hidden(doc: Doc, hit: Hit, root: Token) -> bool:
    """Whether the words at a hit are part of some other name, or an adjective of culture and not of a state."""
    classes = word_classes()
    surface = hit.surface
    following = doc[hit.end] if hit.end < len(doc) else None
    if following is not None and following.text in classes.after and hit.within is None:
        return True
    before = doc[hit.start - 1] if hit.start else None
    if before is not None and before.lower_ in _ETHNIC:
        return True
    if surface.kind == "group" and before is not None and before.tag_ == "CD":
        return True  # "two African countries" are no bloc
    if surface.after_the and following is not None and following.is_title:
        return True  # the West Bank, the North Atlantic
    if surface.kind == "adjective" and not surface.noun:
        if surface.parties[0] in _GONE and before is not None and _says_former(doc, before):
            return True
        return _is_culture(root, before, following)
    if before is not None and before.text in classes.titles and surface.kind != "people":
        return True
    if surface.kind in {"name", "capital"} and hit.end - hit.start == 1:
        return _in_another_name(doc, hit, root) or _in_us_state(doc, hit.end)
    return False


def _is_culture(root: Token, before: Token | None, following: Token | None) -> bool:
    classes = word_classes()
    if following is not None and following.lower_ in classes.culture:
        return True
    if following is not None and following.text == "-" and following.i + 1 < len(following.doc):
        return following.nbor().lower_ in _BY_HYPHEN
    if root.dep_ == "pobj" and before is not None and before.lower_ in _LANGUAGE_AFTER and root.head.i == before.i:
        return True
    return root.dep_ in {"dobj", "acomp", "npadvmod"} and root.head.lower_ in classes.speaking


def _in_another_name(doc: Doc, hit: Hit, root: Token) -> bool:
    token = doc[hit.start]
    kind = token.ent_type_
    if kind not in _OTHER_THINGS:
        return False
    others = [
        other
        for other in (_neighbour(doc, hit.start - 1), _neighbour(doc, hit.end))
        if other is not None and other.ent_type_ == kind and other.pos_ in _IN_NAMES and other.text[:1].isupper()
    ]
    if kind == "PERSON":
        # "Israel Katz", "Michael Jordan"; but "Japan Foreign Minister Kono" is no person called Japan.
        return any(not other.text.endswith(".") and other.lower_ not in _OFFICES for other in others)
    return hit.surface.city and any(other.i > token.i for other in others) and root.dep_ == "compound"


_OFFICES = words("en/parties/words", "offices")


def _says_former(doc: Doc, before: Token) -> bool:
    """Former Soviet, ex-Yugoslav, post-Soviet: lands of today."""
    if before.text in {"-", "–"} and before.i:
        before = doc[before.i - 1]
    return before.lower_ in _FORMER


def _neighbour(doc: Doc, at: int) -> Token | None:
    return doc[at] if 0 <= at < len(doc) else None


def _in_us_state(doc: Doc, end: int) -> bool:
    """Moscow, Idaho; Paris, Texas."""
    return end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text in word_classes().us_states
