"""A scenario of a dispute: its file, drafted or kept, beside what follows from it, checked as it is typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from starlette.datastructures import FormData
from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.beside import beside, read, write
from detente.desk.site import Site
from detente.desk.solving import Solved, solved
from detente.desk.views.asked import told_of
from detente.dossier.draft import draft
from detente.dossier.lookup import Lookup
from detente.errors import UsageError
from detente.formats.scenario_draft import scenario_draft
from detente.record.evidence import evidence
from detente.record.revision import revision

_COLUMNS = ("kind", "party", "text", "evidence")
_LONGEST = 200_000  # characters


def scenario(site: Site, request: Request) -> Answer:
    """The scenario that is kept for a dispute, else its draft; ``draft=1`` asks for the draft."""
    name, told = told_of(site, request)
    path = _path(site, name)
    kept = None if request.query_params.get("draft") == "1" else read(path)
    drafted = site.kept.of(("draft", told), lambda: scenario_draft(draft(told.made)))
    return _answer(site, name, told, drafted if kept is None else kept, path)


def check(site: Site, request: Request, form: FormData) -> Answer:
    """What follows from the text of the form; nothing is kept."""
    name, told = told_of(site, request)
    return _answer(site, name, told, _given(form), _path(site, name))


def keep(site: Site, request: Request, form: FormData) -> str:
    """Write the text of the form to the dispute's file. Raises UsageError where that fails."""
    name, _ = told_of(site, request)
    write(_path(site, name), _given(form))
    return site.to.dispute(name, "scenario")


def _answer(site: Site, name: str, told: Lookup, text: str, path: Path) -> Answer:
    found: Solved = site.kept.of(("scenario", text), lambda: solved(text))
    ids = tuple(dict.fromkeys(one for ground in (*found.wants, *found.options) for one in ground.evidence))
    with site.store.reading() as connection:
        words = site.kept.of(("evidence", ids, revision(connection)), lambda: evidence(connection, ids))
    shown = {
        "name": name, "made": told.made, "text": text, "found": found, "words_of": words, "path": path,
        "is_kept": path.exists(), "blocks": [(type(block).__name__, block) for block in found.blocks],
    }  # fmt: skip
    return Answer(
        "scenario.html", shown, lambda: found.plain or {"fault": found.fault, "line": found.line, "scenario": text},
        lambda: (_COLUMNS, _rows(found)),
    )  # fmt: skip


def _rows(found: Solved) -> Iterator[tuple[object, ...]]:
    for kind, grounds in (("want", found.wants), ("option", found.options)):
        for one in grounds:
            yield kind, one.party, one.text, " ".join(one.evidence)


def _given(form: FormData) -> str:
    text = str(form.get("text") or "").replace("\r\n", "\n")
    if len(text) > _LONGEST:
        raise UsageError(f"a scenario of more than {_LONGEST:,} characters is for detente scenario solve")
    return text


def _path(site: Site, name: str) -> Path:
    return beside(site.store.path, "scenarios", name, ending=".toml")
