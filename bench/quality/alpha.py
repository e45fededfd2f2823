"""Agreement of the two analysts on our own gold: Krippendorff's α, nominal, two coders, nothing missing."""

from collections import Counter
from itertools import combinations

from own import GOLD
from samples import read_csv


def alpha(pairs):
    """1 − observed disagreement / disagreement expected by chance (Krippendorff, 2011)."""
    pairs = list(pairs)
    values = Counter(value for pair in pairs for value in pair)
    n = 2 * len(pairs)
    observed = sum(one != other for one, other in pairs) / len(pairs)
    expected = 1 - sum(count * (count - 1) for count in values.values()) / (n * (n - 1))
    return 1 - observed / expected if expected else 1.0


def agreement():
    """Name of each code, number of pairs and α."""
    a, b = ({row["unit_id"]: row for row in read_csv(GOLD / f"codes_{coder}.csv")} for coder in "ab")
    corpus = {row["unit_id"]: row["corpus"] for row in read_csv(GOLD / "gold.csv")}
    both = [unit for unit in a if a[unit]["is_proposal"] == b[unit]["is_proposal"] == "1"]

    def of(field, units=tuple(a)):
        return len(units), alpha((a[unit][field], b[unit][field]) for unit in units)

    together = [(one, other) for one, other in combinations(a, 2) if corpus[one] == corpus[other]]
    same_a, same_b = first(a), first(b)
    repeats = [(same_a[one] == same_a[other], same_b[one] == same_b[other]) for one, other in together]
    return {
        "theme": (len(a), alpha((corpus[unit] + a[unit]["theme"], corpus[unit] + b[unit]["theme"]) for unit in a)),
        "kind": of("kind"),
        "is it a proposal": of("is_proposal"),
        "polarity of a proposal": of("polarity", both),
        "pairs that repeat each other": (len(together), alpha(repeats)),
    }


def first(codes):
    """The first unit that says the same as each, by the transitive closure of `repeats`."""
    found = {}
    for unit in sorted(codes):
        found[unit] = found.get(codes[unit]["repeats"], unit)
    return found
