"""Whether the peers agree: before any time counts."""

from collections.abc import Sequence


class Disagreement(Exception):
    """Two tools answered the same question differently."""


def require_equal(
    name: str, overflow: Sequence[int], reference_name: str, reference: Sequence[int]
) -> None:
    """Compares the sessions left without a number at every size."""
    if len(overflow) != len(reference):
        raise Disagreement(
            f"{name} finds a peak of {len(overflow) - 1} numbers,"
            f" {reference_name} one of {len(reference) - 1}."
        )
    for size, (found, expected) in enumerate(zip(overflow, reference)):
        if found != expected:
            raise Disagreement(
                f"With {size} numbers {name} leaves {found} sessions without one,"
                f" {reference_name} {expected}."
            )


def require_count(name: str, size: int, found: int, expected: int) -> None:
    """Compares the sessions left without a number at one size."""
    if found != expected:
        raise Disagreement(
            f"With {size} numbers {name} leaves {found} sessions without one, not {expected}."
        )


def size_for(overflow: Sequence[int], share: float) -> int:
    """The smallest size that leaves at most this share of the sessions without a number."""
    return next(size for size, left in enumerate(overflow) if left <= share * overflow[0])
