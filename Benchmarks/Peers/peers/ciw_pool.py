"""One size in Ciw: a node with servers and no room to wait.

A trap: with a sequence of service times a refused session draws none, so that the next one gets
the wrong time, and the answer is wrong without a sign. Here each session looks up its own.
"""

import ciw


class OwnLength(ciw.dists.Distribution):
    """The length of the very session that is served."""

    def __init__(self, lengths: list[int]) -> None:
        self.lengths = lengths

    def sample(self, t=None, ind=None) -> int:
        return self.lengths[ind.id_number - 1]


def refused(starts: list[int], ends: list[int], numbers: int) -> int:
    """The sessions that so many numbers leave without one, in half milliseconds as in SimPy."""
    times = [2 * start + 1 for start in starts]
    gaps = [now - before for before, now in zip([0, *times], times)]
    lengths = [2 * end - time for end, time in zip(ends, times)]
    network = ciw.create_network(
        # Ciw would begin again from the first.
        arrival_distributions=[ciw.dists.Sequential([*gaps, float("inf")])],
        service_distributions=[OwnLength(lengths)],
        number_of_servers=[numbers],
        queue_capacities=[0],
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(len(starts), method="Arrive")
    return len(simulation.get_all_records(only=["rejection"]))
