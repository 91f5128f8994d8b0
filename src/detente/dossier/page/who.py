"""People and territories -> lines: who holds which office for whom, who claims and who holds what."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dossier.account import Dossier
from detente.dossier.page.line import BriefLine, numbers
from detente.dossier.source import Source
from detente.dossier.tenures import Tenure


def people_lines(made: Dossier, most: int) -> Iterator[BriefLine]:
    """The people who hold or held an office, those of most reports first."""
    offices = {tenure.person.id: tenure for tenure in sorted(made.tenures, key=_is_over, reverse=True)}
    known = [one for one in made.people if one.id in offices]
    for one in known[:most]:
        tenure = offices[one.id]
        marks = [f"until {tenure.until}"] if tenure.until else []
        party = made.parties.get(one.party or "", one.party or "")
        text = ", ".join(part for part in (tenure.office, party) if part and part not in tenure.office[: -len(part)])
        yield BriefLine("", one.name, text, tuple(marks), numbers(seen.source for seen in one.seen))


def _is_over(tenure: Tenure) -> tuple[bool, int]:
    """For the office that tells best who somebody is: one still held, by the most reports."""
    return tenure.former, -len(tenure.seen)


def territory_lines(made: Dossier) -> Iterator[BriefLine]:
    """The territories that reports name, those of most reports first."""
    found: dict[str, tuple[str, set[str], str | None, list[Source]]] = {}
    for source in made.sources:
        for item in source.reading.territories or ():
            key = item.known or item.name
            entry = found.setdefault(key, (item.name, set(), item.held_by.name if item.held_by else None, []))
            entry[1].update(one.name for one in item.claimed_by)
            entry[3].append(source)
    for _, (name, claimants, holder, given) in sorted(found.items(), key=lambda pair: (-len(pair[1][3]), pair[0])):
        claimed = f"claimed by {', '.join(sorted(claimants))}" if claimants else "no claim told"
        yield BriefLine("", name, claimed + (f"; held by {holder}" if holder else ""), (), numbers(given))
