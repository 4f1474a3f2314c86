import random

import igraph
import numpy as np

from harness.peers import Peer, endpoints, wasserman_faust


class Library(Peer):
    def build(self, file, strengths):
        random.seed(1)
        graph = igraph.Graph(
            n=file.vertex_count, edges=np.ascontiguousarray(endpoints(file)),
            directed=file.is_directed)
        if strengths is not None:
            graph.es["strength"] = strengths.tolist()
            graph.es["distance"] = (1 / strengths).tolist()
        return graph

    calls = {
        "pagerank": lambda g: g.pagerank(damping=0.85, implementation="prpack"),
        "eigenvector": lambda g: g.eigenvector_centrality(),
        "authorities": lambda g: g.authority_score(),
        "betweenness": lambda g: g.betweenness(),
        "weighted-betweenness": lambda g: g.betweenness(weights="distance"),
        "closeness": lambda g: g.closeness(),
        "harmonic": lambda g: g.harmonic_centrality(),
        "core": lambda g: g.coreness(),
        "clustering": lambda g: g.transitivity_local_undirected(mode="zero"),
        "transitivity": lambda g: g.transitivity_undirected(),
        "components": lambda g: g.connected_components(mode="weak").membership,
        "strong-components": lambda g: g.connected_components(mode="strong").membership,
        "louvain": lambda g: g.community_multilevel(weights="strength").membership,
        "leiden": lambda g: g.community_leiden(
            "modularity", weights="strength", n_iterations=2).membership,
        "label-propagation": lambda g: g.community_label_propagation(weights="strength").membership,
    }
    finish = {
        "closeness": lambda values, g: wasserman_faust(
            values, np.array(g.connected_components(mode="weak").membership)),
        "harmonic": lambda values, g: np.asarray(values) * (g.vcount() - 1),
    }
