"""Agreement with the truth, and with oneself."""

from itertools import combinations

import numpy as np
from sklearn.metrics import adjusted_mutual_info_score, adjusted_rand_score, v_measure_score


def agreement(labels, truth):
    """Texts in no theme are a class of their own; `assigned_*` leaves them out."""
    labels, truth = np.array(labels), np.array(truth)
    inside = labels >= 0
    found = {
        "ami": adjusted_mutual_info_score(truth, labels),
        "v": v_measure_score(truth, labels),
        "ari": adjusted_rand_score(truth, labels),
        "unassigned": 1 - inside.mean(),
        "themes": len(set(labels[inside].tolist())),
        "gold": len(set(truth.tolist())),
    }
    if inside.any():
        found["assigned_ami"] = adjusted_mutual_info_score(truth[inside], labels[inside])
        found["assigned_ari"] = adjusted_rand_score(truth[inside], labels[inside])
    return found


def stability(draws, rows):
    """Mean adjusted Rand index, over the pairs of draws, of their common texts."""
    themes = [dict(zip(part, labels)) for part, labels in zip(rows, draws)]
    return float(np.mean([same(one, other) for one, other in combinations(themes, 2)]))


def same(one, other):
    common = sorted(one.keys() & other.keys())
    return adjusted_rand_score([one[i] for i in common], [other[i] for i in common])
