"""PolNeAR as arrays: each article parsed as Detente parses a report, its features, and the gold as tags and links.

``python data.py PART.jsonl OUT.pkl [--vocabulary VOCAB.npz]``: with the option the vocabulary is made from the part and
written; without it, it is read from the package. Parsing takes about 3 minutes for the training part; it is cached
beside OUT.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from spacy.strings import StringStore
from spacy.tokens import Doc, DocBin

from detente.model.report import DateBasis, Front, Published, Report, Zone, ZoneSpan
from detente.reading.attribution.learned.features import LEXICAL, Vocabulary, features, raw
from detente.reading.attribution.quotations import quotations
from detente.reading.parse import parse
from detente.reading.reader import DEFAULT_MODEL, load

PARAGRAPH = re.compile(r"[^\n]+\n*")
LEAST = {"LOWER": 3, "LEMMA": 3, "SUFFIX": 10, "SHAPE": 20, "TAG": 1, "POS": 1, "DEP": 1, "ENT_TYPE": 1}
NAMES = np.array([StringStore()["NNP"], StringStore()["NNPS"]], np.uint64)
COMMON = 0.04  # share of a word's occurrences that must not be tagged as a proper name
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


def parsed(part: Path, cache: Path) -> tuple[list[dict[str, Any]], list[Doc]]:
    """The articles of a part and their Docs, from the cache if there is one."""
    articles = [json.loads(line) for line in part.read_text(encoding="utf-8").split("\n") if line.strip()]
    nlp = load(DEFAULT_MODEL)
    if cache.exists():
        return articles, list(DocBin().from_disk(cache).get_docs(nlp.vocab))
    docs = []
    for article in articles:
        text = article["text"]
        zones = tuple(ZoneSpan(Zone.BODY, *match.span()) for match in PARAGRAPH.finditer(text))
        front = Front(None, Published(None, DateBasis.UNKNOWN), (), (), (), (), zones)
        docs.append(parse(Report(text, part.name, "jsonl", "", given_id=article["id"]), front, nlp))
    DocBin(
        ["ORTH", "TAG", "POS", "MORPH", "HEAD", "DEP", "LEMMA", "SENT_START", "ENT_IOB", "ENT_TYPE"], docs=docs
    ).to_disk(cache)
    return articles, docs


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of an article."""
    return [match.span() for match in PARAGRAPH.finditer(text)]


def vocabulary(docs: list[Doc]) -> Vocabulary:
    """What occurs often enough in the training part; of words and lemmas no mere names, abbreviated titles aside."""
    counts: dict[str, Counter[int]] = {name: Counter() for name in LEXICAL}
    common: dict[str, Counter[int]] = {name: Counter() for name in ("LOWER", "LEMMA")}
    for doc in docs:
        columns = raw(doc)
        for name in LEXICAL:
            counts[name].update(columns[name].tolist())
        for name, counted in common.items():
            counted.update(columns[name][~np.isin(columns["TAG"], NAMES)].tolist())
    strings = docs[0].vocab.strings

    def kept(name: str, value: int) -> bool:
        if counts[name][value] < LEAST[name]:
            return False
        word = name in common and not strings[value].endswith(".")
        return not word or common[name][value] >= COMMON * counts[name][value]

    return Vocabulary({name: np.array(sorted(v for v in counts[name] if kept(name, v)), np.uint64) for name in LEXICAL})


def example(article: dict[str, Any], doc: Doc, known: Vocabulary, tensor: np.ndarray | None) -> dict[str, Any]:
    """The features of an article and its gold: a tag a token, and the attributions as rows of tokens."""
    text = article["text"]
    marked = quotations(text, paragraphs(text))
    found = features(doc, paragraphs(text), marked, known)
    begins = np.array([doc[i].idx for i in found.tokens.tolist()])
    ends = np.array([doc[i].idx + len(doc[i]) for i in found.tokens.tolist()])

    def rows(span: list[int]) -> tuple[int, int]:
        return int(np.searchsorted(ends, span[0], side="right")), int(np.searchsorted(begins, span[1]))

    tags = np.zeros(len(begins), np.int64)
    gold = []
    for attribution in article["attributions"]:
        roles: dict[str, list[tuple[int, int]]] = {}
        for role, tag in (("cue", 3), ("source", 1), ("content", 5)):
            roles[role] = []
            for span in attribution[role] or []:
                a, b = rows(span)
                if b <= a:
                    continue
                roles[role].append((a, b))
                if not tags[a:b].any():
                    tags[a + 1 : b] = tag + 1
                    tags[a] = tag
        gold.append(roles)
    return {
        "id": article["id"],
        "features": found,
        "begins": begins,
        "ends": ends,
        "tags": tags,
        "gold": gold,
        "tensor": None if tensor is None else tensor[found.tokens],
    }


def main() -> None:
    """Parse, count, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--count", action="store_true", help="make the vocabulary from this part")
    parser.add_argument("--tensor", type=Path, help="context vectors of the parser, for an ablation")
    args = parser.parse_args()
    articles, docs = parsed(args.part, args.out.with_suffix(".spacy"))
    if args.count:
        known = vocabulary(docs)
        np.savez_compressed(args.vocabulary, **known.values)
    else:
        known = Vocabulary(dict(np.load(args.vocabulary)))
    tensor, at, examples = np.load(args.tensor, mmap_mode="r") if args.tensor else None, 0, []
    for article, doc in zip(articles, docs, strict=True):
        here = None if tensor is None else np.array(tensor[at : at + len(doc)])
        examples.append(example(article, doc, known, here))
        at += len(doc)
    args.out.write_bytes(pickle.dumps(examples))


if __name__ == "__main__":
    main()
