import networkit
import numpy as np

from harness.peers import Peer

central, community = networkit.centrality, networkit.community


def scores(algorithm):
    algorithm.run()
    return algorithm.scores()


def partition(algorithm):
    algorithm.run()
    return algorithm.getPartition().getVector()


def page_rank(graph):
    algorithm = central.PageRank(
        graph, 0.85, 1e-10, distributeSinks=central.SinkHandling.DistributeSinks)
    algorithm.norm = central.Norm.l1norm
    algorithm.maxIterations = 10_000
    return scores(algorithm)


class Library(Peer):
    def build(self, file, strengths):
        networkit.setNumberOfThreads(self.threads)
        networkit.setSeed(1, False)
        ends = (file.source.astype(np.uint64), file.target.astype(np.uint64))
        graph = networkit.GraphFromCoo(
            ends if strengths is None else (strengths, ends), n=file.vertex_count,
            weighted=strengths is not None, directed=file.is_directed)
        graph.sortEdges()
        return graph

    def lengths(self, strengths):
        return 1 / strengths

    calls = {
        "pagerank": page_rank,
        "eigenvector": lambda g: scores(central.EigenvectorCentrality(g, 1e-12)),
        "betweenness": lambda g: scores(central.Betweenness(g)),
        "weighted-betweenness": lambda g: scores(central.Betweenness(g)),
        "closeness": lambda g: scores(
            central.Closeness(g, True, central.ClosenessVariant.Generalized)),
        "harmonic": lambda g: scores(central.HarmonicCloseness(g, False)),
        "core": lambda g: scores(central.CoreDecomposition(g)),
        "clustering": lambda g: scores(central.LocalClusteringCoefficient(g, True)),
        "transitivity": lambda g: networkit.globals.ClusteringCoefficient.exactGlobal(g),
        "components": lambda g: partition(networkit.components.ConnectedComponents(g)),
        "strong-components": lambda g: partition(
            networkit.components.StronglyConnectedComponents(g)),
        "louvain": lambda g: partition(community.PLM(g, refine=False)),
        "leiden": lambda g: partition(community.ParallelLeiden(g, iterations=3, randomize=True)),
        "label-propagation": lambda g: partition(community.PLP(g)),
    }
    # It counts both orders of a pair.
    finish = {
        "betweenness": lambda values, g: np.asarray(values) / 2,
        "weighted-betweenness": lambda values, g: np.asarray(values) / 2,
    }
