from detente.sources.plain_text import plain_text
from detente.sources.raw import Raw


def test_only_the_mark_and_the_line_ends_change() -> None:
    data = "\ufeffFirst line  \r\n\r\n\tsecond\u00a0line\rthird \u2028 line\n\n".encode()
    assert plain_text(Raw(data, "x")).text == "First line  \n\n\tsecond\u00a0line\nthird \u2028 line\n\n"


def test_decomposed_characters_stay_so() -> None:
    assert plain_text(Raw("Peru\u0301".encode(), "x")).text == "Peru\u0301"
