"""Waiting for a condition, never for a time."""

import time
from collections.abc import Callable


def eventually(
    condition: Callable[[], object],
    within: float = 10,
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Returns as soon as the condition holds; fails after `within` seconds."""
    end = time.monotonic() + within
    while not condition():
        assert time.monotonic() < end, f"it did not come true within {within} seconds"
        pause(0.02)
