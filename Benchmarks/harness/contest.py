"""Lets the project and its peers take turns, each in a process of its own that stays."""
import json
import os
import select
import subprocess
import tempfile

from harness.scratch import PACKAGE, note


class Contestant:
    """A process that answers requests; see `Sources/graph-runner` and `harness/worker.py`."""

    def __init__(self, name, command, environment):
        self.name, self.command, self.environment = name, command, environment
        self.process = None

    def start(self):
        self.messages = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            self.command, env=self.environment, cwd=PACKAGE, text=True, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=self.messages)

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def ask(self, measure, graph, output, limit):
        """The answer, or an answer with the key `error` when there is none within the limit."""
        if self.process is None:
            self.start()
        try:
            self.process.stdin.write(f"{measure}\t{graph}\t{output}\n")
            self.process.stdin.flush()
            ready, _, _ = select.select([self.process.stdout], [], [], limit)
            line = self.process.stdout.readline() if ready else None
        except BrokenPipeError:
            line = ""
        if line:
            return json.loads(line)
        self.stop()
        if line is None:
            return dict(measure=measure, error=f"over {limit:g} s")
        self.messages.seek(0)
        last = self.messages.read().strip().splitlines()[-1:]
        return dict(measure=measure, error=" ".join(["ended", *last])[:200])


def contest(contestants, measure, graph, outputs, rounds, limit, clock, dropping=2):
    """Runs a measure on a graph, turn by turn; the first contestant is the project.

    After the first round whoever took more than `dropping` times as long as the fastest peer runs
    no more: the comparison is with the fastest. Gives the answers of each contestant by round.
    """
    answers = {contestant.name: [] for contestant in contestants}
    running = list(contestants)
    for turn in range(rounds):
        # Nobody is always the one to run after the same other.
        for contestant in running[turn % len(running):] + running[:turn % len(running)]:
            output = os.path.join(outputs, f"{contestant.name}.f64")
            answer = contestant.ask(measure, graph, output, limit)
            answers[contestant.name].append(answer)
            if "error" in answer:
                note(f"  {contestant.name}: {measure}: {answer['error']}")
        finished = {
            name: given[-1][clock] for name, given in answers.items()
            if given and clock in given[-1]}
        peers = [seconds for name, seconds in finished.items() if name != contestants[0].name]
        fastest = min(peers, default=float("inf"))
        running = [
            contestant for contestant in running
            if contestant.name in finished
            and (contestant is contestants[0] or finished[contestant.name] <= dropping * fastest)]
        if not running:
            break
    return answers
