"""Names that are no person's: a ship's, a group's, a crossing's, two people's in one word, a verb's in a title.

In go the names that were found, out come those that may be people's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.people.lexicon import fold, names

if TYPE_CHECKING:
    from detente.reading.people.names import Name
    from detente.reading.people.tokens import Tokens

_TABLE = "en/offices/no_people"
_CAPITALS = 0.7  # of the longer words of a title in capitals
_BETWEEN = frozenset({"NN", "JJ"})  # "the X rebel group"
_WIDE = 2  # tokens before a group's name in which its article stands: "the ruling X party"
_LONG = 4  # letters of a word that such a title begins with a capital
_WORDS = 4  # of a title at least


def without_things(tokens: Tokens, found: list[Name]) -> list[Name]:
    """The names that nothing around them gives to a thing."""
    whole = [name for name in found if len(name.key) > 1 or name.title is not None]
    things = [name for name in whole if name.title is None and _of_thing(tokens, name)]
    sure = {name.key for name in whole if name.title is not None or name.honorific}
    given = {name.key for name in whole if fold(tokens.text[name.start]) in names().gender}
    same = {name.key for name in things} - sure - given  # "the survey vessel Oru Reis", then "the work of Oru Reis"
    things += [name for name in whole if name.key in same and name not in things]
    surnames = {name.key[-1] for name in whole if name not in things}
    short = {name.key[-1] for name in things} - surnames
    titles = _titles(tokens)
    return [
        name
        for name in found
        if not (
            (
                name.title is None
                and not name.honorific
                and (
                    name.key in same
                    or _of_thing(tokens, name)
                    or _of_two(tokens, name, surnames)
                    or name.key[-1] in short
                )
            )
            or (not name.honorific and tokens.sentence[name.start] in titles and not _elsewhere(tokens, name, titles))
        )
    ]


def _of_thing(tokens: Tokens, name: Name) -> bool:
    """Whether a noun right before or behind a name says what it is: "the tanker X", "the X crossing"."""
    number = tokens.sentence[name.start]
    before = tokens.lower[name.start - 1] if name.start and tokens.sentence[name.start - 1] == number else ""
    after = tokens.lower[name.end] if name.end < len(tokens.text) and tokens.sentence[name.end] == number else ""
    if before in words(_TABLE, "before") and tokens.text[name.start - 1].islower():
        return True
    if after in words(_TABLE, "behind_media") and tokens.text[name.end].islower():
        return True
    if name.end + 1 < len(tokens.text) and tokens.tag[name.end] in _BETWEEN and tokens.text[name.end].islower():
        after = tokens.lower[name.end + 1] if tokens.lower[name.end + 1] in words(_TABLE, "behind_groups") else after
    if after in words(_TABLE, "behind_groups") and tokens.text[name.end].islower():
        first = max(name.start - _WIDE, tokens.sentences[number][0])
        return not words(_TABLE, "beside").isdisjoint(tokens.lower[first : name.start])
    article = before in words(_TABLE, "beside") or before in words(_TABLE, "owned")
    return after in words(_TABLE, "behind") and article and tokens.text[name.end].islower()


def _of_two(tokens: Tokens, name: Name, surnames: set[str]) -> bool:
    """Whether two names are joined to qualify something: "the Kim-Trump summit", "a Putin-watcher"."""
    joined = tokens.text[name.start : name.end]
    if len(joined) != 3 or joined[1] != "-":
        return False
    parts = [fold(joined[0]), fold(joined[2])]
    return any(part in surnames for part in parts)


def _titles(tokens: Tokens) -> set[int]:
    """The sentences whose words begin with capitals throughout, as in headlines."""
    found: set[int] = set()
    for number, (first, last) in enumerate(tokens.sentences):
        long = [word for word in tokens.text[first:last] if len(word) >= _LONG and word.isalpha()]
        verbs = any(tokens.tag[i][0] == "V" and tokens.text[i].islower() for i in range(first, last))
        capital = sum(word[0].isupper() for word in long)
        if len(long) >= _WORDS and capital >= _CAPITALS * len(long) and not verbs and tokens.text[last - 1] != ".":
            found.add(number)
    return found


def _elsewhere(tokens: Tokens, name: Name, titles: set[int]) -> bool:
    """Whether a name in a title is one beyond doubt, or has all its words again, with capitals, in the prose."""
    if fold(tokens.text[name.start]) in names().gender and len(name.key) > 1 and _entity(tokens, name):
        return True
    prose = _prose(tokens, titles)
    return all(word in prose for word in tokens.text[name.start : name.end])


def _entity(tokens: Tokens, name: Name) -> bool:
    return all(tokens.entity[i] == "PERSON" for i in range(name.start, name.end))


def _prose(tokens: Tokens, titles: set[int]) -> set[str]:
    """The words that stand with a capital within the sentences that are no titles."""
    return {
        tokens.text[i]
        for number, (first, last) in enumerate(tokens.sentences)
        if number not in titles
        for i in range(first, last)
        if tokens.text[i][0].isupper()
    } | {"-"}
