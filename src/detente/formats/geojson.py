"""The territories of readings as GeoJSON (RFC 7946): a point each, and who claims and holds it by whose word.

A point is an approximate middle and no border; nothing in it says whose a territory is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from detente.model.items import Claim, Territory
from detente.model.reading import Reading
from detente.model.round_trip import dumps, plain

_NOTE = "Points are approximate. Claims and holding are as reported or as of the date given; none says whose it is."


Feature = dict[str, Any]


def geojson(features: Iterable[Feature]) -> str:
    """A FeatureCollection of features, which may be of many reports."""
    return dumps({"type": "FeatureCollection", "note": _NOTE, "features": list(features)}) + "\n"


def features(reading: Reading) -> list[Feature]:
    """The territories of a report, each with its report's id; those of unknown place have a null geometry."""
    return [_feature(territory, reading.report.id) for territory in reading.territories or ()]


def _feature(territory: Territory, report: str | None) -> Feature:
    place = territory.coordinates
    return {
        "type": "Feature",
        "id": territory.id,
        "geometry": {"type": "Point", "coordinates": [place[1], place[0]]} if place else None,
        "properties": {
            "id": territory.id,
            "report": report,
            "name": territory.name,
            "aliases": list(territory.aliases),
            "kind": territory.kind,
            "claimants": [_claim(claim) for claim in territory.claims],
            "holders": [_claim(claim) for claim in territory.holdings],
        },
    }


def _claim(claim: Claim) -> dict[str, Any]:
    """Whose, by what source: the report's words, or the table and its date."""
    return {
        "party": claim.who.id,
        "name": claim.who.name,
        "source": "report" if claim.basis == "said" else "table of territories",
        "as_of": plain(claim.as_of),
        "words": plain(claim.evidence),
    }
