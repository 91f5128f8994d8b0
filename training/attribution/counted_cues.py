"""Count which words are cues: ``python counted_cues.py TRAIN.jsonl TRAIN.spacy OUT.tsv``.

Of each lemma and part of speech, how often it heads a cue of the training part and how often it does not. Those that do
often and reliably are written, with no more than the word and its counts. See ``lexicon.counted``.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from data import parsed

from detente.reading.attribution import lexicon
from detente.reading.attribution.sources import head_of

PARTS = ("VERB", "NOUN", "ADJ")
LEAST = 3  #: times seen as a cue
SHARE = 0.5  #: of a word's occurrences that are cues
HEAD = """# Words that head cues of attribution, counted, and that cues.tsv, nouns.tsv and adjectives.tsv do not know.
# source: counts of single lemmas on the training part of PolNeAR v1.0.0 (Newell, Margolin and Ruths 2018), made by
# training/attribution/counted_cues.py: at least {least} times a cue, and in {share:.0%} of its occurrences;
# date: 2026-11-26
# cues: times a cue; seen: times seen
lemma	part	cues	seen
"""


def counts(articles: list[dict], docs: list) -> tuple[Counter, Counter]:
    """Of (lemma, part of speech): times it heads a cue, times seen."""
    cues: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for article, doc in zip(articles, docs, strict=True):
        seen.update((t.lemma_.lower(), t.pos_) for t in doc if t.pos_ in PARTS)
        heads = set()
        for attribution in article["attributions"]:
            spans = [doc.char_span(a, b, alignment_mode="expand") for a, b in attribution["cue"] or []]
            if spans and spans[0] is not None:
                heads.add(head_of(doc, (spans[0].start, spans[0].end)))
        cues.update((doc[i].lemma_.lower(), doc[i].pos_) for i in heads if doc[i].pos_ in PARTS)
    return cues, seen


def reliable(cues: Counter, seen: Counter, least: int, share: float) -> set[tuple[str, str]]:
    """The words that are cues often enough."""
    return {w for w, n in cues.items() if n >= least and n >= share * seen[w] and w[0].isalpha()}


def main() -> None:
    """Count, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--least", type=int, default=LEAST)
    parser.add_argument("--share", type=float, default=SHARE)
    args = parser.parse_args()
    cues, seen = counts(*parsed(args.part, args.cache))
    known = lexicon.verbs().keys() | lexicon.nouns().keys() | lexicon.adjectives().keys()
    found = reliable(cues, seen, args.least, args.share)
    kept = sorted((word for word in found if word[0] not in known), key=lambda w: (w[1], w[0]))
    rows = "".join(f"{lemma}\t{part}\t{cues[lemma, part]}\t{seen[lemma, part]}\n" for lemma, part in kept)
    args.out.write_text(HEAD.format(least=args.least, share=args.share) + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
