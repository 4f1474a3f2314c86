import warnings

import numpy as np

from harness.peers import Peer, endpoints, wasserman_faust

warnings.simplefilter("ignore")
from graph_tool import (  # noqa: E402
    Graph, centrality, clustering, openmp_set_num_threads, seed_rng, topology)


def component(graph):
    # The array is a view of the map and must not outlive it.
    found = topology.label_components(graph, directed=False)[0]
    return np.array(found.a)


class Library(Peer):
    def build(self, file, strengths):
        openmp_set_num_threads(self.threads)
        seed_rng(1)
        graph = Graph(directed=file.is_directed)
        graph.add_vertex(file.vertex_count)
        graph.add_edge_list(endpoints(file))
        self.distance = graph.new_ep("double")
        if strengths is not None:
            self.distance.fa = 1 / strengths
        return graph

    @property
    def calls(self):
        return {
            "pagerank": lambda g: centrality.pagerank(
                g, damping=0.85, epsilon=1e-10, max_iter=10_000).a,
            "eigenvector": lambda g: centrality.eigenvector(g, epsilon=1e-10, max_iter=10_000)[1].a,
            "katz": lambda g: centrality.katz(
                g, alpha=self.attenuation, epsilon=1e-12, max_iter=10_000).a,
            "authorities": lambda g: centrality.hits(g, epsilon=1e-12, max_iter=10_000)[1].a,
            "betweenness": lambda g: centrality.betweenness(g, norm=False)[0].a,
            "weighted-betweenness": lambda g: centrality.betweenness(
                g, weight=self.distance, norm=False)[0].a,
            "closeness": lambda g: centrality.closeness(g).a,
            "harmonic": lambda g: centrality.closeness(g, harmonic=True, norm=False).a,
            "core": lambda g: topology.kcore_decomposition(g).a,
            "clustering": lambda g: clustering.local_clustering(g).a,
            "transitivity": lambda g: clustering.global_clustering(g)[0],
            "components": lambda g: topology.label_components(g, directed=False)[0].a,
            "strong-components": lambda g: topology.label_components(g, directed=True)[0].a,
        }

    finish = {
        "closeness": lambda values, g: wasserman_faust(
            np.asarray(values), component(g)),
    }
