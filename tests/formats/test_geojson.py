from __future__ import annotations

import json

from detente.formats.geojson import features, geojson
from detente.model.report import Report
from detente.reading.reader import Reader
from detente.sources import report_from_text


def test_points_have_longitude_first_and_sources_stand_apart(reader: Reader) -> None:
    text = (
        "Kenya administers the Ilemi Triangle, which South Sudan claims. Ghana and Togo both claim the Ferrel Islands."
    )
    report = report_from_text(text)
    assert isinstance(report, Report)
    reading = reader.read(report)
    collection = json.loads(geojson(features(reading)))
    assert collection["type"] == "FeatureCollection"
    ilemi, ferrel = collection["features"]
    assert {one["properties"]["report"] for one in (ilemi, ferrel)} == {reading.report.id}
    assert ilemi["geometry"] == {"type": "Point", "coordinates": [35.3, 4.9]}
    assert ferrel["geometry"] is None
    by_source = {(c["party"], c["source"]) for c in ilemi["properties"]["claimants"]}
    assert {c["name"] for c in ilemi["properties"]["claimants"] if c["party"] == "SSD"} == {"South Sudan"}
    assert {("SSD", "report"), ("SSD", "table of territories")} <= by_source
    for claim in (*ilemi["properties"]["claimants"], *ilemi["properties"]["holders"]):
        assert claim["name"]
        assert (claim["as_of"] is None) == (claim["source"] == "report")
        assert claim["words"] is None or text[claim["words"]["start"] : claim["words"]["end"]] == claim["words"]["text"]
    assert not {"owner", "sovereign", "country"} & set(ilemi["properties"])
