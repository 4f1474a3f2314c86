"""Writes the ties of a graph as files that graph libraries read.

    python -m harness.exchange FOLDER GRAPH

FOLDER/GRAPH.tsv      source, target, relation, weight and date, one tie a line
FOLDER/GRAPH.graphml  the same as GraphML
FOLDER/GRAPH.json     the same as node-link JSON
"""
import os
import sys

import numpy as np

from harness.graphs import generator, ties

RELATIONS = ["transfer", "cooperate", "consult", "agree", "support", "aid", "accuse", "sanction"]


def rows(graph):
    random = generator(len(graph.source))
    days = random.integers(0, 9_000, len(graph.source))
    calendar = np.datetime_as_string(np.datetime64("2000-01-01") + np.arange(9_000)).tolist()
    likely = 1 / np.arange(1, len(RELATIONS) + 1)
    kinds = random.choice(len(RELATIONS), len(graph.source), p=likely / likely.sum())
    columns = graph.source.tolist(), graph.target.tolist(), kinds.tolist(), graph.strength.tolist()
    for source, target, kind, strength, day in zip(*columns, days.tolist()):
        yield f"P{source:07d}", f"P{target:07d}", RELATIONS[kind], f"{strength:g}", calendar[day]


def write_tsv(graph, path):
    with open(path, "w") as file:
        file.write("source\ttarget\trelation\tweight\tdate\n")
        file.writelines("\t".join(row) + "\n" for row in rows(graph))


def write_graphml(graph, path):
    present = np.unique(np.concatenate([graph.source, graph.target])).tolist()
    with open(path, "w") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
            '<key id="relation" for="edge" attr.name="relation" attr.type="string"/>\n'
            '<key id="weight" for="edge" attr.name="weight" attr.type="double"/>\n'
            '<key id="date" for="edge" attr.name="date" attr.type="string"/>\n'
            '<graph edgedefault="directed">\n')
        file.writelines(f'<node id="P{vertex:07d}"/>\n' for vertex in present)
        file.writelines(
            f'<edge source="{source}" target="{target}"><data key="relation">{relation}</data>'
            f'<data key="weight">{weight}</data><data key="date">{date}</data></edge>\n'
            for source, target, relation, weight, date in rows(graph))
        file.write("</graph>\n</graphml>\n")


def write_json(graph, path):
    present = np.unique(np.concatenate([graph.source, graph.target])).tolist()
    with open(path, "w") as file:
        file.write('{"directed": true, "multigraph": true, "graph": {},\n"nodes": [')
        file.write(",\n".join(f'{{"id": "P{vertex:07d}"}}' for vertex in present))
        file.write('],\n"edges": [')
        file.writelines(
            (",\n" if number else "") + f'{{"source": "{source}", "target": "{target}", '
            f'"relation": "{relation}", "weight": {weight}, "date": "{date}"}}'
            for number, (source, target, relation, weight, date) in enumerate(rows(graph)))
        file.write("]}\n")


WRITERS = {"tsv": write_tsv, "graphml": write_graphml, "json": write_json}


def make(folder, name):
    """The paths by format, the files made if they are not there."""
    paths = {format: os.path.join(folder, f"{name}.{format}") for format in WRITERS}
    missing = [format for format, path in paths.items() if not os.path.exists(path)]
    if missing:
        graph = ties(name)
        for format in missing:
            WRITERS[format](graph, paths[format] + ".part")
            os.replace(paths[format] + ".part", paths[format])
    return paths


if __name__ == "__main__":
    for path in make(*sys.argv[1:]).values():
        print(path)
