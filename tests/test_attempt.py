"""Whatever goes wrong with one input is the reason that it is set aside."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from detente.attempt import attempt
from detente.errors import UnknownModel, UnreadableReport


def _fail(error: BaseException) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def test_what_goes_well_is_given() -> None:
    assert attempt(lambda: 7, 1) == 7


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (MemoryError(), "takes more memory than there is; cut it"),
        (TimeoutError(), "is not read within 3 seconds; give --time-limit more, or cut it"),
        (KeyError("a\nb"), r"meets a fault in Detente (KeyError: 'a\nb'); please report it"),
        (ValueError("two\nlines " * 900), "meets a fault in Detente (ValueError: two lines two lines"),
        (UnreadableReport("is empty"), "is empty"),
    ],
)
def test_what_goes_wrong_is_a_reason(error: Exception, reason: str) -> None:
    with pytest.raises(UnreadableReport) as raised:
        attempt(_fail(error), 3)
    assert raised.value.reason.startswith(reason)
    assert "\n" not in raised.value.reason
    assert len(raised.value.reason) < 500


def test_wrong_usage_and_an_interrupt_pass() -> None:
    with pytest.raises(UnknownModel):
        attempt(_fail(UnknownModel("x")), 0)
    with pytest.raises(KeyboardInterrupt):
        attempt(_fail(KeyboardInterrupt()), 0)


def test_endless_work_is_a_reason_in_any_thread() -> None:
    reasons = []

    def work() -> None:
        while True:
            pass

    def run() -> None:
        try:
            attempt(work, 0.05)
        except UnreadableReport as error:
            reasons.append(error.reason)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(30)
    run()
    assert reasons == ["is not read within 0.05 seconds; give --time-limit more, or cut it"] * 2
