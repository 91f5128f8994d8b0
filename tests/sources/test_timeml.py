import pytest

from detente.errors import UnreadableReport
from detente.sources.raw import Raw
from detente.sources.timeml import timeml

DOCUMENT = """<?xml version="1.0" ?>
<TimeML>
<DOCID>note-17</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2009-11-05" functionInDocument="CREATION_TIME">20091105</TIMEX3></DCT>
<TITLE>Lake Malawi</TITLE>
<TEXT>
Malawi &amp; Tanzania <EVENT eid="e1" class="OCCURRENCE">met</EVENT> on
<TIMEX3 tid="t1" type="DATE" value="2009-11-04"><!-- a note -->Wednesday</TIMEX3>.

Nothing   was signed.
</TEXT>
</TimeML>
"""
TEXT = "\nMalawi & Tanzania met on\nWednesday.\n\nNothing   was signed.\n"


def test_the_characters_of_text_without_its_tags() -> None:
    draft = timeml(Raw(DOCUMENT.encode(), "a/b.tml", "b.tml"))
    assert (draft.text, draft.id, draft.title) == (TEXT, "note-17", "Lake Malawi")
    assert [(date.date, date.source) for date in draft.dates] == [("2009-11-05", "DCT")]


def test_without_a_docid_the_source_gives_no_id() -> None:
    assert timeml(Raw(b"<TimeML><TEXT>x</TEXT></TimeML>", "a/b.tml", "b.tml")).id is None


@pytest.mark.parametrize("value", ["2009-11", "2009", "2009-11-05T10:00"])
def test_a_creation_time_keeps_its_precision(value: str) -> None:
    draft = timeml(Raw(DOCUMENT.replace("2009-11-05", value).encode(), "x"))
    assert draft.dates[0].date == value[:10]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<TimeML><TEXT>x</TimeML>", "XML is broken at line 1"),
        (b"<TimeML></TimeML>", "without a TEXT"),
        (b"<other>x</other>", "not TimeML"),
        (b"words", "not TimeML"),
        (b"\x00\x01\x02", "binary"),
        (b"<TimeML><TEXT>" + b"<a>" * 100_000, "XML is broken"),
        (
            b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">' + b"".join(
                b'<!ENTITY b%d "%s">' % (i, b"&b%d;" % (i - 1) * 10 if i else b"&b;" * 10) for i in range(9)
            ) + b"]><TimeML>&b8;</TimeML>",
            "TimeML",
        ),
    ],
)  # fmt: skip
def test_broken_documents(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableReport, match=reason):
        timeml(Raw(data, "x.tml"))


def test_files_of_the_machine_are_not_read_in() -> None:
    document = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><TimeML><TEXT>x&b;</TEXT></TimeML>'
    with pytest.raises(UnreadableReport, match="entities of its own"):
        timeml(Raw(document, "x.tml"))


@pytest.mark.parametrize("use", ["<TEXT>x&b;</TEXT>", "<TEXT>x</TEXT><DOCID n='&b;'>y</DOCID>", "<TEXT>x</TEXT>"])
@pytest.mark.parametrize("declared", ['<!ENTITY b "inside">', '<!ENTITY b "inside"><!ENTITY c "&b;&b;">'])
def test_no_entity_of_a_document_is_expanded(declared: str, use: str) -> None:
    document = f"<!DOCTYPE TimeML [{declared}]><TimeML>{use}</TimeML>"
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(UnreadableReport, match="entities of its own"):
            timeml(Raw(document.encode(encoding), "x.tml"))


def test_the_usual_entities_and_a_document_type_are_read() -> None:
    document = b'<!DOCTYPE TimeML SYSTEM "TimeML.dtd"><TimeML><TEXT>Peru &amp; Chile &#233;</TEXT></TimeML>'
    assert timeml(Raw(document, "x.tml")).text == "Peru & Chile \u00e9"
