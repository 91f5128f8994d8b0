"""Events against sentences coded by PLOVER: writes what a scorer of event records reads.

    event_accuracy.py DATA.jsonl OUT.jsonl

DATA has one sentence a line: ``{"id", "text"}``. OUT has for each ``{"id", "events": [{"type", "source", "target",
"status", "text"}]}`` with ISO 3166-1 alpha-3 codes; a group stands for the state where it is at home, other actors
without a country are IGO. As coders of such records do, an actor whose country is not said is taken to be of the
other's: "police arrested two Kenyans" is Kenya to Kenya. Denied events are left out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.knowledge.parties.records import records
from detente.reading.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from detente.model.items import Event


DOMESTIC = frozenset({"PROTEST", "COERCE", "ASSAULT", "REQUEST", "ACCUSE", "CONCEDE", "REJECT", "THREATEN", "SANCTION"})


def codes(parties: Iterable[str]) -> list[str]:
    """Parties as event coders write them."""
    known = records()
    found: dict[str, None] = {}
    for party in parties:
        record = known.get(party)
        if record is not None and record.kind == "group" and record.part_of:
            found[record.part_of] = None
        elif record is not None and record.kind in ("state", "former state") and len(party) == 3:
            found["RUS" if party == "SUN" else party] = None
        else:
            found["IGO"] = None
    return list(found)


def sides(event: Event) -> tuple[list[str], list[str]]:
    """Source and target of an event, one standing in for the other where coders take them to be of one country."""
    source, target = codes(event.source), codes(event.target)
    if not source and len(target) == 1 and target != ["IGO"]:
        return target, target
    if not target and len(source) == 1 and source != ["IGO"] and event.type in DOMESTIC:
        return source, source
    return source, target


def coded(events: Iterable[Event]) -> list[dict[str, Any]]:
    """Events as records of a sentence."""
    records = []
    for event in events:
        if event.status != "denied":
            source, target = sides(event)
            names = {"type": event.type, "source": source, "target": target}
            records.append({**names, "status": event.status, "text": event.what.text})
    return records


def main(argv: list[str]) -> int:
    """Read DATA, write OUT."""
    if len(argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    sentences = [json.loads(line) for line in Path(argv[0]).read_text(encoding="utf-8").splitlines() if line.strip()]
    reader = Reader(only=["events"])
    docs: Iterable[Doc] = reader.nlp.pipe(sentence["text"] for sentence in sentences)
    with Path(argv[1]).open("w", encoding="utf-8") as out:
        for sentence, doc in zip(sentences, docs, strict=True):
            for component in reader.components:
                component(doc)
            out.write(json.dumps({"id": sentence["id"], "events": coded(doc._.detente_events)}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
