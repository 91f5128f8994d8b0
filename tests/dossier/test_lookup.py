"""What an item leads to, territories across reports, and the matrix of positions."""

from __future__ import annotations

from detente.dossier.account import About, Dossier, dossier
from detente.dossier.brief import brief
from detente.dossier.event import DossierEvent
from detente.dossier.lookup import Lookup
from detente.dossier.matrix import matrix
from detente.dossier.page.line import BriefLine
from detente.dossier.people import Somebody
from detente.model.reading import Reading


def test_every_mention_leads_to_its_event(river_dossier: Dossier) -> None:
    found = Lookup(river_dossier)
    for event in river_dossier.events:
        assert all(found.entry(one.event.id) is event for one in event.mentions)


def test_people_and_agreements_are_found_by_any_of_their_items(river_dossier: Dossier) -> None:
    found = Lookup(river_dossier)
    for one in river_dossier.people:
        assert all(found.entry(seen.person.id) is one for seen in one.seen)
    for source in river_dossier.sources:
        for item in source.reading.agreements or ():
            assert found.entry(item.id) in river_dossier.agreements
    assert found.entry("event-nothing") is None


def test_somebody_s_words_are_of_every_report(river_dossier: Dossier) -> None:
    found = Lookup(river_dossier)
    soto = next(one for one in river_dossier.people if "Soto" in one.name)
    assert isinstance(found.entry(soto.id), Somebody)
    said = found.statements(soto)
    assert {source.number for source, _ in said} == {2, 3}
    assert all("Soto" in (statement.speaker.name if statement.speaker else "") for _, statement in said)


def test_every_line_of_a_brief_rests_on_words_of_its_sources(river_dossier: Dossier) -> None:
    texts = {source.number: source.text for source in river_dossier.sources}
    lines: list[BriefLine] = [line for section in brief(river_dossier).sections for line in section.lines]
    assert sum(bool(line.places) for line in lines) > 10
    for line in lines:
        assert {place.number for place in line.places} <= set(line.sources)
        assert all(0 <= place.start < place.end <= len(texts[place.number]) for place in line.places)


def test_the_line_of_an_event_has_its_id(river_dossier: Dossier) -> None:
    timeline = next(section for section in brief(river_dossier).sections if section.title == "Timeline")
    entries = [Lookup(river_dossier).entry(line.item) for line in timeline.lines if line.item]
    assert entries
    assert all(isinstance(one, DossierEvent) for one in entries)


def test_a_matrix_has_each_line_once(river_dossier: Dossier) -> None:
    made = matrix(river_dossier)
    cells = [line for row in made.rows for line in (*row.cells, *row.others) if line is not None]
    known = [line for line in river_dossier.positions if line.party in river_dossier.parties]
    assert sorted(map(id, cells)) == sorted(map(id, known))
    for row in made.rows:
        assert all(line is None or line.party == party for party, line in zip(made.parties, row.cells, strict=True))
        assert all(line is None or line.issue == row.issue for line in row.cells)


def test_a_territory_is_told_once_with_every_report(example: list[Reading]) -> None:
    made = dossier(example, About("Islands"))
    islands = made.territories[0]
    reports = [
        source.id for source in made.sources for one in source.reading.territories or () if one.known == islands.known
    ]
    assert [told.source.id for told in islands.told] == reports
    assert len(reports) > 1
    claimants = {who.name for told in islands.told for who in told.territory.claimed_by}
    assert claimants - {islands.name} == {w.name for w in islands.claimed_by}
