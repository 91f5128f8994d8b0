"""Report -> spaCy ``Doc``: only prose is parsed, paragraph by paragraph, and offsets stay the report's.

Each paragraph of prose goes through the pipeline as a text of its own, so that a headline never runs into the sentence
below it and memory does not grow with the report; chrome is only cut into tokens. The pieces are then joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from detente.model.report import Front, Report, Zone, ZoneSpan
from detente.reading.extensions import register
from detente.time_limit import check_time

register()

# One character for one, so that offsets hold: the parser was trained on straight marks and plain spaces.
_PLAIN = str.maketrans(
    dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("\n\t\u00a0\u202f\u2009\u2003", " ")
)
# Two nouns of which the tagger makes a verb: as one word they are none.
_ONE_NOUN = re.compile(r"\b(think) (tanks?)\b")
# The parser's memory grows with what it is given at once.
_LONGEST = 20_000  # characters of a piece
_MOST = 6_000  # tokens of the pieces that are parsed together: of 20,000 characters of brackets, each is one
_NO_STOP = 500  # tokens after which a piece is cut that has no stop at all, for no sentence is as long
_NOTHING = np.zeros(0)
_STOPS = frozenset(".!?;:")
_CUT = re.compile(r"(?<=[.!?])\s+(?=\S)")
_DAY = re.compile(r"XXXX-\d\d-\d\d")
_PROSE = frozenset({Zone.HEADLINE, Zone.BODY, Zone.CAPTION, Zone.CREDIT, Zone.BYLINE})


def plain(text: str) -> str:
    """The text as the parser sees it: of the same length, with straight quotation marks and plain spaces."""
    return _ONE_NOUN.sub(r"\1-\2", text.translate(_PLAIN))


def parse(report: Report, front: Front, nlp: Language) -> Doc:
    """The report as one ``Doc``, its zones and text set for the components that follow.

    ``nlp`` is the bare pipeline (tagger, parser, lemmatizer, entities), without components of Detente.
    """
    docs: list[Doc] = []
    for prose, pieces in groupby(_pieces(report.text, front.zones), key=itemgetter(2)):
        texts = (plain(report.text[start:end]) for start, end, _ in pieces)
        docs += _parsed(nlp, texts) if prose else (_cut_only(nlp, text) for text in texts)
    # The tensor is left out because pieces that were not parsed have none.
    joined = Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor", "user_data"])  # type: ignore[call-arg]
    doc = joined if joined is not None else docs[0]
    doc._.detente_key = report.key
    doc._.detente_text = report.text
    doc._.detente_zones = front.zones
    doc._.detente_published = front.published.date
    doc._.detente_stated = next((c for c in front.published.candidates if _DAY.fullmatch(c.date)), None)
    return doc


def _pieces(text: str, zones: tuple[ZoneSpan, ...]) -> Iterator[tuple[int, int, bool]]:
    """Stretches that together are the whole text, each from a zone's beginning up to the next zone's."""
    starts = [0, *(zone.start for zone in zones[1:]), len(text)]
    prose = [zone.zone in _PROSE for zone in zones] or [True]
    for start, end, is_prose in zip(starts[:-1], starts[1:], prose, strict=True):
        while is_prose and end - start > _LONGEST:
            cut = max((m.end() for m in _CUT.finditer(text, start, start + _LONGEST)), default=start + _LONGEST)
            yield start, cut, True
            start = cut  # noqa: PLW2901
        yield start, end, is_prose


def _parsed(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """The texts' parses, in order; of a text that holds too much for one, several."""
    batch: list[Doc] = []
    size = 0
    for text in texts:
        for piece in _bounded(nlp.make_doc(text)):
            if batch and size + len(piece) > _MOST:
                check_time()
                yield from _parsed_together(nlp, batch)
                batch, size = [], 0
            batch.append(piece)
            size += len(piece)
    yield from _parsed_together(nlp, batch)


def _parsed_together(nlp: Language, batch: list[Doc]) -> Iterator[Doc]:
    for doc in nlp.pipe(batch):
        doc.tensor = _NOTHING  # the components read none, and it is the largest part of a Doc
        yield doc


def _bounded(tokens: Doc) -> Iterator[Doc]:
    """A piece's tokens, cut where there are too many of them, or too many without a stop."""
    cuts = [0]
    stop = 0  # behind the last one
    for number, token in enumerate(tokens):
        if number - cuts[-1] >= _MOST:
            cuts.append(stop if stop > cuts[-1] else number)
        elif number - max(stop, cuts[-1]) >= _NO_STOP:
            cuts.append(number)
        if token.text in _STOPS:
            stop = number + 1
    if len(cuts) == 1:
        yield tokens
        return
    for start, end in pairwise([*cuts, len(tokens)]):
        yield tokens[start:end].as_doc()


def _cut_only(nlp: Language, text: str) -> Doc:
    """Tokens without a parse: all hang on the first, so that they stay one sentence when the pieces are joined."""
    cut = nlp.make_doc(text)
    return Doc(
        nlp.vocab,
        words=[token.text for token in cut],
        spaces=[bool(token.whitespace_) for token in cut],
        heads=[0] * len(cut),
        deps=["ROOT", *["dep"] * (len(cut) - 1)] if len(cut) else [],
    )
