"""The network in PyTorch; ``detente.reading.attribution.learned.network`` is the same in numpy."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from detente.reading.attribution.learned.features import LEXICAL, NEIGHBOURS, PLACED
from detente.reading.attribution.learned.pairs import PAIRS

WIDTHS = {"LOWER": 64, "LEMMA": 32, "SUFFIX": 16, "SHAPE": 8, "TAG": 16, "POS": 8, "DEP": 16, "ENT_TYPE": 8}
TAGS = 7


class Layer(nn.Module):
    """A token takes in its neighbours: in the line, in the tree, and beside it in the tree."""

    def __init__(self, width: int, narrow: int, hidden: int, drop: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.narrow = nn.Linear(width, narrow, bias=False)
        self.gather = nn.Linear(narrow * len(NEIGHBOURS), hidden)
        self.own = nn.Linear(width, hidden, bias=False)
        self.out = nn.Linear(hidden, width)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, neighbours: Tensor) -> Tensor:
        y = self.norm(x)
        small = self.narrow(y)
        small = torch.cat([small, small.new_zeros(1, small.shape[1])])
        around = small[neighbours].flatten(1)
        return x + self.out(self.drop(torch.relu(self.gather(around) + self.own(y))))


class Pointer(nn.Module):
    """The score of a link between two spans, and of none."""

    def __init__(self, width: int, size: int = 48) -> None:
        super().__init__()
        self.one = nn.Linear(2 * width, size)
        self.other = nn.Linear(2 * width, size)
        self.none = nn.Linear(2 * width, 1)
        self.tables = nn.ParameterList(nn.Parameter(torch.zeros(n)) for n in PAIRS.values())
        self.joint = nn.Parameter(torch.zeros(PAIRS["up"], PAIRS["down"], PAIRS["sentence"]))

    def forward(self, ones: Tensor, others: Tensor, table: Tensor) -> Tensor:
        """[p, q + 1]: the last column is for no link."""
        score = self.one(ones) @ self.other(others).T / self.one.out_features**0.5
        for i, values in enumerate(self.tables):
            score = score + values[table[..., i]]
        score = score + self.joint[table[..., 3], table[..., 4], table[..., 1]]
        return torch.cat([score, self.none(ones)], 1)


class Network(nn.Module):
    """Embeddings, layers over neighbours, a recurrent layer over paragraphs, tags, links."""

    def __init__(
        self,
        sizes: dict[str, int],
        vectors: np.ndarray,
        width: int = 128,
        narrow: int = 48,
        hidden: int = 192,
        layers: int = 4,
        recurrent: int = 64,
        drop: float = 0.3,
        tensor: int = 0,
        vector: int = 64,
    ) -> None:
        super().__init__()
        self.embed = nn.ModuleList(nn.Embedding(sizes[name], WIDTHS[name]) for name in LEXICAL)
        for table in self.embed:
            nn.init.normal_(table.weight, std=0.3)
        self.place = nn.ModuleList(nn.Embedding(n, 8) for n in PLACED.values())
        self.register_buffer("vectors", torch.tensor(vectors), persistent=False)
        self.vector = nn.Linear(vectors.shape[1], vector, bias=False)
        total = sum(WIDTHS.values()) + 8 * len(PLACED) + vector + tensor
        self.enter = nn.Linear(total, width)
        half = layers // 2
        self.lower = nn.ModuleList(Layer(width, narrow, hidden, drop) for _ in range(half))
        self.upper = nn.ModuleList(Layer(width, narrow, hidden, drop) for _ in range(layers - half))
        self.recurrent = nn.LSTM(width, recurrent, bidirectional=True) if recurrent else None
        if recurrent:
            self.before = nn.LayerNorm(width)
            self.back = nn.Linear(2 * recurrent, width)
        self.final = nn.LayerNorm(width)
        self.tags = nn.Linear(width, TAGS)
        self.moves = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.starts = nn.Parameter(torch.zeros(TAGS))
        self.stops = nn.Parameter(torch.zeros(TAGS))
        self.drop = nn.Dropout(drop)
        self.word_drop = 0.1
        self.source = Pointer(width)
        self.content = Pointer(width)

    def encode(self, batch: dict) -> Tensor:
        lexical = batch["lexical"]
        if self.training and self.word_drop:
            hide = torch.rand(len(lexical)) < self.word_drop
            lexical = lexical.clone()
            lexical[hide, 0] = 0
            lexical[hide, 1] = 0
        parts = [table(lexical[:, i]) for i, table in enumerate(self.embed)]
        parts += [table(batch["placed"][:, i]) for i, table in enumerate(self.place)]
        rows = batch["vectors"]
        words = self.vectors[rows.clamp(min=0)] * (rows >= 0)[:, None]
        parts.append(self.vector(words))
        if batch.get("tensor") is not None:
            parts.append(batch["tensor"])
        x = self.enter(self.drop(torch.cat(parts, 1)))
        for layer in self.lower:
            x = layer(x, batch["neighbours"])
        if self.recurrent is not None:
            y = self.before(x)
            padded = torch.cat([y, y.new_zeros(1, y.shape[1])])[batch["pad"]]  # [time, paragraphs, width]
            packed = nn.utils.rnn.pack_padded_sequence(padded, batch["lengths"], enforce_sorted=False)
            out, _ = nn.utils.rnn.pad_packed_sequence(self.recurrent(packed)[0], total_length=padded.shape[0])
            x = x + self.back(self.drop(out[batch["time"], batch["column"]]))
        for layer in self.upper:
            x = layer(x, batch["neighbours"])
        return self.final(x)

    def loss(self, batch: dict, scores: Tensor) -> Tensor:
        """Negative log likelihood of the tags of paragraphs, by token."""
        pad, tags = batch["pad"], batch["tags"]
        mask = pad < len(scores)
        s = torch.cat([scores, scores.new_zeros(1, TAGS)])[pad]
        t = torch.cat([tags, tags.new_zeros(1)])[pad]
        gold = self.starts[t[0]] + s[0].gather(1, t[:1].T)[:, 0]
        alpha = self.starts + s[0]
        for i in range(1, len(pad)):
            here = mask[i]
            gold = gold + here * (self.moves[t[i - 1], t[i]] + s[i].gather(1, t[i : i + 1].T)[:, 0])
            new = torch.logsumexp(alpha[:, :, None] + self.moves, 1) + s[i]
            alpha = torch.where(here[:, None], new, alpha)
        final = t[batch["lengths"] - 1, torch.arange(t.shape[1])]
        gold = gold + self.stops[final]
        return (torch.logsumexp(alpha + self.stops, 1) - gold).sum() / len(scores)


def span_states(x: Tensor, spans: Tensor) -> Tensor:
    """The states at the first and last token of spans."""
    return torch.cat([x[spans[:, 0]], x[spans[:, 1] - 1]], 1)
