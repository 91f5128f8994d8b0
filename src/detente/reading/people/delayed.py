"""Who is named only in the sentence after the one that tells of him by his office.

"A Chilean lawmaker has said that the port would close. Ana Ruiz, citing the plans, said ...": the office and its party
are hers. In go titles, people and names; people get titles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.labels import SUBJECTS

if TYPE_CHECKING:
    from detente.reading.people.known import Known
    from detente.reading.people.names import Name
    from detente.reading.people.titles import Title
    from detente.reading.people.tokens import Tokens

_INDEFINITE = words("en/function_words", "indefinite")


def name_delayed(tokens: Tokens, people: dict[int, Known], names: list[Name], found: list[Title]) -> None:
    """Give the office of an indefinite subject to whom the next sentence opens with, if he has none."""
    taken = {id(title) for person in people.values() for title in person.titles}
    first = {person.names[0].start: person for person in people.values() if not person.titles}
    for title in found:
        if id(title) in taken or title.plural or tokens.lower[title.start] not in _INDEFINITE:
            continue
        if tokens.dep[title.noun] not in SUBJECTS:
            continue
        number = tokens.sentence[title.noun] + 1
        if number >= len(tokens.sentences) or _names_in(tokens, names, number - 1, tokens.head[title.noun]):
            continue
        name = next((each for each in names if tokens.sentence[each.start] == number), None)
        person = first.get(name.start) if name is not None else None
        if name is None or person is None or name.begin != tokens.sentences[number][0]:
            continue
        if tokens.dep[name.end - 1] in SUBJECTS:
            person.titles.append(title)
            person.settle_party(title.parties[0] if title.parties else None, "context")


def _names_in(tokens: Tokens, names: list[Name], number: int, verb: int) -> bool:
    """Whether a sentence names somebody in the subject of the same verb or of its main one, who may be meant too."""
    return any(
        tokens.sentence[each.start] == number
        and tokens.dep[each.end - 1] in SUBJECTS
        and (tokens.head[each.end - 1] == verb or tokens.dep[tokens.head[each.end - 1]] == "ROOT")
        for each in names
    )
