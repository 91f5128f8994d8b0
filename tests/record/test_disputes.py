"""Which reports belong to a dispute, and which disputes there may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import BadDispute, UnknownDispute
from detente.model.reading import Reading
from detente.record import disputes, memberships
from detente.record.belonging import belonging, keys_of
from detente.record.dispute_file import dispute_of
from detente.record.store import Store
from detente.record.suggestion import suggestions

AT = "2030-01-05T00:00:00Z"


def _names(store: Store, text: str) -> list[str]:
    with store.reading() as connection:
        found = belonging(connection, dispute_of(f"name = 'x'\n{text}", "f"))
        by_key = {
            key: connection.exec_driver_sql("SELECT source FROM report WHERE key = ?", (key,)).scalar() for key in found
        }
    return sorted(Path(str(by_key[key])).stem for key in found)


@pytest.mark.parametrize(
    ("rules", "belong"),
    [
        ("", []),
        ("parties = ['PER', 'CHL']", ["lima"]),
        ("parties = ['PER', 'CHL', 'TGO', 'BEN']", ["lima", "lome"]),
        ("parties = ['PER']", []),
        ("[[belongs]]\nparties = ['TGO']", ["lome"]),
        ("[[belongs]]\nparties = ['PER', 'TGO']", []),
        ("[[belongs]]\nwords = ['cod quotas', 'calendar']", ["lima", "oslo"]),
        ("[[belongs]]\nwords = ['quotas cod']", []),
        ("[[belongs]]\nwords = ['lorr*']", ["lome"]),
        ("[[belongs]]\nparties = ['PER']\nwords = ['lorries']", []),
        ("[[belongs]]\nparties = ['PER']\n[[belongs]]\nwords = ['lorries']", ["lima", "lome"]),
        ("[[places]]\nname = 'Port'\naliases = ['LIMA', 'crossing']\n[[belongs]]\nplaces = ['Port']", ["lima", "lome"]),
        ("[[belongs]]\nplaces = ['crossing']", ["lome"]),
        ("[[belongs]]\nfrom = '2021-05-12'\nuntil = '2021-05'", ["lima", "lome", "oslo"]),
        ("[[belongs]]\nwords = ['cod']\nuntil = '2021-05-11'", []),
        ("period = '2021-06/..'\nparties = ['PER', 'CHL']", []),
        ("period = '2021/2022'\nparties = ['PER', 'CHL']", ["lima"]),
        ("[[belongs]]", []),
        ("[reports]\ninside = ['/news/oslo.txt', 'report-ffff']", ["oslo"]),
        ("parties = ['PER', 'CHL']\n[reports]\noutside = ['/news/lima.txt']", []),
    ],
)
def test_rules_say_which_reports_belong(store: Store, rules: str, belong: list[str]) -> None:
    assert _names(store, rules) == belong


def test_each_report_says_why_it_belongs(store: Store) -> None:
    with store.reading() as connection:
        found = belonging(connection, dispute_of("name='x'\n[[belongs]]\nparties=['PER']\nwords=['cod','talks']", "f"))
    assert list(found.values()) == ["rule 1: PER, “cod” or “talks”"]


def test_what_is_put_in_or_out_by_hand_holds_whatever_the_rules_say(store: Store, readings: dict[str, Reading]) -> None:
    lima, oslo = readings["lima"].report.key, readings["oslo"].report.key
    with store.writing() as connection:
        disputes.add(connection, "name = 'Andes'\nparties = ['PER', 'CHL']\n", "f", "anna", AT)
        assert keys_of(connection, "andes") == {lima}
        memberships.put(connection, "Andes", lima, "anna", AT, inside=False)
        memberships.put(connection, "Andes", oslo, "anna", AT)
        assert keys_of(connection, "Andes") == {oslo}
        memberships.put(connection, "Andes", lima, "anna", AT)
        assert keys_of(connection, "and") == {lima, oslo}


def test_the_newest_version_holds_and_the_same_is_none(store: Store) -> None:
    text = "name = 'Andes'\nparties = ['PER', 'CHL']\n"
    with store.writing() as connection:
        assert disputes.add(connection, text, "f", "anna", AT)[1]
        assert not disputes.add(connection, text, "f", "anna", AT)[1]
        kept, is_new = disputes.add(connection, text.replace("CHL", "BOL"), "f", "ben", AT)
        assert (kept.version, is_new) == (2, True)
        assert disputes.the_dispute(connection, "Andes").parties == ("PER", "BOL")
        assert [one.by for one in disputes.all_stored(connection)] == ["ben"]
        with pytest.raises(BadDispute, match="f:1"):
            disputes.add(connection, "nam = 'x'", "f", "anna", AT)


def test_a_dispute_is_named_or_a_file(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_text("name = 'Lakes'\nparties = ['TGO', 'BEN']", encoding="utf-8")
    with store.writing() as connection:
        with pytest.raises(UnknownDispute, match="the record has none"):
            disputes.the_dispute(connection, "Lakes")
        assert len(keys_of(connection, str(path))) == 1
        for name in ("Lakes", "Lakeside", "Größe"):
            disputes.add(connection, f"name = '{name}'", "f", "anna", AT)
        assert disputes.the_dispute(connection, "grosse").name == "Größe"
        assert disputes.the_dispute(connection, "Lakes").name == "Lakes"
        with pytest.raises(UnknownDispute, match="may be Lakes, Lakeside"):
            disputes.the_dispute(connection, "lak")
        with pytest.raises(UnknownDispute, match="did you mean 'Lakeside'"):
            disputes.the_dispute(connection, "Lakesdie")
        with pytest.raises(BadDispute, match="cannot be read"):
            disputes.the_dispute(connection, str(tmp_path / "none.toml"))


def test_pairs_that_act_on_one_another_are_proposed(store: Store) -> None:
    with store.reading() as connection:
        found = suggestions(connection, least=1)
        assert suggestions(connection, least=2) == []
    pairs = [one.parties for one in found]
    assert ("BEN", "TGO") in pairs or ("CHL", "PER") in pairs or ("NOR", "RUS") in pairs
    assert all(one.parties[0] < one.parties[1] and one.reports == 1 for one in found)
    assert [(-one.reports, -one.events, one.parties) for one in found] == sorted(
        (-one.reports, -one.events, one.parties) for one in found
    )
