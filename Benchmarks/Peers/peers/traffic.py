"""Sessions to play: the same for every tool, drawn from a seed."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

MILLISECONDS_A_DAY = 86_400_000
REUSE_TIMEOUT = 30 * 60_000
"""Milliseconds after the last sign of life for which nobody else gets the number."""

MEDIAN_VISIT = 90_000
SIGMA = 1.3


@dataclass(frozen=True)
class Traffic:
    """When each session's number is taken and given back, in milliseconds, by start.

    A number given back at a millisecond can be taken at that same millisecond.
    """

    starts: np.ndarray
    ends: np.ndarray

    def __len__(self) -> int:
        return len(self.starts)

    def prefix(self, count: int) -> "Traffic":
        return Traffic(self.starts[:count], self.ends[:count])

    def save(self, path: Path) -> None:
        """Writes all starts, then all ends, as little-endian 64-bit integers."""
        np.concatenate([self.starts, self.ends]).astype("<i8").tofile(path)


def draw(sessions: int, days: float, seed: int) -> Traffic:
    """Poisson arrivals over so many days; a visit is lognormal and the reuse timeout follows it."""
    generator = np.random.default_rng(seed)
    span = days * MILLISECONDS_A_DAY
    # A given number of Poisson arrivals are independent and uniform.
    starts = np.sort(generator.uniform(0, span, sessions)).astype(np.int64)
    visits = generator.lognormal(np.log(MEDIAN_VISIT), SIGMA, sessions).astype(np.int64)
    return Traffic(starts, starts + visits + REUSE_TIMEOUT)
