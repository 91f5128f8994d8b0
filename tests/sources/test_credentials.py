import pytest

from detente.sources.credentials import without_credentials


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://anna:secret@paper.example/1", "https://paper.example/1"),
        ("HTTPS://anna@paper.example", "HTTPS://paper.example"),
        ("https://anna:a@b@paper.example/x@y?z=@#@", "https://paper.example/x@y?z=@#@"),
        ("ftp://:secret@paper.example:21/", "ftp://paper.example:21/"),
        ("https://anna:sec/ret@paper.example/1", "https://paper.example/1"),
        ("https://anna:sec?ret@paper.example/1", "https://paper.example/1"),
    ],
)
def test_what_stands_before_the_host_is_left_out(address: str, shown: str) -> None:
    assert without_credentials(address) == shown


@pytest.mark.parametrize(
    "address",
    ["https://paper.example/@anna/1", "https://paper.example:8080/a@b", "anna@paper.example", "a/b@c.txt", "", "-"],
)
def test_everything_else_stays(address: str) -> None:
    assert without_credentials(address) == address
