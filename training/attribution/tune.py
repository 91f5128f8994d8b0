"""Choose the shift on the articles held out of training: ``python tune.py TRAIN.pkl MODEL.pt ... --folds 10``."""

from __future__ import annotations

import argparse
import pickle
import sys
from pathlib import Path

import numpy as np
import torch
from measure import relation_f1
from network import Network
from train import ABLATIONS, ablate, held, predict


def loaded(path: Path, sizes: dict[str, int], vectors: np.ndarray) -> Network:
    """A trained network."""
    saved = torch.load(path)
    model = Network(sizes, vectors, **saved["settings"])
    model.load_state_dict(saved["state"])
    return model.eval()


def main() -> None:
    """A line of figures for each shift."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--without", nargs="*", default=[], choices=ABLATIONS, help="hide these from the network")
    parser.add_argument("--shifts", type=float, nargs="+", default=[0.0, 0.5, 1.0, 1.5, 2.0])
    args = parser.parse_args()
    torch.set_num_threads(1)
    examples = [e for e in pickle.loads(args.part.read_bytes()) if not args.folds or not held(e, args.folds)]
    for example in examples:
        ablate(example["features"], args.without)
    sizes = {name: len(values) + 1 for name, values in np.load(args.vocabulary).items()}
    models = [loaded(path, sizes, np.load(args.vectors)) for path in args.models]
    tensor = any("tensor" in torch.load(path)["settings"] for path in args.models)
    for shift in args.shifts:
        sys.stdout.write(f"{shift} {relation_f1(examples, [predict(models, e, tensor, shift) for e in examples])}\n")


if __name__ == "__main__":
    main()
