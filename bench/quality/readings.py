"""How ideas are cut, told apart, reworded and gathered, against our own gold."""

import re
from collections import Counter, defaultdict

import numpy as np

from own import overlap, span

TOLERANCE = 2
NEGATIVE = re.compile(r"(ne |n['’]|cesser |arrêter |stopper |éviter |renoncer |s['’]abstenir |mettre (fin|un terme) |en finir )")
OPEN = "à compléter"


def rates(right, found, wanted):
    """Precision, recall and F1."""
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    return {"p": precision, "r": recall, "f1": 2 * right / max(found + wanted, 1)}


def boundaries(text, starts):
    """Inner boundaries, in words."""
    words = [match.start() for match in re.finditer(r"\w+", text)]
    return sorted({int(np.searchsorted(words, start)) for start in starts} - {0, len(words)})


def segmentation(texts, one, other):
    """Agreement of two cuts: boundaries matched one to one within two words."""
    right = found = wanted = 0
    for key in other:
        ours, theirs = boundaries(texts[key]["text"], one[key]), boundaries(texts[key]["text"], other[key])
        found, wanted = found + len(ours), wanted + len(theirs)
        left = list(theirs)
        for at in ours:
            match = min((other for other in left if abs(other - at) <= TOLERANCE), key=lambda x: abs(x - at), default=None)
            if match is not None:
                left.remove(match)
                right += 1
    return right, found, wanted


def starts(rows):
    """Starts of the ideas of each contribution."""
    found = defaultdict(list)
    for row in rows:
        found[row["contribution_id"]].append(int(row["start"]))
    return found


def told(units, readings):
    """Proposals told from the rest, each gold unit read by itself: right, found, wanted."""
    ours = {unit["unit_id"] for unit in units if readings[unit["unit_id"]]["kind"] == "Proposal"}
    theirs = {unit["unit_id"] for unit in units if unit["is_proposal"] == "1"}
    return len(ours & theirs), len(ours), len(theirs)


def told_from_end_to_end(units, found):
    """The same on our own cut; an idea is covered when half of it is: right and found for precision, right and wanted for recall."""
    by_text = defaultdict(list)
    for unit in units:
        by_text[unit["contribution_id"]].append(unit)
    precise, recalled = [], []
    for key, own in by_text.items():
        asked = [unit for unit in own if unit["is_proposal"] == "1"]
        ours = [idea for idea in found.ideas[key] if idea["kind"] == "Proposal"]
        precise += [half(idea, asked) for idea in ours if half(idea, own)]
        recalled += [half(unit, ours) for unit in asked]
    return sum(precise), len(precise), sum(recalled), len(recalled)


def half(one, others):
    """Whether the others cover half of it."""
    return 2 * sum(overlap(one, other) for other in others) >= int(one["end"]) - int(one["start"])


def kinds(units, readings):
    """How many kinds are the gold's."""
    same = sum(readings[u["unit_id"]]["kind"].replace("Empty", "empty").lower() == u["kind"] for u in units)
    return same, len(units)


def rewriting(corpus, units, readings):
    """Each proposal that both analysts could word, with our words for it and how near they are to the nearer of theirs."""
    found = []
    for unit in units:
        wordings = [unit["infinitive_a"], unit["infinitive_b"]]
        if unit["is_proposal"] == "1" and all(wordings) and OPEN not in wordings:
            ours = readings[unit["unit_id"]]["infinitive"]
            found.append({
                "unit": unit["unit_id"],
                "source": span(corpus, unit),
                "ours": ours,
                "theirs": wordings[0],
                "exact": plain(ours) in [plain(words) for words in wordings],
                "chrf": max(chrf(plain(ours), plain(words)) for words in wordings),
                "polarity": bool(ours) and is_negative(ours) not in map(is_negative, wordings),
            })
    return found


def is_negative(wording):
    """The same rule for our words and theirs: the gold's own `polarity` goes by what is meant (« abandonner X » is −)."""
    return bool(NEGATIVE.match(wording))


def plain(text):
    return " ".join(text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ").lower().strip(" .;!").split())


def chrf(one, other):
    """chrF (Popović), n-grams of 1 to 6 characters, β 2, mean of the two directions, 0 to 100."""
    return 50 * (directed(one, other) + directed(other, one))


def directed(found, wanted):
    found, wanted = found.replace(" ", ""), wanted.replace(" ", "")
    precisions, recalls = [], []
    for n in range(1, 7):
        a, b = grams(found, n), grams(wanted, n)
        if a and b:
            both = sum((a & b).values())
            precisions.append(both / sum(a.values()))
            recalls.append(both / sum(b.values()))
    p, r = (np.mean(values) if values else 0.0 for values in (precisions, recalls))
    return float(5 * p * r / (4 * p + r)) if p + r else 0.0


def grams(text, n):
    return Counter(text[i : i + n] for i in range(len(text) - n + 1))


def groups(units):
    """Units that say the same, by the transitive closure of `repeats`."""
    first = {unit["unit_id"]: unit["unit_id"] for unit in units}
    for unit in sorted(units, key=lambda unit: unit["unit_id"]):
        if unit["repeats"] in first:
            first[unit["unit_id"]] = first[unit["repeats"]]
    found = defaultdict(list)
    for unit in units:
        found[first[unit["unit_id"]]].append(unit)
    return list(found.values())


def gathered(units, found):
    """Pairs of units that repeat each other, and those of them that the engine gathers behind one proposition."""
    same = {frozenset((a["unit_id"], b["unit_id"])) for group in groups(units) for a in group for b in group if a is not b}
    behind = defaultdict(list)
    for unit in units:
        idea = found.best[unit["unit_id"]]
        if idea and idea["proposition"]:
            behind[idea["proposition"]].append(unit["unit_id"])
    ours = {frozenset((a, b)) for group in behind.values() for a in group for b in group if a != b}
    return len(ours & same), len(ours), len(same)


def heard_once(units, found):
    """Demands that one gold unit alone makes (the lowest third of support, and more), and those that a shown proposition or the annex holds."""
    alone = [group[0] for group in groups(units) if len(group) == 1 and group[0]["is_proposal"] == "1"]
    held = [unit for unit in alone if found.best[unit["unit_id"]] and found.best[unit["unit_id"]]["proposition"]]
    return len(held), len(alone)
