"""Statements as JSON-LD: schema.org Quotation and Claim, with W3C Web Annotation selectors as their evidence.

One object a report: its article, the people and parties that speak, and the statements. Only words that stand in
quotation marks are a Quotation. A paraphrase or stance is a Claim; one with quoted words in it has them as parts. A
silence is neither, and left out. The context is written out, so that nothing has to be fetched to read it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.model.items import Party, Person, Statement
    from detente.model.reading import Reading

    Node = dict[str, Any]
    Span = tuple[int, int]

_WEB = re.compile(r"https?://[^\s\x00-\x1f\x7f-\x9f<>\"]+\Z", re.IGNORECASE)
_AROUND = 32  #: characters of a text quote selector's prefix and suffix
_DAY = len("2019-02-16")  #: schema.org takes ISO 8601 dates: days, months and years, no intervals

CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "Annotation": "oa:Annotation",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}


def json_ld(reading: Reading) -> Node:
    """The statements of a reading as one JSON-LD document; positions count code points of the report's text."""
    people = {person.name: person for person in reading.people or ()}
    parties = {party.id: party for party in reading.parties or ()}
    said = [statement for statement in reading.statements or () if statement.content and statement.manner != "declined"]
    quoted = _quoted(reading)
    graph = [_article(reading)]
    graph += _speakers(said, people, parties)
    for statement in said:
        graph += _statement(reading, statement, people, quoted)
    return {"@context": CONTEXT, "@graph": graph}


def _article(reading: Reading) -> Node:
    report, front = reading.report, reading.front
    return _filled(
        {
            "@id": _article_id(reading),
            "@type": "NewsArticle",
            "headline": front.headline.text if front.headline else report.title,
            "datePublished": _day(front.published.date),
            "inLanguage": report.language,
            "url": _address(reading),
            "publisher": {"@type": "Organization", "name": report.publisher} if report.publisher else None,
        }
    )


def _speakers(said: list[Statement], people: dict[str, Person], parties: dict[str, Party]) -> Iterator[Node]:
    """A node for everybody with a name who speaks, and for every party that is spoken for."""
    names = dict.fromkeys(name for each in said for name in (*_names(each), each.party) if name)
    names |= dict.fromkeys(person.party for name in list(names) if (person := people.get(name)) and person.party)
    for name in names:
        if name in people:
            person = people[name]
            yield _filled(
                {
                    "@id": _id("person", name),
                    "@type": "Person",
                    "name": name,
                    "jobTitle": person.office,
                    "affiliation": {"@id": _id("party", person.party)} if person.party else None,
                }
            )
        elif name in parties:
            party = parties[name]
            state = party.kind.endswith("state")
            yield {
                "@id": _id("party", name),
                "@type": "Country" if state else "Organization",
                "name": party.name,
                "identifier": party.id,
            }
        elif any(name == each.party for each in said) or any(name == person.party for person in people.values()):
            yield {"@id": _id("party", name), "@type": "Organization", "name": name, "identifier": name}


def _statement(reading: Reading, statement: Statement, people: dict[str, Person], quoted: list[Span]) -> Iterator[Node]:
    """A Quotation or Claim and its annotation; the quoted stretches of a mixed one as Quotations of their own."""
    assert statement.content is not None
    spans = list(statement.content.spans or ((statement.content.start, statement.content.end),))
    article = {"@id": _article_id(reading)}
    speakers = [_speaker(name, statement, people) for name in _names(statement)]
    who: Node | list[Node] | None = speakers[0] if len(speakers) == 1 else speakers or None
    common = {
        "datePublished": _day(reading.front.published.date),
        "dateCreated": _day(statement.date),
        "locationCreated": {"@type": "Place", "name": statement.venue} if statement.venue else None,
    }
    direct = statement.manner == "direct"
    identifier = f"urn:detente:{statement.id}"
    inner = [] if direct else [piece for span in spans for piece in _within(span, quoted)]
    parts = [f"{identifier}:{number}" for number in range(1, len(inner) + 1)]
    links = {"spokenByCharacter": who, "isBasedOn": article} if direct else {"author": who, "appearance": article}
    yield _filled(
        {
            "@id": identifier,
            "@type": "Quotation" if direct else "Claim",
            "text": _text(reading, spans),
            **links,
            **common,
            "hasPart": [{"@id": part} for part in parts] or None,
        }
    )
    yield _annotation(reading, identifier, spans)
    for part, span in zip(parts, inner, strict=True):
        yield _filled(
            {
                "@id": part,
                "@type": "Quotation",
                "text": _text(reading, [span]),
                "spokenByCharacter": who,
                "isBasedOn": article,
                **common,
            }
        )
        yield _annotation(reading, part, [span])


def _names(statement: Statement) -> tuple[str, ...]:
    return statement.speakers or ((statement.speaker,) if statement.speaker else ())


def _speaker(name: str, statement: Statement, people: dict[str, Person]) -> Node:
    """A link to whoever is known by name; a source that is only described stays without an id."""
    if name in people:
        return {"@id": _id("person", name)}
    if name == statement.party or name in statement.speakers:
        return {"@id": _id("party", name)}
    kind = "Person" if statement.anonymous else "Organization"
    party = {"@id": _id("party", statement.party)} if statement.party else None
    return _filled({"@type": kind, "description": name, "affiliation" if kind == "Person" else "memberOf": party})


def _annotation(reading: Reading, body: str, spans: Iterable[Span]) -> Node:
    """Where the words stand: by position and by quote, a target each piece."""
    targets = [
        {
            "source": _article_id(reading),
            "selector": [
                {"@type": "TextPositionSelector", "start": start, "end": end},
                _quote(reading.report.text, start, end),
            ],
        }
        for start, end in spans
    ]
    return {"@type": "Annotation", "motivation": "oa:identifying", "body": body, "target": targets}


def _quote(text: str, start: int, end: int) -> Node:
    return {
        "@type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }


def _quoted(reading: Reading) -> list[Span]:
    """The stretches of the report that stand in quotation marks, in order."""
    from detente.reading.attribution.quotations import quotations

    paragraphs = [(zone.start, zone.end) for zone in reading.front.zones]
    found = quotations(reading.report.text, paragraphs)
    return [piece for quotation in found for piece in quotation.pieces]


def _within(span: Span, quoted: list[Span]) -> list[Span]:
    """The quoted stretches of a span."""
    cut = [(max(start, span[0]), min(end, span[1])) for start, end in quoted]
    return [(start, end) for start, end in cut if start < end]


def _text(reading: Reading, spans: list[Span]) -> str | list[str]:
    parts = [reading.report.text[start:end] for start, end in spans]
    return parts[0] if len(parts) == 1 else parts


def _article_id(reading: Reading) -> str:
    return _address(reading) or f"urn:sha256:{reading.report.text_sha256}"


def _address(reading: Reading) -> str | None:
    """The report's address, where it is one on the web: whoever follows it runs nothing."""
    url = reading.report.url
    return url if url and _WEB.match(url) else None


def _id(kind: str, name: str) -> str:
    from urllib.parse import quote

    return f"urn:detente:{kind}:{quote(name, safe='')}"


def _day(edtf: str | None) -> str | None:
    """An EDTF date that is also an ISO 8601 one; None for intervals, unknown digits and parts of months."""
    if edtf is None or len(edtf) > _DAY:
        return None
    return edtf if all(part.isdigit() for part in edtf.split("-")) else None


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None}
