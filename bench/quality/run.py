"""Runs each method in a process of its own, and keeps what it found under the hash of all that it depends on."""

import hashlib
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from samples import read_csv, write_csv

HERE = Path(__file__).parent
TOLD = "arobase, told the number"
OURS = {"arobase": "analyse", "arobase, whole texts": "texts", TOLD: "analyse"}


def launch(command):
    """Processor seconds and peak memory (MB) of a process; an error when it fails or outlasts the limit."""
    watched = [sys.executable, "-S", HERE / "watch.py", *map(str, command)]
    done = subprocess.run(watched, stdout=subprocess.PIPE, check=True, text=True)
    return tuple(map(float, done.stdout.split()))


def digest(*parts):
    """A short hash of files and of strings."""
    whole = hashlib.blake2b(digest_size=8)
    for part in parts:
        whole.update(part.read_bytes() if isinstance(part, Path) else str(part).encode())
    return whole.hexdigest()


class Bench:
    """The engine's program and the folder where everything is kept."""

    def __init__(self, engine, folder):
        self.engine, self.folder = Path(engine), folder

    def prepare(self, sample):
        """The vectors and stems that peers are given; made again when the engine or the sample changes."""
        mark, key = sample / "vectors.key", digest(self.engine, sample / "sample.csv")
        if not mark.exists() or mark.read_text() != key:
            launch([self.engine, "vectors", sample / "sample.csv", sample])
            mark.write_text(key)

    def find(self, method, sample, draws=0):
        """What `method` found on `sample`: labels, seconds and memory; or the labels of its draws."""
        key = digest(method, draws, *self._depends(method, sample))
        kept = sample / "found" / f"{method}-{draws}-{key}.json".replace(" ", "_")
        if not kept.exists():
            kept.parent.mkdir(exist_ok=True)
            found = self._ours(method, sample, draws, key) if method in OURS else self._peer(method, sample, draws)
            kept.write_text(json.dumps(found))
        return json.loads(kept.read_text())

    def _depends(self, method, sample):
        if method in OURS:
            return [self.engine, sample / "sample.csv"]
        code = [HERE / "peers.py", HERE / "requirements.txt"]
        return [*code, sample / "sample.csv", sample / "vectors.npy", sample / "terms.txt"]

    def _peer(self, method, sample, draws):
        out = sample / "peer.json"
        more = ["--draws", draws] if draws else []
        _, memory = launch([sys.executable, HERE / "peers.py", method, sample, out, *more])
        return {**json.loads(out.read_text()), "memory": memory}

    def _ours(self, method, sample, draws, key):
        if not draws:
            rows = read_csv(sample / "sample.csv")
            told = [len({row["label"] for row in rows} - {""})] if method == TOLD else []
            folder, seconds, memory = self.engine_run(OURS[method], sample, *told)
            return {"labels": themes(method, folder, rows), "seconds": seconds, "memory": memory}
        return {"draws": [self._draw(method, sample, key, kept) for kept in drawn(sample, draws)]}

    def _draw(self, method, sample, key, kept):
        rows = read_csv(sample / "sample.csv")
        part, folder = [rows[i] for i in kept], sample / "found" / key
        folder.mkdir(exist_ok=True)
        write_csv(part, folder / "sample.csv")
        launch([self.engine, OURS[method], folder / "sample.csv", folder])
        return themes(method, folder, part)

    def engine_run(self, task, sample, *asked):
        """The folder where the engine wrote, its seconds and its memory; run once for each engine and sample."""
        folder = sample / "found" / f"{task}-{digest(self.engine, sample / 'sample.csv', *asked)}"
        if not (folder / "cost.json").exists():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "cost.json").write_text(json.dumps(launch([self.engine, task, sample / "sample.csv", folder, *asked])))
        return folder, *json.loads((folder / "cost.json").read_text())


def drawn(sample, draws):
    """The rows of the first `draws` draws of 80 %."""
    return json.loads((sample / "draws.json").read_text())[:draws]


def themes(method, folder, rows):
    """The theme of each text. One cut into several ideas is where most of its classed letters are; -1 when none is classed."""
    if OURS[method] == "texts":
        theme = {row["contribution"]: row["theme"] for row in read_csv(folder / "texts.csv")}
        return [int(theme[row["id"]] or -1) for row in rows]
    letters = defaultdict(lambda: defaultdict(int))
    for idea in read_csv(folder / "ideas.csv"):
        if idea["theme"]:
            letters[idea["contribution"]][int(idea["theme"])] += int(idea["letters"])
    return [largest(letters[row["id"]]) for row in rows]


def largest(letters):
    return max(sorted(letters), key=letters.get) if letters else -1
