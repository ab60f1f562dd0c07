"""One size in SimPy: a resource without a queue."""

import simpy


def refused(starts: list[int], ends: list[int], numbers: int) -> int:
    """The sessions that so many numbers leave without one.

    The clock ticks in half milliseconds, and sessions start at odd ones. So a number that is given
    back at a millisecond can be taken at that millisecond, whatever order SimPy plays ties in.
    """
    environment = simpy.Environment()
    pool = simpy.Resource(environment, capacity=numbers)
    count = 0

    def hold(length: int):
        with pool.request():
            yield environment.timeout(length)

    def arrive():
        nonlocal count
        for start, end in zip(starts, ends):
            now = 2 * start + 1
            yield environment.timeout(now - environment.now)
            if pool.count < numbers:
                environment.process(hold(2 * end - now))
            else:
                count += 1

    environment.process(arrive())
    environment.run()
    return count
