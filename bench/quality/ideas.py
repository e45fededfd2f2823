"""Everything measured on our own gold."""

import csv

import readings
from measures import agreement
from own import GOLD, NAMES, Found, corpora, supplement
from run import TOLD, launch
from samples import read_csv, write_csv


class Own:
    """The gold of one half, and what the engine and the peers made of its corpora."""

    def __init__(self, bench, data, half, methods):
        self.bench, self.half = bench, half
        self.methods = [method for method in methods if method != TOLD]
        self.corpora = corpora(data)
        self.lines, self.figures, self.wordings = [], {}, []
        self.rare = supplement(data) if self.corpora else None

    def measure(self, corpus):
        folder = self.bench.folder / "own" / corpus.name
        corpus.write(folder)
        units = [unit for unit in corpus.units if unit["half"] == self.half]
        where, seconds, memory = self.bench.engine_run("analyse", folder / "whole")
        found = Found.read(corpus, folder / "whole", where)
        if corpus.name != "gdautre":  # eleven ideas tell nothing of themes
            self.lines += [self.themes(corpus, units, method, found, folder / "cut", seconds, memory) for method in self.methods]
        self.figures[corpus.name] = self.reading(corpus, units, found, folder) | run_figures(where)

    def themes(self, corpus, units, method, found, sample, seconds, memory):
        """Agreement of a method with the themes of the gold. Peers are given the gold's own cut, the engine makes its cut."""
        if method == "arobase":
            best = [found.best[unit["unit_id"]] for unit in units]
            labels = [int(idea["theme"]) if idea and idea["theme"] else -1 for idea in best]
        else:
            self.bench.prepare(sample)
            answer = self.bench.find(method, sample)
            seconds, memory = answer["seconds"], answer["memory"]
            label = {unit["unit_id"]: answer["labels"][at] for at, unit in enumerate(corpus.units)}
            labels = [label[unit["unit_id"]] for unit in units]
        line = {"method": method, "subject": NAMES[corpus.name], "rows": len(units), "size": 0, "seed": 1}
        return line | agreement(labels, [unit["theme"] for unit in units]) | {"seconds": seconds, "memory": memory}

    def reading(self, corpus, units, found, folder):
        """Cutting, telling apart, rewording and gathering."""
        read = self.read(corpus, units, folder / "units")
        worded = readings.rewriting(corpus, units, read)
        self.wordings += worded
        return {
            "cut": {coder: self.cut(corpus, units, found, coder) for coder in "ab"} | {"ab": between_cuts(corpus, units)},
            "told": readings.told(units, read),
            "end": readings.told_from_end_to_end(units, found),
            "kinds": readings.kinds(units, read),
            "worded": worded,
            "gathered": readings.gathered(units, found),
            "once": readings.heard_once(units, found),
        }

    def told_where_rare(self):
        """Proposals told from the rest where few are."""
        units = [unit for unit in self.rare.units if unit["half"] == self.half]
        return readings.told(units, self.read(self.rare, units, self.bench.folder / "own" / "supplement"))

    def cut(self, corpus, units, found, coder):
        theirs = cuts(units, coder)
        ours = {key: [idea["start"] for idea in found.ideas[key]] for key in theirs}
        return readings.segmentation(corpus.texts, ours, theirs)

    def read(self, corpus, units, folder):
        """What the engine reads in each gold unit taken alone, with the question it answers."""
        folder.mkdir(parents=True, exist_ok=True)
        asked = {key: text["question"] for key, text in corpus.texts.items()}
        rows = [{"id": unit["unit_id"], "text": readings.span(corpus, unit), "question": asked[unit["contribution_id"]]} for unit in units]
        write_csv(rows, folder / "sample.csv")
        launch([self.bench.engine, "read", folder / "sample.csv", folder])
        return {row["contribution"]: row for row in read_csv(folder / "readings.csv")}

    def keep_wordings(self, path):
        """Our words beside the analyst's, for who wants to read them; texts stay out of the repository."""
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["unit", "source", "ours", "theirs", "exact", "chrf", "polarity"])
            writer.writeheader()
            writer.writerows(sorted(self.wordings, key=lambda row: row["chrf"]))


def cuts(units, coder):
    held = {unit["contribution_id"] for unit in units}
    return readings.starts(row for row in read_csv(GOLD / f"cut_{coder}.csv") if row["contribution_id"] in held)


def between_cuts(corpus, units):
    return readings.segmentation(corpus.texts, cuts(units, "b"), cuts(units, "a"))


def run_figures(folder):
    (figures,) = read_csv(folder / "run.csv")
    return {"run": {key: float(value) for key, value in figures.items()}}


def total(rows):
    """Sums of tuples, place by place."""
    return tuple(map(sum, zip(*rows)))
