from __future__ import annotations

import resource
import sys

import pytest

from detente.cli.bounds import bounded
from detente.errors import BadScenario
from detente.scenario.limits import LIMITS


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux alone")
@pytest.mark.parametrize("error", [None, MemoryError])
def test_memory_is_bounded_while_a_command_runs_and_no_longer(error: type[Exception] | None) -> None:
    before = resource.getrlimit(resource.RLIMIT_DATA)
    if error is None:
        with bounded("a file", 10):
            assert resource.getrlimit(resource.RLIMIT_DATA)[0] <= LIMITS.memory
    else:
        with pytest.raises(BadScenario, match=f"limit of {LIMITS.memory >> 20} MB"), bounded("a file", 10):
            raise error
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
