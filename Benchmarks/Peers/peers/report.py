"""The table, and whether the goals hold in this run."""

from dataclasses import dataclass
from statistics import median

from .stopwatch import Runner

HEADER = f"{'':24}{'ns/session':>11}{'all sizes':>12}{'x C':>12}{'(min-max)':>17}"

GOAL_SESSIONS = 1_000_000
"""The goal against SimPy is set for so many."""


@dataclass(frozen=True)
class Goal:
    text: str
    holds: bool | None
    """`None` where this run can't tell."""

    def __str__(self) -> str:
        verdict = {True: "met", False: "missed", None: "open"}[self.holds]
        return f"{verdict:8}{self.text}"


def all_sizes(runner: Runner, sessions: int) -> float:
    """Seconds for every size; where one run answers for one size only, extrapolated."""
    return runner.nanoseconds() * sessions * (runner.sizes or 1) / 1e9


def duration(seconds: float) -> str:
    for limit, unit, name in [(1, 1e-3, "ms"), (120, 1, "s"), (7200, 60, "min")]:
        if seconds < limit:
            return f"{seconds / unit:.3g} {name}"
    return f"{seconds / 3600:.3g} h"


def table(runners: list[Runner], reference: Runner, sessions: int) -> str:
    lines = [HEADER]
    notes: list[str] = []
    for runner in runners:
        name = runner.name
        if runner.note:
            if runner.note not in notes:
                notes.append(runner.note)
            name += f" [{notes.index(runner.note) + 1}]"
        time = duration(all_sizes(runner, sessions))
        sizes = runner.sizes or 1
        ratios = [sizes * ratio for ratio in runner.ratios(reference)]
        spread = f"({figure(min(ratios))}-{figure(max(ratios))})" if len(ratios) > 1 else ""
        line = f"{name:24}{runner.nanoseconds():>11,.1f}{('~' if runner.sizes else '') + time:>12}"
        lines.append(f"{line}{figure(median(ratios)):>12}{spread:>17}".rstrip())
    lines.append("ns/session: the median of the rounds, for one run. x C: for all sizes, the")
    lines.append("median of the rounds' ratios.")
    lines += [f"[{number}] {note}" for number, note in enumerate(notes, start=1)]
    return "\n".join(lines)


def figure(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio < 100 else f"{ratio:,.0f}"


def goals(ours: Runner, c: Runner, numba: Runner, simpy: Runner) -> list[Goal]:
    to_c = median(ours.ratios(c))
    to_numba = median(numba.ratios(ours))
    to_simpy = median(simpy.ratios(ours)) * simpy.sizes
    goals = [
        Goal(f"All sizes in {to_c:.2f} x the time of C; the goal is 1.3 x.", to_c <= 1.3),
        Goal(f"{to_numba:.2f} x as fast as numba in process; the goal is 3 x.", to_numba >= 3),
    ]
    text = f"{to_simpy:,.0f} x as fast as SimPy, extrapolated; the goal is 10,000 x"
    if ours.sessions >= GOAL_SESSIONS:
        goals.append(Goal(f"{text}.", to_simpy >= 10_000))
    else:
        goals.append(Goal(f"{text}\n{'':8}at {GOAL_SESSIONS:,} sessions.", None))
    return goals
