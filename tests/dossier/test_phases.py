"""What words say becomes of something that goes on, and what reports tell of it again."""

from __future__ import annotations

import pytest

from detente.dossier.account import About, dossier
from detente.dossier.content import every_stem
from detente.dossier.echoes import is_echo
from detente.dossier.phases import phase_of
from detente.reading.reader import Reader
from tests.dossier.conftest import read
from tests.dossier.test_events import told


@pytest.mark.parametrize(
    ("words", "phase"),
    [
        ("came into force at noon", "begin"),
        ("has taken effect", None),
        ("took effect in May", "begin"),
        ("their forces withdrew", "leave"),
        ("a task force met", "hold"),
        ("has been in place since", "hold"),
        ("took the place of", None),
        ("collapsed in a week", "end"),
    ],
)
def test_a_phrase_and_not_its_words_names_a_phase(words: str, phase: str | None) -> None:
    assert phase_of(every_stem(words)) == phase


TRUCE = """Truce begins on the Kagera

KIGALI - A truce between Rwanda and Burundi came into force on the Kagera on May 4, both armies said.
"""


@pytest.mark.parametrize(
    ("later", "again"),
    [
        ("Traders are back since the truce, which came into force on May 4, a mayor said.", True),
        ("Traders are back under the cessation of fire that took effect on May 4, a mayor said.", True),
        ("Farmers have sown again under the May 4 truce, a mayor said.", True),
        ("The May 4 truce let farmers sow, a mayor said.", True),
        ("Shots threaten the truce, which has held since spring, a mayor said.", True),
        ("Farmers heard of a truce, provided that the halt to shelling lasts, a mayor said.", False),
        ("A collapse of the truce is possible, a mayor said.", False),
        ("Elders met to prevent the collapse of the truce, a mayor said.", False),
    ],
)
def test_a_truce_is_told_again_by_its_date_or_its_phase(reader: Reader, later: str, again: bool) -> None:
    texts = {"2031-05-04-a": TRUCE, "2031-06-20-b": f"Sowing time\n\nGITEGA - {later}\n"}
    made = dossier(read(reader, texts), About("The Kagera"))
    begun = told(made, "came into force on the Kagera")
    assert ([source.number for source in begun.sources] == [1, 2]) is again


def test_the_end_of_talks_is_told_again(reader: Reader) -> None:
    texts = {
        "2031-05-09-a": "Talks collapse\n\nKIGALI - River talks of Rwanda and Burundi failed on May 8, envoys said.\n",
        "2031-05-30-b": "Envoy returns\n\nGITEGA - An envoy is back after the collapse of talks earlier this month.\n",
    }
    made = dossier(read(reader, texts), About("The Kagera"))
    assert [source.number for source in told(made, "failed on May 8").sources] == [1, 2]


def test_who_walks_out_walks_out_of_the_talks(reader: Reader) -> None:
    texts = {
        "2031-05-09-a": "Delegation leaves\n\nKIGALI - Burundi's delegation walked out on May 8.\n",
        "2031-05-14-b": "Envoy waits\n\nGITEGA - An envoy waits since Burundi's delegation walked out last week.\n",
    }
    made = dossier(read(reader, texts), About("The Kagera"))
    assert [source.number for source in told(made, "walked out on May 8").sources] == [1, 2]


def test_what_became_of_a_subject_is_told_again_where_an_event_has_the_subject(reader: Reader) -> None:
    words = "Shelling by Burundi broke the first truce of the war, which had held since May."
    made = dossier(read(reader, {"2031-06-20-b": f"Guns\n\nGITEGA - {words}\n"}), About("The Kagera"))
    echoes = [one for event in made.events for one in event.mentions if is_echo(one.event.id)]
    assert [(one.subject, one.phase) for one in echoes] == [("agreement", "hold")]


def test_who_walks_out_ends_the_talks_for_the_time_being(reader: Reader) -> None:
    texts = {
        "2031-05-09-a": "Talks halted\n\nKIGALI - Talks of Rwanda and Burundi broke down on May 8, envoys said.\n",
        "2031-05-14-b": "Envoy waits\n\nGITEGA - An envoy waits since Burundi's delegation walked out last week.\n",
    }
    made = dossier(read(reader, texts), About("The Kagera"))
    assert [source.number for source in told(made, "broke down on May 8").sources] == [1, 2]


def test_the_end_of_talks_is_not_the_end_of_a_truce(reader: Reader) -> None:
    texts = {
        "2031-05-09-a": "Collapse\n\nKIGALI - Kagera talks of Rwanda and Burundi collapsed in May, envoys said.\n",
        "2031-05-30-b": "Collapse\n\nKIGALI - The Kagera truce of Rwanda and Burundi collapsed in May, envoys said.\n",
    }
    made = dossier(read(reader, texts), About("The Kagera"))
    assert told(made, "Kagera talks") is not told(made, "Kagera truce")
