"""Labelled samples: texts with the question or the section they answer, half of the labels held out.

Labels are ranked (questions by number within their theme, sections by number); even ranks are the development half, odd
ranks the held-out one. The two never share a text.
"""

import csv
import gzip
import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

csv.field_size_limit(1 << 30)
DEBATE = {"D": "democracy", "O": "public services", "T": "ecology", "F": "taxes"}
ACROSS = "across themes"
LAW = "République numérique"
DRAWS, KEPT = 5, 0.8


@dataclass(frozen=True)
class Plan:
    """What to draw: `rows` texts of `subject`."""

    subject: str
    rows: int
    seed: int

    @property
    def name(self):
        return f"{self.subject}-{self.rows}-{self.seed}".replace(" ", "_")


def plans(sizes):
    """Small samples first; the largest only where a theme has so many texts."""
    seeds = {600: (1, 2), 3000: (1, 2), 20000: (1,)}
    subjects = {600: (*DEBATE.values(), ACROSS), 3000: (*DEBATE.values(), ACROSS), 20000: ("democracy", ACROSS)}
    debate = [Plan(subject, rows, seed) for rows in sizes for seed in seeds[rows] for subject in subjects[rows]]
    return debate + ([Plan(LAW, 0, 1)] if 3000 in sizes else [])


class Gold:
    """The texts of one half of the labels."""

    def __init__(self, data, held_out):
        self.labels = defaultdict(lambda: defaultdict(list))
        parity = 1 if held_out else 0
        for subject, groups in {**debate(data), LAW: law(data)}.items():
            for label in sorted(groups, key=int)[parity::2]:
                self.labels[subject][label] = groups[label]

    def draw(self, plan):
        """Texts in a random order, numbered in that order so that nothing tells their label."""
        chance = random.Random(f"{plan.name}")
        rows = self._shares(plan, chance) if plan.rows else [row for rows in self.labels[LAW].values() for row in rows]
        chance.shuffle(rows)
        return [{"id": str(number), **row} for number, row in enumerate(rows, 1)]

    def _shares(self, plan, chance):
        """The k-th label, in a random order, has a share in 1 / (k + 3): subjects are unequal."""
        groups = self._groups(plan, chance)
        chance.shuffle(groups)
        total = sum(1 / (k + 3) for k in range(len(groups)))
        drawn = []
        for k, group in enumerate(groups):
            wanted = round(plan.rows / ((k + 3) * total))
            drawn += chance.sample(group, min(wanted, len(group)))
        return drawn

    def _groups(self, plan, chance):
        if plan.subject != ACROSS:
            return list(self.labels[plan.subject].values())
        groups = [group for subject in DEBATE.values() for group in self.labels[subject].values()]
        return groups if plan.rows > 3000 else chance.sample(groups, 12)


def debate(data):
    """Answers by theme of the debate and by question."""
    found = {subject: defaultdict(list) for subject in DEBATE.values()}
    with gzip.open(data / "grand-debat/granddebat_305k_dedup_ge30.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            answer = {"source": row["id"], "title": "", "text": row["texte"], "author": "", "label": row["question_id"]}
            found[DEBATE[row["theme_id"]]][row["question_id"]].append(answer)
    return found


def law(data):
    """Proposals and arguments by section of the bill: a weak truth, arguments have the section of what they comment."""
    found = defaultdict(list)
    with open(data / "republique-numerique/contributions.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["section_id"]:
                text = {"source": row["id"], "title": row["titre"], "text": row["texte"], "author": row["auteur"]}
                found[row["section_id"]].append({**text, "label": row["section_id"]})
    return found


def write(rows, folder):
    """The sample and the rows of its 80 % draws, the same for every method."""
    folder.mkdir(parents=True, exist_ok=True)
    write_csv(rows, folder / "sample.csv")
    chance = random.Random("draws")
    draws = [sorted(chance.sample(range(len(rows)), round(KEPT * len(rows)))) for _ in range(DRAWS)]
    (folder / "draws.json").write_text(json.dumps(draws))


def write_csv(rows, path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["id", "source", "title", "text", "author", "question", "label"])
        writer.writeheader()
        writer.writerows(rows)


def read_csv(path):
    with open(Path(path), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
