#!/usr/bin/env python3
"""Opens exchange files of one graph in NetworkX and compares what they say.

    pip install networkx==3.6.1
    partnernet convert GRAPH -o graph.json && partnernet convert GRAPH -o graph.graphml
    scripts/check-exchange.py graph.json graph.graphml
"""
import csv
import json
import sys

import networkx as nx


def ties(path):
    if path.endswith(".json"):
        with open(path, encoding="utf-8") as file:
            graph = nx.node_link_graph(json.load(file))
        rows = [(str(a), str(b), data) for a, b, data in graph.edges(data=True)]
    elif path.endswith(".graphml"):
        # Asked for a multigraph, as it would otherwise judge by the ids of the edges.
        rows = list(nx.read_graphml(path, force_multigraph=True).edges(data=True))
    else:
        delimiter = "\t" if path.endswith(".tsv") else ","
        with open(path, encoding="utf-8", newline="") as file:
            rows = [(r["source"], r["target"], r) for r in csv.DictReader(file, delimiter=delimiter)]
    # An undirected file does not keep the order of the ends.
    return sorted(
        (*sorted((a, b)), data["relation"], float(data["weight"]), data.get("date") or "")
        for a, b, data in rows)


first, *others = sys.argv[1:]
expected = ties(first)
print(f"{first}: {len(expected)} edges")
for path in others:
    found = ties(path)
    if found != expected:
        different = next((pair for pair in zip(expected, found) if pair[0] != pair[1]), None)
        sys.exit(f"{path}: {len(found)} edges; first difference: {different}")
    print(f"{path}: the same")
