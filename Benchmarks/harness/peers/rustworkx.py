import rustworkx

from harness.peers import Peer, labels


def by_vertex(values):
    return [values[vertex] for vertex in range(len(values))]


class Library(Peer):
    def build(self, file, strengths):
        graph = (rustworkx.PyDiGraph if file.is_directed else rustworkx.PyGraph)(multigraph=False)
        graph.add_nodes_from(range(file.vertex_count))
        weights = [1.0] * len(file.source) if strengths is None else strengths.tolist()
        graph.extend_from_weighted_edge_list(
            list(zip(file.source.tolist(), file.target.tolist(), weights)))
        return graph

    def prepare(self, measure, graph):
        # PageRank is for directed graphs only.
        return graph.to_directed() if measure == "pagerank" else graph

    @property
    def calls(self):
        return {
            "pagerank": lambda g: rustworkx.pagerank(
                g, alpha=0.85, tol=1e-10 / g.num_nodes(), max_iter=10_000),
            "eigenvector": lambda g: rustworkx.eigenvector_centrality(
                g, max_iter=10_000, tol=1e-10),
            "katz": lambda g: rustworkx.katz_centrality(
                g, alpha=self.attenuation, max_iter=10_000, tol=1e-12),
            "authorities": lambda g: rustworkx.hits(g, tol=1e-12, max_iter=10_000)[1],
            "betweenness": lambda g: rustworkx.betweenness_centrality(g, normalized=False),
            "closeness": lambda g: rustworkx.closeness_centrality(g),
            "core": lambda g: rustworkx.core_number(g),
            "transitivity": lambda g: rustworkx.transitivity(g),
            "components": lambda g: rustworkx.connected_components(g),
            "strong-components": lambda g: rustworkx.strongly_connected_components(g),
        }

    finish = {
        **dict.fromkeys(
            ["pagerank", "eigenvector", "katz", "authorities", "betweenness", "closeness", "core"],
            lambda values, g: by_vertex(values)),
        "components": lambda values, g: labels(values, g.num_nodes()),
        "strong-components": lambda values, g: labels(values, g.num_nodes()),
    }
