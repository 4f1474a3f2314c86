"""Checks that what was timed is right: a fast wrong answer wins nothing."""
import os

import numpy as np


def modularity(file, labels):
    _, labels = np.unique(labels, return_inverse=True)
    source, target, strength = labels[file.source], labels[file.target], file.strength
    total, count = strength.sum(), labels.max() + 1
    degree = np.bincount(source, strength, count) + np.bincount(target, strength, count)
    return float(strength[source == target].sum() / total - ((degree / (2 * total)) ** 2).sum())


def are_connected(file, labels):
    """Whether the members of each community hang together within it."""
    from scipy import sparse
    from scipy.sparse import csgraph
    within = labels[file.source] == labels[file.target]
    matrix = sparse.coo_matrix(
        (np.ones(within.sum()), (file.source[within], file.target[within])),
        shape=(file.vertex_count, file.vertex_count))
    count, _ = csgraph.connected_components(matrix, directed=False)
    return count == len(np.unique(labels))


def canonical(labels):
    """Each vertex with the smallest member of its group, so that equal partitions are equal."""
    _, first, place = np.unique(labels, return_index=True, return_inverse=True)
    return first[place]


def deviation(measure, values, expected):
    """How far apart two results are: the sum of the differences by that of the values."""
    if len(values) != len(expected) or not np.isfinite(values).all():
        return float("inf")
    if measure.kind == "partition":
        return 0.0 if (canonical(values) == canonical(expected)).all() else float("inf")
    if measure.kind == "scaled":
        values, expected = values / np.linalg.norm(values), expected / np.linalg.norm(expected)
    return float(np.abs(values - expected).sum() / max(np.abs(expected).sum(), 1e-300))


class Verdict:
    """What the comparison of all results of a measure on a graph found."""

    def __init__(self):
        self.problems = []
        self.oracle = None
        self.deviations = {}
        self.modularities = {}


def check(measure, file, answers, outputs, project):
    """Compares every result with the oracle's, or finds the modularity of communities.

    The files hold the values of the last round; the checksums tell whether the others had the same.
    """
    verdict = Verdict()
    finished = [
        name for name, given in answers.items() if given and "processorSeconds" in given[-1]]
    if project not in finished:
        error = answers[project][-1] if answers[project] else {}
        verdict.problems.append(f"the project gave no result: {error.get('error', 'no answer')}")
        return verdict
    sums = {answer.get("checksum") for answer in answers[project]}
    if len(sums) > 1:
        verdict.problems.append(f"the project gave different results: {sorted(sums)}")
    if measure.kind == "size":
        if answers[project][-1]["checksum"] != len(file.source):
            verdict.problems.append("the graph has another number of edges")
        return verdict
    values = {
        name: np.fromfile(os.path.join(outputs, f"{name}.f64"), "<f8") for name in finished}
    if measure.kind == "communities":
        return check_communities(measure, file, answers, values, project, verdict)
    verdict.oracle = next((name for name in measure.oracle if name in finished), None)
    if verdict.oracle is None:
        verdict.problems.append("no peer is there to check with")
        return verdict
    for name in finished:
        found = deviation(measure, values[name], values[verdict.oracle])
        verdict.deviations[name] = found
        if found > measure.tolerance:
            verdict.problems.append(
                f"{name} is off {verdict.oracle} by {found:.1e}, more than {measure.tolerance:g}")
    return verdict


def check_communities(measure, file, answers, values, project, verdict):
    for name, labels in values.items():
        if len(labels) != file.vertex_count:
            verdict.problems.append(f"{name} has not one community for each vertex")
        else:
            verdict.modularities[name] = modularity(file, labels)
    told = answers[project][-1]["modularity"]
    if abs(told - verdict.modularities.get(project, 0)) > 1e-9:
        verdict.problems.append(f"the project tells a modularity of {told} that is not so")
    if measure.name == "leiden" and not are_connected(file, values[project]):
        verdict.problems.append("the project's communities are not connected")
    return verdict
