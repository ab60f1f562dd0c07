"""Every size in one pass with the heaps of Python's standard library."""

import heapq


def overflow(starts: list[int], ends: list[int]) -> list[int]:
    """The sessions that each size, from 0 to the peak, leaves without a number."""
    busy: list[tuple[int, int]] = []
    free: list[int] = []
    loans: list[int] = []
    for start, end in zip(starts, ends):
        while busy and busy[0][0] <= start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            number = heapq.heappop(free)
        else:
            number = len(loans)
            loans.append(0)
        loans[number] += 1
        heapq.heappush(busy, (end, number))
    left = [len(starts)]
    for count in loans:
        left.append(left[-1] - count)
    return left
