"""Statements as JSON-LD: well formed, nothing to fetch, and every selector leads back to its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from detente.formats.json_ld import json_ld
from detente.model.report import Report

if TYPE_CHECKING:
    from detente.reading.reader import Reader

TEXT = (
    "Oslo keeps the channel open\n\n"
    "OSLO, June 3 (Fjord Wire) - “We will keep the channel open,” Norwegian Foreign Minister Ingrid Solheim told "
    "reporters in Tromsø on Monday.\n\n"
    "Solheim said the talks had been “frank and useful” for both sides. Moscow rejected the plan. "
    "A Russian diplomat, who asked not to be named, said the fish would decide. Solheim declined to comment on that.\n"
)


@pytest.fixture(scope="module")
def document(reader: Reader) -> dict[str, Any]:
    report = Report("fjord", TEXT, "fjord.txt", "text", "", url="https://wire.example/fjord")
    value: dict[str, Any] = json.loads(json.dumps(json_ld(reader.read(report)), ensure_ascii=False))
    return value


def nodes(document: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [node for node in document["@graph"] if node["@type"] == kind]


def walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def test_the_context_is_in_the_document(document: dict[str, Any]) -> None:
    assert document["@context"]["@vocab"] == "https://schema.org/"
    assert all(not isinstance(value, list) for value in document["@context"].values())
    plain = {"name", "text", "headline", "datePublished", "inLanguage", "url", "identifier", "description", "jobTitle"}
    linked = {"affiliation", "memberOf", "spokenByCharacter", "author", "isBasedOn", "appearance", "hasPart"}
    known = set(document["@context"]) | plain | linked | {"publisher", "dateCreated", "locationCreated"}
    assert {key for node in walk(document["@graph"]) for key in node if not key.startswith("@")} <= known


def test_every_link_within_the_document_leads_somewhere(document: dict[str, Any]) -> None:
    defined = {node["@id"] for node in document["@graph"] if "@id" in node}
    links = {node["@id"] for node in walk(document["@graph"]) if set(node) == {"@id"}}
    assert links <= defined
    assert {annotation["body"] for annotation in nodes(document, "Annotation")} <= defined


def test_only_verbatim_words_are_quotations(document: dict[str, Any]) -> None:
    quotations = [node["text"] for node in nodes(document, "Quotation")]
    assert "We will keep the channel open," in quotations
    assert "frank and useful" in quotations
    for quotation in quotations:
        assert f"“{quotation}" in TEXT
    claims = [node["text"] for node in nodes(document, "Claim")]
    assert "the fish would decide" in claims
    assert any("frank and useful" in claim for claim in claims)


def test_who_speaks(document: dict[str, Any]) -> None:
    people = {node["@id"]: node for node in nodes(document, "Person")}
    quotation = next(node for node in nodes(document, "Quotation") if node["text"].startswith("We will"))
    speaker = people[quotation["spokenByCharacter"]["@id"]]
    assert (speaker["name"], speaker["jobTitle"]) == ("Ingrid Solheim", "Foreign Minister")
    assert speaker["affiliation"] == {"@id": "urn:detente:party:NOR"}
    claim = next(node for node in nodes(document, "Claim") if node["text"] == "the fish would decide")
    assert claim["author"]["@type"] == "Person"
    assert "name" not in claim["author"]
    assert claim["appearance"] == {"@id": "https://wire.example/fjord"}


def test_selectors_lead_back_to_the_words(document: dict[str, Any]) -> None:
    texts = {node["@id"]: node["text"] for kind in ("Quotation", "Claim") for node in nodes(document, kind)}
    annotations = nodes(document, "Annotation")
    assert {annotation["body"] for annotation in annotations} == set(texts)
    for annotation in annotations:
        text = texts[annotation["body"]]
        parts = text if isinstance(text, list) else [text]
        assert len(parts) == len(annotation["target"])
        for part, target in zip(parts, annotation["target"], strict=True):
            position, quote = target["selector"]
            assert TEXT[position["start"] : position["end"]] == quote["exact"] == part
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert TEXT.index(around) + len(quote["prefix"]) == position["start"]


def test_silence_is_no_claim(document: dict[str, Any]) -> None:
    assert not any("on that" in str(node.get("text")) for node in document["@graph"])


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "https://a.example/ <b>", "java\tscript:x"]
)
def test_an_address_that_is_none_on_the_web_is_left_out(reader: Reader, address: str) -> None:
    found = json.dumps(json_ld(reader.read(Report("fjord", TEXT, "fjord.txt", "text", "", url=address))))
    assert json.dumps(address)[1:-1] not in found
    assert '"url"' not in found
    assert "urn:sha256:" in found
