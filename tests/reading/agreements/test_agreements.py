from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from detente.errors import MissingComponent
from detente.knowledge.agreements import agreements
from detente.model.date import Date
from detente.model.inference import Inference
from detente.model.items import Agreement
from detente.model.report import Report
from detente.reading.agreements import Agreements
from detente.reading.reader import Reader
from detente.sources import report_from_text


def read(reader: Reader, text: str) -> tuple[Agreement, ...]:
    report = report_from_text(text, published="2024-05-06")
    assert isinstance(report, Report)
    return reader.read(report).agreements or ()


def with_key(reader: Reader, key: str, text: str) -> tuple[Agreement, ...]:
    report = report_from_text(text, published="2024-05-06")
    assert isinstance(report, Report)
    return reader.read(replace(report, key=key)).agreements or ()


def ids(agreement: Agreement) -> list[str | None]:
    assert {party.kind for party in agreement.parties} <= {"party"}
    return [party.id for party in agreement.parties]


def basis(agreement: Agreement, field: str) -> str:
    """From what a field is known: what no inference names is said."""
    found = {each.basis for each in agreement.inferred if each.field == field}
    assert len(found) <= 1
    return found.pop() if found else "said"


@pytest.mark.parametrize(
    ("text", "name", "parties", "status"),
    [
        ("Peru and Chile signed a fisheries treaty in Lima on Friday.", "fisheries treaty", {"PER", "CHL"}, "signed"),
        ("Kenya wants a border treaty with Somalia by June.", "border treaty", {"KEN", "SOM"}, "proposed"),
        ("Ghana and Togo are negotiating a maritime agreement.",
         "maritime agreement", {"GHA", "TGO"}, "under negotiation"),
        ("Norway withdrew from the fisheries pact with Iceland in 2019.",
         "fisheries pact", {"NOR", "ISL"}, "withdrawn"),
        ("A ceasefire between Chad and Libya collapsed on Sunday.", "ceasefire", {"TCD", "LBY"}, "ended"),
        ("India suspended the Indus Waters Treaty with Pakistan.", "Indus Waters Treaty", {"IND", "PAK"}, "suspended"),
        ("Mali has ratified the river accord with Niger.", "river accord", {"MLI", "NER"}, "ratified"),
        ("The water-sharing agreement between Iraq and Syria entered into force on 3 March 2024.",
         "agreement", {"IRQ", "SYR"}, "in force"),
        ("Egypt and Sudan reached a deal on the canal on Monday.", "deal on the canal", {"EGY", "SDN"}, "agreed"),
        ("Peru and Chile have not signed a fisheries treaty.", "fisheries treaty", {"PER", "CHL"}, "under negotiation"),
        ("If Peru and Chile signed a fisheries treaty, boats would return.",
         "fisheries treaty", {"PER", "CHL"}, "under negotiation"),
        ("Fiji and Tonga signed a memorandum of understanding.",
         "memorandum of understanding", {"FJI", "TON"}, "signed"),
        ("Angola and Zambia are due to sign a rail accord in July.",
         "rail accord", {"AGO", "ZMB"}, "under negotiation"),
    ],
)  # fmt: skip
def test_parties_and_status(reader: Reader, text: str, name: str, parties: set[str], status: str) -> None:
    (agreement,) = read(reader, text)
    assert name in agreement.name
    assert set(ids(agreement)) == parties
    assert basis(agreement, "status") == "said" or status == "proposed"
    assert agreement.status == status


@pytest.mark.parametrize(
    ("text", "date", "known_from"),
    [
        ("The 1904 treaty between Bolivia and Chile fixed the border.", "1904", "said"),
        ("The treaty of 20 October 1904 between Bolivia and Chile fixed the border.", "1904-10-20", "said"),
        ("Bolivia and Chile signed a water treaty on 3 May 2024.", "2024-05-03", "said"),
        ("The Prespa Agreement ended the row between Greece and North Macedonia.", "2018-06-17", "table"),
        ("Bolivia and Chile hope to sign a water treaty in June.", None, "said"),
    ],
)
def test_dates(reader: Reader, text: str, date: str | None, known_from: str) -> None:
    (agreement,) = read(reader, text)
    assert agreement.date == (Date.parse(date) if date else None)
    assert basis(agreement, "date") == known_from


@pytest.mark.parametrize(
    ("text", "words", "condition"),
    [
        ("The 1921 accord between Peru and Chile provides that ships may enter Arica after the payment of a fee.",
         "ships may enter Arica", "after the payment of a fee"),
        ("Under the accord between Peru and Chile, Peru would reopen the port if Chile lowers its tariffs.",
         "Peru would reopen the port", "if Chile lowers its tariffs"),
        ("The accord between Peru and Chile obliges both states to share data.",
         "obliges both states to share data", None),
        ("Peru and Chile signed an accord in Lima, which bans night fishing, on Friday.", "bans night fishing", None),
        ("Peru and Chile signed a harbour accord. It bans night fishing.", "bans night fishing", None),
        ("Peru and Chile reached an agreement to withdraw their patrol boats.", "to withdraw their patrol boats", None),
    ],
)  # fmt: skip
def test_provisions(reader: Reader, text: str, words: str, condition: str | None) -> None:
    found = [(p.text.text, p.condition.text if p.condition else None) for a in read(reader, text) for p in a.provisions]
    assert (words, condition) in found


def test_one_agreement_told_again(reader: Reader) -> None:
    text = (
        "Kenya and Uganda signed the Lake Patrol Agreement (LPA) on Monday.\n\n"
        "The accord lets boats of either side land. The LPA does not touch the border. "
        "Parliament must approve the agreement."
    )
    (agreement,) = read(reader, text)
    assert agreement.name == "Lake Patrol Agreement"
    assert {"accord", "LPA"} <= {words.text for words in agreement.mentions} | set(agreement.aliases)
    assert agreement.status == "signed"


def test_two_agreements_stay_two(reader: Reader) -> None:
    text = "Ghana and Togo signed a fisheries treaty on Monday. They are still negotiating a rail treaty."
    assert [agreement.status for agreement in read(reader, text)] == ["signed", "under negotiation"]


def test_what_two_parties_agreed_to_do_without_a_name(reader: Reader) -> None:
    (agreement,) = read(
        reader, "The presidents of Ghana and Togo agreed on Thursday that both states would cut tariffs."
    )
    assert agreement.name == "agreement to cut tariffs"
    assert agreement.date == Date.parse("2024-05-02")
    assert [p.text.text for p in agreement.provisions] == ["both states would cut tariffs"]


def test_what_belongs_to_an_agreement_is_no_other_one(reader: Reader) -> None:
    text = "Under a protocol to the Prespa Agreement, Greece would watch the airspace of North Macedonia."
    (agreement,) = read(reader, text)
    assert agreement.known == "Prespa Agreement"
    assert [p.text.text for p in agreement.provisions] == ["Greece would watch the airspace of North Macedonia"]


def test_brokers_are_no_parties(reader: Reader) -> None:
    (agreement,) = read(reader, "A truce between Chad and Libya, brokered by Egypt, took effect on Sunday.")
    assert set(ids(agreement)) == {"TCD", "LBY"}
    assert agreement.status == "in force"


def test_mediators_are_no_parties(reader: Reader) -> None:
    text = "Chad and Libya shelled each other. Libya blamed Chad. Mediators from Egypt announced a ceasefire on Sunday."
    agreements = read(reader, text)
    assert [set(ids(agreement)) for agreement in agreements] == [{"TCD", "LBY"}]


def test_each_thing_agreed_is_a_provision(reader: Reader) -> None:
    text = (
        "Chad and Libya agreed to reopen the wells at Ounianga and to count the herds, "
        "on the understanding that no soldiers would come near."
    )
    (agreement,) = read(reader, text)
    assert [(p.text.text, p.condition.text if p.condition else None) for p in agreement.provisions] == [
        ("to reopen the wells at Ounianga", None),
        ("to count the herds", "on the understanding that no soldiers would come near"),
    ]


def test_courtesies_are_no_agreement(reader: Reader) -> None:
    assert read(reader, "The ministers of Ghana and Togo agreed to stay in touch.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "France deals with Germany every day.",
        "The ministers of Ghana and Togo were in agreement.",
        "A great deal of gold left Ghana last year.",
        "Health protocols at the border of Ghana were tightened.",
        "The party convention in Ghana opened on Friday.",
        "Ghana's resolution to stand firm impressed Togo.",
    ],
)
def test_what_is_no_agreement(reader: Reader, text: str) -> None:
    assert read(reader, text) == ()


def test_names_of_the_table_with_what_it_knows(reader: Reader) -> None:
    (agreement,) = read(reader, "Russia has left the INF Treaty, Moscow told the United States.")
    assert agreement.known == "Intermediate-Range Nuclear Forces Treaty"
    assert set(ids(agreement)) == {"USA", "RUS"}
    assert (agreement.status, basis(agreement, "status")) == ("withdrawn", "said")
    assert agreement.status_cue is not None
    assert agreement.status_cue.text == "left"


def test_a_document_that_is_an_agreement(reader: Reader) -> None:
    text = (
        "Joint Statement of the Presidents of Ghana and Togo\n\n"
        "Lomé, 4 May 2024\n\n"
        "1. The Parties shall open the bridge at Aflao by 1 July.\n\n"
        "2. Togo undertakes to repair the road once Ghana has paid its share.\n\n"
        "3. The Presidents thanked the bank for its help.\n\n"
        "Done at Lomé on 4 May 2024.\n"
    )
    statement = read(reader, text)[0]
    assert set(ids(statement)) == {"GHA", "TGO"}
    assert (statement.status, statement.date) == ("signed", Date.parse("2024-05-04"))
    assert basis(statement, "date") == "said"
    assert [(p.text.text, p.condition.text if p.condition else None) for p in statement.provisions] == [
        ("The Parties shall open the bridge at Aflao by 1 July", None),
        ("to repair the road", "once Ghana has paid its share"),
    ]


@pytest.mark.parametrize("missing", ["times", "parties", "people"])
def test_in_a_pipeline_of_its_own(nlp: Language, missing: str) -> None:
    doc = nlp("The Treaty of Utrecht was signed in 1713.")
    for name in ("times", "parties", "people"):
        doc = nlp.create_pipe(f"detente_{name}")(doc)
    (agreement,) = Agreements(nlp)(doc)._.detente_agreements
    assert agreement.known == "Treaty of Utrecht"
    doc._.set(f"detente_{missing}", None)
    with pytest.raises(MissingComponent, match=f"detente_agreements needs detente_{missing}; add it"):
        Agreements(nlp)(doc)


def test_what_the_context_adds_has_its_words(reader: Reader) -> None:
    text = "Ghana wants a border treaty. Its minister met the minister of Togo, and said the border treaty was near."
    (agreement,) = read(reader, text)
    assert ids(agreement) == ["GHA", "TGO"]
    assert basis(agreement, "parties") == "context"
    words = [each.words for each in agreement.inferred if each.field == "parties" and each.words]
    assert (
        [each.text for each in words]
        == [text[each.start : each.end] for each in words]
        == ["Ghana", "the minister of Togo"]
    )


def test_what_the_table_adds_says_as_of_when(reader: Reader) -> None:
    (agreement,) = read(reader, "The Prespa Agreement ended the row between Greece and North Macedonia.")
    record = agreements()["Prespa Agreement"]
    assert Inference("date", "table", as_of=record.as_of) in agreement.inferred
    assert agreement.date == record.date


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    before=st.lists(st.sampled_from(["It rained in Lima.", "Nobody spoke.", "Peru and Chile met again."]), max_size=3),
    kind=st.sampled_from(["treaty", "pact", "accord"]),
)
def test_ids_last_when_text_is_put_before(before: list[str], kind: str, reader: Reader) -> None:
    told = (
        f"Peru and Chile signed a fisheries {kind} in Arica on Friday. They agreed to open the port. "
        "The Prespa Agreement is older."
    )
    found = [[(a.id, a.name) for a in with_key(reader, "key", " ".join([*lines, told]))] for lines in ([], before)]
    assert len(found[0]) == len({id_ for id_, _ in found[0]}) == 3
    assert found[0] == found[1]
    assert not {a.id for a in with_key(reader, "other key", told)} & {id_ for id_, _ in found[0]}


PAIRS = [("Ghana", "GHA"), ("Togo", "TGO"), ("Peru", "PER"), ("Chile", "CHL"), ("Norway", "NOR"), ("Kenya", "KEN")]


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(names=st.permutations(PAIRS), kind=st.sampled_from(["treaty", "pact", "accord"]))
def test_renaming_the_parties_renames_nothing_else(names: list[tuple[str, str]], kind: str, reader: Reader) -> None:
    (one, first), (two, second), *_ = names
    text = f"{one} and {two} signed a fisheries {kind} on 3 May 2024. The {kind} obliges {one} to open its ports."
    (agreement,) = read(reader, text)
    assert agreement.name == f"fisheries {kind}"
    assert ids(agreement) == [first, second]
    assert (agreement.status, agreement.date) == ("signed", Date.parse("2024-05-03"))
    assert [p.text.text for p in agreement.provisions] == [f"obliges {one} to open its ports"]
    assert all(text[m.start : m.end] == m.text for m in agreement.mentions)


STATEMENT = """JOINT STATEMENT
on the river border between Chad and Niger

Agadez, 9 November 2023

1. The ministers recalled the Charter of the United Nations and the Convention on the Law of the Sea.

2. The two sides agreed to:

(a) open the bridge at Bosso by 31 January 2024;

(b) release the detained fishermen once the inquiry has reported.

Done at Agadez, this ninth day of November 2023.
"""


def test_a_list_of_obligations_and_the_day_of_a_statement(reader: Reader) -> None:
    (statement,) = read(reader, STATEMENT)  # the charter that it only recalls is no agreement of its own
    assert statement.date == Date.parse("2023-11-09")
    assert [(p.text.text, p.condition.text if p.condition else None) for p in statement.provisions] == [
        ("open the bridge at Bosso by 31 January 2024", None),
        ("release the detained fishermen", "once the inquiry has reported"),
    ]
