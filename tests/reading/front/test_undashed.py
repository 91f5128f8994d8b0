"""Places of writing that no dash parts from the text."""

from __future__ import annotations

import pytest

from detente.model.report import Front, Report, Zone
from detente.reading.front import read_front
from detente.reading.front.undashed import in_capitals, reported_from


def _front(text: str) -> Front:
    return read_front(Report(text, "a.txt", "text", ""))


@pytest.mark.parametrize(
    ("text", "places", "rest"),
    [
        ("HARARE The two ministers met.", ["Harare"], " The two ministers met."),
        ("HARARE/LUSAKA The two ministers met.", ["Harare", "Lusaka"], " The two ministers met."),
        ("UNITED NATIONS Ghana asked for a vote.", ["United Nations"], " Ghana asked for a vote."),
        ("NAIROBI UN mediators met.", ["Nairobi"], " UN mediators met."),
        ("NEW DELHI U.S. envoys met.", ["New Delhi"], " U.S. envoys met."),
        ("QUITO A court ruled.", ["Quito"], " A court ruled."),
        ('SUVA "We are ready," he said.', ["Suva"], ' "We are ready," he said.'),
        ("SUVA Twelve boats came.", ["Suva"], " Twelve boats came."),
        ("FINNSNES, Norway The two ministers met.", ["Finnsnes"], " The two ministers met."),
        ("SUVA, Fiji U.S. envoys met.", ["Suva"], " U.S. envoys met."),
        ("FINNSNES, Amara Okoye said, is far.", None, ""),
        ("AMARA OKOYE and her aides came.", None, ""),
        ("HARARE and Lusaka agreed.", None, ""),
        ("HARARE", None, ""),
        ("HARARE's envoy came.", None, ""),
        ("Harare The two ministers met.", None, ""),
        ("NATO Secretary General came.", None, ""),
        ("NOWHERETON The two ministers met.", None, ""),
        ("NOWHERETON/LUSAKA The two ministers met.", None, ""),
    ],
)
def test_an_opening_in_capitals(text: str, places: list[str] | None, rest: str) -> None:
    found = in_capitals(text, 0, len(text))
    if places is None:
        assert found is None
        return
    assert found is not None
    assert [name for name, _, _ in found.places] == places
    assert [text[a:b].title() for _, a, b in found.places] == places
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Talks have stalled. Mei Tan reports from Suva.", "Suva"),
        ("Talks have stalled. Mei Tan has more from Addis Ababa", "Addis Ababa"),
        ("Talks have stalled. Mei Tan filed this report from Lagos.", "Lagos"),
        ("Mei Tan reports from Suva on talks that have stalled.", None),
        ("Talks have stalled. Mei Tan reports from the border.", None),
        ("Mei Tan reads reports from Suva and Apia.", None),
    ],
)
def test_a_lead_that_hands_over(text: str, city: str | None) -> None:
    found = reported_from(text, 0, len(text))
    assert (found and found[0]) == city
    assert found is None or text[found[1] : found[2]] == city


def test_the_place_is_no_part_of_the_body() -> None:
    text = (
        "Two ministers meet over the lake\n\n2019-03-04 10:15:00\nheadlines\n\n"
        "HARARE/LUSAKA The two ministers met on Monday and spoke of the lake for hours.\n\nThey will meet again."
    )
    front = _front(text)
    assert [place.place for place in front.dateline] == ["Harare", "Lusaka"]
    assert front.published.date is not None
    assert front.published.date.edtf == "2019-03-04"
    body = [text[zone.start : zone.end] for zone in front.zones if zone.zone is Zone.BODY]
    assert body[0].startswith("The two ministers met")


def test_a_lead_that_hands_over_stays_body() -> None:
    text = "Talks on the lake have stalled for good. Mei Tan reports from Suva.\n\nThe two ministers have not met."
    front = _front(text)
    assert [place.place for place in front.dateline] == ["Suva"]
    assert all(zone.zone is Zone.BODY for zone in front.zones)


def test_a_long_title_of_a_document_is_the_headline() -> None:
    states = "Chad, Togo, Benin, Mali, Niger, Ghana, Gabon, Kenya, Malawi, Angola, Rwanda, Burundi, Uganda, Zambia"
    more = "Lesotho, Eswatini, Namibia, Botswana, Congo, Djibouti, Liberia and Guinea"
    title = f"Joint Statement of the Ministers of {states}, {more} on the Lake"
    text = f"{title}\n\n2023-05-06\n\nWe met in Harare on Friday and agreed on the lake.\n\nWe will meet again in June."
    headline = _front(text).headline
    assert headline is not None
    assert headline.text == title


_LONG = (
    "No: 31, 4 May 2019, Press Release Regarding the Statement of the Ministry of External Relations of Gabon dated",
    "3 May 2019 on the Activities of Our Survey Vessel in the Waters off the Islands and on the Notes Exchanged",
    "since the Visit of the Two Ministers to the Port",
)


@pytest.mark.parametrize(
    ("title", "below"),
    [
        (
            " ".join(_LONG),
            "Republic of Togo, Ministry of Foreign Affairs",
        ),
        ("QA-7, 4 May 2019, Statement of the Spokesperson of the Ministry in Response to a Question", "Lome"),
        ("Togolese President Office, Gabonese PM Office Issue Joint Statement", "LomeNews"),
        ("Lake Ministers Release Final Communiqué in Kampala", "By Grace Otieno"),
        ("Department Press Briefing – May 4, 2019", "Department of External Affairs"),
        ("Noon Briefing of the Spokesperson, 4 May 2019", "Office of the Spokesperson"),
    ],
)
def test_the_title_of_an_official_text(title: str, below: str) -> None:
    prose = "Togo regrets the decision of Gabon on the ship.\n\nTogo will go on with its survey."
    text = f"{title}\n\n{below}\n\n4 May 2019\n\n{prose}"
    headline = _front(text).headline
    assert headline is not None
    assert headline.text == title


def test_a_list_closes_the_article_of_a_page() -> None:
    prose = "The two ministers met on Monday and spoke of the lake for hours.\n\nThey set out what each will do:"
    text = f"Two ministers meet\n\n{prose}\n\nFiji: opening of the port by June\n\nTonga: release of the boats"
    taken = read_front(Report(text, "a.html", "html", "", title="Two ministers meet"))
    body = [text[zone.start : zone.end] for zone in taken.zones if zone.zone is Zone.BODY]
    assert body[-2:] == ["Fiji: opening of the port by June", "Tonga: release of the boats"]


def test_who_signs_an_embedded_post_is_no_author() -> None:
    text = (
        "Fiji rejects the plan\n\nFiji rejected the plan for the lake on Monday, its minister said in a post.\n\n"
        "We will not give up the lake.\n\n— Mere Tuivaga (@mtuivaga) May 2, 2024\n\nTonga did not comment on Monday."
    )
    assert _front(text).authors == ()


def test_a_paragraph_that_ends_in_parentheses_is_no_caption() -> None:
    text = "The ministry said that it would show proof within days (it has released images before)."
    front = _front(f"Fiji and Tonga fall out over a bridge\n\n{text}\n\nTonga said on Monday that it knew of nothing.")
    assert front.captions == ()
