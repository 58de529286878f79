#!/usr/bin/env python3
"""An archive of reports is read like a folder.

    zip_test.py PROGRAM MAKE_DOCX REPORTS    REPORTS has rules.yaml and the reports that they are for

Exit 0: as it should be, 1: not.
"""

import json
import pathlib
import struct
import subprocess
import sys
import tempfile
import warnings
import zipfile
import zlib

program, make_docx = (str(pathlib.Path(path).resolve()) for path in sys.argv[1:3])
reports = pathlib.Path(sys.argv[3]).resolve()
report = (reports / "甲镇.txt").read_bytes()
errors = []
warnings.filterwarnings("ignore", "Duplicate name")  # What Named() is called before it has its bytes.


class Named(zipfile.ZipInfo):
    """A member whose name is these bytes, without the flag that says UTF-8."""

    def __init__(self, raw, extra=b""):
        super().__init__("name")
        self.raw = raw
        self.extra = extra

    def _encodeFilenameFlags(self):
        return self.raw, self.flag_bits & ~0x800


def unicode_path(raw, name, crc=None):
    """Info-ZIP Unicode Path extra field."""
    crc = zlib.crc32(raw) if crc is None else crc
    data = struct.pack("<BL", 1, crc) + name.encode()
    return struct.pack("<HH", 0x7075, len(data)) + data


def make(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            info = Named(name) if isinstance(name, bytes) else name
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)


def run(folder, *arguments, code=0):
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, check=False)
    if done.returncode != code:
        errors.append(f"{arguments}: exit {done.returncode}: {(done.stdout + done.stderr).decode()}")
    return done.stdout.decode()


def check(folder, *paths, code=0):
    """Paths with what became of them."""
    out = run(folder, "check", "-r", reports / "rules.yaml", "-f", "json", "--fail-on", "never",
              *paths, code=code)
    return [(one["path"], one["status"], one.get("error", "")) for one in json.loads(out)["documents"]]


def expect(actual, expected, what):
    if actual != expected:
        errors.append(f"{what}:\n  {actual}\nand not\n  {expected}")


def read(path):
    return (path, "checked", "")


def test_names(folder):
    gbk = "一.txt".encode("gbk")
    make(folder / "提交.zip", [
        ("utf8/报告.txt", report),  # With the flag.
        ("区甲/报告一.txt".encode("gbk"), report),
        # A second byte of GBK that looks like a backslash: 昞 is 95 5C.
        ("区甲/昞.txt".encode("gbk"), report),
        (gbk, report),  # Valid UTF-8 by chance: the letter һ.
        ("无标志/报告.txt".encode(), report),
        (Named(b"x.txt", unicode_path(b"x.txt", "真名.txt")), report),
        (Named(b"y.txt", unicode_path(b"y.txt", "假名.txt", crc=1)), report),
        ("区甲/".encode("gbk"), b""),
        ("__MACOSX/._a.txt", b"x"), (".hidden.txt", b"x"), ("区乙/图.png", b"x"),
    ])
    expect(sorted(check(folder, "提交.zip")), sorted(read("提交.zip/" + name) for name in (
        "utf8/报告.txt", "区甲/报告一.txt", "区甲/昞.txt", "一.txt", "无标志/报告.txt", "真名.txt",
        "y.txt")), "names")


def test_one(folder):
    """The path that is printed names the report for every command."""
    make(folder / "提交.zip", [("区甲/报告.txt".encode("gbk"), report), ("b.txt", report), ("c.dat", report)])
    path = "提交.zip/区甲/报告.txt"
    expect(check(folder, path), [read(path)], "one report")
    expect(check(folder, "./提交.zip/c.dat"), [read("./提交.zip/c.dat")], "by name")
    expect(check(folder, "提交.zip/d.txt", code=2),
           [("提交.zip/d.txt", "unreadable", "压缩包里没有“d.txt”")], "not there")
    for below in ("提交.zip/区甲", "提交.zip/区甲/"):
        expect(check(folder, below), [read(path)], "a folder in it")
    expect(check(folder, "提交.zip/区", code=2),
           [("提交.zip/区", "unreadable", "压缩包里没有“区”")], "half a name")
    expect("一、主要工作" in run(folder, "show", path), True, "show")
    expect(path in run(folder, "outline", "-r", reports / "rules.yaml", path), True, "outline")
    (folder / "夹.zip").mkdir()
    (folder / "夹.zip" / "a.txt").write_bytes(report)
    expect(check(folder, "夹.zip/a.txt", "夹.zip"), [read("夹.zip/a.txt")], "a folder called .zip")


def test_harmless(folder):
    make(folder / "逃.zip", [(name, report) for name in (
        "../../上.txt", "/etc/根.txt", "C:\\盘\\符.txt", "a/./b//../c.txt")])
    before = sorted(folder.rglob("*"))
    expect(check(folder, "逃.zip"), [read("逃.zip/" + name) for name in (
        "a/b/c.txt", "etc/根.txt", "上.txt", "盘/符.txt")], "harmless")
    expect(sorted(folder.rglob("*")), before, "nothing is unpacked")


def test_inside(folder):
    subprocess.run([make_docx, reports / "甲镇.txt", folder / "甲镇.docx"], check=True)
    docx = (folder / "甲镇.docx").read_bytes()
    (folder / "改名.zip").write_bytes(docx)
    make(folder / "里.zip", [("甲镇.docx", docx), ("又.zip", docx), ("又.RAR", b"Rar!")])
    made = folder / "收件"
    made.mkdir()
    (made / "里.zip").write_bytes((folder / "里.zip").read_bytes())
    expect(check(folder, "里.zip", "改名.zip", code=2), [
        ("里.zip/又.RAR", "unreadable", "这是 RAR 文件：请先解压"), read("里.zip/又.zip"),
        read("里.zip/甲镇.docx"), read("改名.zip")], "archives inside")
    expect([one[0] for one in check(folder, "收件", code=2)],
           ["收件/里.zip/又.RAR", "收件/里.zip/又.zip", "收件/里.zip/甲镇.docx"], "in a folder")
    # One of them cannot be read, which is told.
    expect("2 份报告" in run(made, "init", code=2), True, "init looks into it")
    with zipfile.ZipFile(folder / "丁镇.ofd", "w") as ofd:
        ofd.writestr("OFD.xml", b"<x/>")
    make(folder / "旧.zip", [("丁.ofd", (folder / "丁镇.ofd").read_bytes()), ("乙.doc", docx)])
    (folder / "旧").mkdir()
    (folder / "旧" / "乙.doc").write_bytes(docx)
    (folder / "旧" / "丁.ofd").write_bytes((folder / "丁镇.ofd").read_bytes())
    empty = "文件损坏：OFD.xml 里没有 DocBody"
    expect(check(folder, "旧.zip", "旧", code=2), [
        ("旧.zip/丁.ofd", "unreadable", empty),
        read("旧.zip/乙.doc"),
        ("旧/丁.ofd", "unreadable", empty), read("旧/乙.doc")], "not read yet")


def test_nested(folder):
    """An archive in an archive is read like a folder in a folder; one deeper is told."""
    make(folder / "三.zip", [("深.txt", report)])
    make(folder / "二.zip", [("区甲/报告.txt".encode("gbk"), report), ("图.png", b""),
                            ("三.zip", (folder / "三.zip").read_bytes())])
    make(folder / "外.zip", [("街道/二.zip", (folder / "二.zip").read_bytes()), ("外.txt", report)])
    deep = ("外.zip/街道/二.zip/三.zip", "unreadable", "压缩包套了 2 层以上，里面的不读，请先解压出来")
    inner, outer = read("外.zip/街道/二.zip/区甲/报告.txt"), read("外.zip/外.txt")
    expect(check(folder, "外.zip", code=2), [outer, deep, inner], "nested")
    for named in "外.zip/街道/二.zip/区甲/报告.txt", "外.zip/街道/二.zip/区甲":
        expect(check(folder, named), [inner], named)
    expect(check(folder, "外.zip/街道/二.zip", code=2), [deep, inner], "the inner one")
    expect(check(folder, "外.zip/街道/二.zip/没有.txt", code=2), [
        ("外.zip/街道/二.zip/没有.txt", "unreadable", "压缩包里没有“街道/二.zip/没有.txt”")], "not there")
    # What an archive in an archive unpacks to is bounded by what it takes itself.
    with zipfile.ZipFile(folder / "弹.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("弹.txt", bytes(200 << 20))
    make(folder / "套.zip", [("弹.zip", (folder / "弹.zip").read_bytes()), ("报告.txt", report)])
    path, status, error = check(folder, "套.zip", code=2)[0]
    expect((path, status, "解压后共超过" in error), ("套.zip/弹.zip", "unreadable", True), error)
    make(folder / "千.zip", [(f"{i}.txt", b"") for i in range(6000)])
    thousands = (folder / "千.zip").read_bytes()
    make(folder / "万.zip", [("甲.zip", thousands), ("乙.zip", thousands)])
    many = check(folder, "万.zip", code=2)[-1]
    expect((many[1], "文件超过" in many[2]), ("unreadable", True), many[2])


def test_passed_over(folder):
    """What holds no report says what it holds."""
    pictures = [("a.png", b""), ("b.PNG", b""), ("图/c.jpg", b""), (".隐藏.txt", report)]
    make(folder / "图.zip", pictures)
    only = "里没有报告，只有 2 个 .png、1 个 .jpg、1 个隐藏文件"
    expect(check(folder, "图.zip", code=2), [("图.zip", "unreadable", "压缩包" + only)], "pictures")
    expect(check(folder, "--allow-empty", "图.zip"), [], "none wanted")
    (folder / "图片" / "图").mkdir(parents=True)
    for name, data in pictures:
        (folder / "图片" / name).write_bytes(data)
    expect(check(folder, "图片", code=2), [("图片", "unreadable", "文件夹" + only)], "a folder of them")
    (folder / "图片" / "报告.txt").write_bytes(report)
    (folder / "图片" / "报告.txt.hegui.yaml").write_bytes(b"suppress: []\n")  # Read with the report.
    expect(check(folder, "图片"), [read("图片/报告.txt")], "one among them")
    (folder / "图片" / "~$报告.docx").write_bytes(b"")
    done = subprocess.run([program, "check", "-v", "图片"], cwd=folder, capture_output=True, check=False)
    for said in "“图片”里没有看的：2 个 .png、1 个 .jpg、1 个隐藏文件", "“图片/~$报告.docx”是锁文件":
        expect(said in done.stderr.decode(), True, done.stderr.decode())


def test_broken(folder):
    make(folder / "密.zip", [("密.txt", report), ("明.txt", report)])
    data = bytearray((folder / "密.zip").read_bytes())
    data[6] |= 1  # The flag of encryption, in both headers of the first member.
    data[data.index(b"PK\1\2") + 8] |= 1
    (folder / "密.zip").write_bytes(data)
    expect(check(folder, "密.zip", code=2), [
        ("密.zip/密.txt", "unreadable", "“密.txt”是加密的，请先去掉密码"), read("密.zip/明.txt")],
        "encrypted")
    make(folder / "断.zip", [("报告.txt", report)])
    whole = (folder / "断.zip").read_bytes()
    (folder / "断.zip").write_bytes(whole[: len(whole) // 2])
    (folder / "假.zip").write_bytes(b"no archive")
    broken = check(folder, "断.zip", "假.zip", "没有.zip", code=2)
    expect([one[:2] for one in broken], [("断.zip", "unreadable"), ("假.zip", "not-understood"),
                                         ("没有.zip", "unreadable")], "broken")
    make(folder / "多.zip", [(f"{i}.dat", b"") for i in range(10_001)])
    expect(check(folder, "多.zip", code=2),
           [("多.zip", "unreadable", "压缩包里的文件超过 10000 个")], "many")
    make(folder / "空.zip", [])
    run(folder, "check", "空.zip", code=2)


def test_bomb(folder):
    """More than a file may be: refused before it fills the memory; the others go on."""
    with zipfile.ZipFile(folder / "弹.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("弹.txt", "w") as member:
            for _ in range(257):
                member.write(bytes(1 << 20))
        archive.writestr("报告.txt", report)
    expect(check(folder, "弹.zip", code=2), [
        ("弹.zip/弹.txt", "unreadable", "“弹.txt”解压后超过 88 MiB"), read("弹.zip/报告.txt")], "bomb")


def stating(path, members, sizes):
    """An archive that says other sizes than its members have."""
    make(path, members)
    data = bytearray(path.read_bytes())
    at = -1
    for size in sizes:
        at = data.index(b"PK\1\2", at + 1)
        struct.pack_into("<L", data, at + 24, size)
        local = struct.unpack_from("<L", data, at + 42)[0]
        struct.pack_into("<L", data, local + 22, size)
    path.write_bytes(data)


def test_stated(folder):
    """What is refused does not depend on which member is read first."""
    stating(folder / "大.zip", [(f"{i:02}.txt", report) for i in range(17)], [256 << 20] * 17)
    for jobs in "1", "4":
        expect(check(folder, "-j", jobs, "大.zip", code=2),
               [("大.zip", "unreadable", "压缩包里的文件解压后共超过 4 GiB，请分成几个")], "together")
    stating(folder / "谎.zip", [("a.txt", report), ("b.txt", report)], [10, len(report)])
    path, status, error = check(folder, "谎.zip/a.txt", code=2)[0]
    expect((path, status), ("谎.zip/a.txt", "unreadable"), "more than stated")
    expect("损坏" in error, True, error)
    expect(check(folder, "谎.zip/b.txt"), [read("谎.zip/b.txt")], "as stated")


def test_score(folder):
    make(folder / "多份.zip", [(f"{i:03}.txt".encode("gbk"), report) for i in range(200)])
    one = run(folder, "score", "-r", reports / "rules.yaml", "-f", "csv", "-j", "1", "多份.zip")
    four = run(folder, "score", "-r", reports / "rules.yaml", "-f", "csv", "-j", "4", "多份.zip")
    expect(one == four, True, "threads")
    expect(one.count("\n"), 201, "rows")


for test in (test_names, test_one, test_harmless, test_inside, test_nested, test_passed_over,
             test_broken, test_bomb, test_stated, test_score):
    with tempfile.TemporaryDirectory() as scratch:
        test(pathlib.Path(scratch))
print("\n".join(errors) or "archives are read like folders")
sys.exit(1 if errors else 0)
