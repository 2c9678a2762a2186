"""Shapley shares in whole numbers: what each of some causes did to a sum, averaged over every order of them."""

from collections.abc import Callable, Mapping, Sequence
from math import factorial


def shapley_shares(names: Sequence[str], worth: Callable[[frozenset[str]], int]) -> Mapping[str, int]:
    """This function will return each cause's share of `worth(all) - worth(none)`; the shares add up to it exactly.

    They are summed as multiples of n!; what rounding leaves over goes to the largest.
    """
    if not names:
        return {}
    count = len(names)
    sums = [
        worth(frozenset(name for place, name in enumerate(names) if chosen >> place & 1))
        for chosen in range(1 << count)
    ]
    weights = [factorial(size) * factorial(count - size - 1) for size in range(count)]
    scaled = {
        name: sum(
            weights[chosen.bit_count()] * (sums[chosen | 1 << place] - sums[chosen])
            for chosen in range(1 << count)
            if not chosen >> place & 1
        )
        for place, name in enumerate(names)
    }
    return _rounded(scaled, factorial(count), sums[-1] - sums[0])


def _rounded(scaled: Mapping[str, int], whole: int, difference: int) -> dict[str, int]:
    shares = {
        name: (abs(share) * 2 + whole) // (2 * whole) * (1 if share >= 0 else -1) for name, share in scaled.items()
    }
    largest = max(shares, key=lambda name: abs(scaled[name]))
    shares[largest] += difference - sum(shares.values())
    return shares
