"""Where parties stood and moved, who is opposed to whom, and what contradicts what."""

from __future__ import annotations

import pytest

from detente.dossier.account import About, Dossier, dossier
from detente.dossier.conflicts import conflicts
from detente.dossier.grid import Narrowed, grid_of_dossier, lines_of
from detente.formats.dossier_json import positions_json
from detente.formats.printed_positions import grid_markdown
from detente.reading.reader import Reader
from tests.dossier.conftest import read

BORDER = {
    "2031-01-10-alpha": """Kenya refuses truce

NAIROBI - Kenya's foreign minister, Amina Otieno, said on Friday that Kenya would not accept a ceasefire at the border.
Somalia demanded a ceasefire at the border.
""",
    "2031-01-11-beta": """Kenya and Somalia quarrel

MOGADISHU - The foreign ministry of Somalia said that Kenyan troops had shelled the market at Mandera. The foreign
ministry of Kenya denied that its troops had shelled the market at Mandera.
""",
    "2031-02-01-alpha": """Kenya takes truce

NAIROBI - Kenya accepted a ceasefire at the border on Saturday, its foreign minister said.
""",
    "2031-04-20-alpha": """Somalia silent

NAIROBI - Kenya's foreign minister said on Sunday that Kenya accepted a ceasefire at the border if Somalia withdrew its
troops.
""",
}


@pytest.fixture(scope="module")
def border(reader: Reader) -> Dossier:
    return dossier(read(reader, BORDER), About("Border", ("KEN", "SOM")))


def test_a_party_that_takes_what_it_refused_has_moved(border: Dossier) -> None:
    line = next(one for one in border.positions if (one.party, one.kind) == ("KEN", "ceasefire"))
    turns = [one for one in line.stances if one.change != "reaffirmed"]
    assert [(one.change, one.stance) for one in turns[:2]] == [("new", "rejects"), ("shifted", "accepts")]
    assert turns[1].before in {one.claim.text for one in line.stances if one.stance == "rejects"}
    last = line.stances[-1]
    assert (last.change, last.stance) == ("shifted", "accepts if")
    assert last.condition is not None


def test_who_wants_what_another_refuses_is_opposed_until_it_moves(reader: Reader, border: Dossier) -> None:
    readings = read(reader, {name: text for name, text in BORDER.items() if name < "2031-01-11"})
    early = conflicts(dossier(readings, About("Border", ("KEN", "SOM"))).positions)
    assert [(one.one, one.other, one.relation) for one in early] == [("KEN", "SOM", "opposed")]
    later = [one.relation for one in conflicts(border.positions) if one.issue == "ceasefire and withdrawal"]
    assert later == ["conditional"]


def test_two_accounts_stand_side_by_side(border: Dossier) -> None:
    (both,) = [one for one in border.contradictions if one.about == "KEN denies what SOM says"]
    assert [side.who for side in both.sides] == ["SOM", "KEN"]
    assert "market at Mandera" in both.sides[0].says


def test_a_denial_of_something_else_in_a_few_of_the_same_words_contradicts_nobody(reader: Reader) -> None:
    texts = {
        "2031-01-05-a": "Border\n\nNAIROBI - Somalia said on Sunday that Kenya's soldiers had killed herders and burnt "
        "the granaries, wells and cattle pens of three villages west of the market at Mandera.\n",
        "2031-01-06-b": "Border\n\nNAIROBI - Kenya denied on Monday that it bought cattle at a market in Somalia.\n",
    }
    made = dossier(read(reader, texts), About("Border", ("KEN", "SOM")))
    assert not [one for one in made.contradictions if "denies" in one.about]


def test_the_grid_has_issues_down_and_parties_across(border: Dossier) -> None:
    grid = grid_of_dossier(border, Narrowed(issue="ceasefire"))
    assert set(grid.parties) == {"Kenya", "Somalia"}
    ((issue, cells),) = grid.rows
    assert issue == "ceasefire and withdrawal"
    somalia = cells[grid.parties.index("Somalia")][0]
    assert any(mark.startswith("silent since") for mark in somalia.marks)
    assert "| ceasefire and withdrawal |" in grid_markdown(grid)


def test_who_moved_since_a_day(border: Dossier) -> None:
    moved = lines_of(border, Narrowed(moved=True))
    assert {line.party for line in moved} == {"KEN"}
    assert lines_of(border, Narrowed(party="Somalia", moved=True)) == []


def test_as_plain_values(border: Dossier) -> None:
    lines = lines_of(border, Narrowed(issue="ceasefire"))
    told = positions_json(border, lines, conflicts(lines))
    assert {line["kind"] for line in told["positions"]} == {"ceasefire"}
    assert told["between"][0]["parties"] == ["KEN", "SOM"]
    assert all(entry["report"]["source"].startswith("/news/") for line in told["positions"] for entry in line["line"])


def test_a_grid_shows_a_condition_whole_where_it_cuts_the_claim(reader: Reader) -> None:
    text = """Kenya's foreign minister said on Friday that Kenya would lift the sanctions on the ports of the south,
on the banks of the capital and on the airlines of the north unless Somalia kept its troops at the border.
"""
    made = dossier(read(reader, {"2031-01-10-alpha": text}), About("Ports", ("KEN", "SOM")))
    assert "unless Somalia kept its troops at the border" in grid_markdown(grid_of_dossier(made, Narrowed()))
