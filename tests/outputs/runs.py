"""What the tests of outputs run: the examples, and all that makes outputs go wrong.

    from runs import Runs, finish

Their arguments are PROGRAM EXAMPLES MAKE_DOCX.
"""

import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE.parent / "golden"
CLI = GOLDEN / "cli"
OUTPUT = GOLDEN / "output"

# Each must be escaped by one of the outputs. The last is no UTF-8; what it holds begins with a byte
# order mark.
ODD_NAMES = [
    "2025年 报告.txt",
    "100%,a:b#1?.txt",
    "<i>&\"'`|[a](b)@c.txt",
    "一\n\t二😀.txt",
    "=1+1.txt",
    b"\xff\xb1.txt",
]


class Runs:
    """The runs to be made, and how to make one."""

    def __init__(self):
        self.program = pathlib.Path(sys.argv[1]).resolve()
        self.examples = sorted(pathlib.Path(sys.argv[2]).glob("*.txt"))
        assert self.examples, "no reports"
        self._folder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self._folder.name)
        self.odd = [self._odd_file(name) for name in ODD_NAMES]
        self.docx = self.folder / "报告.docx"
        make = [pathlib.Path(sys.argv[3]).resolve(), OUTPUT / "report.txt", self.docx]
        subprocess.run(make, check=True)

    def _odd_file(self, name):
        odd = isinstance(name, bytes)
        path = bytes(self.folder) + b"/" + (name if odd else name.encode())
        with open(path, "wb") as file:
            file.write((b"\xef\xbb\xbf" if odd else b"") + (OUTPUT / "hostile.txt").read_bytes())
        return path

    def all(self):
        """Name and arguments of each run, without the output."""
        demo, hostile = ["-r", CLI / "demo.yaml"], ["-r", OUTPUT / "hostile.rules.yaml"]
        report = ["-r", OUTPUT / "report.rules.yaml"]
        bad, short = CLI / "bad.txt", CLI / "short.txt"
        picture = self.folder / "picture.png"
        picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        (self.folder / "empty").mkdir(exist_ok=True)
        own = [("each " + path.name, [path]) for path in self.examples]
        runs = own + [
            ("all examples", self.examples),
            ("fixes and insertion", report + [OUTPUT / "report.txt"]),
            ("without lines of its own", report + [self.docx]),
            ("another encoding", demo + [CLI / "gb18030.txt"]),
            ("the same twice", demo + [bad, bad]),
            ("demo", demo + [bad, CLI / "note.txt", CLI / "weak.txt", CLI / "good.txt"]),
            ("not checked", demo + [picture, bad, short, CLI / "nowhere.txt"]),
            ("broken rules", ["-r", CLI / "broken.yaml", bad]),
            ("nothing to check", [self.folder / "empty"]),
            ("hostile", hostile + self.odd),
        ]
        for language in ("zh", "en"):
            for name, arguments in runs:
                yield f"{name} in {language}", ["--lang", language, *arguments]

    def print(self, output, arguments):
        """What the program prints, as bytes."""
        command = [self.program, "check", "-f", output, *arguments]
        run = subprocess.run(command, capture_output=True, check=False)
        assert run.returncode in (0, 1, 2), f"{command}: exit {run.returncode}: {run.stderr}"
        return run.stdout


def finish(errors, done):
    """Ends the test. `done` says what was looked at."""
    print("\n".join(errors[:40]) or done)
    sys.exit(1 if errors else 0)


def skip(reason):
    print(reason)
    sys.exit(77)
