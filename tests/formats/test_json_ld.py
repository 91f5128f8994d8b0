"""Statements as JSON-LD: well formed, nothing to fetch, and every selector leads back to its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from detente.formats.json_ld import json_ld
from detente.model.date import Date
from detente.model.items import Person, Statement
from detente.model.reading import Provenance, Reading
from detente.model.references import Reference
from detente.model.report import DateBasis, Front, Published, Report
from detente.model.words import Words

if TYPE_CHECKING:
    from detente.reading.reader import Reader

FRONT = Front(None, Published(None, DateBasis.UNKNOWN), (), (), (), (), ())
TEXT = (
    "Oslo keeps the channel open\n\n"
    "OSLO, June 3 (Fjord Wire) - “We will keep the channel open,” Norwegian Foreign Minister Ingrid Solheim told "
    "reporters in Tromsø on Monday.\n\n"
    "Solheim said the talks had been “frank and useful” for both sides. Moscow rejected the plan. "
    "A Russian diplomat, who asked not to be named, said the fish would decide. Solheim declined to comment on that.\n"
)


@pytest.fixture(scope="module")
def document(reader: Reader) -> dict[str, Any]:
    report = Report(TEXT, "fjord.txt", "text", "", url="https://wire.example/fjord")
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


def test_two_people_of_one_name_are_two_and_a_crowd_is_no_organisation() -> None:
    text = "“No,” Ana Lima said. “Yes,” said Ana Lima of Peru. “Perhaps,” several fishermen said."
    one, other = (Reference("person", f"person-{number}", "Ana Lima") for number in (1, 2))
    people = [Person(one.id or "", "Ana Lima", None, "mayor", (), (), Words.at(text, 6, 14))]
    people += [Person(other.id or "", "Ana Lima", "PER", None, (), (), Words.at(text, 33, 41))]
    crowd = Reference.described("several\nfishermen")
    said = [
        Statement(f"statement-{n}", who, None, "direct", Words.at(text, *span), None, None, None, None, None, False,
                  Words.at(text, *span))
        for n, (who, span) in enumerate([(one, (1, 4)), (other, (22, 26)), (crowd, (51, 59))])
    ]  # fmt: skip
    items = {"people": tuple(people), "statements": tuple(said)}
    found = json_ld(Reading(Report(text, "t", "text", ""), FRONT, Provenance("p", "c", "m", "h", {}, {}, {}), items))
    nodes_ = {node["@id"]: node for node in found["@graph"] if node.get("@type") == "Person"}
    assert {id_: (node["name"], node.get("jobTitle")) for id_, node in nodes_.items()} == {
        "urn:detente:person-1": ("Ana Lima", "mayor"),
        "urn:detente:person-2": ("Ana Lima", None),
    }
    speakers = [node["spokenByCharacter"] for node in found["@graph"] if node.get("@type") == "Quotation"]
    assert speakers == [
        {"@id": "urn:detente:person-1"}, {"@id": "urn:detente:person-2"}, {"description": "several fishermen"},
    ]  # fmt: skip
    (peru,) = (node for node in found["@graph"] if node.get("@type") == "Country")
    assert peru["@id"] == nodes_["urn:detente:person-2"]["affiliation"]["@id"] == "urn:detente:party:PER"


@pytest.mark.parametrize(
    ("edtf", "iso"),
    [("2019-02-16", "2019-02-16"), ("2019-02", "2019-02"), ("2019", "2019"), ("2019-21", None), ("2019~", None),
     ("2019-02-early", None), ("201X", None), ("XXXX-02-16", None), ("2019-02-16/2019-02-20", None), (None, None)],
)  # fmt: skip
def test_only_dates_that_schema_org_knows_are_dates(edtf: str | None, iso: str | None) -> None:
    published = Published(Date.parse(edtf) if edtf else None, DateBasis.GIVEN)
    front = replace(FRONT, published=published)
    found = json_ld(Reading(Report("", "t", "text", ""), front, Provenance("p", "c", "m", "h", {}, {}, {}), {}))
    assert found["@graph"][0].get("datePublished") == iso


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
    found = json.dumps(json_ld(reader.read(Report(TEXT, "fjord.txt", "text", "", url=address))))
    assert json.dumps(address)[1:-1] not in found
    assert '"url"' not in found
    assert "urn:sha256:" in found
