#!/usr/bin/env python3
"""Writes the graph files of the exchange tests as peers write them, as Swift strings.

    pip install networkx==3.6.1
    scripts/exchange-fixtures.py > Tests/ExchangeFormatsTests/NetworkXFixtures.swift

The graph is small and awkward: parallel edges, a loop, an isolated node, numbers for ids,
names beyond ASCII, attributes that are missing on some edges.
"""
import csv
import io
import json

import networkx as nx


def multigraph():
    graph = nx.MultiDiGraph()
    graph.add_node("country/RU", name="Russia", kind="country", aliases=["Moscow", "the Kremlin"])
    graph.add_node("person/müller", label="Jörg Müller")
    graph.add_node("alone")
    graph.add_node(7)
    graph.add_edge("country/RU", 7, relation="transfer", weight=2.5, date="2012-10-17")
    graph.add_edge("country/RU", 7, relation="transfer", weight=1, date="2013")
    graph.add_edge("country/RU", 7, relation="agree", status="planned")
    graph.add_edge(7, 7, type="audit \"internal\"")
    graph.add_edge("person/müller", "country/RU", key="envoy", weight=1e-05)
    return graph


def simple():
    graph = nx.Graph()
    graph.add_edge("a", "b", weight=2, relation="transfer")
    graph.add_edge("b", "c", weight=float("nan"))
    graph.add_edge("c", "a")
    return graph


def edge_list(graph):
    """As pandas writes nx.to_pandas_edgelist(graph), without the need of pandas."""
    names = ["source", "target", "relation", "weight", "date"]
    text = io.StringIO()
    writer = csv.DictWriter(text, names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for source, target, data in graph.edges(data=True):
        writer.writerow({"source": source, "target": target, **data})
    return text.getvalue()


def swift(name, text):
    return f'  static let {name} = #"""\n' + "".join(
        f"    {line}\n" if line else "\n" for line in text.rstrip("\n").split("\n")
    ) + '    """#\n'


def wrapped(data):
    """One entry a line, as no line of the sources is longer than 100 characters."""
    return json.dumps(data, ensure_ascii=False, indent=1)


print("/// Written by scripts/exchange-fixtures.py with NetworkX " + nx.__version__ + ".")
print("enum NetworkXFixtures {")
print(swift("multigraph", wrapped(nx.node_link_data(multigraph()))))
print(swift("multigraphLinks", wrapped(nx.node_link_data(multigraph(), edges="links"))))
aliases = multigraph()
del aliases.nodes["country/RU"]["aliases"]  # NetworkX writes no lists into GraphML
print(swift("graphML", "\n".join(nx.generate_graphml(aliases))))
print(swift("simple", wrapped(nx.node_link_data(simple()))))
print(swift("edgeList", edge_list(multigraph())), end="")
print("}")
