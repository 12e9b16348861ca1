"""Runs programs in turn and compares them.

The speed of a machine drifts. So programs run in turn (A B A B), and a ratio is the median of the
ratios of neighbours, never the ratio of two medians from different minutes.
"""

import math
import multiprocessing
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass
class Sample:
    wall: float  # seconds
    processor: float  # seconds, all processors together
    peak: int  # bytes


def run(command, log, cwd=None):
    """Runs a command to its end. What it says goes to a file, which is shown when it fails."""
    # What earlier runs wrote reaches the disk before the clock starts, not while it runs.
    os.sync()
    with open(log, "w+b") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=cwd)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.exit(f"{' '.join(map(str, command))} failed:\n{output.read().decode()[-4000:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def apart(function, *arguments):
    """Calls a function in a process of its own, so that this one stays small: what a program has at its peak is, for
    the kernel, at least what the process had that started it."""
    process = multiprocessing.Process(target=function, args=arguments)
    process.start()
    process.join()
    if process.exitcode:
        sys.exit(f"{function.__name__} failed.")


def in_turn(programs, rounds):
    """Calls each of the functions once a round, after one round that does not count.

    `programs` maps names to functions of the round's number; gives lists of their results. One that gives None is left
    out.
    """
    results = {name: [] for name in programs}
    for number in range(rounds + 1):
        for name in list(results):
            result = programs[name](number)
            if result is None:
                del results[name]
            elif number:
                results[name].append(result)
    return results


def summary(samples):
    return {
        "wall": statistics.median(sample.wall for sample in samples),
        "processor": statistics.median(sample.processor for sample in samples),
        "peak": statistics.median(sample.peak for sample in samples),
        "walls": [sample.wall for sample in samples],
    }


def ratio(samples, others, quantity="wall"):
    """How many times as much the samples took as the others, pair by pair."""
    pairs = zip(samples, others, strict=True)
    ratios = [getattr(a, quantity) / getattr(b, quantity) for a, b in pairs]
    return {"median": statistics.median(ratios), "least": min(ratios), "most": max(ratios)}


def slope(points):
    """The exponent k of the cost, where cost grows as pages to the power of k (least squares)."""
    if len(points) < 2:
        return None
    x = [math.log(pages) for pages, _ in points]
    y = [math.log(cost) for _, cost in points]
    return statistics.linear_regression(x, y).slope
