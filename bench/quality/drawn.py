"""Rewritings drawn at random, to be read by a person: `drawn.py ENGINE DATA FOLDER SEED [HOW_MANY]` writes FOLDER/drawn.csv.

As many from each of three corpora: République numérique, the Grand débat across its questions, and the demonstration. What is drawn holds
texts, and stays out of the repository; the seed and the figures are what is kept.
"""

import csv
import random
import sys
from pathlib import Path

from own import debate, law
from run import launch
from samples import read_csv, write_csv

ANSWERS = 6000
"""Answers of the Grand débat among which rewritings are drawn."""
DEMONSTRATION = Path(__file__).parents[2] / "crates/arobase/demo/contributions.csv"


def corpora(data, draw):
    """Texts by identifier, corpus by corpus."""
    yield "repnum", law(data / "republique-numerique/contributions.csv")
    every = {key: answer for _, key, answer in debate(data)}
    yield "debate", {key: every[key] for key in draw.sample(sorted(every), ANSWERS)}
    yield "demonstration", demonstration()


def demonstration():
    rows = read_csv(DEMONSTRATION)
    return {row["numero"]: {"title": "", "text": row["texte"], "author": "", "question": ""} for row in rows}


def rewritten(engine, texts, folder):
    """What the engine reads in each idea, beside the idea's own words."""
    folder.mkdir(parents=True, exist_ok=True)
    write_csv([{**texts[key], "id": key} for key in sorted(texts)], folder / "sample.csv")
    launch([engine, "demands", folder / "sample.csv", folder])
    for row in read_csv(folder / "demands.csv"):
        words = texts[row["contribution"]]["text"][int(row["start"]) : int(row["end"])]
        yield {"contribution": row["contribution"], "words": words, "carried": row["carried"], "infinitive": row["infinitive"]}


def main(engine, data, folder, seed, how_many="200"):
    draw, folder, found = random.Random(int(seed)), Path(folder), []
    for number, (name, texts) in enumerate(corpora(Path(data), draw)):
        share = (int(how_many) + number) // 3
        rows = list(rewritten(engine, texts, folder / name))
        found += [{"corpus": name, **row} for row in draw.sample(rows, share)]
    with open(folder / "drawn.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(found[0]))
        writer.writeheader()
        writer.writerows(found)


if __name__ == "__main__":
    main(*sys.argv[1:])
