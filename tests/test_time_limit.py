"""A limit ends what runs in it, in any thread, and nothing else."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from detente.time_limit import check_time, time_left, time_limit


def _in_main(work: Callable[[], None]) -> None:
    work()


def _in_a_thread(work: Callable[[], None]) -> None:
    failed: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(30)
    assert not thread.is_alive()
    if failed:
        raise failed[0]


@pytest.fixture(params=[_in_main, _in_a_thread])
def where(request: pytest.FixtureRequest) -> Callable[[Callable[[], None]], None]:
    run: Callable[[Callable[[], None]], None] = request.param
    return run


def _for_ever() -> None:
    while True:
        pass


def test_endless_work_ends(where: Callable[[Callable[[], None]], None]) -> None:
    def work() -> None:
        with pytest.raises(TimeoutError), time_limit(0.05):
            _for_ever()

    where(work)


def test_no_library_swallows_it(where: Callable[[Callable[[], None]], None]) -> None:
    def work() -> None:
        with pytest.raises(TimeoutError), time_limit(0.05):
            try:
                _for_ever()
            except Exception:  # as libraries do
                _for_ever()

    where(work)


def test_it_comes_again_where_something_did(where: Callable[[Callable[[], None]], None]) -> None:
    def work() -> None:
        with pytest.raises(TimeoutError), time_limit(0.05):
            try:
                _for_ever()
            except BaseException:
                _for_ever()

    where(work)


def test_what_is_done_in_time_is_let_be(where: Callable[[Callable[[], None]], None]) -> None:
    def work() -> None:
        with time_limit(1):
            assert 0 < time_left() <= 1
        assert time_left() == float("inf")
        time.sleep(1.1)
        with time_limit(0):
            assert time_left() == float("inf")
            check_time()

    where(work)


def test_the_error_of_the_work_is_kept(where: Callable[[Callable[[], None]], None]) -> None:
    def work() -> None:
        with pytest.raises(ZeroDivisionError), time_limit(5):
            raise ZeroDivisionError

    where(work)


def test_the_nearer_of_two_limits_counts(where: Callable[[Callable[[], None]], None]) -> None:
    def work() -> None:
        with pytest.raises(TimeoutError), time_limit(0.05), time_limit(50):
            _for_ever()
        with pytest.raises(TimeoutError), time_limit(0.1):
            with pytest.raises(TimeoutError), time_limit(0.01):
                _for_ever()
            while True:
                check_time()

    where(work)


def test_the_outer_limit_goes_on_after_the_inner(where: Callable[[Callable[[], None]], None]) -> None:
    def work() -> None:
        with pytest.raises(TimeoutError), time_limit(0.05):
            with time_limit(10):
                pass
            _for_ever()

    where(work)
