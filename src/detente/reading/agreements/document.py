"""Reports that are an agreement themselves, by their title: a joint communiqué, a declaration, a treaty."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.extensions import report_text, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FIRST = 4  # lines in which a document gives its title
_TITLE = re.compile(
    r"\b(joint|trilateral|tripartite|quadrilateral|final|common)\s+(\w+\s+)?"
    r"(statement|communiqu[eé]|declaration|memorandum|agreement|protocol|press\s+statement)\b|"
    r"^\W*(the\s+)?(\w+\s+){0,3}(declaration|communiqu[eé]|memorandum\s+of\s+understanding|protocol|agreement|treaty|accord|armistice)"
    r"\s+(of|on|between|for|concerning)\b",
    re.IGNORECASE,
)
_KINDS = re.compile(
    r"statement|communiqu[eé]|declaration|memorandum|agreement|protocol|treaty|accord|armistice", re.IGNORECASE
)
_DONE = re.compile(r"\b(Done|Signed|Adopted|Issued)\b[^.\n]{0,60}\b(at|in|on)\b")


@dataclass(frozen=True, slots=True)
class Document:
    """The title of a report that is an agreement; characters ``[start, end)``. ``done`` is the clause "Done at …"."""

    start: int
    end: int
    kind: str
    done: tuple[int, int] | None


def document_of(doc: Doc) -> Document | None:
    """The report as an agreement, if its title says so."""
    text = report_text(doc)
    shown = list(sentences(doc))
    if not shown:
        return None
    lines, at = 0, shown[0].start_char
    while lines < _FIRST and at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if line.strip():
            lines += 1
            if (found := _TITLE.search(line)) is not None and _is_title(doc, at, end):
                kind = _KINDS.search(line, found.start())
                assert kind is not None
                done = _DONE.search(text, end)
                start = at + len(line) - len(line.lstrip())
                return Document(
                    start, start + len(line.strip()), kind.group().lower(), (done.start(), done.end()) if done else None
                )
        at = end + 1
    return None


def _is_title(doc: Doc, start: int, end: int) -> bool:
    """A line that says nothing: no finite verb of its own, and no full stop."""
    span = doc.char_span(start, end, alignment_mode="contract")
    if span is None or len(span) > 30 or span.text.rstrip().endswith("."):
        return False
    return span.text.isupper() or not any(
        token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.dep_ in ("ROOT", "aux") and not token.text.istitle()
        for token in span
    )
