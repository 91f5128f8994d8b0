"""People and territories -> lines: who holds which office for whom, who claims and who holds what."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dossier.account import Dossier
from detente.dossier.page.line import BriefLine, numbers, places_of
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
        sources = numbers(seen.source for seen in one.seen)
        places = places_of((seen.source, seen.person.evidence) for seen in one.seen)
        yield BriefLine("", one.name, text, tuple(marks), sources, "", one.id, places)


def _is_over(tenure: Tenure) -> tuple[bool, int]:
    """For the office that tells best who somebody is: one still held, by the most reports."""
    return tenure.former, -len(tenure.seen)


def territory_lines(made: Dossier, most: int) -> Iterator[BriefLine]:
    """The territories that reports name, those of most reports first."""
    for one in made.territories[:most]:
        claimants = sorted({claim.name for claim in one.claimed_by})
        claimed = f"claimed by {', '.join(claimants)}" if claimants else "no claim told"
        text = claimed + (f"; held by {one.held_by.name}" if one.held_by else "")
        sources = numbers(told.source for told in one.told)
        places = places_of((told.source, told.territory.evidence) for told in one.told)
        yield BriefLine("", one.name, text, (), sources, "", one.id, places)
