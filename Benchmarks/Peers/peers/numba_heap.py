"""Every size in one pass, compiled by numba: two binary heaps of integers in arrays.

Written out because numba's own `heapq` on lists takes twice as long.
"""

import numpy as np
from numba import njit

NUMBER_BITS = 24
"""A loan is one integer, its end above its number."""


@njit
def _push(heap, count, item):
    place = count
    while place > 0:
        parent = (place - 1) >> 1
        if heap[parent] <= item:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


@njit
def _pop(heap, count):
    top = heap[0]
    count -= 1
    item = heap[count]
    place = 0
    while True:
        child = 2 * place + 1
        if child >= count:
            break
        if child + 1 < count and heap[child + 1] < heap[child]:
            child += 1
        if item <= heap[child]:
            break
        heap[place] = heap[child]
        place = child
    heap[place] = item
    return top


@njit
def overflow(starts, ends):
    """The sessions that each size, from 0 to the peak, leaves without a number."""
    sessions = len(starts)
    busy = np.empty(sessions, np.int64)
    free = np.empty(sessions, np.int32)
    loans = np.zeros(sessions, np.int64)
    busy_count = 0
    free_count = 0
    peak = 0
    for session in range(sessions):
        while busy_count > 0 and busy[0] >> NUMBER_BITS <= starts[session]:
            number = _pop(busy, busy_count) & ((1 << NUMBER_BITS) - 1)
            busy_count -= 1
            _push(free, free_count, number)
            free_count += 1
        if free_count > 0:
            number = _pop(free, free_count)
            free_count -= 1
        else:
            number = peak
            peak += 1
        loans[number] += 1
        _push(busy, busy_count, ends[session] << NUMBER_BITS | number)
        busy_count += 1
    left = np.empty(peak + 1, np.int64)
    left[0] = sessions
    for number in range(peak):
        left[number + 1] = left[number] - loans[number]
    return left
