"""Statements as JSON-LD: schema.org Quotation and Claim, with W3C Web Annotation selectors as their evidence.

One object a report: its article, the people and parties that speak, and the statements. Only words that stand in
quotation marks are a Quotation. A paraphrase or stance is a Claim; one with quoted words in it has them as parts. A
silence is neither, and left out. The context is written out, so that nothing has to be fetched to read it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from detente.knowledge.parties import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.model.date import Date
    from detente.model.items import Statement
    from detente.model.reading import Reading
    from detente.model.references import Reference
    from detente.model.words import Words

    Node = dict[str, Any]
    Span = tuple[int, int]

_WEB = re.compile(r"https?://[^\s\x00-\x1f\x7f-\x9f<>\"]+\Z", re.IGNORECASE)
_AROUND = 32  #: characters of a text quote selector's prefix and suffix
# codes: names of its vocabulary
_ISO = frozenset({"day", "month", "year"})  #: schema.org takes ISO 8601 dates: no intervals, seasons or qualifiers

# codes: names of its vocabulary
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
    said = [statement for statement in reading.statements or () if statement.content and statement.manner != "declined"]
    graph = [_article(reading), *_who(reading, said)]
    for statement in said:
        graph += _statement(reading, statement)
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


def _who(reading: Reading, said: list[Statement]) -> Iterator[Node]:
    """A node for everybody with a name who speaks, and for every party that is spoken for."""
    known = {person.id: person for person in reading.people or ()}
    speakers = dict.fromkeys(who for each in said for who in _speakers(each) if who.kind != "described")
    parties = {str(who.id): who.name for who in speakers if who.kind == "party"}
    for who in speakers:
        if who.kind == "person":
            person = known.get(str(who.id))
            party = person.party if person else None
            parties |= {party: parties.get(party, party)} if party else {}
            yield _filled(
                {
                    "@id": _id(who),
                    "@type": "Person",
                    "name": who.name,
                    "jobTitle": person.office if person else None,
                    "affiliation": {"@id": _party_id(party)} if party else None,
                }
            )
    for each in said:
        parties |= {each.party: parties.get(each.party, each.party)} if each.party else {}
    parties |= {party.id: party.name for party in reading.parties or () if party.id in parties}
    for id_, name in parties.items():
        kind = "Country" if kind_of(id_) in ("state", "former state") else "Organization"
        yield {"@id": _party_id(id_), "@type": kind, "name": name, "identifier": id_}


def _statement(reading: Reading, statement: Statement) -> Iterator[Node]:
    """A Quotation or Claim and its annotation; the quoted stretches of a mixed one as Quotations of their own."""
    assert statement.content is not None
    spans = _spans(statement.content)
    article = {"@id": _article_id(reading)}
    speakers = [_speaker(each, statement) for each in _speakers(statement)]
    who: Node | list[Node] | None = speakers[0] if len(speakers) == 1 else speakers or None
    common = {
        "datePublished": _day(reading.front.published.date),
        "dateCreated": _day(statement.date),
        "locationCreated": {"@type": "Place", "name": statement.venue} if statement.venue else None,
    }
    direct = statement.manner == "direct"
    identifier = f"urn:detente:{statement.id}"
    inner = [] if direct else [span for words in statement.quoted for span in _spans(words)]
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


def _speakers(statement: Statement) -> tuple[Reference, ...]:
    return statement.speakers or ((statement.speaker,) if statement.speaker else ())


def _speaker(who: Reference, statement: Statement) -> Node:
    """A link to whoever is known by name; a source that is only described stays without an id."""
    if who.kind != "described":
        return {"@id": _id(who)}
    party = {"@id": _party_id(statement.party)} if statement.party else None
    if statement.anonymous:
        return _filled({"@type": "Person", "description": who.name, "affiliation": party})
    return _filled({"description": who.name, "memberOf": party})  # of one or of many: the words do not tell


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


def _spans(words: Words) -> list[Span]:
    return list(words.spans or ((words.start, words.end),))


def _text(reading: Reading, spans: list[Span]) -> str | list[str]:
    parts = [reading.report.text[start:end] for start, end in spans]
    return parts[0] if len(parts) == 1 else parts


def _article_id(reading: Reading) -> str:
    return _address(reading) or f"urn:sha256:{reading.report.text_sha256}"


def _address(reading: Reading) -> str | None:
    """The report's address, where it is one on the web: whoever follows it runs nothing."""
    url = reading.report.url
    return url if url and _WEB.match(url) else None


def _id(who: Reference) -> str:
    return f"urn:detente:{who.id}" if who.kind == "person" else _party_id(str(who.id))


def _party_id(party: str) -> str:
    from urllib.parse import quote

    return f"urn:detente:party:{quote(party, safe='')}"


def _day(date: Date | None) -> str | None:
    """A date that is also an ISO 8601 one; None for intervals, seasons, unknown digits and parts of months."""
    if date is None or date.part or date.precision not in _ISO or not date.edtf.replace("-", "").isdigit():
        return None
    return date.edtf


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None}
