"""What a block may be by its own words."""

from __future__ import annotations

from enum import Enum, auto


class Sign(Enum):
    """What a block's words alone say of it."""

    CHROME = auto()
    HEADING = auto()  #: furniture that opens a list of other reports
    SECTION = auto()  #: a section's name: furniture unless it stands inside the report
    MARK = auto()  #: nothing to read in it
    STAMP = auto()  #: date and time of publication
    CAPTION = auto()
    SIGN_OFF = auto()  #: a sentence with an agency in parentheses at its end: a caption above, the agency's name below
    BYLINE = auto()
    NAME = auto()  #: somebody's name, perhaps with an office: a by-line beside other front matter
    CREDIT = auto()
    NUMBER = auto()  #: a number alone
    ENTRY = auto()  #: the date of an entry in a chronology: body
