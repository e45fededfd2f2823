"""One peer on one sample, in a process of its own so that its memory is its own.

`peers.py METHOD FOLDER OUT.json [--draws N]`: labels of all the texts of FOLDER, or of its first N draws of 80 %; -1 is
« in no theme ». Peers whose number of themes is a parameter are given the true one.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np

from samples import read_csv

SEED = 1


class Texts:
    """What a peer may look at."""

    def __init__(self, folder):
        rows = read_csv(folder / "sample.csv")
        self.texts = [f"{row['title']} {row['text']}".strip() for row in rows]
        self.terms = (folder / "terms.txt").read_text(encoding="utf-8").splitlines()
        self.vectors = np.load(folder / "vectors.npy")
        self.truth = [row["label"] for row in rows]

    @property
    def count(self):
        """The true number of themes; texts without a label only keep the others company."""
        return len(set(self.truth) - {""})

    def only(self, rows):
        part = object.__new__(Texts)
        part.vectors = self.vectors[rows]
        part.texts, part.terms, part.truth = ([column[i] for i in rows] for column in (self.texts, self.terms, self.truth))
        return part


def kmeans(given):
    from sklearn.cluster import KMeans

    return KMeans(given.count, n_init=10, random_state=SEED).fit_predict(given.vectors)


def nmf(given):
    from sklearn.decomposition import NMF
    from sklearn.feature_extraction.text import TfidfVectorizer

    bags = TfidfVectorizer(analyzer=str.split, sublinear_tf=True, min_df=2, max_df=0.4).fit_transform(given.terms)
    return heaviest(NMF(given.count, init="nndsvd", max_iter=400, random_state=SEED).fit_transform(bags), bags)


def lda(given):
    from sklearn.decomposition import LatentDirichletAllocation
    from sklearn.feature_extraction.text import CountVectorizer

    bags = CountVectorizer(analyzer=str.split, min_df=2, max_df=0.4).fit_transform(given.terms)
    model = LatentDirichletAllocation(given.count, max_iter=30, learning_method="batch", random_state=SEED)
    return heaviest(model.fit_transform(bags), bags)


def heaviest(weights, bags):
    """The topic that weighs most; none for a text without a word in common with another."""
    return np.where(bags.getnnz(axis=1) > 0, weights.argmax(axis=1), -1)


def leidenalg(given):
    import igraph
    import leidenalg as leiden
    from sklearn.neighbors import NearestNeighbors

    near = NearestNeighbors(n_neighbors=16, metric="cosine", algorithm="brute").fit(given.vectors)
    distances, rows = near.kneighbors(given.vectors)
    weights = {}
    for i, (others, far) in enumerate(zip(rows, distances)):
        for j, distance in zip(others, far):
            if i != j and distance < 1:
                weights[min(i, j), max(i, j)] = 1 - distance
    graph = igraph.Graph(len(given.vectors), list(weights))
    part = leiden.find_partition(
        graph,
        leiden.RBConfigurationVertexPartition,
        weights=list(weights.values()),
        resolution_parameter=1.0,
        n_iterations=-1,
        seed=SEED,
    )
    return np.array(part.membership)


def hdbscan(given):
    from hdbscan import HDBSCAN

    return HDBSCAN(min_cluster_size=10).fit_predict(given.vectors.astype(np.float64))


def bertopic(given, **settings):
    from bertopic import BERTopic
    from umap import UMAP

    # BERTopic's own settings, with a seed so that the bench can be run again.
    plane = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=SEED)
    labels, _ = BERTopic(language="multilingual", umap_model=plane, **settings).fit_transform(given.texts, given.vectors)
    return np.array(labels)


def bertopic_kmeans(given):
    from sklearn.cluster import KMeans

    return bertopic(given, hdbscan_model=KMeans(given.count, n_init=10, random_state=SEED))


METHODS = {
    "BERTopic": bertopic,
    "BERTopic, k-means": bertopic_kmeans,
    "k-means": kmeans,
    "NMF": nmf,
    "LDA": lda,
    "leidenalg": leidenalg,
    "HDBSCAN": hdbscan,
}


def main(method, folder, out, *draws):
    given = Texts(Path(folder))
    if draws:
        rows = json.loads((Path(folder) / "draws.json").read_text())[: int(draws[1])]
        found = {"draws": [METHODS[method](given.only(draw)).tolist() for draw in rows]}
    else:
        start = time.process_time()
        labels = METHODS[method](given).tolist()
        found = {"labels": labels, "seconds": time.process_time() - start}
    Path(out).write_text(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
