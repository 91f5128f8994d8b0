"""Classifiers of event types over sentences, to compare with the lexicon: see README.md beside this file."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer

BATCH = 32


def rooted(kind: str) -> str:
    """CONCEDE and RETREAT as CAMEO's YIELD."""
    return "YIELD" if kind in ("CONCEDE", "RETREAT") else kind


def rows(path: str) -> list[dict[str, Any]]:
    """JSON lines."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def first_sentence(text: str) -> str:
    """The first sentence of a story."""
    return re.split(r"(?<=[.!?])\s+", text.strip())[0][:400]


def embedded(texts: Sequence[str], model: str, tokenizer: str) -> np.ndarray:
    """Sentence vectors, (texts, 384), of length 1: the mean of the last layer."""
    pieces = Tokenizer.from_file(tokenizer)
    pieces.enable_truncation(128)
    pieces.enable_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options)
    found = np.zeros((len(texts), 384), np.float32)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    for at in range(0, len(order), BATCH):
        some = order[at : at + BATCH]
        got = pieces.encode_batch([texts[i] for i in some])
        ids, mask = (np.array([getattr(g, name) for g in got], np.int64) for name in ("ids", "attention_mask"))
        feeds = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = session.run(None, feeds)[0]
        mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        found[some] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    return found


def main(argv: list[str]) -> None:
    """Train on every other relation and on the stories, measure on the other relations and on the records."""
    relations, stories, records = (rows(path) for path in argv[:3])
    texts = [[r["text"] for r in relations], [first_sentence(r["text"]) for r in stories], [r["text"] for r in records]]
    dense = [embedded(part, *argv[3:5]) for part in texts]
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit(texts[0] + texts[1])
    sparse = [words.transform(part).tocsr() for part in texts]
    both = [hstack([a, csr_matrix(b)]).tocsr() for a, b in zip(sparse, dense, strict=True)]
    kinds = [rooted(r["type"]) for r in relations]
    told = [rooted(r["type"]) for r in stories]
    wanted = [{rooted(event["type"]) for event in r["events"]} for r in records]
    for name, parts in (("MiniLM", [csr_matrix(d) for d in dense]), ("words", sparse), ("both", both)):
        for data in ("relations", "stories", "all"):
            train = {"relations": parts[0][::2], "stories": parts[1], "all": vstack([parts[0][::2], parts[1]])}[data]
            labels = {"relations": kinds[::2], "stories": told, "all": kinds[::2] + told}[data]
            weights = np.array([4.0] * len(kinds[::2]) + [1.0] * len(told)) if data == "all" else None
            model = LogisticRegression(C=10, max_iter=2000, class_weight="balanced")
            model.fit(train, labels, sample_weight=weights)
            on_records = np.mean([k in w for k, w in zip(model.predict(parts[2]), wanted, strict=True)])
            on_others = np.mean(model.predict(parts[0][1::2]) == np.array(kinds[1::2]))
            print(f"{name:7} trained on {data:10} records {on_records:.1%}  other relations {on_others:.1%}")


if __name__ == "__main__":
    main(sys.argv[1:])
