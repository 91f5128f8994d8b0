import pytest

from detente.errors import UnreadableReport
from detente.sources.mail import mail
from detente.sources.raw import Raw

HEAD = (
    "From: =?utf-8?q?Press_Office_of_the_Commission_=C3=85land?= <press@commission.example>\r\n"
    "Subject: =?utf-8?q?Readout_=E2=80=93_third_round?=\r\n"
    "Date: Thu, 9 Jul 2015 23:10:00 -0400\r\n"
    "MIME-Version: 1.0\r\n"
)
PROSE = "The third round ended on Thursday, and the delegations of both states will meet again in the autumn."


def test_plain_body_with_headers_as_metadata() -> None:
    body = "Content-Type: text/plain; charset=iso-8859-1\r\n\r\n" + PROSE + "\r\n\r\nS\xe3o Tom\xe9.\r\n"
    draft = mail(Raw((HEAD + body).encode("latin-1"), "x"))
    assert draft.text == PROSE + "\n\nSão Tomé.\n"
    assert draft.title == "Readout – third round"
    assert draft.publisher == "Press Office of the Commission Åland"
    assert [(date.date, date.source) for date in draft.dates] == [("2015-07-09", "Date header")]


def test_the_plain_part_goes_before_the_page() -> None:
    body = (
        'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\n\r\n<p>page</p>\r\n"
        "--b\r\nContent-Type: text/plain\r\n\r\nplain words\r\n--b--\r\n"
    )
    assert mail(Raw((HEAD + body).encode(), "x")).text == "plain words"


def test_a_page_alone_is_read_as_one() -> None:
    body = f"Content-Type: text/html; charset=utf-8\r\n\r\n<html><body><h1>Readout</h1><p>{PROSE}</p></body></html>"
    assert mail(Raw((HEAD + body).encode(), "x")).text == f"Readout\n\n{PROSE}"


def test_base64_and_an_attachment() -> None:
    body = (
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nV29yZHM=\r\n"
        "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n"
        "%PDF\r\n--b--\r\n"
    )
    assert mail(Raw((HEAD + body).encode(), "x")).text == "Words"


def test_without_a_text() -> None:
    body = "Content-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\n%PDF\r\n"
    with pytest.raises(UnreadableReport, match="without a text"):
        mail(Raw((HEAD + body).encode(), "x"))


def test_parts_without_end_do_not_break_it() -> None:
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\r\n\r\n--b{i}\r\n' for i in range(3000))
    with pytest.raises(UnreadableReport):
        mail(Raw((HEAD + nested).encode(), "x"))
