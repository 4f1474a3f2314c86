"""Runs a command and measures it from outside, start-up and all."""
import os
import subprocess
import tempfile
import time


def measure(command, environment=None):
    """Output, messages, processor seconds, wall seconds and peak bytes of a command."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as messages:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=messages, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        messages.seek(0)
        text, told = output.read().decode(), messages.read().decode()
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {told[-500:]}")
    return text, told, dict(
        processorSeconds=usage.ru_utime + usage.ru_stime, wallSeconds=wall,
        peakBytes=usage.ru_maxrss * 1024)
