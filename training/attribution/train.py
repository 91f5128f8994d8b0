"""Train the network: ``python train.py TRAIN.pkl OUT.pt [--held K] [--epochs N] ...``; one thread, a fixed seed."""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from measure import relation_f1
from network import Network, span_states
from torch.nn import functional

from detente.reading.attribution.learned.decoding import relations, viterbi
from detente.reading.attribution.learned.features import NEIGHBOURS, Features
from detente.reading.attribution.learned.pairs import pairs


def batch_of(examples: list[dict], tensor: bool) -> dict:
    """Several articles as one batch; the row behind the last stands for a missing neighbour."""
    sizes = [len(e["tags"]) for e in examples]
    total = sum(sizes)
    offsets = np.cumsum([0, *sizes])
    join = lambda name: np.concatenate([getattr(e["features"], name) for e in examples])  # noqa: E731
    neighbours = np.concatenate(
        [
            np.where(e["features"].neighbours == n, total, e["features"].neighbours + at)
            for e, n, at in zip(examples, sizes, offsets, strict=False)
        ]
    )
    paragraph = np.concatenate([e["features"].paragraph + 1000 * i for i, e in enumerate(examples)])
    bounds = np.flatnonzero(np.diff(paragraph, prepend=-1))
    lengths = np.diff(np.append(bounds, total))
    column = np.repeat(np.arange(len(bounds)), lengths)
    when = np.arange(total) - bounds[column]
    pad = np.full((lengths.max(), len(bounds)), total)
    pad[when, column] = np.arange(total)
    batch = {
        "lexical": join("lexical"),
        "placed": join("placed"),
        "vectors": join("vectors"),
        "neighbours": neighbours,
        "pad": pad,
        "time": when,
        "column": column,
        "lengths": lengths,
        "tags": np.concatenate([e["tags"] for e in examples]),
    }
    batch = {name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in batch.items()}
    batch["offsets"] = offsets[:-1]
    if tensor:
        batch["tensor"] = torch.from_numpy(np.concatenate([e["tensor"] for e in examples]).astype(np.float32))
    return batch


def say(line: str) -> None:
    """A line of the log, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def links(example: dict) -> dict:
    """Gold spans [p, 2] and whose they are: of each cue its source, of each content its cue."""
    if "links" in example:
        return example["links"]
    gold = [g for g in example["gold"] if g["cue"]]
    cues = sorted({g["cue"][0] for g in gold})
    sources = sorted({g["source"][0] for g in gold if g["source"]})
    contents = sorted({piece for g in gold for piece in g["content"]})
    source_of = np.full(len(cues), len(sources))
    cue_of = np.full(len(contents), len(cues))
    for g in gold:
        c = cues.index(g["cue"][0])
        if g["source"]:
            source_of[c] = sources.index(g["source"][0])
        for piece in g["content"]:
            cue_of[contents.index(piece)] = c
    arrays = [np.array(spans, np.int64).reshape(-1, 2) for spans in (cues, sources, contents)]
    f = example["features"]
    example["links"] = {
        "spans": arrays,
        "gold": (source_of, cue_of),
        "tables": (pairs(f, arrays[0], arrays[1]), pairs(f, arrays[2], arrays[0])),
    }
    return example["links"]


def link_loss(model: Network, x: torch.Tensor, examples: list[dict], offsets: np.ndarray) -> torch.Tensor:
    total, count = x.new_zeros(()), 0
    for example, at in zip(examples, offsets, strict=True):
        here = links(example)
        cues, sources, contents = (torch.from_numpy(spans + at) for spans in here["spans"])
        for pointer, ones, others, table, gold in (
            (model.source, cues, sources, here["tables"][0], here["gold"][0]),
            (model.content, contents, cues, here["tables"][1], here["gold"][1]),
        ):
            if len(ones) and len(others):
                scores = pointer(span_states(x, ones), span_states(x, others), torch.from_numpy(table))
                total = total + functional.cross_entropy(scores, torch.from_numpy(gold), reduction="sum")
                count += len(ones)
    return total / max(count, 1)


@torch.no_grad()
def predict(models: list[Network], example: dict, tensor: bool, shift: float = 0.0, batched=None) -> list:
    """The relations of one article, with the mean of several models."""
    batch = batched([example]) if batched else batch_of([example], tensor)
    states = [model.encode(batch) for model in models]
    scores = sum(model.tags(x) for model, x in zip(models, states, strict=True)).numpy() / len(models)
    moves, starts, stops = (
        (sum(getattr(m, name) for m in models) / len(models)).numpy() for name in ("moves", "starts", "stops")
    )
    scores[:, 0] -= shift

    def point(name: str):
        def score(ones: np.ndarray, others: np.ndarray) -> np.ndarray:
            a, b = torch.from_numpy(ones), torch.from_numpy(others)
            table = torch.from_numpy(pairs(example["features"], ones, others))
            found = [
                torch.log_softmax(getattr(m, name)(span_states(x, a), span_states(x, b), table), 1)
                for m, x in zip(models, states, strict=True)
            ]
            return (sum(found) / len(found)).numpy()

        return score

    tags = viterbi(scores, example["features"].paragraph, moves, starts, stops)
    return relations(tags, point("source"), point("content"))


GROUPS = 9  # about 12 passages in each: as long as an article
ABLATIONS = ("tree", "quotations", "vectors", "grammar", "words", "lexicon")


def ablate(found: Features, without: list[str]) -> None:
    """Hide a part of the features."""
    if "tree" in without:
        found.neighbours[:, NEIGHBOURS.index("head") :] = len(found.tokens)
        found.placed[:, 4:6] = 0
    if "quotations" in without:
        found.placed[:, :2] = 0
    if "lexicon" in without:
        found.placed[:, 6] = 0
    if "vectors" in without:
        found.vectors[:] = -1
    if "grammar" in without:
        found.lexical[:, 4:] = 0
    if "words" in without:
        found.lexical[:, :4] = 0


def held(example: dict, folds: int) -> int:
    return int(hashlib.sha256(example["id"].encode()).hexdigest(), 16) % folds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=10, help="share of train held out is 1 / folds; 0 for none")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--also", type=Path, help="passages that are always trained on")
    parser.add_argument("--times", type=int, default=4, help="how often an epoch has each of them")
    parser.add_argument("--start", type=Path, help="weights of a network to go on from, of the same sizes")
    parser.add_argument("--average", type=float, default=0.998, help="how slowly averaged weights follow; 0 for none")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=4, help="articles a step")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--tensor", action="store_true")
    parser.add_argument("--part", type=float, default=1.0, help="share of the training articles used")
    parser.add_argument("--without", nargs="*", default=[], choices=ABLATIONS, help="for ablations")
    parser.add_argument("--test", type=Path, help="a part measured once at the end")
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", help="sizes of the network")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    draw = random.Random(args.seed)
    examples = pickle.loads(args.train.read_bytes())
    test = pickle.loads(args.test.read_bytes()) if args.test else []
    for example in examples + test:
        ablate(example["features"], args.without)
    inside = [e for e in examples if not args.folds or held(e, args.folds)]
    outside = [e for e in examples if args.folds and not held(e, args.folds)]
    inside = inside[: int(args.part * len(inside))]
    own = pickle.loads(args.also.read_bytes()) if args.also else []
    for example in own:
        ablate(example["features"], args.without)
    sizes = {name: len(values) + 1 for name, values in np.load(args.vocabulary).items()}
    settings = {k: float(v) if "." in v else int(v) for k, v in (pair.split("=") for pair in args.set)}
    if args.tensor:
        settings["tensor"] = examples[0]["tensor"].shape[1]
    model = Network(sizes, np.load(args.vectors), **settings)
    if args.start:
        model.load_state_dict(torch.load(args.start)["state"], strict=False)
    count = sum(p.numel() for p in model.parameters())
    say(
        f"{count} parameters; {len(inside)} articles, {len(outside)} held out, {len(own)} passages; "
        f"{settings} without {args.without}"
    )

    def measured(which: Network, some: list[dict]) -> dict[str, float]:
        return relation_f1(some, [predict([which], e, args.tensor) for e in some])

    optimizer = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98))
    groups = [own[i::GROUPS] for i in range(GROUPS)] * args.times if own else []
    drawn = [*([each] for each in inside), *groups]  # several passages stand for one article
    steps = args.epochs * -(-len(drawn) // args.size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, args.rate, total_steps=steps, pct_start=0.1)
    averaging = torch.optim.swa_utils.get_ema_multi_avg_fn(args.average)
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=averaging)
    begun = time.time()
    for epoch in range(args.epochs):
        model.train()
        draw.shuffle(drawn)
        sums = np.zeros(2)
        for i in range(0, len(drawn), args.size):
            chosen = [example for group in drawn[i : i + args.size] for example in group]
            batch = batch_of(chosen, args.tensor)
            x = model.encode(batch)
            tag_loss = model.loss(batch, model.tags(model.drop(x)))
            pointing = link_loss(model, x, chosen, batch["offsets"])
            (tag_loss + 0.1 * pointing).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            average.update_parameters(model)
            sums += [tag_loss.item(), pointing.item()]
        say(f"{epoch} loss {(sums * args.size / len(drawn)).round(4)} {time.time() - begun:.0f} s")
        if outside and (epoch % 2 == 1 or epoch == args.epochs - 1):
            model.eval()
            say(f"  held out {measured(model, outside)} averaged {measured(average.module.eval(), outside)}")
    if test:
        say(f"  test {measured(average.module.eval(), test)}")
    torch.save(
        {"state": average.module.state_dict(), "settings": settings, "arguments": json.dumps(vars(args), default=str)},
        args.out,
    )


if __name__ == "__main__":
    main()
