"""The measures on our own gold as Markdown."""

from statistics import mean

from alpha import agreement
from ideas import total
from readings import rates
from tables import by_set, table

GOLD = """\
### Ideas: a gold of our own

293 ideas of 156 real contributions were cut, then coded twice with a written codebook: theme, kind, is it a proposal, its infinitive form, does it
repeat another (`bench/gold`: identifiers and codes, no text). The two analysts are **two sessions of a language model**, not people: they worked
apart, but share habits, and the codebook was written by the first with the sample in view. Their agreement says that the codebook can be
followed, not that people would agree."""

THEMES = """\
AMI with the themes of the gold, on the ideas of the **{half}** half. Each corpus is analysed whole. The peers are given the gold's own cut into ideas and the
number of themes of the codebook where they take it; the engine cuts by itself and is given nothing.
There are some fifty ideas in a corpus: differences of less than .1 tell nothing."""

READING = """\
Reading, on the same ideas. *Boundaries*: F1 of the places where ideas begin within a contribution, two words of tolerance. *Told*: is a gold idea,
read alone, a proposal? *End to end*: from the raw contribution, our own cut included; an idea counts when half of its letters do. *Worded*: gold
proposals that we word, among those that both analysts could; *exact* and *chrF* (characters, 100 for equal) with the nearer of the two wordings.
*Gathered*: pairs of ideas that say the same, behind one proposition. *Said once*: demands that a single gold idea makes (the lowest third of support
and more) and that are behind a proposition, selected or in the annex. *Coverage* and *redundancy* are those of the run."""


def page(own, half):
    agreed = [[name, str(n), f"{value:.3f}"] for name, (n, value) in agreement().items()]
    parts = [GOLD, table(["code", "units", "Krippendorff’s α"], agreed), THEMES.format(half=half)]
    return "\n\n".join([*parts, by_set(own.lines), READING, reading(own.figures), rare(own.told_where_rare())])


def rare(told):
    """What the bare share of proposals in the gold would hide."""
    found = rates(*told)
    return (
        f"Where few propose anything (106 more ideas, 28 of them proposals, coded twice likewise; this half only): of {told[1]} ideas told to be "
        f"proposals, {told[0]} are, of {told[2]}: precision {found['p']:.3f}, recall {found['r']:.3f}, F1 {found['f1']:.3f}."
    )


def reading(figures):
    corpora = list(figures)
    rows = [[name, *(cell(figures[corpus]) for corpus in corpora), whole(figures, cell)] for name, cell in ROWS.items()]
    return table(["measure", *corpora, "all"], rows)


def whole(figures, cell):
    """The same cell for all corpora together; figures of a run are averaged."""
    every = list(figures.values())
    sums = {key: total(one[key] for one in every) for key in ("told", "end", "kinds", "gathered", "once")}
    cuts = {coder: total(one["cut"][coder] for one in every) for coder in ("a", "b", "ab")}
    run = {key: mean(one["run"][key] for one in every) for key in every[0]["run"]}
    return cell({**sums, "cut": cuts, "worded": [row for one in every for row in one["worded"]], "run": run})


def boundaries(coder):
    return lambda one: f"{rates(*one['cut'][coder])['f1']:.3f}"


def share(part, of):
    return f"{part / of:.3f} ({part} of {of})" if of else "–"


def told(key):
    return lambda one: f"{rates(*one['told'])[key]:.3f}"


def worded(one):
    return [row for row in one["worded"] if row["ours"]]


ROWS = {
    "boundaries, with the first analyst": boundaries("a"),
    "boundaries, with the second": boundaries("b"),
    "boundaries, one analyst with the other": boundaries("ab"),
    "proposals told: precision": told("p"),
    "proposals told: recall": told("r"),
    "proposals told: F1": told("f1"),
    "end to end: precision": lambda one: share(*one["end"][:2]),
    "end to end: recall": lambda one: share(*one["end"][2:]),
    "kind right": lambda one: share(*one["kinds"]),
    "worded": lambda one: share(len(worded(one)), len(one["worded"])),
    "exact, of the worded": lambda one: share(sum(row["exact"] for row in worded(one)), len(worded(one))),
    "chrF, of the worded": lambda one: f"{mean([row['chrf'] for row in worded(one)] or [0]):.1f}",
    "polarity errors, of the worded": lambda one: share(sum(row["polarity"] for row in worded(one)), len(worded(one))),
    "gathered: precision": lambda one: share(one["gathered"][0], one["gathered"][1]),
    "gathered: recall": lambda one: share(one["gathered"][0], one["gathered"][2]),
    "said once, held": lambda one: share(*one["once"]),
    "coverage of ideas": lambda one: f"{one['run']['coverage_ideas']:.3f}",
    "redundancy": lambda one: f"{one['run']['redundancy']:.3f}",
}
