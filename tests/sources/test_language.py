import pytest

from detente.sources.language import language_name, language_of

ENGLISH = "The envoy of Chile said on Monday that the ruling of the court would be respected by both of the states."


@pytest.mark.parametrize("declared", [None, "en-GB", "de", "nonsense"])
def test_english_shows_itself_whatever_is_declared(declared: str | None) -> None:
    assert language_of(ENGLISH, declared) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Der Gesandte sagte am Montag, das Urteil des Gerichtshofs werde von beiden Staaten geachtet.",
            "German (de)",
        ),
        ("L'envoyé a déclaré lundi que l'arrêt de la Cour serait respecté par les deux États.", "French (fr)"),
        ("El enviado dijo el lunes que el fallo de la Corte será respetado por los dos Estados.", "Spanish (es)"),
        ("Посланник заявил в понедельник, что решение суда будет выполнено.", "Russian (ru)"),
        ("特使は月曜日、判決は両国によって尊重されると述べた。", "Japanese (ja)"),
        ("قال المبعوث يوم الاثنين إن الحكم سيحترم", "Arabic (ar)"),
    ],
)
def test_other_languages_are_named(text: str, language: str) -> None:
    code = language_of(text)
    assert code is not None
    assert language_name(code) == language


@pytest.mark.parametrize(
    "text",
    [
        "Hi",
        "Treaty signed",
        "12 345 – 67",
        "Erdoğan, Aliyev, Pashinyan, Mirzoyan, Bayramov: Ankara, Bakı, Yerevan, Şuşa, Xankəndi",
        "BOUNDARY COMMISSION ENDS WORK NAIROBI MOGADISHU ACCEPT MAP",
        "Łukasz Żółkiewski, Jiří Dvořák",
    ],
)
def test_short_texts_and_lists_of_names_are_not_refused(text: str) -> None:
    assert language_of(text) is None
    assert language_of(text, "en-US") == "en"


def test_foreign_quotations_do_not_make_a_report_foreign() -> None:
    quotation = " „Der Vertrag ist tot“, sagte er. «Le traité est mort.» Договор мёртв."
    assert language_of(ENGLISH + quotation + " He then left for the airport and was not seen again.") == "en"
