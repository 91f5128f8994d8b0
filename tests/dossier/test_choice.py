"""Which events a dossier of some length tells."""

from __future__ import annotations

import pytest

from detente.dossier.account import About, dossier
from detente.dossier.choice import chosen
from detente.dossier.page.short import in_short
from detente.reading.reader import Reader
from tests.dossier.conftest import read


@pytest.mark.parametrize("is_lead", [False, True])
def test_what_a_weightier_sentence_tells_too_comes_behind_what_has_one_of_its_own(
    reader: Reader, is_lead: bool
) -> None:
    fight = "Togo shelled a post of Benin on Monday after Benin had seized two boats of Togo on June 2."
    lead = "" if is_lead else "LOMÉ - Fishermen wait.\n\nBoats lie idle.\n\n"
    texts = {"2030-06-10-a": f"River\n\n{lead}{fight}\n\nBenin expelled an attaché of Togo.\n"}
    made = dossier(read(reader, texts), About("The Mono", ("TGO", "BEN")))
    kept = chosen(made, len(made.events))
    assert {one.id for one in kept} == {one.id for one in made.events}
    words = [one.told.event.what.text.split()[0] for one in kept]
    seized = next(one for one in made.events if one.told.event.what.text.startswith("had seized"))
    expelled = next(one for one in made.events if one.told.event.what.text.startswith("expelled"))
    assert seized.weight.value > expelled.weight.value
    assert (words.index("expelled") < words.index("had")) is not is_lead


def test_a_short_brief_tells_deeds_before_titles(reader: Reader) -> None:
    title = "Talks of Togo and Benin on salt"
    text = f"{title}\n\nLOMÉ - Nets dry.\n\nTogo recalled its ambassador to Benin on June 9.\n"
    texts = {"2030-06-10-a": text, "2030-06-10-b": f"{title}\n\nCOTONOU - Rain fell on the market.\n"}
    made = dossier(read(reader, texts), About("The Mono", ("TGO", "BEN")))
    assert not made.events[0].told.is_verb
    assert in_short(made.events, 1)[0].told.what.text.startswith("recalled")
