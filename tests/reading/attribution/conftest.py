"""What the tests of statements share: a reader of nothing else, and the component on a bare parse."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from detente.model.sections import SECTIONS
from detente.reading.attribution import Statements
from detente.reading.reader import Reader

if TYPE_CHECKING:
    from spacy.language import Language

    from detente.model.items import Statement
    from detente.reading.attribution.learned.finder import Size

Alone = Callable[..., "tuple[Statement, ...]"]


@pytest.fixture(scope="session")
def reader(nlp: Language) -> Reader:
    """Reads statements and what they need, nothing else."""
    made = Reader(only=["statements", *SECTIONS["statements"].needs])
    made.__dict__["nlp"] = nlp
    return made


@pytest.fixture
def alone(nlp: Language) -> Alone:
    """Finds the statements of a text or Doc in which no times, parties or people are known."""

    def find(given: str | Doc, size: Size = "default") -> tuple[Statement, ...]:
        doc = given if isinstance(given, Doc) else nlp(given)
        for section in SECTIONS["statements"].needs:
            doc._.set(f"detente_{section}", ())
        found: tuple[Statement, ...] = Statements(nlp, size=size)(doc)._.detente_statements
        return found

    return find
