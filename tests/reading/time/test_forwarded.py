"""Mail handed on within a text has its own day."""

from __future__ import annotations

from datetime import date

import pytest

from detente.reading.time.forwarded import forwarded

HEADERS = [
    (
        "From: Mei Tan <mei@example.org>\nSent: Tuesday, 8 September 2026 09:02\nTo: Ana\nSubject: Readout\n",
        date(2026, 9, 8),
    ),
    ("From: Desk\nDate: Sat, 11 May 2024 at 08:31\nSubject: Lake\nTo: Ana\n", date(2024, 5, 11)),
    ("From: Desk\nDate: May 13, 2024 at 5:58 PM\nTo: Ana\n", date(2024, 5, 13)),
    ("From: Desk\n\nDate: 12 May 2024 at 06:45:10 GMT+5\n\nTo: Ana\n", date(2024, 5, 12)),
    ("> From: Desk\n> Date: Mon, 3 Jun 2024 09:00:00 +0000\n> Subject: Lake\n", date(2024, 6, 3)),
    ("*From:* Desk\n*Sent:* Monday, June 3, 2024 9:00 AM\n*To:* Ana\n", date(2024, 6, 3)),
]


@pytest.mark.parametrize(("header", "day"), HEADERS)
def test_a_header_gives_its_day(header: str, day: date) -> None:
    text = f"Please see below.\n\n{header}\nFiji summoned the envoy today.\n"
    [(at, found)] = forwarded(text)
    assert found == day
    assert text[at:].strip() == "Fiji summoned the envoy today."


@pytest.mark.parametrize(
    "text",
    [
        "From: Suva to Apia. Date: 3 June 2024. Fiji summoned the envoy today.",
        "Date: 3 June 2024\nSubject: Lake\n\nFiji summoned the envoy today.",
        "From: Desk\nTo: Ana\nSubject: Lake\n\nFiji summoned the envoy today.",
        "From: Desk\nDate: 31 June 2024\nTo: Ana\n\nFiji summoned the envoy today.",
        "From: Desk\nDate: 3 Juno 2024\nTo: Ana\n\nFiji summoned the envoy today.",
        "Fiji summoned the envoy today.",
    ],
)
def test_what_is_no_header_gives_none(text: str) -> None:
    assert forwarded(text) == []


def test_two_headers_give_two_days() -> None:
    first, second = HEADERS[0][0], HEADERS[1][0]
    found = forwarded(f"{first}\nFiji left.\n\n{second}\nTonga stayed.\n")
    assert [day for _, day in found] == [date(2026, 9, 8), date(2024, 5, 11)]
