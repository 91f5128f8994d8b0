"""Points that nothing exceeds, against all pairs: in the kernel's way, and in that for when it gives up."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.scenario import dominance


@pytest.mark.parametrize("gives_up", [False, True])
@given(st.integers(0, 1 << 20), st.integers(2, 5), st.integers(1, 90), st.booleans(), st.sampled_from([4, 30, 1000]))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_only_what_nothing_exceeds_is_left(
    monkeypatch: pytest.MonkeyPatch, gives_up: bool, seed: int, coordinates: int, count: int, by_bits: bool, most: int
) -> None:
    monkeypatch.setattr(dominance, "_LEAST_COMPARED", -1 if gives_up else 1 << 24)
    monkeypatch.setattr(dominance, "_COMPARED", 0)
    random = np.random.default_rng(seed)
    points = random.integers(0, most, (coordinates, count)).astype(np.int32)
    block = random.integers(0, 32, count)
    bits = block & 0b1101 if by_bits else np.zeros(count, np.int64)
    left = [
        one
        for one in range(count)
        if not any(
            block[one] & ~bits[one] == block[other] & ~bits[other]
            and not bits[one] & ~bits[other]
            and (points[:, other] > points[:, one]).all()
            for other in range(count)
        )
    ]
    found = (
        dominance.undominated_by_bits(block & ~bits, points, bits) if by_bits else dominance.undominated(block, points)
    )
    assert found.tolist() == left
