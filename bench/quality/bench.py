"""The quality bench: `bench.py ENGINE DATA FOLDER PAGE [--held-out] [--sizes 600,3000,20000]`; writes Markdown.

`cargo xtask bench quality` makes the environment, builds ENGINE and calls this.
"""

import argparse
import sys
from pathlib import Path

import ideas_table
import samples
import tables
from ideas import Own
from measures import agreement, stability
from own import NAMES
from peers import METHODS
from run import OURS, Bench, drawn

DRAWN = {"arobase", "k-means", "NMF", "leidenalg"}
DRAWN_WHEN_SMALL = DRAWN | {"arobase, whole texts", "BERTopic", "BERTopic, k-means"}


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("engine")
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("page", type=Path, nargs="?", default=Path("/dev/stdout"))
    parser.add_argument("--held-out", action="store_true", help="look at the other half of the labels, once, at the end")
    parser.add_argument("--sizes", default="600,3000,20000")
    parser.add_argument("--only", help="methods, separated by semicolons")
    parser.add_argument("--no-stability", action="store_true")
    return parser.parse_args()


def draws(method, plan):
    """How many 80 % draws a method is asked for: fewer where it takes minutes."""
    if plan.seed > 1 or not (method in DRAWN or plan.rows == 600 and method in DRAWN_WHEN_SMALL):
        return 0
    return 2 if plan.rows > 3000 else samples.DRAWS


def measure(bench, method, plan, sample, stable):
    """One line of the results."""
    rows = samples.read_csv(sample / "sample.csv")
    found = bench.find(method, sample)
    line = {"method": method, "subject": plan.subject, "rows": len(rows), "size": plan.rows, "seed": plan.seed}
    line |= agreement(found["labels"], [row["label"] for row in rows])
    line |= {"seconds": found["seconds"], "memory": found["memory"]}
    asked = draws(method, plan) if stable else 0
    if asked:
        line["stability"] = stability(bench.find(method, sample, asked)["draws"], drawn(sample, asked))
    return line


def main():
    asked = arguments()
    bench = Bench(asked.engine, asked.folder)
    methods = asked.only.split(";") if asked.only else [*OURS, *METHODS]
    half = "held-out" if asked.held_out else "development"
    pages = {"samples": "", "ideas": ""}
    # Our own gold first: it is the quickest.
    for name, measured in (("ideas", own(asked, bench, methods, half)), ("samples", labelled(asked, bench, methods, half))):
        for page in measured:
            pages[name] = page
            asked.page.write_text("\n\n".join(filter(None, pages.values())), encoding="utf-8")


def labelled(asked, bench, methods, half):
    """The page after each sample."""
    gold, lines = samples.Gold(asked.data, asked.held_out), []
    for plan in samples.plans([int(size) for size in asked.sizes.split(",") if size]):
        sample = asked.folder / half / plan.name
        samples.write(gold.draw(plan), sample)
        bench.prepare(sample)
        for method in methods:
            lines.append(measure(bench, method, plan, sample, not asked.no_stability))
            say(lines[-1])
        yield tables.page(lines, half)


def own(asked, bench, methods, half):
    """The page once our own gold has been measured."""
    found = Own(bench, asked.data, "test" if asked.held_out else "dev", methods)
    for corpus in found.corpora:
        found.measure(corpus)
        for line in [line for line in found.lines if line["subject"] == NAMES[corpus.name]]:
            say(line)
    if found.corpora:
        found.keep_wordings(asked.folder / f"wordings-{half}.csv")
        yield ideas_table.page(found, half)


def say(line):
    print(tables.progress(line), file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
