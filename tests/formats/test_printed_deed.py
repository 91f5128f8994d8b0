"""A deed in words: who is meant stands in brackets where the words do not say it."""

from __future__ import annotations

import pytest

from detente.formats.printed_deed import is_pronoun, told
from detente.model.references import Reference

TOGO, PERU = Reference("party", "TGO", "Togo"), Reference("party", "PER", "Peru")


@pytest.mark.parametrize(
    ("parts", "doers", "verb", "subject", "line"),
    [
        (("it will expel two attaches",), (PERU,), True, True, "it [Peru] will expel two attaches"),
        (("They agreed to meet again",), (PERU, TOGO), True, True, "They [Peru, Togo] agreed to meet again"),
        (("it will leave the pact",), (PERU, TOGO), True, True, "it [Peru] will leave the pact"),
        (("closed the port",), (TOGO,), True, False, "[Togo] closed the port"),
        (("Togo … closed the port",), (TOGO,), True, True, "Togo … closed the port"),
        (("The navy", "closed the port"), (TOGO,), True, True, "The navy … closed the port"),
        (("its navy shelled a trawler",), (TOGO,), True, True, "its navy shelled a trawler"),
        (("a visit to\nQuito",), (TOGO,), False, False, "a visit to Quito"),
        (("closed the port",), (), True, False, "closed the port"),
        (("it",), (TOGO,), True, True, "it"),
    ],
)
def test_who_is_meant_stands_in_brackets(
    parts: tuple[str, ...], doers: tuple[Reference, ...], verb: bool, subject: bool, line: str
) -> None:
    assert told(parts, doers, verb=verb, subject=subject) == line


@pytest.mark.parametrize(("name", "is_one"), [("He", True), ("they", True), ("Kenya", False), ("its", False)])
def test_a_pronoun_names_nobody(name: str, is_one: bool) -> None:
    assert is_pronoun(name) is is_one
