"""Write trained networks as one file of weights: ``python export.py OUT.npz MODEL.pt ... [--shift S]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import torch


def main() -> None:
    """Half precision, names as in the network, numbered by network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--shift", type=float, default=0.0, help="taken from the score of 'no part of an attribution'")
    args = parser.parse_args()
    arrays = {f"vocabulary.{name}": values for name, values in np.load(args.vocabulary).items()}
    arrays["networks"] = np.array(len(args.models))
    for number, path in enumerate(args.models):
        state = torch.load(path)["state"]
        arrays |= {f"{number}.{name}": value.numpy().astype(np.float16) for name, value in state.items()}
        arrays[f"{number}.shift"] = np.array(args.shift, np.float32)
    np.savez_compressed(args.out, **arrays)
    sys.stdout.write(f"{args.out} {args.out.stat().st_size}\n")


if __name__ == "__main__":
    main()
