"""Our own gold: ideas of three real corpora, coded with a written codebook (`bench/gold`).

Texts are not in the repository; they are found again by their identifiers and offsets.
"""

import csv
import gzip
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from samples import read_csv, write_csv

GOLD = Path(__file__).parent.parent / "gold"
NAMES = {
    "q174": "online services (Grand débat, question 174)",
    "gd188": "struggling territories (Grand débat, question 188)",
    "repnum": "République numérique",
    "gdautre": "two other questions of the Grand débat",
}
COMPANY = 3000
CALLS = {"proposition": "Que proposez-vous ?", "argument": "Êtes-vous pour ou contre, et pourquoi ?"}
"""What République numérique called for, by type of contribution: its data hold no question."""


@dataclass
class Corpus:
    """Contributions, and the gold units cut in some of them."""

    name: str
    texts: dict
    units: list

    def write(self, folder):
        """`whole`: contributions as they are, for the engine; `cut`: the gold units instead of the contributions that hold them."""
        held = {unit["contribution_id"] for unit in self.units}
        whole = [{**row, "source": key, "label": ""} for key, row in self.texts.items()]
        others = [row for row in whole if row["source"] not in held]
        cut = [{**self.texts[unit["contribution_id"]], "source": unit["unit_id"], "text": span(self, unit), "label": unit["theme"]} for unit in self.units]
        for name, rows in (("whole", whole), ("cut", cut + others)):
            (folder / name).mkdir(parents=True, exist_ok=True)
            write_csv([{**row, "id": str(n)} for n, row in enumerate(rows, 1)], folder / name / "sample.csv")


def span(corpus, unit):
    return corpus.texts[unit["contribution_id"]]["text"][int(unit["start"]) : int(unit["end"])]


def corpora(data):
    """The corpora of the gold; none when it has not been coded yet."""
    if not (GOLD / "gold.csv").exists():
        return []
    units = defaultdict(list)
    for unit in read_csv(GOLD / "gold.csv"):
        units[unit["corpus"]].append(unit)
    texts = {
        "q174": plain(data / "grand-debat/q174_services_publics_sur_internet.csv", questions(data)["174"]),
        "repnum": law(data / "republique-numerique/contributions.csv"),
        **answers(data, units),
    }
    return [Corpus(name, texts[name], units[name]) for name in NAMES]


def questions(data):
    """The words of each question of the Grand débat."""
    return {row["question_id"]: row["question"] for row in read_csv(data / "grand-debat/questions.csv")}


def plain(path, question):
    with open(path, encoding="utf-8", newline="") as file:
        return {row["id"]: {"title": "", "text": row["texte"], "author": "", "question": question} for row in csv.DictReader(file)}


def law(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {row["id"]: proposed(row) for row in rows}


def proposed(row):
    return {"title": row["titre"], "text": row["texte"], "author": row["auteur"], "question": CALLS.get(row["type"], "")}


def debate(data):
    """Every answer of the Grand débat, with its question."""
    words = questions(data)
    with gzip.open(data / "grand-debat/granddebat_305k_dedup_ge30.csv.gz", "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            asked = row["question_id"]
            yield asked, row["id"], {"title": "", "text": row["texte"], "author": "", "question": words[asked]}


def answers(data, units):
    """Answers to the questions of the gold: all those coded, in the company of others."""
    corpus = {"188": "gd188", "183": "gdautre", "165": "gdautre"}
    found = defaultdict(dict)
    for asked, key, answer in debate(data):
        if asked in corpus:
            found[corpus[asked]][key] = answer
    for name, texts in found.items():
        held = {unit["contribution_id"] for unit in units[name]}
        others = random.Random(name).sample(sorted(texts.keys() - held), COMPANY - len(held))
        found[name] = {key: texts[key] for key in sorted(held | set(others))}
    return found


def supplement(data):
    """Ideas drawn where few propose anything, to be read one by one, with their text."""
    units, texts = read_csv(GOLD / "supplement.csv"), law(data / "republique-numerique/contributions.csv")
    held = {unit["contribution_id"] for unit in units}
    texts |= {key: answer for _, key, answer in debate(data) if key in held}
    return Corpus("supplement", texts, units)


@dataclass
class Found:
    """What the engine made of a corpus, seen from the gold units."""

    ideas: dict
    best: dict
    all: list

    @classmethod
    def read(cls, corpus, sample, folder):
        source = {row["id"]: row["source"] for row in read_csv(sample / "sample.csv")}
        ideas, every = defaultdict(list), read_csv(folder / "ideas.csv")
        for number, idea in enumerate(every):
            idea |= {"start": int(idea["start"]), "end": int(idea["end"]), "number": number}
            ideas[source[idea["contribution"]]].append(idea)
        best = {unit["unit_id"]: nearest(unit, ideas[unit["contribution_id"]]) for unit in corpus.units}
        return cls(ideas, best, every)


def nearest(unit, ideas):
    """The idea that shares most characters with a gold unit."""
    return max(ideas, key=lambda idea: overlap(unit, idea), default=None)


def overlap(one, other):
    return max(0, min(int(one["end"]), int(other["end"])) - max(int(one["start"]), int(other["start"])))
