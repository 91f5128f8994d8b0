"""Which mentions tell one happening, in corpora that mark it: B-cubed, MUC, CEAFe and their mean (CoNLL F1).

    event_identity.py DATA.jsonl

DATA has one text a line. Of NewsWCL50: ``{"id", "topic", "sentences": [[word, ...], ...], "event_mentions": [{"chain",
"sent", "tokens"}]}``; of ECB+: ``{"id", "topic", "sentences": ["words with spaces", ...], "clean_sentences",
"mentions": [{"chain", "type", "sent", "text"}]}``, of which the actions in the validated sentences count. The mentions
are given; the dossier of each topic puts them together. Beside it stand three floors: every mention by itself, all of a
topic together, and those together whose head has one stem.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs as a script, too

from benchmarks.chain_scores import scores
from benchmarks.marked_reports import Marked, joined_up, read_marked
from detente.dossier.content import stem
from detente.dossier.joining import Decisions, joined
from detente.dossier.likeness import Weights
from detente.dossier.mention import Mention
from detente.dossier.process import put_to_their_time
from detente.reading.reader import Reader

SECTIONS = ("times", "parties", "people")
Chains = dict[str, Hashable]  # of each mention, what it belongs to


def texts(path: Path) -> dict[str, tuple[list[Marked], Chains]]:
    """The texts of each topic, and the chain of each of their mentions."""
    found: defaultdict[str, tuple[list[Marked], Chains]] = defaultdict(lambda: ([], {}))
    for line in path.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        marked, chains = found[given["topic"]]
        one, own = _words(given) if "event_mentions" in given else _sentences(given)
        marked.append(one)
        chains.update(own)
    return dict(sorted(found.items()))


def _words(given: Mapping[str, Any]) -> tuple[Marked, Chains]:
    text, starts = joined_up(given["sentences"])
    one, chains = Marked(given["id"], text, None, starts), Chains()
    places = {number: place for place, number in enumerate(given["sent_ids"])}
    for n, mention in enumerate(given["event_mentions"]):
        place = places.get(mention["sent"])
        if place is None or not mention["tokens"]:
            continue
        words = given["sentences"][place]
        first, last = mention["tokens"][0], min(mention["tokens"][-1], len(words) - 1)
        if first <= last:
            name = f"{given['id']} {n}"
            one.events[name] = starts[place][first], starts[place][last] + len(words[last])
            chains[name] = mention["chain"]
    return one, chains


def _sentences(given: Mapping[str, Any]) -> tuple[Marked, Chains]:
    sentences = [sentence.split() for sentence in given["sentences"]]
    text, starts = joined_up(sentences)
    one, chains = Marked(given["id"], text, None, starts), Chains()
    taken: set[tuple[int, int]] = set()
    for n, mention in enumerate(given["mentions"]):
        place, wanted = mention["sent"], mention["text"].split()
        if "ACTION" not in mention["type"] or place not in given["clean_sentences"]:
            continue
        words = sentences[place]
        at = next(
            (at for at in range(len(words)) if words[at : at + len(wanted)] == wanted and (place, at) not in taken),
            None,
        )
        if at is not None:
            taken.add((place, at))
            name = f"{given['id']} {n}"
            one.events[name] = starts[place][at], starts[place][at + len(wanted) - 1] + len(wanted[-1])
            chains[name] = (mention["chain"], mention["chain"] == "" and name)
    return one, chains


def put_together(every: Sequence[Mention]) -> Chains:
    """The mentions as the dossier puts them together."""
    made = joined(every, Decisions(), Weights(every))
    put_to_their_time(made)
    return {one.item: made.find(one.item) for one in every}


def main(argv: list[str]) -> int:
    """Print the figures of the dossier and of the floors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    args = parser.parse_args(argv)
    reader = Reader(only=SECTIONS)
    gold: Chains = {}
    made: defaultdict[str, Chains] = defaultdict(dict)
    for topic, (marked, chains) in texts(args.data).items():
        every, tokens = read_marked(reader, marked)
        known = [one.item for one in every]
        gold |= {name: (topic, chains[name]) for name in known}
        made["dossier"] |= {name: (topic, whole) for name, whole in put_together(every).items()}
        made["each by itself"] |= {name: name for name in known}
        made["one a topic"] |= dict.fromkeys(known, topic)
        made["head's stem"] |= {name: (topic, stem(tokens[name][1].lemma_)) for name in known}
    sys.stdout.write(f"{len(gold)} mentions in {len(set(gold.values()))} chains\n")
    for name, system in made.items():
        told = "  ".join(f"{figure} {100 * value:5.1f}" for figure, value in scores(gold, system).items())
        sys.stdout.write(f"{name:16}{told}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
