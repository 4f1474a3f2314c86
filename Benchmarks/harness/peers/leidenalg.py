import igraph
import leidenalg
import numpy as np

from harness.peers import Peer, endpoints


class Library(Peer):
    def build(self, file, strengths):
        graph = igraph.Graph(
            n=file.vertex_count, edges=np.ascontiguousarray(endpoints(file)),
            directed=file.is_directed)
        if strengths is not None:
            graph.es["strength"] = strengths.tolist()
        return graph

    calls = {
        "leiden": lambda g: leidenalg.find_partition(
            g, leidenalg.ModularityVertexPartition, weights="strength", seed=1,
            n_iterations=2).membership,
    }
