"""Bytes -> the root of an XML document that may be anybody's: nothing is fetched for it and no entity is expanded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.errors import UnreadableReport
from detente.sources.encoding import decode

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]


def xml_root(data: bytes, kind: str) -> _Element:
    """The root element; ``kind`` names the format in the reasons. Raises UnreadableReport.

    A document that declares entities is refused: they would be expanded in attributes and wherever its text is taken.
    """
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        decode(data)  # has a better reason where the file is no text at all
        line = f" at line {error.lineno}" if error.lineno else ""
        raise UnreadableReport(f"is not {kind}: its XML is broken{line}") from None
    except ValueError:
        raise UnreadableReport(f"is not {kind}: its XML cannot be read") from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise UnreadableReport("is XML with entities of its own, which are not expanded; save it without them")
    return root
