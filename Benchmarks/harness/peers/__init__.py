"""The libraries that the project is compared with, a file each.

A peer says how it builds a graph and, for each measure it can do, the call that is timed and how the
result is brought to the project's definition afterwards. A measure that a library defines otherwise
in a way that cannot be converted is left out.
"""
from importlib import import_module

import numpy as np

PEERS = ["igraph", "networkit", "rustworkx", "scipy", "leidenalg", "graph_tool"]


class Peer:
    """A library. `calls` maps a measure to what is timed, `finish` to what makes it comparable."""

    def __init__(self, threads):
        self.threads = threads

    def build(self, file, strengths):
        """The library's graph; weighted unless `strengths` is None. What is timed as `build`."""
        raise NotImplementedError

    def lengths(self, strengths):
        """What `build` is given in place of strengths for measures of paths."""
        return strengths

    def prepare(self, measure, graph):
        """The graph as a measure wants it; not timed."""
        return graph

    calls = {}
    finish = {}


def peer(name, threads):
    return import_module(f"harness.peers.{name}").Library(threads)


def endpoints(file):
    return np.column_stack([file.source, file.target]).astype(np.int64)


def attenuation(file):
    """The factor of Katz centrality: safely below 1 / the greatest eigenvalue."""
    degree = np.bincount(np.concatenate([file.source, file.target]))
    return 1 / (int(degree.max()) + 1)


def labels(groups, count):
    """Groups of vertices as a number for each vertex."""
    result = np.zeros(count)
    for index, members in enumerate(groups):
        result[list(members)] = index
    return result


def wasserman_faust(closeness, component):
    """Closeness within components, corrected as Wasserman and Faust do."""
    size = np.bincount(component)[component]
    return np.nan_to_num(np.asarray(closeness)) * (size - 1) / (len(component) - 1)
