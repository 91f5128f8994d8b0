"""What people change: entered once, applied to every reading, taken back, never dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from detente.errors import BadField, UnknownId, UnknownSection, UsageError, WordsNotFound
from detente.model.date import Date
from detente.model.reading import Reading
from detente.model.references import Reference
from detente.model.report import Report
from detente.reading.events import triggers
from detente.reading.reader import Reader
from detente.record import corrections
from detente.record.amendment import Amended
from detente.record.by_hand import Hand, confirm, correct, hide, rename
from detente.record.corrections import Correction, undone
from detente.record.filters import Filters
from detente.record.ids import Found, find
from detente.record.item_view import item_view
from detente.record.lost import lost_corrections
from detente.record.mark import mark
from detente.record.present import present
from detente.record.rebuild import rebuild
from detente.record.search import search
from detente.record.search_query import search_query
from detente.record.store import Store
from detente.record.writer import keep_again
from tests.record.conftest import add

HAND = Hand("anna", "as the transcript has it", "2030-01-03T00:00:00Z")


def _change(store: Store, identity: str, change: Callable[..., Correction], *rest: Any) -> Correction:
    with store.writing() as connection:
        return change(connection, find(connection, identity), *rest, HAND)


def _mark(store: Store, source: str, words: str, section: str, *given: str, at: int | None = None) -> Correction:
    with store.writing() as connection:
        return mark(connection, find(connection, f"/news/{source}.txt"), words, section, given, HAND, at)


def _now(store: Store, reading: Reading) -> Amended:
    with store.reading() as connection:
        return present(connection, reading.report.key)


def _found(store: Store, words: str, **filters: Any) -> list[Any]:
    with store.reading() as connection:
        return [hit.item for hit in search(connection, search_query(words) if words else None, Filters(**filters), 99)]


def _undo(store: Store, number: int) -> Correction:
    with store.writing() as connection:
        return corrections.undo(connection, number, by="ben", why=None, at="2030-01-04T00:00:00Z")


@pytest.fixture
def said(readings: dict[str, Reading]) -> Any:
    """What Paredes said of a calendar."""
    return next(one for one in readings["lima"].items["statements"] if "calendar" in one.evidence.text)


def test_a_field_is_set_and_is_inferred_no_more(store: Store, readings: dict[str, Reading], said: Any) -> None:
    dated = next(one for one in said.inferred if one.field == "date")
    entry = _change(store, said.id, correct, ["date=2021-05-01", "venue=the old port"])
    now = _now(store, readings["lima"])
    changed = next(one for one in now.reading.items["statements"] if one.id == said.id)
    assert (changed.date, changed.venue) == (Date.parse("2021-05-01"), "the old port")
    assert dated not in changed.inferred
    assert replace(changed, date=said.date, venue=said.venue, inferred=said.inferred) == said
    assert now.applied == {said.id: (entry,)}
    others = [one for one in now.reading.items["statements"] if one.id != said.id]
    assert others == [one for one in readings["lima"].items["statements"] if one.id != said.id]


def test_a_speaker_brings_their_party_and_a_party_that_the_report_lacks(
    store: Store, readings: dict[str, Reading], said: Any
) -> None:
    _change(store, said.id, correct, ["speaker=inigo lasz"])
    assert {(one.speaker.name, one.party) for one in _found(store, "calendar", section="statements")} == {
        (next(p.name for p in readings["lima"].items["people"] if "asz" in p.name), "CHL")
    }
    _change(store, said.id, correct, ["speaker=bolivia"])
    now = _now(store, readings["lima"]).reading
    changed = next(one for one in now.items["statements"] if one.id == said.id)
    assert (changed.speaker, changed.party) == (Reference("party", "BOL", "Bolivia"), "BOL")
    added = next(party for party in now.items["parties"] if party.id == "BOL")
    assert added.evidence == said.evidence
    assert added.inferred
    _change(store, said.id, correct, ["speaker=described:a port official"])
    changed = next(one for one in _now(store, readings["lima"]).reading.items["statements"] if one.id == said.id)
    assert (changed.speaker, changed.party) == (Reference.described("a port official"), None)
    _change(store, said.id, correct, ["speaker="])
    assert next(one for one in _found(store, "calendar") if one and one.id == said.id).speaker is None


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("date=soon", "'soon' is no date"),
        ("dat=2021", "did you mean 'date'"),
        ("id=x", "no such field"),
        ("speaker=Rosa Parades", "did you mean 'Rosa Paredes'"),
        ("speaker=Nobody Known", "mark the person first"),
        ("party=Perru", "did you mean 'Peru'"),
        ("manner=indirekt", "did you mean 'indirect'"),
        ("manner=", "must be known"),
        ("anonymous=perhaps", "there are yes, no"),
        ("content=words that are not there", "stands in the report nowhere"),
        ("speaker={", "is no JSON"),
        ("venue", "say what it is to be"),
    ],
)
def test_what_cannot_be_set_is_said_and_nothing_entered(store: Store, said: Any, given: str, says: str) -> None:
    with pytest.raises((BadField, WordsNotFound)) as raised:
        _change(store, said.id, correct, [given])
    assert says in str(raised.value)
    with store.reading() as connection:
        assert corrections.log(connection) == []


def test_setting_what_is_so_already_is_refused(store: Store, said: Any) -> None:
    with pytest.raises(UsageError, match="is so already"):
        _change(store, said.id, correct, [f"manner={said.manner}"])


def test_what_is_hidden_is_in_no_answer_until_it_is_undone(
    store: Store, readings: dict[str, Reading], said: Any
) -> None:
    entry = _change(store, said.id, hide)
    now = _now(store, readings["lima"])
    assert said not in now.reading.items["statements"]
    assert now.hidden == {said.id: said}
    assert said.id not in {one.id for one in _found(store, "calendar") if one}
    with pytest.raises(UnknownId, match="is hidden"):
        _change(store, said.id, confirm)
    with store.reading() as connection:
        assert item_view(connection, find(connection, said.id)).standing == "hidden"
    _undo(store, entry.n)
    assert said in _now(store, readings["lima"]).reading.items["statements"]
    assert said in _found(store, "calendar")


def test_of_a_hidden_person_or_party_the_words_stay(store: Store, readings: dict[str, Reading], said: Any) -> None:
    _change(store, said.speaker.id, hide)
    changed = next(one for one in _now(store, readings["lima"]).reading.items["statements"] if one.id == said.id)
    assert changed.speaker == Reference.described(said.speaker.name)
    _change(store, f"{readings['lima'].report.id}/PER", hide)
    now = _now(store, readings["lima"]).reading
    assert all(one.party != "PER" for one in now.items["statements"])
    assert "PER" not in {party.id for party in now.items["parties"]}
    assert _found(store, "", party="PER") == []


def test_who_is_renamed_is_so_wherever_they_are_named(store: Store, readings: dict[str, Reading], said: Any) -> None:
    _change(store, said.speaker.id, rename, "Rosa Inés Paredes")
    now = _now(store, readings["lima"]).reading
    person = next(one for one in now.items["people"] if one.id == said.speaker.id)
    assert person.name == "Rosa Inés Paredes"
    assert "Rosa Paredes" in person.aliases
    named = {one.speaker.name for one in now.items["statements"] if one.speaker and one.speaker.id == person.id}
    assert named == {"Rosa Inés Paredes"}
    with pytest.raises(UsageError, match="no name of its own"):
        _change(store, said.id, rename, "x")
    with pytest.raises(BadField, match="already"):
        _change(store, person.id, rename, "Rosa Inés Paredes")


def test_what_is_confirmed_is_as_it_was_and_says_so(store: Store, readings: dict[str, Reading], said: Any) -> None:
    _change(store, said.id, confirm)
    assert _now(store, readings["lima"]).reading == readings["lima"]
    with store.reading() as connection:
        view = item_view(connection, find(connection, said.id))
    assert [(one.kind, one.by) for one in view.corrections] == [("confirm", "anna")]


def test_a_correction_moves_an_item_from_one_list_to_another(store: Store, said: Any) -> None:
    assert said in _found(store, "calendar", speaker="PER")
    _change(store, said.id, correct, ["speaker=CHL", "date=2021-01-05"])
    assert said.id not in {one.id for one in _found(store, "calendar", speaker="PER")}
    assert said.id in {one.id for one in _found(store, "", speaker="CHL", until="2021-01-31")}
    assert said.id in {one.id for one in _found(store, "calendar chile") if one}  # a name that came by correction


def test_an_undo_is_undone_and_nothing_is_undone_twice(store: Store, readings: dict[str, Reading], said: Any) -> None:
    first = _change(store, said.id, correct, ["venue=Callao"])
    second = _undo(store, first.n)
    with pytest.raises(UsageError, match=f"detente undo {second.n}"):
        _undo(store, first.n)
    assert _now(store, readings["lima"]).reading == readings["lima"]
    _undo(store, second.n)
    assert _now(store, readings["lima"]).applied == {said.id: (first,)}
    with pytest.raises(UnknownId, match="not in the log"):
        _undo(store, 99)
    with store.reading() as connection:
        assert undone(corrections.log(connection)) == {second.n: 3}


def test_what_was_missed_is_marked_and_found(store: Store, readings: dict[str, Reading]) -> None:
    entry = _mark(store, "lome", "lorries would pass", "ahead", "who=TGO", "date=2021-05-10")
    now = _now(store, readings["lome"]).reading
    item = next(one for one in now.items["ahead"] if one.id == entry.target)
    text = now.report.text
    assert text[item.evidence.start : item.evidence.end] == "lorries would pass" == item.what.text
    assert (item.who, str(item.date)) == ((Reference("party", "TGO", "Togo"),), "2021-05-10")
    starts = [one.evidence.start for one in now.items["ahead"]]
    assert starts == sorted(starts)
    assert item in _found(store, "lorries", section="ahead", party="TGO", since="2021-05-10")
    with store.reading() as connection:
        view = item_view(connection, find(connection, entry.target[:-6]))
    assert (view.item, view.standing, view.past) == (item, "by hand", [])
    _change(store, entry.target, correct, ["date=2021-05-11"])
    assert (
        str(next(one for one in _found(store, "lorries", section="ahead") if one.id == entry.target).date)
        == "2021-05-11"
    )


def test_every_section_can_be_marked(store: Store, readings: dict[str, Reading]) -> None:
    given = {
        "times": ["type=DATE", "value=2021-05-10"],
        "parties": ["name=GHA"],
        "people": ["party=TGO", "office=driver"],
        "statements": ["manner=indirect", "speaker=TGO"],
        "events": ["status=occurred", "source=TGO,BEN"],
        "terms": ["person=Kossi Adjovi", "until=2022"],
        "ahead": [],
        "agreements": ["status=signed"],
        "territories": [],
    }
    entries = {section: _mark(store, "lome", "three weeks", section, *fields) for section, fields in given.items()}
    now = _now(store, readings["lome"]).reading
    for section, entry in entries.items():
        assert any(one.id == entry.target for one in now.items[section])
    again = _mark(store, "lome", "three weeks", "ahead")
    assert again.target != entries["ahead"].target
    assert len({entry.target for entry in (*entries.values(), again)}) == len(given) + 1


def test_a_mark_without_what_it_needs_is_refused(store: Store) -> None:
    with pytest.raises(BadField, match=r"status=occurred\|ongoing"):
        _mark(store, "lome", "three weeks", "events")
    with pytest.raises(UnknownSection):
        _mark(store, "lome", "three weeks", "event")
    with pytest.raises(BadField, match="no party"):
        _mark(store, "lome", "three weeks", "parties")
    with pytest.raises(UsageError, match="already"):
        _mark(store, "lome", "Togo", "parties", "name=TGO", at=0)


def test_words_that_stand_nowhere_or_in_several_places_are_refused_with_the_places(
    store: Store, readings: dict[str, Reading]
) -> None:
    text = readings["lome"].report.text
    with pytest.raises(WordsNotFound, match="nowhere"):
        _mark(store, "lome", "four weeks", "ahead")
    with pytest.raises(WordsNotFound) as raised:
        _mark(store, "lome", "Benin", "ahead")
    starts = [number for number in range(len(text)) if text.startswith("Benin", number)]
    assert [start for start, _ in raised.value.places] == starts
    assert all(str(start) in str(raised.value) for start in starts)
    entry = _mark(store, "lome", "Benin", "ahead", at=starts[1])
    assert entry.payload["words"]["start"] == starts[1]
    assert _mark(store, "lome", "INTERIOR  minister", "ahead").payload["words"]["text"] == "Interior Minister"


def _reread(store: Store, reading: Reading, newer: Reading) -> None:
    with store.writing() as connection:
        number = find(connection, reading.report.id).report_n
        changed = replace(newer, provenance=replace(newer.provenance, code="another"))
        assert keep_again(connection, changed, number, "2030-02-01T00:00:00Z")


def test_corrections_and_marks_survive_a_changed_lexicon(
    store: Store, readings: dict[str, Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    agreed, visit = (
        next(one for one in readings["lima"].items["events"] if word in one.what.text) for word in ("agreed", "visit")
    )
    fixed = _change(store, visit.id, correct, ["place=Callao"])
    gone = _change(store, agreed.id, confirm)
    marked = _mark(store, "lima", "would go on", "events", "status=scheduled", "source=PER,CHL")
    for key, cues in list(triggers._keys().items()):
        if any(cue.lemma == "agree" for cue in cues):
            monkeypatch.setitem(triggers._keys(), key, ())
        elif any(cue.lemma == "visit" for cue in cues):
            monkeypatch.setitem(triggers._keys(), key, tuple(replace(cue, type="REJECT") for cue in cues))
    newer = Reader().read(readings["lima"].report)
    assert agreed.id not in {one.id for one in newer.items["events"]}
    _reread(store, readings["lima"], newer)
    now = _now(store, readings["lima"])
    changed = next(one for one in now.reading.items["events"] if one.id == visit.id)
    assert (visit.type, changed.type, changed.place) == ("AGREE", "REJECT", "Callao")
    assert any(one.id == marked.target for one in now.reading.items["events"])
    assert now.applied == {visit.id: (fixed,), marked.target: (marked,)}
    with store.reading() as connection:
        assert [one.correction for one in lost_corrections(connection)] == [gone]
        assert item_view(connection, find(connection, agreed.id)).standing == "read no more"
    assert [one.place for one in _found(store, "visit chile", section="events", party="CHL")] == ["Callao"]


def test_a_correction_goes_to_the_only_item_with_half_of_its_words(
    store: Store, readings: dict[str, Reading], said: Any
) -> None:
    reading = readings["lima"]
    entry = _change(store, said.id, correct, ["venue=Callao"])
    others = tuple(one for one in reading.items["statements"] if one.id != said.id)
    renamed = replace(said, id="statement-00000000000000aa")
    _reread(store, reading, replace(reading, items={**reading.items, "statements": (*others, renamed)}))
    now = _now(store, reading)
    assert now.reading.items["statements"][-1] == replace(
        renamed, venue="Callao", inferred=tuple(one for one in renamed.inferred if one.field != "venue")
    )
    assert now.applied == {renamed.id: (entry,)}


def test_a_correction_that_may_go_to_several_is_listed(store: Store, readings: dict[str, Reading], said: Any) -> None:
    reading = readings["lima"]
    entry = _change(store, said.id, hide)
    others = tuple(one for one in reading.items["statements"] if one.id != said.id)
    twins = tuple(replace(said, id=f"statement-00000000000000a{number}") for number in range(2))
    _reread(store, reading, replace(reading, items={**reading.items, "statements": (*others, *twins)}))
    now = _now(store, reading)
    assert now.reading.items["statements"] == (*others, *twins)
    (lost,) = now.lost
    assert (lost.correction, lost.candidates) == (entry, tuple(one.id for one in twins))
    with store.reading() as connection:
        assert item_view(connection, Found(1, reading.report.key, said.id)).standing == "read no more"


def test_an_item_with_less_than_half_of_the_words_is_not_taken(
    store: Store, readings: dict[str, Reading], said: Any
) -> None:
    reading = readings["lima"]
    _change(store, said.id, hide)
    text, words = reading.report.text, said.evidence
    short = replace(words, end=text.index(" ", words.start + 4), spans=None)
    short = replace(short, text=text[short.start : short.end])
    other = replace(said, id="statement-00000000000000aa", evidence=short)
    _reread(store, reading, replace(reading, items={**reading.items, "statements": (other,)}))
    now = _now(store, reading)
    assert now.reading.items["statements"] == (other,)
    assert [lost.candidates for lost in now.lost] == [()]


def test_in_a_new_version_corrections_and_marks_move_with_their_words(
    store: Store, readings: dict[str, Reading], reader: Reader, said: Any
) -> None:
    marked = _mark(store, "lima", "would go on", "ahead", "who=PER")
    _change(store, said.id, correct, ["venue=Callao", "cue=told"])
    report = readings["lima"].report

    def version(text: str) -> Report:
        return replace(report, text=text, raw_sha256=sha256(text.encode()).hexdigest(), version="")

    text = report.text.replace("LIMA, 4 May", "Talks that began in 1929 resumed.\n\nLIMA, 4 May")
    newer = reader.read(version(text))
    assert newer.report.key == report.key
    assert newer.report.version != report.version
    add(store, newer)
    now = _now(store, newer)
    assert now.lost == ()
    moved = next(one for one in now.reading.items["ahead"] if one.id == marked.target)
    assert text[moved.what.start : moved.what.end] == "would go on"
    changed = next(one for one in now.reading.items["statements"] if one.venue == "Callao")
    assert text[changed.cue.start : changed.cue.end] == "told"
    add(store, reader.read(version(text.replace("would go on", "went on"))))
    assert [one.correction for one in _now(store, newer).lost] == [marked]


def test_a_mark_whose_words_are_read_later_says_so(store: Store, readings: dict[str, Reading]) -> None:
    reading = readings["lome"]
    marked = _mark(store, "lome", "lorries would pass", "ahead")
    now = _now(store, reading)
    item = next(one for one in now.reading.items["ahead"] if one.id == marked.target)
    late = replace(item, id="ahead-00000000000000aa")
    _reread(store, reading, replace(reading, items={**reading.items, "ahead": (late,)}))
    now = _now(store, reading)
    assert {one.id for one in now.reading.items["ahead"]} == {marked.target, late.id}
    assert [(lost.correction, lost.candidates) for lost in now.lost] == [(marked, (late.id,))]


def test_what_is_corrected_is_found_after_a_rebuild_as_before(store: Store, said: Any) -> None:
    _change(store, said.id, correct, ["speaker=CHL"])
    _mark(store, "lome", "lorries would pass", "ahead", "who=GHA")
    asked = [("calendar chile", {}), ("ghana", {}), ("", {"party": "GHA"}), ("lorries", {"section": "ahead"})]
    before = [_found(store, words, **filters) for words, filters in asked]
    assert all(before)
    rebuild(store)
    assert [_found(store, words, **filters) for words, filters in asked] == before
