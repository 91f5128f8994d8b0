"""What the tests of people share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from detente.model.mention import Mention

NamesOf = Callable[[Doc, Mention], tuple[str, ...]]


@pytest.fixture(scope="session")
def names_of() -> NamesOf:
    """The names of the people that a mention stands for, else the ids of its parties."""

    def found(doc: Doc, mention: Mention) -> tuple[str, ...]:
        names = {person.id: person.name for person in doc._.detente_people}
        return tuple(names[id_] for id_ in mention.people) or mention.parties

    return found
