"""The tables that `analytics` prints."""
import collections
from dataclasses import dataclass

from harness.agreement import Verdict
from harness.graphs import EdgeFile
from harness.measures import Measure
from harness.tables import exponent, median, paired_ratio, ratio, seconds, table

PROJECT = "partnernet"
# How much lower a modularity may be for the time still to be compared.
COMPARABLE = 0.01


@dataclass
class Result:
    """What came of a measure on a graph."""
    measure: Measure
    graph: str
    file: EdgeFile
    threads: int
    answers: dict
    verdict: Verdict

    def __post_init__(self):
        # Only the sizes are needed from here on.
        self.vertex_count, self.edge_count = self.file.vertex_count, len(self.file.source)
        self.file = None
        self.clock = "processorSeconds" if self.threads == 1 else "wallSeconds"
        self.times = {
            name: median(given, self.clock) for name, given in self.answers.items()
            if any(self.clock in answer for answer in given)}
        self.peers = sorted((n for n in self.times if n != PROJECT), key=self.times.get)
        self.too_slow = [
            name for name, given in self.answers.items()
            if given and given[-1].get("error", "").startswith("over")]

    def ratio(self, peer):
        return paired_ratio(self.answers[peer], self.answers[PROJECT], self.clock)

    def peak(self, name):
        peaks = [a["peakBytes"] for a in self.answers[name] if "peakBytes" in a]
        return f"{max(peaks) / 1e6:,.0f}" if peaks else "–"

    def others(self):
        rest = [f"{name} {seconds(self.times[name])}" for name in self.peers[1:]]
        return ", ".join(rest + self.given_up()) or "–"

    def given_up(self):
        return [f"{name} over the limit" for name in self.too_slow]


def report(results, is_brief=False):
    parts = []
    for threads in sorted({result.threads for result in results}):
        chosen = [result for result in results if result.threads == threads]
        clock = "processor time" if threads == 1 else "wall time"
        parts.append(f"### {threads} thread{'s' if threads > 1 else ''}, {clock} in milliseconds\n")
        shown = [r for r in chosen if not is_brief or is_largest(r, chosen)]
        parts += [measures_table(shown), communities_table(shown), growth_table(chosen)]
    problems = [
        f"- {result.measure.name} on {result.graph}: {problem}"
        for result in results for problem in result.verdict.problems]
    checked = sum(1 for result in results if not result.verdict.problems)
    parts.append(
        f"{checked} of {len(results)} comparisons passed the check of their results.\n")
    return "\n".join(part for part in parts + problems if part)


def family(result):
    return result.graph.split("-")[0] + ("-directed" * result.measure.is_directed)


def is_largest(result, results):
    """Whether no larger graph of its family was measured the same way."""
    return result.edge_count == max(
        other.edge_count for other in results
        if other.measure == result.measure and family(other) == family(result))


def in_order(results):
    """By measure as they are listed, then as the graphs were taken."""
    names = list(dict.fromkeys(result.measure.name for result in results))
    return sorted(results, key=lambda result: names.index(result.measure.name))


def measures_table(results):
    rows = []
    for result in in_order(results):
        if result.measure.kind == "communities" or PROJECT not in result.times:
            continue
        row = [result.measure.name, result.graph, f"{result.edge_count:,}",
               seconds(result.times[PROJECT])]
        if result.peers:
            best = result.peers[0]
            row += [f"{best} {seconds(result.times[best])}", ratio(result.ratio(best)),
                    result.others(), result.peak(PROJECT), result.peak(best)]
        else:
            row += ["–", "–", result.others(), result.peak(PROJECT), "–"]
        rows.append(row)
    return rows and table(
        ["measure", "graph", "edges", "partnernet", "fastest peer", "ratio", "other peers",
         "MB", "its MB"], rows)


def communities_table(results):
    rows = []
    for result in in_order(results):
        if result.measure.kind != "communities" or PROJECT not in result.times:
            continue
        found = result.verdict.modularities

        def entry(name):
            return f"{name} {seconds(result.times[name])} ({found[name]:.5f})"
        best = max((found[peer] for peer in result.peers), default=None)
        # Being fast is easy for who finds nothing.
        rival = next((p for p in result.peers if found[p] > found[PROJECT] - COMPARABLE), None)
        rows.append([
            result.measure.name, result.graph, f"{result.edge_count:,}",
            seconds(result.times[PROJECT]), f"{found[PROJECT]:.5f}",
            "–" if best is None else f"{found[PROJECT] - best:+.5f}",
            f"{ratio(result.ratio(rival))} {rival}" if rival else "–",
            ", ".join([entry(peer) for peer in result.peers] + result.given_up()) or "–",
            result.peak(PROJECT)])
    return rows and table(
        ["method", "graph", "edges", "partnernet", "modularity", "to the best peer's", "ratio",
         "peers: time (modularity)", "MB"], rows)


def growth_table(results):
    """How time grows: the exponent of the number of edges, where there are three sizes."""
    families = collections.defaultdict(list)
    for result in in_order(results):
        if PROJECT in result.times:
            families[result.measure.name, family(result)].append(result)
    rows = []
    for (name, kind), group in families.items():
        if len({result.edge_count for result in group}) < 3:
            continue
        sizes = [result.edge_count for result in group]
        row = [name, kind, f"{min(sizes):,} to {max(sizes):,}",
               f"{exponent(sizes, [result.times[PROJECT] for result in group]):.2f}"]
        largest = max(group, key=lambda result: result.edge_count)
        known = [peer for peer in largest.peers if all(peer in r.times for r in group)]
        if known:
            times = [result.times[known[0]] for result in group]
            row.append(f"{known[0]} {exponent(sizes, times):.2f}")
        else:
            row.append("–")
        rows.append(row)
    return rows and table(
        ["measure", "family", "edges", "partnernet grows as edges to the", "fastest peer"], rows)
