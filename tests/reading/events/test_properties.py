"""Sentences made from templates: active and passive, negation, plan and report, other names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.model.items import Event
    from detente.model.references import Reference

    Read = Callable[[str], tuple[Event, ...]]

FAST = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Deed(NamedTuple):
    """A verb that takes the other side as its object, and the type of event."""

    past: str
    base: str
    participle: str
    kind: str
    due: str  #: the type of the same still to come


DEEDS = (
    Deed("attacked", "attack", "attacked", "ASSAULT", "THREATEN"),
    Deed("invaded", "invade", "invaded", "ASSAULT", "THREATEN"),
    Deed("visited", "visit", "visited", "CONSULT", "AGREE"),
    Deed("praised", "praise", "praised", "SUPPORT", "AGREE"),
    Deed("accused", "accuse", "accused", "ACCUSE", "ACCUSE"),
    Deed("condemned", "condemn", "condemned", "ACCUSE", "ACCUSE"),
    Deed("sanctioned", "sanction", "sanctioned", "SANCTION", "THREATEN"),
    Deed("rebuffed", "rebuff", "rebuffed", "REJECT", "REJECT"),
)
STATES = {
    "Kenya": "KEN", "Peru": "PER", "Sweden": "SWE", "Vietnam": "VNM", "Bolivia": "BOL", "Hungary": "HUN",
    "Zambia": "ZMB", "Nepal": "NPL", "Morocco": "MAR", "Japan": "JPN",
}  # fmt: skip
PAIRS = st.lists(st.sampled_from(sorted(STATES)), min_size=2, max_size=2, unique=True)
TEMPLATES = (
    "{0} expelled the ambassador of {1}.",
    "The foreign ministers of {0} and {1} held talks on Monday.",
    "{0} said that {1} must open the border.",
    "Sanctions imposed by {0} on {1} were lifted.",
    "{0}, which had accused {1} of spying, will send wheat to {1}.",
    "{0} has not recalled its troops from {1}.",
    "Talks between {0} and {1} may resume in June.",
    "{0} threatened to close its border with {1}.",
    "{0}'s annexation of land in {1} was condemned.",
)


def ids(who: tuple[Reference, ...]) -> tuple[str, ...]:
    return tuple(str(each.id) for each in who)


def sides(event: Event) -> tuple[str | None, tuple[str, ...], tuple[str, ...], str]:
    return event.type, ids(event.source), ids(event.target), event.status


@FAST
@given(st.sampled_from(DEEDS), PAIRS)
def test_an_active_sentence_and_its_passive(read: Read, deed: Deed, pair: list[str]) -> None:
    a, b = pair
    active = [sides(event) for event in read(f"{a} {deed.past} {b}.")]
    passive = [sides(event) for event in read(f"{b} was {deed.participle} by {a}.")]
    assert active == passive == [(deed.kind, (STATES[a],), (STATES[b],), "occurred")]


@FAST
@given(st.sampled_from(DEEDS), PAIRS, st.sampled_from(["did not {}", "has not {}", "never {}"]))
def test_a_sentence_and_its_negation(read: Read, deed: Deed, pair: list[str], negation: str) -> None:
    a, b = pair
    form = deed.base if "did" in negation else deed.participle
    (event,) = read(f"{a} {negation.format(form)} {b}.")
    assert sides(event) == (deed.kind, (STATES[a],), (STATES[b],), "denied")
    assert event.status_cue is not None
    assert event.status_cue.text in negation


@FAST
@given(st.sampled_from(DEEDS), PAIRS, st.sampled_from(["will", "plans to", "is to"]))
def test_a_plan_and_its_report(read: Read, deed: Deed, pair: list[str], plan: str) -> None:
    a, b = pair
    (done,) = read(f"{a} {deed.past} {b}.")
    (due,) = read(f"{a} {plan} {deed.base} {b}.")
    assert (due.source, due.target) == (done.source, done.target)
    assert (done.status, due.status) == ("occurred", "scheduled")
    assert due.type in {deed.kind, deed.due}


@FAST
@given(st.sampled_from(TEMPLATES), PAIRS, PAIRS)
def test_other_names_change_nothing_but_the_names(read: Read, template: str, pair: list[str], other: list[str]) -> None:
    def shape(names: list[str]) -> list[object]:
        back = {STATES[names[0]]: "A", STATES[names[1]]: "B"}
        return [
            (
                e.type,
                e.mode,
                e.context,
                e.status,
                e.date,
                [back[p] for p in ids(e.source)],
                [back[p] for p in ids(e.target)],
            )
            for e in read(template.format(*names))
        ]

    assert shape(pair) == shape(other)
