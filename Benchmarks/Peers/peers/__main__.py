"""Draws sessions, compares the peers' answers, then their times."""

import argparse
import json
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from . import answers, ciw_pool, native, numba_heap, python_heap, report, simpy_pool, stopwatch
from .concurrency import DuckDB, Polars
from .stopwatch import Runner, timed
from .traffic import Traffic, draw

CIW_SESSIONS = 20_000
"""Ciw plays only the first sessions: the larger the pool, the slower it is."""

SHARE = 0.01
PACKAGES = ["ciw", "duckdb", "numba", "numpy", "polars", "simpy"]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run", description=__doc__)
    parser.add_argument("--sessions", type=int, default=1_000_000)
    parser.add_argument("--days", type=float, default=7.0, help="the time they are spread over")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--slow-rounds", type=int, default=1, help="the rounds of SimPy and Ciw")
    parser.add_argument("--quick", action="store_true", help="10,000 sessions in 3 rounds")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every time there too")
    options = parser.parse_args()
    if options.quick:
        options.sessions, options.rounds = 10_000, 3
        options.days /= 100
    if min(options.sessions, options.rounds, options.slow_rounds, options.days) <= 0:
        parser.error("sessions, days and rounds are more than none")
    if options.sessions >= 1 << numba_heap.NUMBER_BITS:
        parser.error(f"at most {(1 << numba_heap.NUMBER_BITS) - 1:,} sessions")
    return options


class Comparison:
    """The peers, ready to play the same sessions."""

    def __init__(self, traffic: Traffic, file: Path) -> None:
        self.traffic = traffic
        self.starts, self.ends = traffic.starts.tolist(), traffic.ends.tolist()
        self.c = native.NativePeer(native.build_c(), file)
        self.swift = native.NativePeer(native.build_swift(), file)
        self.duckdb, self.polars = DuckDB(traffic), Polars(traffic)
        self.prefix = min(CIW_SESSIONS, len(traffic))
        self.overflow: list[int] = []
        self.prefix_overflow: list[int] = []

    def numba_overflow(self) -> list[int]:
        return numba_heap.overflow(self.traffic.starts, self.traffic.ends)

    def python_overflow(self) -> list[int]:
        return python_heap.overflow(self.starts, self.ends)

    def simpy_refused(self, size: int) -> int:
        return simpy_pool.refused(self.starts, self.ends, size)

    def ciw_refused(self, size: int) -> int:
        return ciw_pool.refused(self.starts[: self.prefix], self.ends[: self.prefix], size)

    def compare_answers(self) -> None:
        """Plays everything once, which also warms everything up."""
        exact = self.overflow = self.python_overflow()
        peak = len(exact) - 1
        found = {
            "C": self.c.overflow(),
            "NumberPools": self.swift.overflow(),
            "numba": self.numba_overflow().tolist(),
        }
        for name, overflow in found.items():
            answers.require_equal(name, overflow, "a Python heap", exact)
        print(f"Equal at every size from 0 to the peak of {peak:,} numbers:")
        print("  C, NumberPools, numba and a Python heap.")

        enough = answers.size_for(exact, SHARE)
        for size in sorted({max(1, peak // 2), enough}):
            answers.require_count("SimPy", size, self.simpy_refused(size), exact[size])
            print(f"SimPy agrees: with {size:,} numbers {exact[size]:,} sessions get none.")

        prefix = self.traffic.prefix(self.prefix)
        self.prefix_overflow = numba_heap.overflow(prefix.starts, prefix.ends).tolist()
        size = self.ciw_size
        expected = self.prefix_overflow[size]
        answers.require_count("Ciw", size, self.ciw_refused(size), expected)
        print(f"Ciw agrees on the first {self.prefix:,}: with {size:,} numbers {expected:,}.")

        proxy = self.duckdb.overflow().tolist()
        answers.require_equal("Polars", self.polars.overflow().tolist(), "DuckDB", proxy)
        if len(proxy) != len(exact):
            raise answers.Disagreement(f"DuckDB finds a peak of {len(proxy) - 1}, not {peak}.")
        guess = answers.size_for(proxy, SHARE)
        print(f"DuckDB and polars find the peak. To refuse at most {SHARE:.0%} of the sessions")
        print(f"  {enough:,} numbers are enough; their proxy says {guess:,}.")

    @property
    def ciw_size(self) -> int:
        return max(1, (len(self.prefix_overflow) - 1) // 2)

    def runners(self, slow_rounds: int) -> list[Runner]:
        sessions = len(self.traffic)
        peak = len(self.overflow) - 1
        middle = max(1, peak // 2)
        proxy = "A proxy: exact for the peak only."
        return [
            Runner("C, wheel and bitmap", self.c.seconds, sessions),
            Runner("NumberPools", self.swift.seconds, sessions),
            Runner("numba, two heaps", timed(self.numba_overflow), sessions),
            Runner("Python, two heaps", timed(self.python_overflow), sessions),
            Runner("DuckDB, concurrency", timed(self.duckdb.overflow), sessions, note=proxy),
            Runner("polars, concurrency", timed(self.polars.overflow), sessions, note=proxy),
            Runner(
                "SimPy",
                timed(lambda: self.simpy_refused(middle)),
                sessions,
                sizes=peak,
                rounds=slow_rounds,
                note=f"~ is extrapolated: one run with {middle:,} numbers, x {peak:,} sizes.",
            ),
            Runner(
                "Ciw",
                timed(lambda: self.ciw_refused(self.ciw_size)),
                self.prefix,
                sizes=peak,
                rounds=slow_rounds,
                note=f"~ is extrapolated: {self.prefix:,} sessions with {self.ciw_size:,} numbers,"
                f"\n    as if it took as long a session with any, x {peak:,} sizes.",
            ),
        ]


def write_json(
    path: Path, options: argparse.Namespace, comparison: Comparison, runners: list[Runner],
    goals: list[report.Goal],
) -> None:
    result = {
        "sessions": options.sessions,
        "days": options.days,
        "seed": options.seed,
        "versions": {name: version(name) for name in PACKAGES},
        "python": platform.python_version(),
        "overflow": comparison.overflow,
        "tools": [
            {
                "name": runner.name,
                "sessions": runner.sessions,
                "extrapolatedOverSizes": runner.sizes,
                "seconds": runner.times,
                "timesC": runner.ratios(runners[0]),
            }
            for runner in runners
        ],
        "swiftParts": comparison.swift.parts,
        "goals": [{"text": goal.text, "holds": goal.holds} for goal in goals],
    }
    path.write_text(json.dumps(result, indent=1) + "\n")


def main() -> int:
    options = arguments()
    traffic = draw(options.sessions, options.days, options.seed)
    print(f"{options.sessions:,} sessions over {options.days:g} days, seed {options.seed}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sessions.bin"
        traffic.save(file)
        comparison = Comparison(traffic, file)
        try:
            comparison.compare_answers()
        except answers.Disagreement as disagreement:
            print(disagreement, file=sys.stderr)
            return 1
        runners = comparison.runners(options.slow_rounds)
        stopwatch.run(runners, options.rounds, lambda text: print(text, file=sys.stderr))
        comparison.c.close()
        comparison.swift.close()

    c, ours, numba, simpy = runners[0], runners[1], runners[2], runners[6]
    goals = report.goals(ours, c, numba, simpy)
    print()
    print(report.table(runners, c, options.sessions))
    print()
    for goal in goals:
        print(goal)
    if options.json:
        write_json(options.json, options, comparison, runners, goals)
    return 0


if __name__ == "__main__":
    sys.exit(main())
