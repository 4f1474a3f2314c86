"""Makes the graphs of the benchmarks, the same bytes at every run.

    python -m harness.graphs FOLDER NAME...

rmat-S            Kronecker graph (Graph500 parameters), 2^S vertices, 16 · 2^S ties
rmat-S-directed   the same with directions kept
lfr-N-MU          LFR graph of N vertices, a share MU of whose ties leave their community, made by
                  NetworKit
partners-M        M ties between countries, organisations and people, many parallel, in 12 blocs;
                  heavy-tailed, and four in ten have a single partner

Numbers may end in k or m. Writes FOLDER/NAME.edges: the simple projection without the vertices that
have no tie, in the format that `EdgeFile` below reads; `ties(NAME)` gives the multigraph.
"""
import os
import sys
from dataclasses import dataclass

import numpy as np


@dataclass
class Ties:
    """A multigraph; `strength` by tie."""
    vertex_count: int
    source: np.ndarray
    target: np.ndarray
    strength: np.ndarray


@dataclass
class EdgeFile:
    """The simple projection: parallel ties summed. `path_strength` is random and has no equals."""
    vertex_count: int
    is_directed: bool
    source: np.ndarray
    target: np.ndarray
    strength: np.ndarray
    path_strength: np.ndarray

    @staticmethod
    def read(path):
        with open(path, "rb") as file:
            vertices, edges, directed = np.fromfile(file, "<i8", 3).tolist()
            return EdgeFile(
                vertices, directed != 0,
                np.fromfile(file, "<u4", edges), np.fromfile(file, "<u4", edges),
                np.fromfile(file, "<f8", edges), np.fromfile(file, "<f8", edges))

    def write(self, path):
        with open(path + ".part", "wb") as file:
            header = [self.vertex_count, len(self.source), int(self.is_directed)]
            np.array(header, "<i8").tofile(file)
            self.source.astype("<u4").tofile(file)
            self.target.astype("<u4").tofile(file)
            self.strength.astype("<f8").tofile(file)
            self.path_strength.astype("<f8").tofile(file)
        os.replace(path + ".part", path)


def number(text):
    factor = {"k": 1_000, "m": 1_000_000}.get(text[-1])
    return int(text[:-1]) * factor if factor else int(text)


def generator(seed):
    return np.random.Generator(np.random.PCG64(seed))


def rmat(scale):
    random = generator(scale)
    vertices, ties = 1 << scale, 16 << scale
    a, b, c = 0.57, 0.19, 0.19
    source, target = np.zeros(ties, np.int64), np.zeros(ties, np.int64)
    for bit in range(scale):
        low = random.random(ties) > a + b
        right = random.random(ties) > np.where(low, c / (1 - a - b), a / (a + b))
        source += low.astype(np.int64) << bit
        target += right.astype(np.int64) << bit
    order = random.permutation(vertices)
    strength = random.integers(1, 256, ties).astype(float)
    return Ties(vertices, order[source], order[target], strength)


def lfr(vertices, mixing):
    import networkit
    networkit.setNumberOfThreads(1)
    networkit.setSeed(1, False)
    model = networkit.generators.LFRGenerator(vertices)
    large = vertices >= 100_000
    model.generatePowerlawDegreeSequence(20, 200 if large else 50, -2)
    model.generatePowerlawCommunitySizeSequence(
        50 if large else 20, 1000 if large else 100, -1)
    model.setMu(mixing)
    model.run()
    edges = np.array(list(model.getGraph().iterEdges()), np.int64)
    return Ties(vertices, edges[:, 0], edges[:, 1], np.ones(len(edges)))


def partners(ties):
    random = generator(ties)
    countries = min(200, max(20, ties // 50))
    vertices = countries + ties // 10
    blocs = 12
    # Everyone belongs to a country and every country to a bloc, both of very unequal sizes.
    size = random.pareto(1.1, countries) + 1
    home = np.arange(vertices)
    home[countries:] = random.choice(countries, vertices - countries, p=size / size.sum())
    share = 1 / np.arange(2, blocs + 2)
    bloc = random.choice(blocs, countries, p=share / share.sum())[home]
    activity = np.minimum(random.pareto(1.3, vertices) + 0.2, 400)
    activity[:countries] *= 40
    activity[countries:countries + max(10, vertices // 20)] *= 8
    activity = np.minimum(activity, activity.sum() * 0.004 + 1)

    by_bloc = np.argsort(bloc, kind="stable")
    start = np.searchsorted(bloc[by_bloc], np.arange(blocs + 1))
    total = np.concatenate([[0], np.cumsum(activity[by_bloc])])

    def pick(low, high):
        """A vertex by activity among those from place `low` to `high` of the order by bloc."""
        value = total[low] + random.random(len(low)) * (total[high] - total[low])
        place = np.searchsorted(total, value, side="right") - 1
        return by_bloc[np.clip(place, low, np.maximum(high - 1, low))]

    pairs = int(ties * 0.45)
    nowhere, everywhere = np.zeros(pairs, np.int64), np.full(pairs, vertices)
    source = pick(nowhere, everywhere)
    lonely = np.setdiff1d(np.arange(vertices), source)[:pairs // 4]
    source[:len(lonely)] = lonely
    inside = random.random(pairs) < 0.8
    target = pick(
        np.where(inside, start[bloc[source]], 0),
        np.where(inside, start[bloc[source] + 1], vertices))
    target = np.where(target == source, (target + 1) % vertices, target)
    # How often a pair meets has a heavy tail too.
    repeated = np.repeat(np.arange(pairs), np.minimum(random.zipf(2.0, pairs), 60))
    random.shuffle(repeated)
    missing = max(ties - len(repeated), 0)
    repeated = np.concatenate([repeated, random.integers(0, pairs, missing)])[:ties]
    strength = np.round(np.exp(random.normal(0, 1, ties)) + 0.01, 2)
    return Ties(vertices, source[repeated], target[repeated], strength)


def ties(name):
    family, *arguments = name.removesuffix("-directed").split("-")
    if family == "rmat":
        return rmat(int(arguments[0]))
    if family == "lfr":
        return lfr(number(arguments[0]), float(arguments[1]))
    if family == "partners":
        return partners(number(arguments[0]))
    sys.exit(f"error: no graph is called {name}; use rmat-S, rmat-S-directed, lfr-N-MU, partners-M")


def projection(multigraph, is_directed):
    source, target = multigraph.source, multigraph.target
    if not is_directed:
        source, target = np.minimum(source, target), np.maximum(source, target)
    proper = source != target
    pair = source[proper] * multigraph.vertex_count + target[proper]
    pair, place = np.unique(pair, return_inverse=True)
    strength = np.bincount(place, weights=multigraph.strength[proper])
    ends = np.concatenate([pair // multigraph.vertex_count, pair % multigraph.vertex_count])
    vertices, ends = np.unique(ends, return_inverse=True)
    random = generator(len(pair))
    return EdgeFile(
        len(vertices), is_directed, ends[:len(pair)], ends[len(pair):], strength,
        np.exp(random.normal(0, 1, len(pair))))


def make(folder, name):
    """The path of the edge file of a graph, made if it is not there."""
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, f"{name}.edges")
    if not os.path.exists(path):
        projection(ties(name), name.endswith("-directed")).write(path)
    return path


if __name__ == "__main__":
    for graph in sys.argv[2:]:
        file = EdgeFile.read(make(sys.argv[1], graph))
        degree = np.bincount(np.concatenate([file.source, file.target]))
        print(f"{graph}: {file.vertex_count} vertices, {len(file.source)} edges, greatest degree "
              f"{degree.max()}, {(degree == 1).mean():.0%} of degree 1")
