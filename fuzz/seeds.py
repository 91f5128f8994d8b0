"""What fuzzing begins from: for each format a small input that is read, and the pieces that such inputs are made of."""

from __future__ import annotations

PROSE = b"LIMA, 4 May 2021 - The envoys of Peru and Chile met on Monday and signed nothing that day or the next. "

SEEDS: dict[str, tuple[bytes, ...]] = {
    "html": (
        b'<!DOCTYPE html><html lang="en"><head><title>Envoys</title><meta name="author" content="Ana Rojas">'
        b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Envoys meet", "author": '
        b'[{"name": "Ana Rojas"}], "datePublished": "2021-05-04T10:00:00Z"}</script></head><body><article><h1>Envoys'
        b"</h1><time datetime='2021-05-04'>4 May</time><p>" + PROSE * 3 + b"</p><ul><li>one</li></ul><table><tr><td>a"
        b"</td></tr></table></article></body></html>",
    ),
    "text": (PROSE * 2, "“Não,” disse".encode("cp1252") + PROSE, PROSE.decode().encode("utf-16")),
    "markdown": (
        b"---\ntitle: Envoys\ndate: 2021-05-04\nauthor: Ana\n---\n" + PROSE,
        b'+++\ntitle = "Envoys"\ndate = 2021-05-04T10:00:00Z\nn = [1, {a = 2.5}]\n+++\n' + PROSE,
    ),
    "email": (
        b"MIME-Version: 1.0\r\nFrom: =?utf-8?b?QW5h?= <ana@paper.example>\r\nSubject: Envoys\r\nDate: Tue, 4 May 2021 "
        b"10:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + PROSE,
        b"MIME-Version: 1.0\nFrom: a@b.example (Ana)\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
        b"Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n" + PROSE + b"=C3=A9\n--b\n"
        b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+eDwvcD4=\n--b--\n",
    ),
    "jsonl": (
        b'{"id": "1", "text": "' + PROSE + b'", "title": "Envoys", "published": "2021-05-04", "url": '
        b'"https://paper.example/1", "language": "en"}\n{"id": 2, "text": "\\u00e9\\ud83d\\ude00 talks"}\n',
    ),
    "timeml": (
        b'<?xml version="1.0"?><TimeML><DOCID>1</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2021-05-04" '
        b'functionInDocument="CREATION_TIME">4 May</TIMEX3></DCT><TITLE>Envoys</TITLE><TEXT>'
        + PROSE
        + b'<EVENT eid="e1">'
        b"met</EVENT> &amp; &#233;</TEXT></TimeML>",
    ),
    "mbox": (
        b"From a@b.example Tue May  4 10:00:00 2021\nFrom: Ana <a@b.example>\nSubject: Envoys\n\n" + PROSE + b"\n\n"
        b"From c@d.example Wed May  5 10:00:00 2021\nFrom: c@d.example\n\n>From then on, all was quiet.\n" + PROSE,
    ),
    "feed": (
        b'<rss version="2.0"><channel><title>Paper</title><language>en</language><item><title>Envoys</title><link>'
        b"https://paper.example/1</link><pubDate>Tue, 04 May 2021 10:00:00 GMT</pubDate><description>&lt;p&gt;"
        + PROSE
        + b"&lt;/p&gt;</description></item></channel></rss>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><entry><title>Envoys</title><id>urn:1</id>'
        b'<updated>2021-05-04T10:00:00Z</updated><content type="html">' + PROSE + b"</content></entry></feed>",
    ),
    "nexis": (
        b"\n   1 of 1 DOCUMENTS\n\n      Paper\n\n      May 4, 2021 Tuesday\n\nEnvoys meet\n\nBYLINE: By Ana Rojas\n\n"
        b"LENGTH: 40 words\n\nDATELINE: LIMA\n\n"
        + PROSE
        + b"\n\nLOAD-DATE: May 5, 2021\n\nCORRECTION: Another year.\n",
        b"Envoys meet\nPaper\nMay 4, 2021\nLength: 40 words\nBody\n\n" + PROSE + b"\nGraphic\nMap\nEnd of Document\n",
    ),
    "factiva": (
        b"HD   Envoys meet\nBY   By Ana Rojas\nWC   40 words\nPD   4 May 2021\nSN   Paper\nLP   "
        + PROSE
        + b"\n     More.\nTD   "
        b"End.\nAN   Document PAPERX0020210504eh540012x\n",
        b"Envoys meet\nBy Ana\n40 words\n4 May 2021\n07:12\nPaper\nPAPERX\nEnglish\n(c) 2021 Paper\n\n"
        + PROSE
        + b"\n\nDocument "
        b"PAPERX0020210504eh540012x\n",
    ),
    "reading": (
        PROSE
        + b'\n\n"We will not sign," Foreign Minister Ana Rojas of Peru said. Her Chilean counterpart, who arrived on '
        b"Feb. 16, declined to comment on the 1929 treaty.\n\n(Reporting by Luis Vega; Editing by Ines Paz)",
    ),
}

PIECES = (
    b"<!--",
    b"-->",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"&b;",
    b"<![CDATA[",
    b"]]>",
    b"<TEXT>",
    b"</TEXT>",
    b"<p>",
    b"</p>",
    b"<div>",
    b"<table>",
    b"<td>",
    b"<a href='x'>",
    b"<h1>",
    b"<script type='application/ld+json'>",
    b"</script>",
    b'{"@graph": [',
    b'"\\ud800"',
    b"[[[[[[[[",
    b"{{",
    b"&#xD800;",
    b"&#0;",
    b"<meta charset=utf-7>",
    b"<?xml encoding='utf-16'?>",
    b"---\n",
    b"+++\n",
    b"9" * 4301,
    b"1e999",
    b"NaN",
    b"From: ",
    b"(((((((((",
    b"=?utf-8?b?w6k=?=",
    b"=?utf-8?q?=",
    b"\r\n\r\n",
    b"Content-Type: multipart/mixed; boundary=b\n",
    b"Content-Type: message/rfc822\n\n",
    b"--b\n",
    b"charset*0*=",
    b"Content-Transfer-Encoding: x-uuencode\n",
    b"Date: ",
    b"\xff\xfe",
    b"\x00\x00\xfe\xff",
    b"\xef\xbb\xbf",
    b"\x1b[2J",
    b"\xed\xa0\x80",
    b"\xc2\x85",
    b"\xe2\x80\xa8",
    b'"',
    "“".encode(),
    "”".encode(),
    b"'",
    b" - ",
    b"said ",
    b"Feb. 30, 0000",
    b"99:99",
    b"the latter ",
    b"his counterpart ",
    b"#" * 9,
    b"\n\n",
    b"\t",
    b"a@b.example",
    b"http://u:p@[::1",
    b"2021-13-45T99:99:99Z",
)
