"""Times in alternation, so that a busy moment of the machine hits every tool."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Runner:
    """A tool that can be run as often as asked."""

    name: str
    seconds: Callable[[], float]
    """Does the work once and says how long the work alone took."""
    sessions: int
    """How many sessions one run plays."""
    sizes: int | None = None
    """How many runs all sizes would take; none where one run answers for all."""
    rounds: int | None = None
    """In how many rounds it takes part, once each; where none, in all, three times each.

    Of three times the middle one counts: the first finds memory as another tool left it.
    """
    note: str = ""
    times: list[float | None] = field(default_factory=list)

    def nanoseconds(self) -> float:
        """For one session in one run: the median of the rounds."""
        return median(time for time in self.times if time is not None) / self.sessions * 1e9

    def ratios(self, other: "Runner") -> list[float]:
        """The time a session to that of another tool, in each round that both took part in."""
        return [
            (mine / self.sessions) / (theirs / other.sessions)
            for mine, theirs in zip(self.times, other.times)
            if mine is not None and theirs is not None
        ]


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Work done in this process, as something that says how long it took."""

    def seconds() -> float:
        begun = time.perf_counter()
        work()
        return time.perf_counter() - begun

    return seconds


def run(runners: list[Runner], rounds: int, progress: Callable[[str], None]) -> None:
    """Runs each tool once a round, each round beginning with another one."""
    for number in range(rounds):
        progress(f"round {number + 1} of {rounds}")
        first = number % len(runners)
        times: dict[str, float | None] = {}
        for runner in runners[first:] + runners[:first]:
            times[runner.name] = _time(runner, number)
        for runner in runners:
            runner.times.append(times[runner.name])


def _time(runner: Runner, number: int) -> float | None:
    if runner.rounds is None:
        return median(runner.seconds() for _ in range(3))
    return runner.seconds() if number < runner.rounds else None
