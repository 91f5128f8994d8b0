"""A brief -> Markdown, and that -> a page of HTML that needs nothing beside it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from detente.dossier.brief import Brief
from detente.dossier.page.line import BriefLine
from detente.formats.printed_items import flat

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_STYLE = (
    "body{font:16px/1.4 serif;max-width:46em;margin:2em auto;padding:0 1em}"
    "h2{border-bottom:1px solid #999}li{margin:.2em 0}"
)


def brief_markdown(made: Brief) -> str:
    """The brief as Markdown: a list under each heading."""
    return "\n".join(_lines(made)) + "\n"


def brief_html(made: Brief) -> str:
    """The brief as a page of HTML."""
    out = [f"<h1>{html.escape(flat(made.title))}</h1>", f"<p>{html.escape(made.subtitle)}</p>", "<ul>"]
    out += [f"<li>{_marked(line)}</li>" for line in made.top]
    out.append("</ul>")
    for section in made.sections:
        out += [f"<h2>{html.escape(section.title)}</h2>", "<ul>"]
        out += [f"<li>{_marked(line)}</li>" for line in section.lines]
        out.append("</ul>")
    head = f'<meta charset="utf-8"><title>{html.escape(flat(made.title))}</title><style>{_STYLE}</style>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n' + "\n".join(out) + "\n</body></html>\n"


def _lines(made: Brief) -> Iterator[str]:
    yield f"# {_plain(made.title)}"
    yield f"\n{_plain(made.subtitle)}\n"
    yield from (_line(line) for line in made.top)
    for section in made.sections:
        yield f"\n## {section.title}\n"
        yield from (_line(line) for line in section.lines)


def _line(line: BriefLine) -> str:
    lead = f"**{_plain(line.lead)}** " if line.lead else ""
    date = f"{_plain(line.date)} " if line.date else ""
    marks = "".join(f" *({_plain(mark)})*" for mark in line.marks)
    return f"- {lead}{date}{_plain(line.text)}{marks}{_plain(_cited(line))}"


def _marked(line: BriefLine) -> str:
    lead = f"<b>{html.escape(flat(line.lead))}</b> " if line.lead else ""
    date = f"<time>{html.escape(line.date)}</time> " if line.date else ""
    marks = "".join(f" <i>({html.escape(flat(mark))})</i>" for mark in line.marks)
    return f"{lead}{date}{html.escape(flat(line.text))}{marks}{_cited(line)}"


def _cited(line: BriefLine) -> str:
    return f" [{', '.join(map(str, line.sources))}]" if line.sources else ""


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", flat(text))
