"""The results as Markdown."""

from collections import defaultdict
from pathlib import Path
from statistics import mean

NAMED = ["bertopic", "umap-learn", "hdbscan", "scikit-learn", "leidenalg", "igraph"]
REQUIREMENTS = (Path(__file__).parent / "requirements.txt").read_text(encoding="utf-8")
VERSIONS = dict(line.split("==") for line in REQUIREMENTS.splitlines() if "==" in line)

INTRODUCTION = """\
Can the themes of the engine be trusted? Here real answers are mixed, and each method is asked to sort them without being told which
question each answers. The score is the *adjusted mutual information* (AMI) of what it found with the truth: 1 when they are the same,
0 when chance does as well. Texts left in no theme count as a theme of their own, which costs those who leave some.

The truth is the question answered (Grand débat national of 2019: 51 questions; within each of its four themes, then across them), or the
section commented (République numérique of 2015, a weak truth: people wander). Labels have unequal shares, as subjects do.
Half of the labels were looked at while the engine was made, the other half once, at the end. This is the **{half}** half."""

MEASURES = """\
The same samples, every measure, the mean of all samples. *V* and *ARI* are two other agreements with the truth; *AMI, assigned* leaves out the
texts in no theme, *unassigned* says how many. *themes ÷ true*: how many themes were found for one of the truth. *stability*: agreement (ARI) of
what is found on two draws of 80 % of the same texts. *Seconds* (of processor, both cores added up) and memory are those of samples of 3,000: ours
include reading, the encoder and the propositions; those of the peers begin once they have their vectors and their libraries."""

PEERS = """\
**arobase** is the whole engine, contributions in, with its own settings: a text cut into several ideas is counted in the theme that holds most of
its letters. *arobase, whole texts* sees the very vectors that the peers see, one per text; *told the number* is the whole engine asked for the true number
of themes, which tells what a wrong number costs from what a wrong place costs. k-means, BERTopic with k-means, NMF and LDA are **given the
true number of themes**; arobase, BERTopic, leidenalg and HDBSCAN are not. NMF and LDA take words (our stems), the others the vectors (512 dimensions
of the encoder, centred, beside 0.6 × 128 of latent semantic analysis). leidenalg: 15 nearest neighbours, resolution 1. """


def progress(line):
    stable = f" stability {line['stability']:.3f}" if "stability" in line else ""
    return (
        f"{line['subject']:<20} {line['rows']:>6} seed {line['seed']} {line['method']:<22} AMI {line['ami']:.3f} "
        f"ARI {line['ari']:.3f} themes {line['themes']:>3}/{line['gold']:<3} out {line['unassigned']:.1%} "
        f"{line['seconds']:.1f} s {line['memory']:.0f} MB{stable}"
    )


def page(lines, half):
    versions = ", ".join(f"{name} {VERSIONS[name]}" for name in NAMED)
    return "\n\n".join([INTRODUCTION.format(half=half), by_set(lines), MEASURES, by_method(lines), PEERS + versions + "."])


def by_set(lines):
    """Adjusted mutual information, sets × methods, the mean of the seeds; the best in bold."""
    methods = unique(line["method"] for line in lines)
    held = defaultdict(list)
    for line in lines:
        held[line["subject"], line["size"], line["method"]].append(line)
    rows = []
    for subject, size in unique((line["subject"], line["size"]) for line in lines):
        cells = {m: mean(line["ami"] for line in held[subject, size, m]) for m in methods}
        gold = {line["gold"] for line in held[subject, size, methods[0]]}
        texts = round(mean(line["rows"] for line in held[subject, size, methods[0]]))
        rows.append([subject, f"{texts:,}", "–".join(map(str, sorted(gold))), *best(cells)])
    overall = {m: mean(mean(x["ami"] for x in held[s, n, m]) for s, n in pairs(lines)) for m in methods}
    rows.append(["**mean of the sets**", "", "", *best(overall)])
    return table(["set", "texts", "true themes", *methods], rows)


def pairs(lines):
    return unique((line["subject"], line["size"]) for line in lines)


def best(cells):
    top = max(round(value, 3) for value in cells.values())
    return [f"**{value:.3f}**" if round(value, 3) == top else f"{value:.3f}" for value in cells.values()]


def by_method(lines):
    """Every measure, the mean over all the samples."""
    rows = []
    for method in unique(line["method"] for line in lines):
        own = [line for line in lines if line["method"] == method]
        middle = [line for line in own if line["size"] == 3000] or own
        small = [line for line in own if line["size"] == 600 and "stability" in line]
        large = [line for line in own if line["size"] == 3000 and "stability" in line]
        figures = [average(own, key) for key in ("ami", "v", "ari", "assigned_ami")]
        rows.append([
            method,
            *(f"{figure:.3f}" for figure in figures),
            f"{average(own, 'unassigned'):.1%}",
            f"{mean(line['themes'] / line['gold'] for line in own):.2f}",
            shown(small),
            shown(large),
            f"{average(middle, 'seconds'):.1f}",
            f"{average(middle, 'memory'):.0f}",
        ])
    head = ["method", "AMI", "V", "ARI", "AMI, assigned", "unassigned", "themes ÷ true", "stability, 600"]
    return table([*head, "stability, 3,000", "seconds, 3,000", "MB, 3,000"], rows)


def average(lines, key):
    return mean(line.get(key, 0.0) for line in lines)


def shown(lines):
    return f"{average(lines, 'stability'):.3f}" if lines else "–"


def unique(items):
    return list(dict.fromkeys(items))


def table(head, rows):
    rule = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, rule, *rows])
