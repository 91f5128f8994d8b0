import pytest

from detente.cli.names import Names
from detente.sources import report_from_text

TEXT = "The envoys of Peru and Chile met in Lima on Monday."


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("reports/talks.txt", "talks.json"),
        ("reports/box.mbox:12", "box-12.json"),
        ("export.2021.txt:3", "export.2021-3.json"),
        ("press:1", "press-1.json"),
        ("https://paper.example/2021/talks.html", "talks.json"),
    ],
)
def test_the_name_of_a_report_is_its_files(source: str, name: str) -> None:
    assert Names(".json").of_report(report_from_text(TEXT, source=source)) == name
