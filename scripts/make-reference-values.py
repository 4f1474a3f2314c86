#!/usr/bin/env python3
"""Writes Tests/GraphAnalyticsTests/Reference/*.json: graphs and what NetworkX says of them.

Needs networkx 3.6 and igraph 1.0 (for the quality of communities only). Distances are exact
fractions here, so that ties between paths are ties and not accidents of rounding.

    python3 scripts/make-reference-values.py
"""
import json
import math
import pathlib
import random
import statistics
from fractions import Fraction

import igraph
import networkx as nx
import numpy

FOLDER = pathlib.Path(__file__).parent.parent / "Tests/GraphAnalyticsTests/Reference"


def simple(count, edges, directed):
    """The simple projection: parallel edges summed, loops dropped."""
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(count))
    for source, target, weight in edges:
        if source == target:
            continue
        before = graph.edges[source, target]["weight"] if graph.has_edge(source, target) else 0
        graph.add_edge(source, target, weight=before + weight)
    for _, _, data in graph.edges(data=True):
        data["distance"] = 1 / Fraction(data["weight"])
    return graph


def row(values, count):
    return [float(values[vertex]) for vertex in range(count)]


def labels(groups, count):
    found = [0] * count
    for number, group in enumerate(sorted(groups, key=lambda g: (-len(g), min(g)))):
        for vertex in group:
            found[vertex] = number
    return found


def katz(graph, weighted, alpha):
    """x = alpha A^T x + 1, solved directly, of length 1."""
    matrix = nx.to_numpy_array(graph, weight="weight" if weighted else None)
    values = numpy.linalg.solve(
        numpy.eye(len(graph)) - alpha * matrix.T, numpy.ones(len(graph)))
    return (values / numpy.linalg.norm(values)).tolist()


def effective_size(graph, vertex, weight):
    """By the definition; nx.effective_size of all vertices at once divides by the wrong maxima."""
    share = nx.structuralholes.normalized_mutual_weight
    around = set(nx.all_neighbors(graph, vertex))
    return float(sum(
        1 - sum(share(graph, vertex, w, weight=weight) * share(graph, v, w, norm=max, weight=weight)
                for w in around)
        for v in around))


def measures(graph, weighted):
    count = len(graph)
    weight = "weight" if weighted else None
    distance = "distance" if weighted else None
    found = {
        "pageRank": row(nx.pagerank(graph, weight=weight, tol=1e-14, max_iter=5000), count),
        "betweenness": row(nx.betweenness_centrality(graph, weight=distance), count),
        "betweennessCounts": row(
            nx.betweenness_centrality(graph, weight=distance, normalized=False), count),
        "closeness": row(nx.closeness_centrality(graph, distance=distance), count),
        "harmonic": row(nx.harmonic_centrality(graph, distance=distance), count),
    }
    edge_values = nx.edge_betweenness_centrality(graph, weight=distance)
    found["edgeBetweenness"] = [
        [min(e) if not graph.is_directed() else e[0],
         max(e) if not graph.is_directed() else e[1], float(v)]
        for e, v in sorted(edge_values.items())]
    if graph.number_of_edges():
        try:
            found["eigenvector"] = row(
                nx.eigenvector_centrality(graph, weight=weight, tol=1e-15, max_iter=200000), count)
        except nx.PowerIterationFailedConvergence:
            pass
        personal = {vertex: 1.0 for vertex in range(0, count, 3)}
        found["personalisedPageRank"] = row(
            nx.pagerank(graph, personalization=personal, weight=weight, tol=1e-14, max_iter=5000),
            count)
        radius = abs(numpy.linalg.eigvals(nx.to_numpy_array(graph, weight=weight))).max()
        found["katzAlpha"] = 0.85 / radius if radius > 1e-9 else 0.02
        found["katz"] = katz(graph, weighted, found["katzAlpha"])
        halves = [{v for v in graph if v % 2 == r} for r in range(min(2, count))]
        found["modularityOfParity"] = nx.community.modularity(graph, halves, weight=weight)
        found["modularityOfParityAtHalf"] = nx.community.modularity(
            graph, halves, weight=weight, resolution=0.5)
        found["constraint"] = [
            None if value != value else value
            for value in row(nx.constraint(graph, weight=weight), count)]
        found["effectiveSize"] = [effective_size(graph, v, weight) for v in range(count)]
        singular = numpy.linalg.svd(
            nx.to_numpy_array(graph, weight=weight), compute_uv=False)
        unambiguous = singular[0] - singular[1] > 1e-6
        if unambiguous:
            plain = graph.copy()
            if not weighted:
                for _, _, data in plain.edges(data=True):
                    data["weight"] = 1
            hubs, authorities = nx.hits(plain, tol=1e-15, max_iter=10000)
            found["hubs"] = row(hubs, count)
            found["authorities"] = row(authorities, count)
    return found


def quality(graph, weighted):
    """What igraph reaches: the median of the modularity over seeds."""
    plain = igraph.Graph(n=len(graph), edges=[(u, v) for u, v in graph.edges()])
    weights = [d["weight"] if weighted else 1 for _, _, d in graph.edges(data=True)]
    found = {"louvain": [], "leiden": []}
    for seed in range(11):
        random.seed(seed)
        igraph.set_random_number_generator(random)
        found["louvain"].append(
            plain.community_multilevel(weights=weights).modularity)
        found["leiden"].append(plain.modularity(
            plain.community_leiden(
                objective_function="modularity", weights=weights, n_iterations=2).membership,
            weights=weights))
    found = {name: statistics.median(values) for name, values in found.items()}
    found["mapEquation"] = plain.community_infomap(edge_weights=weights, trials=10).codelength
    found["mapEquationOfParity"] = map_equation(graph, [v % 2 for v in graph], weighted)
    return found


def map_equation(graph, modules, weighted):
    """The two-level map equation of an undirected graph, in bits."""
    def term(value):
        return value * math.log2(value) if value > 0 else 0
    total = 2 * sum(d["weight"] if weighted else 1 for _, _, d in graph.edges(data=True))
    visits = [0.0] * len(graph)
    exits = [0.0] * (max(modules) + 1)
    inside = [0.0] * (max(modules) + 1)
    for u, v, d in graph.edges(data=True):
        flow = (d["weight"] if weighted else 1) / total
        for one, other in ((u, v), (v, u)):
            visits[one] += flow
            inside[modules[one]] += flow
            if modules[one] != modules[other]:
                exits[modules[one]] += flow
    return (term(sum(exits)) - 2 * sum(map(term, exits)) - sum(map(term, visits))
            + sum(term(e + i) for e, i in zip(exits, inside)))


def write(name, count, edges, directed=False):
    graph = simple(count, edges, directed)
    result = {
        "name": name, "vertexCount": count, "isDirected": directed,
        "edges": [[s, t, w] for s, t, w in edges],
        "degree": [graph.degree(v) for v in range(count)],
        "strength": [float(graph.degree(v, weight="weight")) for v in range(count)],
    }
    undirected = simple(count, edges, False)
    if directed:
        result["weakComponents"] = labels(nx.weakly_connected_components(graph), count)
        result["strongComponents"] = labels(nx.strongly_connected_components(graph), count)
    else:
        result["weakComponents"] = labels(nx.connected_components(graph), count)
    if count:
        result["weighted"] = measures(graph, True)
        result["unweighted"] = measures(graph, False)
        result["core"] = [nx.core_number(undirected)[v] for v in range(count)]
        result["clustering"] = row(nx.clustering(graph), count)
        result["transitivity"] = nx.transitivity(undirected)
    if not directed and graph.number_of_edges():
        result["weighted"]["quality"] = quality(graph, True)
        result["unweighted"]["quality"] = quality(graph, False)
    (FOLDER / f"{name}.json").write_text(json.dumps(result, separators=(",", ":")) + "\n")


def named(graph):
    number = {vertex: place for place, vertex in enumerate(graph)}
    return len(graph), [
        (number[u], number[v], d.get("weight", 1)) for u, v, d in graph.edges(data=True)]


def random_edges(rng, count, edge_count, weights):
    return [(rng.randrange(count), rng.randrange(count), rng.choice(weights))
            for _ in range(edge_count)]


def delta_con(one, other, weighted):
    """DeltaCon as its paper has it, by dense inversion."""
    def influence(graph):
        matrix = nx.to_numpy_array(graph, weight="weight" if weighted else None)
        degrees = numpy.diag(matrix.sum(axis=1))
        epsilon = 1 / (1 + degrees.max())
        identity = numpy.eye(len(graph))
        return numpy.linalg.inv(identity + epsilon**2 * degrees - epsilon * matrix)
    gap = numpy.sqrt(influence(one)) - numpy.sqrt(influence(other))
    return 1 / (1 + math.sqrt((gap ** 2).sum()))


def portrait(graph):
    found = {}
    for _, distances in nx.all_pairs_shortest_path_length(graph):
        levels = {}
        for distance in distances.values():
            levels[distance] = levels.get(distance, 0) + 1
        for cell in levels.items():
            found[cell] = found.get(cell, 0) + cell[1]
    total = sum(found.values())
    return {cell: value / total for cell, value in found.items()}


def portrait_divergence(one, other):
    p, q = portrait(one), portrait(other)
    result = 0.0
    for cell in set(p) | set(q):
        a, b = p.get(cell, 0), q.get(cell, 0)
        for x in (a, b):
            if x > 0:
                result += 0.5 * x * math.log2(2 * x / (a + b))
    return result


def weighted_jaccard(one, other):
    keys = {tuple(sorted(e)) for g in (one, other) for e in g.edges()}
    def strength(graph, edge):
        return graph.edges[edge]["weight"] if graph.has_edge(*edge) else 0
    pairs = [(strength(one, e), strength(other, e)) for e in keys]
    return sum(map(min, pairs)) / sum(map(max, pairs))


def write_comparisons(rng):
    graphs, partitions = [], []
    for count in (12, 30):
        pair = [random_edges(rng, count, 2 * count, [1, 2, 0.5]) for _ in range(2)]
        one, other = (simple(count, edges, False) for edges in pair)
        directed = [simple(count, edges, True) for edges in pair]
        graphs.append({
            "vertexCount": count, "one": pair[0], "other": pair[1],
            "deltaCon": delta_con(one, other, True),
            "deltaConUnweighted": delta_con(one, other, False),
            "portraitDivergence": portrait_divergence(one, other),
            "portraitDivergenceDirected": portrait_divergence(*directed),
            "weightedJaccard": weighted_jaccard(one, other)})
    for groups in ((2, 3), (5, 4), (1, 3), (7, 7)):
        one = [rng.randrange(groups[0]) for _ in range(40)]
        other = [rng.randrange(groups[1]) for _ in range(40)]
        compare = igraph.compare_communities
        partitions.append({
            "one": one, "other": other, "nmi": compare(one, other, method="nmi"),
            "vi": compare(one, other, method="vi"),
            "ari": compare(one, other, method="adjusted_rand")})
    folder = FOLDER / "comparisons"
    folder.mkdir(exist_ok=True)
    (folder / "comparisons.json").write_text(
        json.dumps({"graphs": graphs, "partitions": partitions}, separators=(",", ":")) + "\n")


rng = random.Random(20120917)
write("karate-club", *named(nx.karate_club_graph()))
write("les-miserables", *named(nx.les_miserables_graph()))
write("florentine-families", *named(nx.florentine_families_graph()))
write("davis-women", *named(nx.davis_southern_women_graph()))
write("directed-random", 40, random_edges(rng, 40, 130, [1, 1, 2, 0.5, 3, 4.5]), True)
write("directed-sparse", 30, random_edges(rng, 30, 36, [1, 2]), True)
write("weighted-random", 60, random_edges(rng, 60, 150, [k / 4 for k in range(1, 40)]))
write("multigraph", 6, [
    (0, 1, 1), (1, 0, 2), (0, 1, 0.5), (1, 2, 1), (2, 2, 5), (2, 3, 1), (3, 0, 1), (3, 0, 1),
    (0, 0, 1), (3, 4, 0.25), (4, 5, 1)])
write("disconnected", 9, [
    (0, 1, 1), (1, 2, 2), (2, 0, 1), (2, 3, 1), (4, 5, 1), (5, 6, 3), (6, 7, 1)])
write("star", 7, [(0, leaf, 1) for leaf in range(1, 7)])
write("path", 8, [(v, v + 1, 1) for v in range(7)])
write("complete", 6, [(u, v, 1) for u in range(6) for v in range(u)])
write("cycle-directed", 5, [(v, (v + 1) % 5, 1) for v in range(5)], True)
write("empty", 0, [])
write("one-vertex", 1, [])
write_comparisons(rng)
