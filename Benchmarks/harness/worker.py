"""Runs the measures of one library on request: the counterpart of `Sources/graph-runner`.

    python -m harness.worker PEER THREADS

Reads lines `measure TAB edge file TAB file for the values`, answers with lines of JSON.
"""
import ctypes
import gc
import json
import statistics
import sys
import time

import numpy as np

from harness.graphs import EdgeFile
from harness.measures import MEASURES
from harness.peers import attenuation, peer


def reset_peak():
    """Forgets how much memory was held at most, and hands back what is held in reserve."""
    gc.collect()
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except AttributeError:
        pass
    try:
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        pass


def peak_bytes():
    with open("/proc/self/status") as file:
        return next((int(l.split()[1]) * 1024 for l in file if l.startswith("VmHWM:")), 0)


def timed(work):
    """The median of up to five runs, fewer if they take long: the rule of graph-runner too."""
    processor, wall = [], []
    while True:
        start = time.process_time(), time.perf_counter()
        result = work()
        processor.append(time.process_time() - start[0])
        wall.append(time.perf_counter() - start[1])
        if len(processor) == 5 or sum(wall) > 0.3:
            return result, dict(
                processorSeconds=statistics.median(processor), wallSeconds=statistics.median(wall))


def checksum(values):
    return float((values * (1 + np.arange(len(values)) % 1009 / 1009)).sum())


class Worker:
    def __init__(self, name, threads):
        self.library = peer(name, threads)
        self.loaded = None
        reset_peak()
        self.idle = peak_bytes()

    def strengths(self, file, kind, measure):
        if not kind:
            return None
        chosen = file.path_strength if kind == "path" else file.strength
        return self.library.lengths(chosen) if measure.is_all_pairs else chosen

    def graph(self, path, measure):
        key = path, measure.strengths
        if self.loaded is None or self.loaded[0] != key:
            self.loaded = None
            file = EdgeFile.read(path)
            graph = self.library.build(file, self.strengths(file, measure.strengths, measure))
            self.library.attenuation = attenuation(file)
            self.loaded = key, graph
        return self.loaded[1]

    def run(self, name, path, output):
        measure = MEASURES[name]
        if name == "build":
            self.loaded = None
            file = EdgeFile.read(path)
            reset_peak()
            _, times = timed(lambda: self.library.build(file, file.strength))
            return dict(times, peakBytes=max(peak_bytes() - self.idle, 0))
        if name not in self.library.calls:
            return dict(unsupported=True)
        graph = self.graph(path, measure)
        graph = self.library.prepare(name, graph)
        reset_peak()
        call = self.library.calls[name]
        result, times = timed(lambda: call(graph))
        peak = max(peak_bytes() - self.idle, 0)
        finish = self.library.finish.get(name)
        values = np.asarray(finish(result, graph) if finish else result, float).reshape(-1)
        values.astype("<f8").tofile(output)
        return dict(times, peakBytes=peak, checksum=checksum(values))


def main():
    worker = Worker(sys.argv[1], int(sys.argv[2]))
    for line in sys.stdin:
        name, path, output = line.rstrip("\n").split("\t")
        try:
            answer = worker.run(name, path, output)
        except Exception as error:
            answer = dict(error=f"{type(error).__name__}: {error}"[:200])
        print(json.dumps(dict(answer, measure=name)), flush=True)


if __name__ == "__main__":
    main()
