"""Figures of red-dwarf 0.4.0 for the four Polis conversations, for `tests/golden.rs` to compare ours with.

    python3 -m venv venv && venv/bin/pip install red-dwarf==0.4.0
    venv/bin/python make.py POLIS_DIR               # writes one JSON file a conversation beside this script
    venv/bin/python make.py POLIS_DIR --compare CONVERSATION RESULTS
                                                    # RESULTS of `arobase opinions --mode polis`, every figure compared

Each conversation is computed twice: with its votes as exported, and with every vote negated. `svd_solver="full"` because
the solver that scikit-learn picks for the larger ones is random and good to some 1e-6 only.

Sampled to stay small: every SAMPLE-th participant and statement in full, and over all of them, for each column, its sum and
the sum of its values times 1 + rank mod 7.
"""

import csv
import json
import math
import sys
from pathlib import Path

import numpy as np
from reddwarf.implementations.base import run_pipeline

CONVERSATIONS = ["bg2050-volunteers", "canadian-electoral-reform", "scoop-hivemind.biodiversity", "vtaiwan.uberx"]
SAMPLE = {1: 2, -1: 8}
OVERALL = ["x", "y", "extremity", "priority", "group-aware-consensus-agree", "group-aware-consensus-disagree"]
IN_GROUP = ["na", "nd", "ns", "pa", "pd", "pat", "pdt", "ra", "rd", "rat", "rdt"]


def votes_of(folder, sign):
    """The last vote of each person on each statement."""
    last = {}
    for row in csv.DictReader(open(folder / "votes.csv", encoding="utf-8")):
        key, at = (int(row["voter-id"]), int(row["comment-id"])), int(row["timestamp"])
        if key not in last or at >= last[key][0]:
            last[key] = (at, sign * int(row["vote"]))
    return [
        {"participant_id": who, "statement_id": what, "vote": vote, "modified": at}
        for (who, what), (at, vote) in sorted(last.items())
    ]


def run(folder, sign):
    """Red-dwarf as Polis is: rejected and meta statements zeroed, and no others."""
    comments = list(csv.DictReader(open(folder / "comments.csv", encoding="utf-8")))
    meta = [int(row["comment-id"]) for row in comments if row.get("is-meta") == "true"]
    out = sorted({int(row["comment-id"]) for row in comments if row["moderated"] == "-1"} | set(meta))
    return run_pipeline(
        votes=votes_of(folder, sign),
        mod_out_statement_ids=out,
        meta_statement_ids=meta,
        reducer_kwargs={"svd_solver": "full"},
        random_state=0,
    )


def number(value):
    """Twelve significant digits, and no more characters than needed."""
    value = float(f"{float(value):.12g}")
    return int(value) if value == int(value) else value


def table(frame, columns, step):
    """Some rows in full, and two sums for each column over all rows."""
    weights = 1 + np.arange(len(frame)) % 7
    values = {name: np.array(frame[name], dtype=float) for name in columns}
    return {
        "columns": columns,
        "rows": {str(int(key)): [number(values[name][at]) for name in columns] for at, key in enumerate(frame.index) if at % step == 0},
        "sums": [number(math.fsum(values[name])) for name in columns],
        "weighted": [number(math.fsum(values[name] * weights)) for name in columns],
    }


def golden(folder, sign):
    result, step = run(folder, sign), SAMPLE[sign]
    labels = result.participants_df["cluster_id"]
    groups = sorted(result.repness)
    return {
        "groups": len(groups),
        "labels": "".join("." if label is None or label != label else str(int(label)) for label in labels.astype(object).where(labels.notna(), None)),
        "participants": table(result.participants_df, ["x", "y"], 3 * step),
        "statements": table(result.statements_df, OVERALL, step),
        "in_groups": [table(result.group_comment_stats.loc[group], IN_GROUP, step) for group in groups],
        "representative": [[[int(one["tid"]), one["repful-for"]] for one in result.repness[group]] for group in groups],
        "consensus": {side: [int(one["tid"]) for one in result.consensus[side]] for side in ["agree", "disagree"]},
    }


def compare(folder, results):
    """The greatest difference for each kind of figure, over every participant, statement and group."""
    result = run(folder, 1)
    people = {int(row["participant"]): row for row in csv.DictReader(open(results / "groups.csv", encoding="utf-8"))}
    ours = {int(row["statement"]): row for row in csv.DictReader(open(results / "statements.csv", encoding="utf-8"))}
    worst = {}

    def note(kind, one, other):
        worst[kind] = max(worst.get(kind, 0.0), abs(float(one) - float(other)) / max(1.0, abs(float(one))))

    letters = {}
    for who, row in result.participants_df.iterrows():
        for axis in "xy":
            note("projections", row[axis], people[who][axis])
        if row["to_cluster"]:
            letters.setdefault(int(row["cluster_id"]), set()).add(people[who]["group"])
    names = {"x": "x", "y": "y", "extremity": "extremity", "priority": "priority", "group-aware-consensus-agree": "gac_agree", "group-aware-consensus-disagree": "gac_disagree"}
    for what, row in result.statements_df.iterrows():
        for theirs, name in names.items():
            note(name, row[theirs], ours[what][name])
    in_group = ["agrees", "disagrees", "votes", "p_agree", "p_disagree", "z_agree", "z_disagree", "r_agree", "r_disagree", "zr_agree", "zr_disagree"]
    for (group, what), row in result.group_comment_stats.iterrows():
        for theirs, name in zip(IN_GROUP, in_group):
            note(name, row[theirs], ours[what][f"{'abcde'[group]}_{name}"])
    print(folder.name, "groups", {group: "".join(sorted(found)) for group, found in sorted(letters.items())})
    for kind, difference in worst.items():
        print(f"  {kind:14} {difference:.1e}")


if __name__ == "__main__":
    data = Path(sys.argv[1])
    if len(sys.argv) == 5 and sys.argv[2] == "--compare":
        compare(data / sys.argv[3], Path(sys.argv[4]))
    else:
        for name in CONVERSATIONS:
            content = {"as_exported": golden(data / name, 1), "negated": golden(data / name, -1)}
            text = json.dumps(content, separators=(",", ":")).replace("]}", "]}\n").replace('],"', '],\n"')
            (Path(__file__).parent / f"{name}.json").write_text(text)
