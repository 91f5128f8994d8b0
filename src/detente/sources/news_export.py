"""The text of an archive's export -> its articles, each a report; of any other text, nothing.

Nexis and Factiva write many articles into one file. Their fields (headline, publication, date, by-line, length,
subjects) become metadata; the text of an article is its headline, by-line and dateline as printed, and its body.
"""

from __future__ import annotations

import re
import textwrap

from detente.errors import UnreadableReport
from detente.knowledge.loader import listed
from detente.sources.raw import Draft


def articles(text: str) -> list[Draft | UnreadableReport]:
    """The articles in their order, a reason for each that cannot be read; none where the text is no export."""
    from detente.sources.factiva import factiva_articles
    from detente.sources.nexis import nexis_articles

    return nexis_articles(text) or factiva_articles(text)


def article_text(*parts: str | None) -> str:
    """Headline, by-line, dateline and body, those that there are, parted by empty lines."""
    return "\n\n".join(part for part in parts if part)


def body_text(lines: list[str]) -> str:
    """The lines of a body, an empty line before each paragraph that is told by being set in."""
    dedented = textwrap.dedent("\n".join(line.rstrip().expandtabs(4) for line in lines))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"(?:\A|\n)[ ]+", "\n\n", dedented)).strip("\n")


def folded(lines: list[str]) -> str:
    """Lines as one."""
    return " ".join(" ".join(lines).split())


def field_names(archive: str, where: str) -> tuple[str, ...]:
    """The names of an archive's fields that stand in one place of its articles."""
    return listed("facts/web/news_exports", f"{archive}.{where}")
