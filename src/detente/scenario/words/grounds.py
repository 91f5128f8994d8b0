"""What the wants of a scenario rest on, in words: each want with the words of its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.scenario.model import Scenario
from detente.scenario.words.document import Block, Bullets, Heading


def grounds(scenario: Scenario, told: Mapping[str, str]) -> Iterator[Block]:
    """A list of the wants that have evidence; ``told`` has the words of each id that is known."""
    items: list[str | tuple[str, tuple[str, ...]]] = [
        (f"{party.name} wants “{want.text}”, its want {number}:", tuple(told.get(one, one) for one in want.evidence))
        for party in scenario.parties
        for number, want in enumerate(party.wants, start=1)
        if want.evidence
    ]
    if items and told:
        yield Heading("What the wants rest on")
        yield Bullets(tuple(items))


def cited(scenario: Scenario) -> list[str]:
    """Every id of evidence in a scenario, each once: of wants, options, nevers and views."""
    parties = (*scenario.parties, *(party for view in scenario.views for party in view.parties))
    ids = [one for party in parties for want in party.wants for one in want.evidence]
    ids += [one for option in scenario.options for one in option.evidence]
    ids += [one for never in scenario.nevers for one in never.evidence]
    return list(dict.fromkeys(ids))
