"""Report -> spaCy ``Doc``: only prose is parsed, paragraph by paragraph, and offsets stay the report's.

Each paragraph of prose goes through the pipeline as a text of its own, so that a headline never runs into the sentence
below it and memory does not grow with the report; chrome is only cut into tokens. The pieces are then joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from detente.model.report import Front, Report, Zone, ZoneSpan
from detente.reading.extensions import register

register()

# One character for one, so that offsets hold: the parser was trained on straight marks and plain spaces.
_PLAIN = str.maketrans(
    dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("\n\t\u00a0\u202f\u2009\u2003", " ")
)
_LONGEST = 20_000  # characters parsed at once: the parser's memory grows with the piece
_CUT = re.compile(r"(?<=[.!?])\s+(?=\S)")
_DAY = re.compile(r"XXXX-\d\d-\d\d")
_PROSE = frozenset({Zone.HEADLINE, Zone.BODY, Zone.CAPTION, Zone.CREDIT, Zone.BYLINE})


def plain(text: str) -> str:
    """The text as the parser sees it: of the same length, with straight quotation marks and plain spaces."""
    return text.translate(_PLAIN)


def parse(report: Report, front: Front, nlp: Language) -> Doc:
    """The report as one ``Doc``, its zones and text set for the components that follow.

    ``nlp`` is the bare pipeline (tagger, parser, lemmatizer, entities), without components of Detente.
    """
    pieces = list(_pieces(report.text, front.zones))
    parsed = nlp.pipe(plain(report.text[start:end]) for start, end, prose in pieces if prose)
    docs = [next(parsed) if prose else _cut_only(nlp, plain(report.text[start:end])) for start, end, prose in pieces]
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
