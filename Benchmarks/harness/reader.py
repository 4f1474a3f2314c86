"""Reads a file with one library and tells how long it took and what it found, as a line of JSON.

    python -m harness.reader PEER FORMAT FILE

Nothing but reading is timed: starting Python and loading the library are not.
"""
import csv
import json
import sys
import time


def pyarrow_tsv():
    import pyarrow
    from pyarrow import csv as reader
    pyarrow.set_cpu_count(1)

    def read(path):
        rows = reader.read_csv(
            path, read_options=reader.ReadOptions(use_threads=False),
            parse_options=reader.ParseOptions(delimiter="\t"))
        # Names become numbers, which every reader of a graph does.
        ends = pyarrow.chunked_array(rows["source"].chunks + rows["target"].chunks)
        return len(ends.dictionary_encode().combine_chunks().dictionary), rows.num_rows
    return read


def igraph_tsv():
    import igraph

    def read(path):
        with open(path, newline="") as file:
            next(file)
            graph = igraph.Graph.TupleList(
                csv.reader(file, delimiter="\t"), directed=True,
                edge_attrs=["relation", "weight", "date"])
        return graph.vcount(), graph.ecount()
    return read


def igraph_graphml():
    import igraph

    def read(path):
        graph = igraph.Graph.Read_GraphML(path)
        return graph.vcount(), graph.ecount()
    return read


def rustworkx_graphml():
    import rustworkx

    def read(path):
        graph = rustworkx.read_graphml(path)[0]
        return graph.num_nodes(), graph.num_edges()
    return read


def python_json():
    def read(path):
        with open(path) as file:
            graph = json.load(file)
        # No graph library reads node-link JSON faster than Python's own module.
        numbers = {}
        for node in graph["nodes"]:
            numbers.setdefault(node["id"], len(numbers))
        for edge in graph["edges"]:
            numbers.setdefault(edge["source"], len(numbers))
            numbers.setdefault(edge["target"], len(numbers))
        return len(numbers), len(graph["edges"])
    return read


READERS = {
    "tsv": {"pyarrow": pyarrow_tsv, "igraph": igraph_tsv},
    "graphml": {"igraph": igraph_graphml, "rustworkx": rustworkx_graphml},
    "json": {"python": python_json},
}

if __name__ == "__main__":
    peer, format, path = sys.argv[1:]
    read = READERS[format][peer]()
    start = time.process_time(), time.perf_counter()
    vertices, ties = read(path)
    print(json.dumps(dict(
        processorSeconds=time.process_time() - start[0], wallSeconds=time.perf_counter() - start[1],
        vertices=vertices, ties=ties)))
