"""A section more: one row in the table and one component, and every output, check and option has it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest
from rich.console import Console
from spacy.language import Language
from spacy.tokens import Doc

from detente.errors import MissingComponent, UnknownSection
from detente.formats.printed_reading import print_reading
from detente.model.date import Date
from detente.model.inference import Inference
from detente.model.reading import Reading
from detente.model.references import Reference
from detente.model.report import Report
from detente.model.schema import schema
from detente.model.sections import SECTIONS, Section
from detente.model.words import Words
from detente.reading.cited import Cited
from detente.reading.extensions import anchors, register, require, words
from detente.reading.reader import Reader
from detente.sources import report_from_text
from tests.repository.json_reference import differences

TEXT = "LOMÉ, 3 May 2021 - Togo fears a flood. Ghana fears nobody."


@dataclass(frozen=True, slots=True)
class Fear:
    """What somebody is afraid of."""

    id: str
    who: Reference
    cue: Words
    evidence: Words
    since: Date | None = None  #: the first day of it
    inferred: tuple[Inference, ...] = ()


class Fears:
    """Finds "fears"."""

    def __call__(self, doc: Doc) -> Doc:
        require(doc, "fears")
        identity, cited = anchors(doc), Cited(doc)
        doc._.detente_fears = tuple(
            Fear(identity.at("fear", token.idx), cited.party(party.id), words(doc, token.idx, token.idx + len(token)),
                 words(doc, token.sent.start_char, token.sent.end_char), Date.parse("2021-05-03"),
                 (Inference("since", "report date"),))
            for token in doc for party in doc._.detente_parties
            if token.lower_ == "fears" and any(token.sent.start_char <= m.start < token.idx for m in party.mentions)
        )  # fmt: skip
        return doc


@pytest.fixture
def fears(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(SECTIONS, "fears", Section("fears", "Fears", Fear, ("parties",)))
    register()
    if not Language.has_factory("detente_fears"):
        Language.factory("detente_fears", func=lambda nlp, name: Fears())  # noqa: ARG005 - as spaCy calls it
    yield
    Doc.remove_extension("detente_fears")


@pytest.fixture
def reading(fears: None) -> Reading:  # noqa: ARG001 - the section has to be there
    report = report_from_text(TEXT)
    assert isinstance(report, Report)
    return Reader(only=["fears"]).read(report)


def test_it_is_read_with_what_it_needs(reading: Reading) -> None:
    assert list(reading.items) == ["fears"]
    assert [(fear.who.id, fear.cue.text) for fear in reading.fears] == [("TGO", "fears"), ("GHA", "fears")]


def test_it_goes_to_json_and_back_and_follows_the_schema(reading: Reading) -> None:
    assert Reading.from_json(reading.to_json()) == reading
    described = schema()
    assert described["properties"]["fears"]["title"] == "Fears"
    assert described["$defs"]["Fear"]["properties"]["since"]["description"] == "the first day of it"
    jsonschema.validate(json.loads(reading.to_json()), described, cls=jsonschema.Draft202012Validator)


def test_it_is_printed_without_a_printer_of_its_own(reading: Reading) -> None:
    console = Console(width=120, file=io.StringIO(), highlight=False, color_system=None, record=True)
    print_reading(reading, console, evidence=True)
    shown = " ".join(console.export_text().split("Fears\n")[1].split())
    assert shown.startswith(
        "who: Togo · cue: fears · since: 2021-05-03 [since: report date] [19–38] Togo fears a flood."
    )


def test_the_reference_must_name_it(fears: None) -> None:  # noqa: ARG001
    reference = (Path(__file__).parents[2] / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    assert differences(reference) == ["fears: lacks a table"]


def test_without_its_needs_it_says_what_to_add(fears: None, nlp: Language) -> None:  # noqa: ARG001
    with pytest.raises(MissingComponent, match="detente_fears needs detente_parties; add it to the pipeline before"):
        Fears()(nlp(TEXT))


def test_nobody_has_it_who_did_not_add_it() -> None:
    with pytest.raises(UnknownSection, match="'fears'"):
        Reader(only=["fears"])
