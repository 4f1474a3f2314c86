"""A check that passes everything would make every ratio worthless: what is wrong must be found.

    $BENCHMARK_HOME/analytics/bin/python -m unittest tests.test_agreement
"""
import os
import tempfile
import unittest

import numpy as np

from harness.agreement import are_connected, check, deviation, modularity
from harness.graphs import EdgeFile
from harness.measures import MEASURES
from harness.tables import exponent, paired_ratio

# Two triangles held together by one edge.
SOURCE, TARGET = np.array([0, 0, 1, 3, 3, 4, 2]), np.array([1, 2, 2, 4, 5, 5, 3])
GRAPH = EdgeFile(6, False, SOURCE, TARGET, np.ones(7), np.ones(7))
TRIANGLES = np.array([0, 0, 0, 1, 1, 1])


class AgreementTests(unittest.TestCase):
    def verdict(self, name, project, peer, told=None):
        with tempfile.TemporaryDirectory() as folder:
            for contestant, values in (("partnernet", project), ("igraph", peer)):
                np.asarray(values, "<f8").tofile(os.path.join(folder, f"{contestant}.f64"))
            answer = dict(processorSeconds=1, checksum=1, modularity=told)
            answers = dict(partnernet=[answer], igraph=[answer])
            return check(MEASURES[name], GRAPH, answers, folder, "partnernet")

    def test_exchanged_scores_are_found_though_their_sum_is_right(self):
        right = [1.0, 2, 3, 4, 5, 6]
        self.assertEqual(self.verdict("betweenness", right, right).problems, [])
        wrong = [2.0, 1, 3, 4, 5, 6]
        self.assertEqual(len(self.verdict("betweenness", wrong, right).problems), 1)

    def test_scores_that_are_no_numbers_are_found(self):
        right = np.ones(6)
        self.assertEqual(deviation(MEASURES["pagerank"], right * np.nan, right), float("inf"))
        self.assertEqual(deviation(MEASURES["pagerank"], right[:5], right), float("inf"))

    def test_scaled_scores_may_differ_by_a_factor_only(self):
        values = np.array([1.0, 2, 3])
        self.assertLess(deviation(MEASURES["eigenvector"], 7 * values, values), 1e-15)
        self.assertGreater(deviation(MEASURES["eigenvector"], values + 1, values), 0.01)

    def test_partitions_may_differ_in_their_numbers_only(self):
        measure = MEASURES["components"]
        self.assertEqual(deviation(measure, 1 - TRIANGLES, TRIANGLES), 0)
        merged = np.zeros(6)
        self.assertEqual(deviation(measure, merged, TRIANGLES), float("inf"))
        self.assertEqual(deviation(measure, TRIANGLES, merged), float("inf"))

    def test_modularity_is_that_of_the_definition(self):
        # Three of seven edges within each; each side has half of the ends.
        expected = 6 / 7 - 2 * (1 / 2) ** 2
        self.assertAlmostEqual(modularity(GRAPH, TRIANGLES), expected, places=12)
        self.assertEqual(
            self.verdict("louvain", TRIANGLES, TRIANGLES, told=expected).problems, [])
        self.assertEqual(len(self.verdict("louvain", TRIANGLES, TRIANGLES, told=0.5).problems), 1)

    def test_communities_that_fall_apart_are_found(self):
        self.assertTrue(are_connected(GRAPH, TRIANGLES))
        self.assertFalse(are_connected(GRAPH, np.array([0, 0, 1, 1, 0, 0])))

    def test_results_that_change_from_run_to_run_are_found(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("partnernet", "igraph"):
                np.ones(6).tofile(os.path.join(folder, f"{name}.f64"))
            answers = dict(
                partnernet=[dict(processorSeconds=1, checksum=sum) for sum in (1, 2)],
                igraph=[dict(processorSeconds=1, checksum=1)])
            verdict = check(MEASURES["pagerank"], GRAPH, answers, folder, "partnernet")
        self.assertEqual(len(verdict.problems), 1)


class TableTests(unittest.TestCase):
    def test_exponent_of_a_square_is_two(self):
        self.assertAlmostEqual(exponent([10, 100, 1000], [3e2, 3e4, 3e6]), 2)

    def test_ratios_are_taken_within_a_round(self):
        # A noisy round slows both down.
        peer, project = [{"s": 2}, {"s": 20}, {"s": 4}], [{"s": 1}, {"s": 10}, {"s": 2}]
        self.assertEqual(paired_ratio(peer, project, "s"), 2)


if __name__ == "__main__":
    unittest.main()
