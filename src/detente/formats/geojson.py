"""The territories of a reading as GeoJSON (RFC 7946): a point each, and who claims and holds it by whose word.

A point is an approximate middle and no border; nothing in it says whose a territory is.
"""

from __future__ import annotations

from typing import Any

from detente.model.items import Claim, Territory
from detente.model.reading import Reading
from detente.model.round_trip import dumps, plain

_NOTE = "Points are approximate. Claims and holding are as reported or as of the date given; none says whose it is."


def geojson(reading: Reading) -> str:
    """A FeatureCollection of the report's territories; those of unknown place have a null geometry."""
    collection = {
        "type": "FeatureCollection",
        "note": _NOTE,
        "report": reading.report.id,
        "features": [_feature(territory) for territory in reading.territories or ()],
    }
    return dumps(collection) + "\n"


def _feature(territory: Territory) -> dict[str, Any]:
    place = territory.coordinates
    return {
        "type": "Feature",
        "id": territory.id,
        "geometry": {"type": "Point", "coordinates": [place[1], place[0]]} if place else None,
        "properties": {
            "id": territory.id,
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
