"""The measures that are compared: on which graphs, against whom they are checked, how closely."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    name: str
    # "scores": a number a vertex; "scaled": the same, comparable up to a factor; "number": one;
    # "partition": must be the same; "communities": judged by modularity; "size": of the graph.
    kind: str
    # The libraries whose values are the yardstick, the first that is there.
    oracle: tuple = ()
    # Largest deviation in total, relative to the sum of the values.
    tolerance: float = 1e-9
    # Work for every pair of vertices rather than for every edge.
    is_all_pairs: bool = False
    is_directed: bool = False
    # Which strengths a weighted graph is built with, if any.
    strengths: str = ""


MEASURES = {measure.name: measure for measure in [
    Measure("build", "size", strengths="strength"),
    # An iteration that stops at a change of 1e-10 can be off by six times that.
    Measure("pagerank", "scores", ("igraph", "scipy", "networkit"), 1e-8),
    Measure("eigenvector", "scaled", ("igraph", "rustworkx", "networkit"), 1e-6),
    Measure("katz", "scaled", ("rustworkx", "graph_tool"), 1e-8),
    Measure("authorities", "scaled", ("igraph", "graph_tool"), 1e-6, is_directed=True),
    Measure("betweenness", "scores", ("igraph", "graph_tool"), is_all_pairs=True),
    Measure("weighted-betweenness", "scores", ("igraph", "graph_tool"), is_all_pairs=True,
            strengths="path"),
    Measure("closeness", "scores", ("igraph", "rustworkx"), is_all_pairs=True),
    Measure("harmonic", "scores", ("igraph", "networkit"), is_all_pairs=True),
    Measure("core", "scores", ("igraph", "graph_tool"), 0),
    Measure("clustering", "scores", ("igraph", "networkit")),
    Measure("transitivity", "number", ("igraph", "networkit")),
    Measure("components", "partition", ("scipy", "igraph")),
    Measure("strong-components", "partition", ("scipy", "igraph"), is_directed=True),
    Measure("louvain", "communities", strengths="strength"),
    Measure("leiden", "communities", strengths="strength"),
    Measure("label-propagation", "communities", strengths="strength"),
]}
