#!/usr/bin/env python3
"""DOC, WPS and RTF go through LibreOffice, and nothing of that is left.

    office_test.py PROGRAM MAKE_DOCX REPORTS [soffice]

REPORTS has rules.yaml and the reports that they are for. With `soffice` the program of that name
converts, and exit code 77 says that there is none; without it another takes its place, which hands
out a DOCX, fails, or never ends.

Exit 0: as it should be, 1: not.
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

program, make_docx = (str(pathlib.Path(path).resolve()) for path in sys.argv[1:3])
reports = pathlib.Path(sys.argv[3]).resolve()
errors = []

# The head of a compound file and the name of a stream.
DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(512)
RTF = rb"{\rtf1 x}"

OFFICE = """#!/bin/sh
# The arguments end in: --outdir FOLDER FILE.
while [ $# -gt 2 ]; do shift; done
cd "$HOME" || exit
case $HOW in
convert) mkdir "$1" && cp "$MADE" "$1/report.docx" ;;
crash) kill -SEGV $$ ;;
nothing) echo "Error: source file could not be loaded" >&2 ;;
filter) echo "Error: no export filter for x found, aborting." >&2 ;;
hang) sleep 600 & sleep 600 ;;
leave) setsid sleep 600 & setsid sh -c "setsid sleep 600 & sleep 600" & sleep 600 ;;
daemon) (setsid sleep 600 >&- 2>&- &); mkdir "$1" && cp "$MADE" "$1/report.docx" ;;
flood) for i in 1 2 3 4 5 6 7 8; do (n=0; while :; do n=$((n+1)); : >$i-$n; done) & done; wait ;;
look) ls -A /tmp >"$LOOK"; cat /proc/net/dev >>"$LOOK"; mkdir "$1" && cp "$MADE" "$1/report.docx" ;;
esac
"""


def expect(actual, expected, what):
    if actual != expected:
        errors.append(f"{what}:\n  expected {expected}\n  was      {actual}")


class Place:
    """A folder with its own TMPDIR and, instead of LibreOffice, what does as it is told."""

    def __init__(self, folder, fake=True):
        self.folder = pathlib.Path(folder)
        self.temporary = self.folder / "tmp"
        self.temporary.mkdir()
        self.environment = {**os.environ, "TMPDIR": str(self.temporary), "LC_ALL": "C.UTF-8"}
        if fake:
            (self.folder / "bin").mkdir()
            self.fake("soffice", OFFICE)
            self.environment["PATH"] = f"{self.folder / 'bin'}:{os.environ['PATH']}"
            self.docx("甲镇.txt", self.folder / "made")
            self.environment["MADE"] = str(self.folder / "made")

    def fake(self, name, text):
        path = self.folder / "bin" / name
        path.write_text(text)
        path.chmod(0o755)

    def docx(self, report, path):
        subprocess.run([make_docx, reports / report, path], check=True)

    def start(self, *arguments, **environment):
        return subprocess.Popen([program, *arguments], cwd=self.folder,
                                env={**self.environment, **environment},
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, code=0, **environment):
        process = self.start(*arguments, **environment)
        out, err = (text.decode() for text in process.communicate())
        if process.returncode != code:
            errors.append(f"{arguments}: exit {process.returncode}: {out}{err}")
        return out, err

    def check(self, *paths, code=0, **environment):
        out, _ = self.run("check", "-r", reports / "rules.yaml", "-f", "json", *paths, code=code,
                          **environment)
        return json.loads(out)["documents"]

    def left(self):
        return sorted(path.name for path in self.temporary.iterdir())


def judgement(document):
    """What must not depend on the format."""
    return ([(one["id"], one["verdict"]) for one in document["requirements"]],
            [(one["rule"], one["message"], one["quote"]) for one in document["findings"]])


def test_formats(place):
    """The format is that of the content; where two have the same, the one of the name."""
    for name, content in (("a.doc", DOC), ("b.wps", DOC), ("c.rtf", RTF), ("d.doc", RTF), ("e.txt", DOC)):
        (place.folder / name).write_bytes(content)
    shutil.copy(place.folder / "made", place.folder / "f.wps")
    shutil.copy(reports / "甲镇.txt", place.folder / "g.doc")
    names = ["a.doc", "b.wps", "c.rtf", "d.doc", "e.txt", "f.wps", "g.doc"]
    documents = place.check("-j", "4", *names, HOW="convert")
    expect([one["format"] for one in documents], ["doc", "wps", "rtf", "rtf", "doc", "docx", "txt"], "formats")
    for one in documents:
        expect(judgement(one), judgement(documents[5]), one["path"])
    document, = place.check("a.doc", HOW="convert", PATH=f"bin:{os.environ['PATH']}")
    expect(document["status"], "checked", "a relative entry of PATH")
    out, err = place.run("check", "-v", "-r", reports / "rules.yaml", "b.wps", HOW="convert")
    expect("wps（位置按转换后的文档）" in out, True, out)
    expect("用 LibreOffice 转换一份 .doc 文件" in err, True, err)
    expect(place.left(), [], "left")


def test_failures(place):
    (place.folder / "a.doc").write_bytes(DOC)
    (place.folder / "b.doc").write_bytes(DOC.replace(b"W\0o\0r\0d\0", b"X\0o\0r\0d\0"))
    for how, said in (("crash", "崩溃"), ("nothing", "打不开"), ("filter", "没有装 Writer")):
        document, = place.check("a.doc", code=2, HOW=how)
        expect((document["status"], said in document["error"]), ("unreadable", True), document["error"])
    document, = place.check("b.doc", code=2, HOW="convert")
    expect("没有 Word 文档" in document["error"], True, document["error"])
    document, = place.check("a.doc", code=2, PATH="/nowhere")
    expect("libreoffice-writer-nogui" in document["error"], True, document["error"])
    expect(place.left(), [], "left")


def test_timeout(place):
    """Programs that hang, and waiting for them, end with the time of the run, which tells the rest."""
    place.fake("pdftotext", "#!/bin/sh\nexec sleep 600\n")
    names = ["a.doc", "b.doc", "c.doc", "d.doc", "e.doc", "f.pdf", "甲镇.txt"]
    for name in names:
        (place.folder / name).write_bytes(b"%PDF-1.7\n" if name == "f.pdf" else DOC)
    shutil.copy(reports / "甲镇.txt", place.folder)
    documents = place.check("-j", "8", "--timeout", "2", *names, code=2, HOW="hang")
    errors = sorted(one["error"] for one in documents[:6])
    expect(["时间用完（--timeout）" in error for error in errors], [True] * 6, errors)
    expect(sum("还在等" in error for error in errors), 1, errors)
    expect(documents[6]["status"], "checked", "the other report")
    expect(place.left(), [], "left")


def test_links(place):
    """What leads into /tmp by a link is known to be there, where the program has another /tmp."""
    with tempfile.TemporaryDirectory(dir="/tmp") as real:
        (place.folder / "a.doc").write_bytes(DOC)
        (place.folder / "link").symlink_to(real)
        office = pathlib.Path(shutil.copy(place.folder / "bin" / "soffice", real))
        for step in "room", "program":
            document, = place.check("a.doc", HOW="convert", TMPDIR=str(place.folder / "link"))
            expect(document["status"], "checked", f"the {step} behind a link")
            (place.folder / "bin" / "soffice").unlink()
            (place.folder / "bin" / "soffice").symlink_to(office)
        expect(os.listdir(real), ["soffice"], "left")
        (place.folder / "office").write_bytes(office.read_bytes())
        (place.folder / "office").chmod(0o755)
        office.unlink()
        office.symlink_to(place.folder / "office")
        document, = place.check("a.doc", HOW="convert", PATH=f"{real}:{os.environ['PATH']}")
        expect(document["status"], "checked", "a link that lies in /tmp")


def soffice_in(place):
    """Processes that work for this place."""
    found = []
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if f"TMPDIR={place.temporary}/".encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:
            pass
    return found


def wait_for(condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(condition())


def test_ended(place):
    """Whatever ends the program ends the conversion, with what left its group, and takes its folder
    away, however fast it fills."""
    (place.folder / "a.doc").write_bytes(DOC)
    for end, how, processes in ((signal.SIGTERM, "hang", 2), (signal.SIGINT, "hang", 2), (signal.SIGKILL, "hang", 2),
                                (signal.SIGKILL, "leave", 4), (signal.SIGTERM, "flood", 8)):
        process = place.start("check", "a.doc", HOW=how)
        expect(wait_for(lambda: place.left() and len(soffice_in(place)) >= processes), True, f"{how}: it converts")
        process.send_signal(end)
        begin = time.monotonic()
        process.communicate()
        expect(process.returncode, -end, f"{end}, {how}: ended by it")
        expect(time.monotonic() - begin < 10, True, f"{end}, {how}: ended soon")
        wait_for(lambda: not place.left() and not soffice_in(place))
        expect((place.left(), soffice_in(place)), ([], []), f"{end}, {how}: left")
    document, = place.check("a.doc", HOW="daemon")
    expect((document["status"], soffice_in(place)), ("checked", []), "what went on after its end")


def parent_of(process):
    return int(pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


def test_swept(place):
    """What is left when all is killed at once goes with the next run; what is in use stays, and so
    does what is not ours."""
    (place.folder / "a.doc").write_bytes(DOC)
    first = place.start("check", "a.doc", HOW="hang")
    expect(wait_for(lambda: len(soffice_in(place)) == 3), True, "it converts")
    dead, = place.left()
    keeper = next(parent_of(one) for one in soffice_in(place) if parent_of(parent_of(one)) == first.pid)
    for process in keeper, *soffice_in(place), first.pid:
        os.kill(process, signal.SIGKILL)
    first.communicate()
    expect(place.left(), [dead], "nobody is there to take it away")
    (place.temporary / dead / "link").symlink_to(place.folder)
    others = [dead[:-6] + "link00", dead[:-7] + "-else"]
    (place.temporary / others[0]).symlink_to(place.folder)
    (place.temporary / others[1]).mkdir()
    other = place.start("check", "a.doc", HOW="hang")
    wait_for(lambda: dead not in place.left() and len(place.left()) == 3 and soffice_in(place))
    place.check("a.doc", code=2, HOW="nothing")
    expect((dead in place.left(), len(place.left())), (False, 3), f"swept: {place.left()}")
    expect(set(others) <= set(place.left()), True, f"not ours: {place.left()}")
    expect((place.folder / "a.doc").exists(), True, "behind a link")
    other.terminate()
    other.communicate()


def test_alone(place):
    """A program that need not be in /tmp has another one, and no network."""
    if subprocess.run("unshare -nm true || unshare -rnm true", shell=True, stderr=subprocess.DEVNULL).returncode != 0:
        print("the system has no namespaces for us: nobody is alone")
        return
    (place.folder / "a.doc").write_bytes(DOC)
    for temporary in str(place.temporary), "/tmp":
        look = place.folder / "look"
        place.check("a.doc", HOW="look", LOOK=str(look), TMPDIR=temporary)
        lines = look.read_text().splitlines()
        tmp = [line for line in lines if ":" not in line and "|" not in line]
        devices = [line.split(":")[0].strip() for line in lines if ":" in line]
        expect(len(tmp) == (temporary == "/tmp") and all(name.startswith("hegui-room-") for name in tmp), True,
               f"/tmp: {tmp}")
        expect(devices, ["lo"], "network")


def test_libreoffice(place):
    """A report in all formats has the same verdicts and findings."""
    place.docx("乙镇.txt", place.folder / "乙镇.docx")
    for name in ("doc", "rtf"):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{place.folder}/profile", "--headless",
                        "--convert-to", name, "乙镇.docx"], cwd=place.folder, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.copy(place.folder / "乙镇.doc", place.folder / "丙镇.wps")
    paths = ["乙镇.docx", "乙镇.doc", "乙镇.rtf", "丙镇.wps"]
    documents = place.check("-j", "2", *paths, code=1)
    expect([one["format"] for one in documents], ["docx", "doc", "rtf", "wps"], "formats")
    for one in documents:
        expect(judgement(one), judgement(documents[0]), one["path"])
    (place.folder / "坏.doc").write_bytes(DOC)
    document, = place.check("坏.doc", code=2)
    # LibreOffice may make something of it, which is no report.
    expect(document["status"] in ("unreadable", "not-understood"), True, document)
    expect(place.left(), [], "left")


if sys.argv[4:] == ["soffice"]:
    if not shutil.which("soffice"):
        print("soffice is not installed: nothing was converted by it")
        sys.exit(77)
    tests = [test_libreoffice]
else:
    tests = [test_formats, test_failures, test_timeout, test_links, test_ended, test_swept, test_alone]
for test in tests:
    # Programs in /tmp keep the one that there is.
    with tempfile.TemporaryDirectory(dir="/var/tmp" if test in (test_links, test_alone) else None) as scratch:
        test(Place(scratch, fake=test is not test_libreoffice))
print("\n".join(errors) or "DOC, WPS and RTF are converted, and nothing is left")
sys.exit(1 if errors else 0)
