"""Whether time grows as the input does: the exponent between them, from three sizes. What a run takes
with next to nothing is taken off first, and times are the least of what the processor needed.
"""

import os
import shutil
from pathlib import Path

import measure
from inputs import Generator, markdown, on_one_line, rules

BOUND = "≤ 1.15"  # Linear, and some noise.
STEP = 4  # Times from one size to the next.
SHORT = {"keys of a rule file"}  # Of which there may be 1,000: their instructions are counted.


def folders(name, count):
    """So many, one in which all are, and one report."""
    for i in range(count):
        os.makedirs(Path(name, f"{i // 100}", f"{i % 100}"))
    Path(name, "r.md").write_text(markdown(Generator().report(10_000)))


def files(name, count):
    maker = Generator()
    os.mkdir(name)
    for i in range(count):
        Path(name, f"{i}.txt").write_text(maker.report(5_000))


def text(write):
    return lambda name, count: Path(name).write_text(write(Generator(), count))


def term(_, count):
    return rules(["甲"]) + "terms:\n  words: [x" + "".join(f", 词{i:06}" for i in range(count)) + "]\n"


def mapping(_, count):
    return rules(["甲"]) + "terms:\n" + "".join(f"  t{i:06}: [词{i:06}]\n" for i in range(count))


def measure_growth(bench):
    check = bench.hegui
    check_rules = lambda name: [bench.program, "rules", "check", "./" + name]
    # What grows, the least of it, how it is made, what is run.
    curves = [
        ("size, bytes", 500_000, text(Generator.report), check),
        ("size of one line, bytes", 250_000, text(lambda maker, n: on_one_line(maker.report(n))), check),
        ("findings on a line, bytes of it", 200_000, text(lambda maker, n: on_one_line(maker.report(n))),
         lambda name: check("-r", "60.yaml", "-f", "concise", name)),
        ("headings", 4_000, text(Generator.headings), check),
        ("items in one paragraph", 2_000, text(Generator.items), check),
        ("parts that requirements claim", 3_000, text(Generator.sections), check),
        ("files", 60, files, lambda name: check("-j", "1", name)),
        ("folders", 2_000, folders, check),
        ("words of a list in a rule file", 4_000, text(term), check_rules),
        ("keys of a rule file", 60, text(mapping), check_rules),
        ("rules, on 1 MB", 60, text(lambda maker, n: rules(maker.words(n))),
         lambda name: check("-r", "./" + name, "-f", "concise", "1m.txt")),
    ]
    bench.table.section("Growth: time is the size to the power of")
    for name, least, make, command in curves:
        sizes = [max(12, int(least * bench.scale)) * STEP**i for i in range(3)]
        commands = {size: command(made(name, make, size)) for size in [1, *sizes]}
        base, *costs = instructions(commands) if name in SHORT else times(commands, bench.rounds)
        if base is None:
            print(f"  skipped: {name}: valgrind is not there")
            continue
        slope = measure.exponent(sizes, [cost - base for cost in costs])
        bench.table.row(f"{name}, {sizes[0]:,} – {sizes[-1]:,}", slope, "", BOUND)


def made(name, make, size):
    path = f"{name}-{size}".replace(" ", "-") + (".yaml" if "rule" in name else "" if make in (files, folders) else ".txt")
    make(path, size)
    return path


def times(commands, rounds):
    """The least, which is steady after a few rounds."""
    runs = measure.in_turn(commands, min(3, rounds))
    return [min(run.processor for run in runs[size]) for size in commands]


def instructions(commands):
    if not shutil.which("valgrind"):
        return [None] * len(commands)
    return [measure.instructions(command) for command in commands.values()]
