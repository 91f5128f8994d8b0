"""For comparison only: a CRF on the same features, its spans linked to the nearest cue in the parse.

``python crf.py TRAIN.pkl TEST.pkl MODEL.crfsuite``; needs ``python-crfsuite``. Features of a token are those of its
own row, of the tokens beside it and of its head, as strings; the tags are the network's.
"""

from __future__ import annotations

import argparse
import pickle
import sys
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import pycrfsuite
from measure import relation_f1
from train import held

from detente.reading.attribution.learned.decoding import TAGS, relations
from detente.reading.attribution.learned.features import LEXICAL, NEIGHBOURS, PLACED, Features
from detente.reading.attribution.learned.pairs import PAIRS, pairs

OWN = tuple(LEXICAL)
BESIDE = ("LOWER", "LEMMA", "TAG", "POS", "DEP")
TREE = ("LEMMA", "TAG", "DEP")
AROUND = {"before2": BESIDE, "before": BESIDE, "after": BESIDE, "after2": BESIDE, "head": TREE, "verb": TREE}


def rows(found: Features) -> list[list[str]]:
    """The attributes of each token."""
    n = len(found.tokens)
    text = {name: [str(v) for v in found.lexical[:, i].tolist()] + ["-"] for i, name in enumerate(LEXICAL)}
    result = [[f"{name}={text[name][t]}" for name in OWN] for t in range(n)]
    for t in range(n):
        result[t] += [f"{name}={found.placed[t, i]}" for i, name in enumerate(PLACED)]
    for place, names in AROUND.items():
        for t, other in enumerate(found.neighbours[:, NEIGHBOURS.index(place)].tolist()):
            result[t] += [f"{place}.{name}={text[name][other]}" for name in names]
            if other < n:
                result[t] += [f"{place}.quoted={found.placed[other, 0]}", f"{place}.cue={found.placed[other, -1]}"]
    return result


def paragraphs(found: Features) -> list[slice]:
    """The rows of each paragraph."""
    bounds = [*np.flatnonzero(np.diff(found.paragraph, prepend=-1)).tolist(), len(found.tokens)]
    return [slice(a, b) for a, b in pairwise(bounds)]


def nearest(found: Features):
    """A pointer without learning: the nearest in the parse, then in the line; none beyond two paragraphs."""
    names = list(PAIRS)

    def score(ones: np.ndarray, others: np.ndarray) -> np.ndarray:
        table = pairs(found, ones, others)
        gap = np.where(
            others[:, 1][None] <= ones[:, :1], ones[:, :1] - others[:, 1][None], others[:, 0][None] - ones[:, 1:]
        )
        near = -np.abs(gap) / 100.0
        near = near + (table[..., names.index("up")] == 2) + (table[..., names.index("down")] == 2)
        near = near + (table[..., names.index("sentence")] == 3)
        none = np.full((len(ones), 1), -2.0)
        return np.concatenate([near, none], 1).astype(np.float32)

    return score


def main() -> None:
    """Train, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("test", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--part", type=float, default=1.0)
    parser.add_argument("--iterations", type=int, default=60)
    args = parser.parse_args()
    begun = time.process_time()
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.3, "c2": 0.01, "max_iterations": args.iterations, "feature.minfreq": 3})
    examples = [e for e in pickle.loads(args.train.read_bytes()) if held(e, 10)]
    for example in examples[: int(args.part * len(examples))]:
        attributes = rows(example["features"])
        for where in paragraphs(example["features"]):
            trainer.append(attributes[where], [TAGS[t] for t in example["tags"][where].tolist()])
    trainer.train(str(args.model))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(args.model))
    test, found = pickle.loads(args.test.read_bytes()), []
    for example in test:
        features, attributes = example["features"], rows(example["features"])
        tags = [tag for where in paragraphs(features) for tag in tagger.tag(attributes[where])]
        point = nearest(features)
        found.append(relations(np.array([TAGS.index(tag) for tag in tags], np.int64), point, point))
    sys.stdout.write(f"{relation_f1(test, found)} {time.process_time() - begun:.0f} s\n")


if __name__ == "__main__":
    main()
