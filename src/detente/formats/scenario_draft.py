"""The draft of a scenario -> a scenario file: each want with the ids of its evidence, and their words as comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from detente.dossier.draft import Draft, DraftWant, Said
from detente.dossier.wording import cut, shown_date
from detente.formats.printed_items import flat

_MOST = 3  # stances that a want cites, the newest


def scenario_draft(made: Draft) -> str:
    """The text of the file (scenario/1, TOML)."""
    return "\n".join(_lines(made)) + "\n"


def _lines(made: Draft) -> Iterator[str]:
    yield "# Drafted from the record; what follows is read out of reports, and yours to decide."
    yield "# Questions to you:"
    yield from (f"# - {flat(question)}" for question in dict.fromkeys(made.questions))
    yield 'format = "scenario/1"'
    yield f"name   = {_quoted(made.name)}"
    if made.as_of:
        yield f"as_of  = {_quoted(made.as_of)}"
    yield "now    = []"
    for party, name in made.parties.items():
        yield from ("", "[[party]]", f"id    = {_quoted(_identity(party))}", f"name  = {_quoted(name)}")
        yield "wants = [                               # each counts more than all that follow"
        for want in made.wants.get(party, ()):
            yield from _want(want)
        yield "]"
        yield "[party.options]"
        for option in made.options:
            if option.owner == party:
                ids = ", ".join(map(_quoted, _ids(option.rests_on)))
                yield f"{option.id} = {{ text = {_quoted(option.text)}, evidence = [{ids}] }}"


def _want(want: DraftWant) -> Iterator[str]:
    for stance in want.rests_on.stances[-_MOST:]:
        words = flat(cut(stance.claim.text, 100))
        outlet = f" {flat(stance.source.outlet)}" if stance.source.outlet else ""
        yield f"  # {shown_date(stance.date)}{outlet} [{stance.source.number}] {stance.stance}: {words}"
    ids = ", ".join(map(_quoted, _ids(want.rests_on)))
    yield f"  {{ that = {_quoted(want.statement)}, evidence = [{ids}] }},"


def _ids(said: Said) -> list[str]:
    return list(dict.fromkeys(stance.item for stance in said.stances[-_MOST:]))


def _identity(party: str) -> str:
    """A party's id as a scenario takes it: those that go by their words have spaces."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "_", party).strip("_.-") or "party"


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's, too."""
    return json.dumps(flat(text), ensure_ascii=False)
