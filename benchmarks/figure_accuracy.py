"""How well quantities are found: NewsQuant's gold against ours.

    python benchmarks/figure_accuracy.py NEWSQUANT.jsonl [--errors]

Each line holds a sentence and its ``quantities``: value, normalized unit, change (=, ~, >, <, up, down). Prints
precision, recall and F1 of value, of value with unit and of value with change, matched one to one within a sentence;
ages count here, as NewsQuant counts them, though a reading leaves them out. What is left out otherwise (years, times,
names) is left out here, too.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path
from typing import Any

from detente.reading.figures.lexicon import lexicon
from detente.reading.figures.quantities import Quantity, quantities
from detente.reading.parse import plain
from detente.reading.reader import load

SHOWN = {"at least": ">", "more than": ">", "at most": "<", "less than": "<", "about": "~"}
UNTOLD = ("DET", "PRON", "CCONJ", "ADV", "ADP", "PART", "VERB")
FACETS = ("value", "value+unit", "value+change")


def main() -> None:
    """Read, measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("data", type=Path)
    asked.add_argument("--errors", action="store_true")
    given = asked.parse_args()
    rows = [json.loads(line) for line in given.data.read_text(encoding="utf-8").splitlines()]
    nlp = load()
    times = nlp.create_pipe("detente_times")
    right, gold, ours = dict.fromkeys(FACETS, 0), 0, 0
    for row, parsed in zip(rows, nlp.pipe([plain(row["text"]) for row in rows]), strict=True):
        doc = times(parsed)
        found = [shown(each) for each in found_in(doc)]
        gold, ours = gold + len(row["quantities"]), ours + len(found)
        pairs = paired(row["quantities"], found)
        for facet in FACETS:
            right[facet] += sum(agrees(facet, want, got) for want, got in pairs)
        if given.errors:
            told(row, found, pairs)
    for facet in FACETS:
        precision, recall = right[facet] / ours, right[facet] / gold
        f1 = 2 * right[facet] / (ours + gold)
        print(f"{facet:13} precision {precision:5.1%}  recall {recall:5.1%}  F1 {f1:5.1%}")


def found_in(doc: Any) -> list[Quantity]:
    """The quantities of a Doc that has its times."""
    taken = [(t.evidence.start, t.evidence.end) for t in doc._.detente_times if t.type in ("DATE", "TIME")]
    text = doc.text
    return [each for sentence in doc.sents for each in quantities(text, sentence, taken)]


def shown(quantity: Quantity) -> dict[str, Any]:
    """A quantity in NewsQuant's terms."""
    number = quantity.number
    unit = quantity.unit.name if quantity.unit is not None else counted(quantity)
    if quantity.per:
        per = lexicon().units.get(quantity.per)
        unit += f" per {per.name if per else quantity.per}"
    signed = quantity.text[quantity.start - 1 : quantity.start] in ("+", "-")
    told = signed or quantity.top.head.pos_ not in ("NOUN", "PROPN")  # a change that a noun tells is "=" in NewsQuant
    change = {"increase": "up", "decrease": "down"}.get(
        quantity.change if quantity.change and told else ""
    ) or SHOWN.get(quantity.bound or "", "=")
    return {"value": (number.value, number.upper), "unit": unit.lower(), "change": change}


def counted(quantity: Quantity) -> str:
    """The noun that is counted, with what describes it, in base forms."""
    noun = quantity.noun
    if noun is None:
        return "-"
    end = quantity.number.end
    if quantity.text[end : end + 1] == "-" and quantity.span.end + 1 < noun.i:
        return noun.doc[quantity.span.end + 1].lemma_  # "four-cylinder engines"
    parts = [t for t in noun.doc[quantity.span.end : noun.i] if t.pos_ not in UNTOLD and t.lower_ != "more"]
    return "".join((t.lemma_ if t.pos_ == "ADJ" else t.text) + t.whitespace_ for t in parts) + noun.lemma_


def paired(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Gold and ours of equal value, each once; those that agree in more come first."""
    ranked = sorted(
        ((-sum(agrees(f, want, got) for f in FACETS), i, k)
         for i, want in enumerate(gold) for k, got in enumerate(found) if agrees("value", want, got)),
    )  # fmt: skip
    pairs, left, right = [], set(), set()
    for _, i, k in ranked:
        if i not in left and k not in right:
            left.add(i)
            right.add(k)
            pairs.append((gold[i], found[k]))
    return pairs


def agrees(facet: str, want: dict[str, Any], got: dict[str, Any]) -> bool:
    """Whether two quantities are equal in value, and in the facet."""
    low, high = values(want["value"])
    if not math.isclose(low, got["value"][0], rel_tol=1e-5, abs_tol=1e-8) or (high is None) != (
        got["value"][1] is None
    ):
        return False
    if high is not None and not math.isclose(high, got["value"][1], rel_tol=1e-5, abs_tol=1e-8):
        return False
    if facet == "value+unit":
        return bool(want["normalized_unit"].lower().replace("-", " ") == got["unit"].replace("-", " "))
    return facet != "value+change" or bool(want["change"] == got["change"])


def values(text: str) -> tuple[float, float | None]:
    """One value, or the two of a range."""
    if "E" in text or "-" not in text[1:]:
        return float(text), None
    low, _, high = text.partition("-")
    return float(low), float(high)


def told(row: dict[str, Any], found: list[dict[str, Any]], pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """Print what is wrong in a sentence."""
    missed = [each for each in row["quantities"] if not any(each is want for want, _ in pairs)]
    extra = [each for each in found if not any(each is got for _, got in pairs)]
    other = [(w, g) for w, g in pairs if not (agrees("value+unit", w, g) and agrees("value+change", w, g))]
    if missed or extra or other:
        print(row["text"])
        for mark, items in (("missed", missed), ("extra", extra), ("other", other)):
            for item in items:
                print(f"    {mark}: {item}", file=sys.stdout)


if __name__ == "__main__":
    main()
