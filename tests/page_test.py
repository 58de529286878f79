#!/usr/bin/env python3
"""The page that checks, in a browser: page_test.mjs drops reports on it, and what it shows, the copies
with comments and the mended reports that it saves are what the program writes, byte for byte; what its
module says of every report of the tests is the program's JSON.

    page_test.py PROGRAM PAGE MAKE_DOCX [PICTURES]
                                   exit 0: it works, 1: not, 77: the page was not built, or chromium,
                                   node, axe-core or puppeteer-core, looked for in NODE_PATH, are not there

Screenshots go to the folder PICTURES; page.webp is the one that the README shows.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
MOST_BYTES = 4 << 20


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def node_modules():
    for folder in os.environ.get("NODE_PATH", "").split(os.pathsep):
        if folder and all((pathlib.Path(folder) / name).is_dir() for name in ("axe-core", "puppeteer-core")):
            return folder
    return skip("axe-core and puppeteer-core are not in NODE_PATH")


def reports_in(folder, make_docx):
    """Reports in five encodings and six formats, all in one folder, by their names."""
    thin, good = (EXAMPLES / "thin.txt").read_text(), (EXAMPLES / "good.txt").read_text()
    for name, encoding in (("甲镇.txt", "utf-8-sig"), ("乙镇.txt", "gb18030"), ("丙镇.txt", "utf-16"),
                           ("丁镇.txt", "utf-16-be"), ("戊镇.txt", "utf-8")):
        (folder / name).write_bytes(thin.encode(encoding))
    # Big5 has no simplified characters: what it lacks becomes a mark of its own.
    (folder / "己鎮.txt").write_bytes("".join(traditional(c) for c in good).encode("big5hkscs", "replace"))
    (folder / "damaged.txt").write_bytes(good.encode("gb18030")[:1001] + b"\xff\x81" + good.encode("gb18030")[1002:])
    for name in ("庚镇.docx", "辛镇.odt", "壬镇.ofd"):
        subprocess.run([make_docx, EXAMPLES / "good.txt", folder / name], check=True)
    shutil.copy(EXAMPLES / "incident-thin.md", folder / "incident.md")
    body = "".join(f"<p>{line}</p>\n" for line in thin.splitlines())
    (folder / "癸镇.html").write_bytes(f"<meta charset=gbk><title>x</title>{body}".encode("gbk", "xmlcharrefreplace"))
    # Blanks and marks that are fixed without looking.
    slips = (EXAMPLES / "good.txt").read_text().replace("，", "， ", 3).replace("年度法治", "年度 法治", 1)
    (folder / "slips.txt").write_text(slips)
    subprocess.run([make_docx, folder / "slips.txt", folder / "slips.docx"], check=True)
    (folder / "表.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    (folder / "空.docx").write_bytes(b"")
    subprocess.run([sys.executable, "-m", "zipfile", "-c", folder / "全部.zip", folder / "庚镇.docx", folder / "乙镇.txt"],
                   check=True)
    (folder / "own.yaml").write_text((HERE / "golden" / "cli" / "demo.yaml").read_text())
    (folder / "wrong.yaml").write_text("hegui: 1\nid: wrong\nrequirments: []\n")


def traditional(character):
    pairs = dict(zip("镇政务开报应关为强实执规", "鎮政務開報應關為強實執規"))
    return pairs.get(character, character)


# What is dropped at once; with what the program is given.
DROPS = [
    ["甲镇.txt"], ["乙镇.txt"], ["丙镇.txt"], ["丁镇.txt"], ["己鎮.txt"], ["damaged.txt"], ["庚镇.docx"],
    ["辛镇.odt"], ["壬镇.ofd"], ["癸镇.html"], ["incident.md"], ["空.docx"],
    ["甲镇.txt", "庚镇.docx", "incident.md", "乙镇.txt"], ["全部.zip"], ["own.yaml", "甲镇.txt"],
    ["wrong.yaml", "甲镇.txt"],
]


def run_program(program, folder, form, names):
    rules = [argument for name in names if name.endswith(".yaml") for argument in ("-r", name)]
    command = [program, "check", "--no-config", "-f", form, *rules, *(n for n in names if not n.endswith(".yaml"))]
    run = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert run.returncode in (0, 1, 2), f"{command}: {run.stderr.decode()}"
    return run.stdout


def copies_of(program, folder, names, to):
    """What -f docx=FOLDER/ writes of them, by their names."""
    command = [program, "check", "--no-config", "-q", "-f", f"docx={to}/", *names]
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    # In the order of the reports.
    made = {path.name: path.read_bytes() for path in to.iterdir()}
    return {name: made[name] for report in names for name in made if name in (report, f"{report}.docx")}


def mended(program, folder, names, to):
    """What --fix leaves of them where it changes them, by their names."""
    to.mkdir()
    for name in names:
        shutil.copy(folder / name, to)
    subprocess.run([program, "check", "--no-config", "-q", "--fix", *names], cwd=to, capture_output=True, check=False)
    return {name: (to / name).read_bytes() for name in names
            if (to / name).read_bytes() != (folder / name).read_bytes()}


# What is dropped, what is saved of it, and under which name.
SAVED = [(["庚镇.docx"], "docx", "庚镇.批注.docx"), (["甲镇.txt"], "docx", "甲镇.批注.docx"),
         (["甲镇.txt", "庚镇.docx", "乙镇.txt"], "docx", "批注.zip"), (["slips.txt"], "fix", "slips.改好.txt"),
         (["slips.docx"], "fix", "slips.改好.docx"), (["slips.txt", "slips.docx", "甲镇.txt"], "fix", "改好.zip")]


def wrong_files(program, folder, downloads):
    """Where what the browser saved is not what the program writes."""
    wrong = []
    for number, (names, form, saved) in enumerate(SAVED):
        write = copies_of if form == "docx" else mended
        theirs = write(program, folder, names, downloads.parent / f"saved-{number}")
        path = downloads / saved
        if not path.exists():
            wrong.append(f"{names}: {saved} was not saved, but {[p.name for p in downloads.iterdir()]}")
            continue
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                names_in = archive.namelist()
                if set(names_in) & set(names):
                    wrong.append(f"{saved}: holds {names_in}, which take the places of the reports")
                ours = dict(zip(theirs, map(archive.read, names_in)))
        else:
            ours = dict(zip(theirs, [path.read_bytes()]))
        if not ours or ours != theirs:
            wrong.append(f"{saved}: the page saves {sorted(ours)}, the program {sorted(theirs)}, or other bytes")
    return wrong


def main():
    program, page, make_docx = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    chromium, node = shutil.which("chromium"), shutil.which("node")
    if not page.exists():
        skip("the page was not built; that needs emscripten")
    if not chromium or not node:
        skip("chromium or node is not installed")
    modules = node_modules()
    with tempfile.TemporaryDirectory() as scratch:
        folder, expected = pathlib.Path(scratch) / "reports", pathlib.Path(scratch) / "expected"
        folder.mkdir()
        expected.mkdir()
        reports_in(folder, make_docx)
        for path in (*EXAMPLES.iterdir(), *(HERE / "corpus").iterdir()):
            if path.suffix in (".txt", ".md", ".html"):
                shutil.copy(path, folder)
        drops = []
        for number, names in enumerate(DROPS):
            (expected / f"{number}.html").write_bytes(run_program(program, folder, "html", names))
            drops.append({"names": names, "expected": f"{number}.html"})
        # What only another program can read differs in its advice.
        everything = sorted(path.name for path in folder.iterdir() if path.suffix not in (".yaml", ".pdf"))
        (expected / "all.json").write_bytes(run_program(program, folder, "json", everything))
        downloads = pathlib.Path(scratch) / "downloads"
        downloads.mkdir()
        plan = {"drops": drops, "all": everything, "most_bytes": MOST_BYTES, "downloads": str(downloads),
                "saved": [{"names": names, "form": form, "saved": saved} for names, form, saved in SAVED]}
        (expected / "plan.json").write_text(json.dumps(plan))
        command = [node, HERE / "page_test.mjs", chromium, modules, page, folder, expected, *sys.argv[4:]]
        code = subprocess.run(command, check=False).returncode
        wrong = wrong_files(program, folder, downloads)
        for line in wrong:
            print(line)
        return 1 if wrong else code


if __name__ == "__main__":
    sys.exit(main())
