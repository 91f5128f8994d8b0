"""Occurred, ongoing, scheduled, hypothetical or denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.english.factuality import status_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    from detente.model.items import Event

    Read = Callable[[str], tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "word", "status", "cue"),
    [
        ("The ministers met on Monday.", "met", "occurred", None),
        ("The ministers have met twice.", "met", "occurred", None),
        ("The ministers did not meet.", "meet", "denied", "not"),
        ("The ministers have never met.", "met", "denied", "never"),
        ("The ministers will meet on Monday.", "meet", "scheduled", "will"),
        ("The ministers are scheduled to meet on Monday.", "meet", "scheduled", "scheduled"),
        ("The ministers are due to meet on Monday.", "meet", "scheduled", "due"),
        ("The ministers plan to meet on Monday.", "meet", "scheduled", "plan"),
        ("The ministers are going to meet.", "meet", "scheduled", "going"),
        ("The ministers are to meet on Monday.", "meet", "scheduled", "are"),
        ("The ministers may meet on Monday.", "meet", "hypothetical", "may"),
        ("The ministers want to meet.", "meet", "hypothetical", "want"),
        ("If the ministers meet, the border will open.", "meet", "hypothetical", "If"),
        ("The border would open after the ministers met.", "open", "hypothetical", "would"),
        ("The ministry said the border would open in May.", "open", "scheduled", "would"),
        ("The ministers failed to meet.", "meet", "denied", "failed"),
        ("The ministers refused to meet.", "meet", "denied", "refused"),
        ("The army denied that it shelled the town.", "shelled", "denied", "denied"),
        ("The army left without shelling the town.", "shelling", "denied", "without"),
        ("The army is shelling the town.", "shelling", "ongoing", "shelling"),
        ("The army began to shell the town.", "shell", "occurred", None),
        ("The army continues to shell the town.", "shell", "ongoing", "continues"),
        ("No talks were held.", "talks", "denied", None),
        ("The planned talks alarmed the rebels.", "talks", "scheduled", "planned"),
        ("The possible talks alarmed the rebels.", "talks", "hypothetical", "possible"),
        ("The rebels called for talks.", "talks", "hypothetical", "called"),
        ("The rebels cancelled the talks.", "talks", "denied", "cancelled"),
        ("The talks took place in May.", "talks", "occurred", None),
        ("Talks will take place in May.", "Talks", "scheduled", "will"),
        ("She stressed the importance of an early withdrawal.", "withdrawal", "hypothetical", "importance"),
        ("The road stays shut until the rebels release the pilots.", "release", "hypothetical", "until"),
        ("The crews go home after the completion of the withdrawal.", "withdrawal", "occurred", None),
        ("The raid prompted Kenya to close the border.", "close", "occurred", None),
        ("The blockade compelled Fiji to release the ship.", "release", "occurred", None),
        ("The drought caused Chad to open the dam.", "open", "occurred", None),
        ("The raid may prompt Kenya to close the border.", "close", "hypothetical", "may"),
        ("The raid did not prompt Kenya to close the border.", "close", "denied", "not"),
        ("The consul helped raise the wreck.", "raise", "occurred", None),
        ("The consul had to flee the town.", "flee", "occurred", None),
        ("The consul has to flee the town.", "flee", "hypothetical", "has"),
        ("The consul did not have to flee the town.", "flee", "hypothetical", "have"),
        ("Libya backs the rebels of Chad.", "backs", "ongoing", "backs"),
        ("Libya backed the rebels of Chad.", "backed", "occurred", None),
        ("Indian troops occupy the ridge.", "occupy", "ongoing", "occupy"),
        ("The crews will go home upon completion of the withdrawal.", "withdrawal", "scheduled", "will"),
    ],
)
def test_status_and_its_cue(nlp: Language, text: str, word: str, status: str, cue: str | None) -> None:
    token = next(t for t in nlp(text) if t.text == word)
    ruling = status_of(token)
    assert ruling.status == status
    if cue is not None:
        assert ruling.cue is not None
        assert ruling.cue.text == cue


@pytest.mark.parametrize(
    ("plain", "negated"),
    [
        ("Egypt recalled its ambassador from Sudan.", "Egypt did not recall its ambassador from Sudan."),
        ("Ghana signed the treaty with Togo.", "Ghana has not signed the treaty with Togo."),
        ("Mali released two soldiers of Benin.", "Mali has not released two soldiers of Benin."),
    ],
)
def test_a_sentence_and_its_negation(read: Read, plain: str, negated: str) -> None:
    (did,), (did_not,) = read(plain), read(negated)
    assert (did.type, did.source, did.target) == (did_not.type, did_not.source, did_not.target)
    assert (did.status, did_not.status) == ("occurred", "denied")


@pytest.mark.parametrize(
    ("report", "plan", "kinds"),
    [
        ("Laos visited Vietnam.", "Laos will visit Vietnam.", ("CONSULT", "AGREE")),
        ("Oman sent food aid to Yemen.", "Oman will send food aid to Yemen.", ("AID", "AGREE")),
        ("Chad withdrew its troops from Niger.", "Chad will withdraw its troops from Niger.", ("RETREAT", "CONCEDE")),
        ("Peru imposed sanctions on Chile.", "Peru will impose sanctions on Chile.", ("SANCTION", "THREATEN")),
    ],
)
def test_a_report_and_a_plan(read: Read, report: str, plan: str, kinds: tuple[str, str]) -> None:
    (done,), (due,) = read(report), read(plan)
    assert (done.type, due.type) == kinds
    assert (done.status, due.status) == ("occurred", "scheduled")
    assert (done.source, done.target) == (due.source, due.target)


def test_a_refusal_to_cooperate_is_itself_an_act(read: Read) -> None:
    (event,) = read("Nepal will not attend the talks.")
    assert (event.type, event.status) == ("REJECT", "occurred")
