"""Runs commands and tells what they took.

Commands that are to be compared run in turn, A B A B …, and a ratio is one of the two runs of a
round: a machine that is busy for a while slows both.
"""

import math
import os
import re
import statistics
import subprocess
import time
from dataclasses import dataclass

QUIET = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_DUP2, 1, 2)]


@dataclass
class Run:
    wall: float  # Seconds.
    processor: float


def must_have_worked(command, code):
    """Linters exit with 1 when they find something."""
    if code not in (0, 1):
        raise SystemExit(f"bench: exit {code}: {' '.join(map(str, command))[:300]}")


def run_once(command):
    begin = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=QUIET)
    _, status, used = os.wait4(child, 0)
    run = Run(time.perf_counter() - begin, used.ru_utime + used.ru_stime)
    must_have_worked(command, os.waitstatus_to_exitcode(status))
    return run


def repeated(command, repeats):
    """What one of so many runs took, for short ones."""
    runs = [run_once(command) for _ in range(repeats)]
    return Run(statistics.fmean(run.wall for run in runs), statistics.fmean(run.processor for run in runs))


def in_turn(commands, rounds, repeats=1):
    """The runs of each command, by its name; the first, which fills the caches, does not count."""
    runs = {name: [] for name in commands}
    for _ in range(rounds + 1 if rounds > 1 else 1):
        for name, command in commands.items():
            runs[name].append(repeated(command, repeats))
    return {name: all_of_it[-rounds:] for name, all_of_it in runs.items()}


def ratios(runs, name, other):
    return [a.wall / b.wall for a, b in zip(runs[name], runs[other])]


def peak(command):
    """Memory in MiB. The child of this program itself would begin with what Python has."""
    result = subprocess.run(["/usr/bin/time", "-f", "%M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                            text=True)
    must_have_worked(command, result.returncode)
    return int(result.stderr.split()[-1]) / 1024


def instructions(command):
    """Millions that a run executes, which no busy machine changes."""
    result = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=" + os.devnull, *command],
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    must_have_worked(command, result.returncode)
    return int(re.search(r"Collected : (\d+)", result.stderr)[1]) / 1e6


def exponent(sizes, times):
    """Of the power of the size that the times grow with: the slope where both are logarithms."""
    x, y = [math.log(size) for size in sizes], [math.log(max(t, 1e-9)) for t in times]
    mean_x, mean_y = statistics.fmean(x), statistics.fmean(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)


class Table:
    """Medians, least and most, and whether a goal is met."""

    def __init__(self, judges):
        self.judges, self.missed = judges, 0
        print(f"\n{'':<56} {'median':>9}  {'least – most':<17} {'':<5} goal", flush=True)

    def section(self, name):
        print(f"\n{name}")

    def row(self, name, values, unit, goal=""):
        """A goal is "≤ N" or "≥ N"."""
        values = values if isinstance(values, list) else [values]
        median, judged = statistics.median(values), ""
        if goal and self.judges:
            sign, bound = goal.split()
            met = median <= float(bound) if sign == "≤" else median >= float(bound)
            self.missed += not met
            judged = f"{goal:<7} {'met' if met else 'missed'}"
        spread = f"{number(min(values))} – {number(max(values))}" if len(values) > 1 else ""
        print(f"  {name:<54} {number(median):>9}  {spread:<17} {unit:<5} {judged}".rstrip(), flush=True)


def number(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
