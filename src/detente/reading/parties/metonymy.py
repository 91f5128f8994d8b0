"""Place or government: "the talks in Moscow" are in a place, "Moscow's position" is Russia's.

The rules go by what the name hangs on in the parse: a preposition, a verb, the noun that it owns or stands beside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from detente.knowledge.loader import Entry, table, words
from detente.reading.english.clauses import OF
from detente.reading.parties.word_classes import WordClasses, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HYPHENS = frozenset("-–—")
_JOINED_TO = frozenset({"conj", "appos"})
_BESIDE = frozenset({"compound", "amod", "nmod"})
_OBJECTS = frozenset({"dobj", "dative", "oprd"})
_CITY_WORDS = words("en/parties/words", "city_words")
_CONFIDENCE = words("en/parties/words", "confidence")
_AIMING = words("en/parties/words", "aiming")
_DESCENDING = words("en/parties/words", "descending")
_OVER = words("en/parties/words", "over")
_LEAVING_FOR = words("en/parties/words", "leaving_for")
_CARRYING = words("en/parties/words", "carrying")
_COMING = words("en/parties/words", "coming")
_AWAY = words("en/parties/words", "away")
_COPULA = words("en/parties/words", "copula")
_TAKING = words("en/parties/words", "taking")
_TERRITORY = words("en/parties/words", "territory")
_TO = words("en/function_words", "to")
_IN = words("en/function_words", "in")
_AT = words("en/function_words", "at")
_BEFORE_NOUNS = frozenset({"ADP", "SCONJ"})
_OFFICIALS = words("en/parties/words", "officials")
_LEAVING = words("en/parties/words", "leaving")


class _Prepositions(Entry, frozen=True):
    rules: dict[str, Literal["toward", "from", "onto", "above", "between", "of", "goal"]]


def stands_for_place(doc: Doc, root: Token, start: int, end: int, *, city: bool) -> bool:
    """Whether a name at the tokens ``[start, end)`` is meant as a place; ``root`` is its head word.

    ``city`` tells capitals and seats, which are places unless something speaks for the government, from states,
    which are parties unless something speaks for the land.
    """
    classes = word_classes()
    if end < len(doc):
        following = doc[end]
        if (
            following.text in _HYPHENS
            and end + 1 < len(doc)
            and not doc[end - 1].whitespace_
            and not following.whitespace_
        ):
            return doc[end + 1].lower_ in classes.joined
        if following.tag_ == "POS":
            return city and _owned(doc, root, end + 1) in classes.things
    if start and _names_a_city(doc, start):
        return True
    if start and doc[start - 1].text in _HYPHENS and not doc[start - 1].whitespace_:
        return False  # pro-Moscow, Paris-Berlin
    for _ in range(6):
        if root.dep_ not in _JOINED_TO or root.head.pos_ not in {"PROPN", "NOUN"}:
            break
        if root.dep_ == "appos" and root.head.lower_ in _CITY_WORDS:
            return True
        root = root.head
    if any(child.dep_ == "appos" and child.lower_ in _CITY_WORDS for child in root.rights):
        return True
    return _by_role(root, city, classes)


def _names_a_city(doc: Doc, start: int) -> bool:
    """Whether "the capital" or "the city" stands right before a name."""
    before = doc[start - 1]
    if before.text == "," or before.lower_ in OF:
        before = doc[max(start - 2, 0)]
    return before.lower_ in _CITY_WORDS and before.dep_ != "amod"


def _by_role(root: Token, city: bool, classes: WordClasses) -> bool:
    role, head = root.dep_, root.head
    if role == "pobj" or (role == "pcomp" and head.pos_ == "ADP"):
        return _after_preposition(head, city, classes)
    if role in _BESIDE or role == "poss":
        if city and head.dep_ == "ROOT" and root.is_sent_start and head.lower_ not in classes.meetings:
            return False  # a noun at the root is more likely a verb misread: "Tokyo eyes a deal"
        return city and head.lower_ not in classes.government_nouns and head.lower_ not in classes.institutions
    if role == "nsubjpass":
        return head.lemma_ in classes.suffered
    if role == "nsubj":
        if (
            city
            and root.i
            and head.i == root.i + 1
            and head.lower_ in classes.meetings
            and root.nbor(-1).pos_ in _BEFORE_NOUNS
        ):
            return True  # "after Ankara talks", with the talks taken for a verb
        return (
            city and head.lemma_ in _COPULA and any(c.dep_ == "attr" and c.lower_ in _CITY_WORDS for c in head.rights)
        )
    if role in _OBJECTS:
        if head.lemma_ in _TAKING and any(child.lower_ in _TO for child in head.rights):
            return False
        return head.lemma_ in (classes.objects_of if city else classes.visits)
    if role in {"attr", "appos"} or (role == "ROOT" and root.pos_ == "PROPN"):
        return city
    return role == "npadvmod" and city and head.pos_ == "ADV"


def _after_preposition(preposition: Token, city: bool, classes: WordClasses) -> bool:
    word, governor = preposition.lower_, preposition.head
    if preposition.dep_ == "prep" and governor.dep_ == "prep" and word not in classes.place_prepositions:
        governor = governor.head
    lemma, noun, verb = governor.lemma_.lower(), governor.pos_ in {"NOUN", "PROPN"}, governor.pos_ in {"VERB", "AUX"}
    if word in classes.place_prepositions:
        if city and word in _IN and governor.lower_ in _OFFICIALS and not _is_modified(governor):
            return False  # "officials in Seoul" are South Korea's; "Western officials in Kabul" are not Afghanistan's
        return lemma not in _CONFIDENCE and not (word in _AT and lemma in _AIMING)
    rule = table("en/parties/prepositions", _Prepositions).rules.get(word)
    if rule == "toward":
        if verb:
            return lemma in classes.motion and not (lemma in _CARRYING and _carries(governor))
        return noun and lemma in classes.place_nouns
    if rule == "from":
        return _after_from(preposition, governor, classes)
    if rule == "onto":
        before = preposition.nbor(-1) if preposition.i else preposition
        return lemma in classes.attacks or before.lemma_ in classes.attacks or (verb and lemma in _DESCENDING)
    if rule == "above":
        return lemma in _OVER
    if rule == "between":
        return lemma in (classes.place_nouns if noun else classes.motion)
    if rule == "of":
        return (city or lemma not in _TERRITORY) and noun and lemma in classes.place_nouns
    if rule == "goal":
        return (verb and lemma in _LEAVING) or lemma in _LEAVING_FOR
    return False


def _after_from(preposition: Token, governor: Token, classes: WordClasses) -> bool:
    lemma = governor.lemma_.lower()
    before = preposition.nbor(-1) if preposition.i else preposition
    if governor.pos_ in {"NOUN", "PROPN"}:
        sent = governor.dep_ == "dobj" and governor.head.lemma_ in classes.motion
        return sent or lemma in classes.distance
    if governor.pos_ in {"VERB", "AUX"}:
        if lemma not in classes.motion and lemma not in classes.objects_of and before.pos_ == "NOUN":
            return before.lemma_ in classes.distance  # "answered the proposal from Tokyo": the parse may have it wrong
        return lemma not in classes.asking and not (lemma in _COMING and _subject_is_abstract(governor))
    return lemma in _AWAY


def _is_modified(noun: Token) -> bool:
    return any(child.dep_ in {"amod", "compound", "nmod", "poss"} for child in noun.lefts)


def _carries(verb: Token) -> bool:
    """Whether a verb has something to hand over: an object, or a passive subject."""
    return any(child.dep_ in {"dobj", "nsubjpass"} for child in verb.children)


def _subject_is_abstract(verb: Token) -> bool:
    """Whether what comes from somewhere is a word or deed ("the signal came from Beijing"), not somebody."""
    return any(child.dep_ == "nsubj" and child.pos_ == "NOUN" for child in verb.lefts)


def _owned(doc: Doc, root: Token, after: int) -> str:
    """The noun that a possessive owns."""
    if root.dep_ == "poss" and root.head.i >= after:
        return root.head.lemma_.lower()
    return next((token.lemma_.lower() for token in doc[after : after + 4] if token.pos_ in {"NOUN", "PROPN"}), "")
