"""Whether time grows as the input does: the exponent between them, from three sizes."""

import os
from pathlib import Path

import measure
from inputs import Generator, markdown, on_one_line, rules

LINEAR = "≤ 1.1"
STEP = 4  # Times from one size to the next.


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
    # What grows, the least of it, how it is made, what is run, and the bound.
    curves = [
        ("size, bytes", 1_000_000, text(Generator.report), check, LINEAR),
        ("size of one line, bytes", 500_000, text(lambda maker, n: on_one_line(maker.report(n))), check, LINEAR),
        ("findings on a line, bytes of it", 100_000, text(lambda maker, n: on_one_line(maker.report(n))),
         lambda name: check("-r", "60.yaml", "-f", "concise", name), LINEAR),
        ("headings", 4_000, text(Generator.headings), check, LINEAR),
        ("items in one paragraph", 1_000, text(Generator.items), check, LINEAR),
        ("parts that requirements claim", 3_000, text(Generator.sections), check, LINEAR),
        ("files", 60, files, lambda name: check("-j", "1", name), LINEAR),
        ("folders", 1_000, folders, check, LINEAR),
        ("words of a list in a rule file", 4_000, text(term), lambda name: [bench.program, "rules", "check", "./" + name],
         LINEAR),
        ("keys of a rule file", 1_000, text(mapping), lambda name: [bench.program, "rules", "check", "./" + name], LINEAR),
        ("rules, on 1 MB", 60, text(lambda maker, n: rules(maker.words(n))),
         lambda name: check("-r", "./" + name, "-f", "concise", "1m.txt"), "≤ 0.2"),
    ]
    bench.table.section("Growth: time is the size to the power of")
    for number, (name, least, make, command, goal) in enumerate(curves):
        sizes = [max(12, int(least * bench.scale)) * STEP**i for i in range(3)]
        commands = {}
        for size in sizes:
            path = f"g{number}-{size}" + (".yaml" if "rule" in name else "" if make in (files, folders) else ".txt")
            make(path, size)
            commands[size] = command(path)
        runs = measure.in_turn(commands, bench.rounds)
        least_times = [min(run.processor for run in runs[size]) for size in sizes]
        bench.table.row(f"{name}, {sizes[0]:,} – {sizes[-1]:,}", measure.exponent(sizes, least_times), "", goal)
