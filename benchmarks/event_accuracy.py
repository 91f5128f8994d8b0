"""Events against sentences coded by PLOVER: writes what a scorer of event records reads.

    event_accuracy.py DATA.jsonl OUT.jsonl

DATA has one sentence a line: ``{"id", "text"}``. OUT has for each ``{"id", "events": [{"type", "source", "target",
"status", "text"}]}`` with ISO 3166-1 alpha-3 codes; a group stands for the state where it is at home, other actors
without a country are IGO. As coders of such records do, an actor whose country is not said is taken to be of the
other's: "police arrested two Kenyans" is Kenya to Kenya. Denied events are left out.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.formats.plover_actors import actor_codes
from detente.reading.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from detente.model.items import Event
    from detente.model.references import Reference


WITHOUT_COUNTRY = frozenset({"UNO", "EUR", "NGO", "IMG", "ISM", "MNC"})
WILL = re.compile(r"\b(will|would|shall)\b")
DOMESTIC = frozenset({"PROTEST", "COERCE", "ASSAULT", "REQUEST", "ACCUSE", "CONCEDE", "REJECT", "THREATEN", "SANCTION"})


def codes(parties: Iterable[str]) -> list[str]:
    """Parties as event coders write them; the records have one code for all without a country."""
    found = ((code if code and code not in WITHOUT_COUNTRY else "IGO") for code in actor_codes(parties))
    return list(dict.fromkeys(found))


def parties_of(side: Iterable[Reference]) -> list[str]:
    """The ids of the parties on one side of an event."""
    return [who.id for who in side if who.kind == "party" and who.id]


def sides(event: Event, named: list[str]) -> tuple[list[str], list[str]]:
    """Source and target of an event, one standing in for the other where coders take them to be of one country.

    ``named`` are the countries of the sentence: where the event has no actor known and there is one, it is his.
    """
    source, target = codes(parties_of(event.source)), codes(parties_of(event.target))
    if not source and not target and len(named) == 1:
        return named, named if event.type in DOMESTIC else []
    if not source and len(target) == 1 and target != ["IGO"]:
        return target, target
    if not target and len(source) == 1 and source != ["IGO"] and event.type in DOMESTIC:
        return source, source
    return source, target


def as_coded(event: Event) -> str | None:
    """The type as the records have it: a retreat that an actor says it will make was AGREE in their manual."""
    promised = event.type == "CONCEDE" and event.status == "scheduled" and WILL.search(event.what.text)
    return "AGREE" if promised else event.type


def coded(events: Iterable[Event], parties: Iterable[str]) -> list[dict[str, Any]]:
    """Events as records of a sentence in which these parties are named."""
    records = []
    named = [code for code in codes(parties) if code != "IGO"]
    for event in events:
        if event.status != "denied" and event.type is not None:
            source, target = sides(event, named)
            names = {"type": as_coded(event), "source": source, "target": target}
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
            named = [party.id for party in doc._.detente_parties]
            out.write(json.dumps({"id": sentence["id"], "events": coded(doc._.detente_events, named)}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
