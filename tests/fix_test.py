#!/usr/bin/env python3
"""--fix and --diff on reports in which slips were planted.

    fix_test.py PROGRAM          exit 0: held, 1: not

A clean text is written with slips and without, in many ways: four formats, encodings, line
ends, byte order marks, runs of a DOCX cut anywhere. What --fix --unsafe-fixes makes of the one must be the
other, byte for byte, and what --fix makes of it a third, in which the slips are left whose mending
changes a word or a figure; in a DOCX each member but the text as it was packed. Nothing here asks hegui what a
fix is. Then: a second run changes nothing; --diff says what --fix does, as patch(1) and git read it;
a run that is killed leaves every report old or new; files that must not be changed are not.
"""

import io
import json
import os
import random
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile
from pathlib import Path

PROGRAM = str(Path(sys.argv[1]).resolve())
VARIANTS = 300
TITLE = "青石镇2025年度法治政府建设情况报告"
PARAGRAPHS = [
    "2025年，青石镇深入学习贯彻习近平法治思想，全面推进依法治镇，把法治建设和中心工作一起安排。现将有关情况报告如下。",
    "一、主要举措和成效",
    "（一）健全工作机制。镇党委会议专题研究法治建设4次，印发《年度工作要点》，把12项任务分到6个站所，每季度核对一次进度。"
    "2025年3月5日召开推进会，落实青府办〔2025〕3号文件，组织行政执法培训2期，参加86人次。",
    "（二）规范街面执法。全年办结行政处罚案件31件，对首次轻微违法的商户不予处罚9件，推行“先提示、再整改、后处罚”做法，"
    "回访后没有发现重复违法的情形，群众满意度逐步提高。",
    "（三）化解矛盾纠纷。一是把调解室设在综治中心一楼，律师按日轮值，方便群众就近办理；二是每月排查物业、租赁、劳资纠纷，"
    "提前介入处置；三是推行“枫桥式”工作法，全年受理纠纷128件，调解成功121件。",
    "二、存在的不足和原因",
    "（一）执法力量不足。执法人员只有7名，燃气、排水案件办理少，发现问题后往往要等区级部门派人。原因在于专业培训少，"
    "跟班办案的机会不多，岗位需求没有及时列入招录计划。",
    "（二）审查参与不够。送审材料中有5件是在签约前一天送到的，修改余地小，给镇里带来履约风险。这主要是因为送审时限没有写进制度，"
    "经办人缺少训练，审查意见的落实无人跟踪。",
    "三、2026年工作安排",
    "（一）补齐执法短板。和区住建、水务部门建立跟班办案机制，安排3名执法人员轮岗，6月底前把持证人员增加到10名以上，"
    "燃气、排水案件做到镇里能办。",
    "（二）前移审查关口。规定送审材料在签约5个工作日前提交，每半年通报一次采纳和履约情况，审查人员参加重要项目的洽谈。",
]
HAN = "[\u4e00-\u9fff]"
# What is right, where, and how it is written wrong. Each names the rule that finds it.
SAFE = {"width", "doubled-marks", "spacing", "pairs"}  # The others change words or figures.
SLIPS = [
    ("width", re.compile(f"(?<={HAN})，(?={HAN})"), lambda right: ","),
    ("doubled-marks", re.compile(f"(?<={HAN})，(?={HAN})"), lambda right: "，，"),
    ("doubled-marks", re.compile(f"(?<={HAN})。(?={HAN})"), lambda right: "，。"),
    ("spacing", re.compile(f"(?<={HAN})，(?={HAN})"), lambda right: "， "),
    ("typos", re.compile("健全(?=工作机制)"), lambda right: "建全"),
    ("repeat", re.compile("满意度"), lambda right: "满意度满意度"),
    ("runs", re.compile("三是"), lambda right: "二是"),
    ("document-number", re.compile("〔2025〕3"), lambda right: "[2025]3"),
    ("date-form", re.compile("2025年3月5日"), lambda right: "2025.3.5"),
    ("pairs", re.compile("处罚”"), lambda right: '处罚"'),
]
MOST_OF_A_KIND = 3  # More half-width commas would be a habit.

failures = []


def check(good, what):
    if not good:
        failures.append(what)
        print(what, flush=True)
    return good


def run(*arguments, folder=None, stdin=None):
    return subprocess.run([PROGRAM, "check", "--no-config", "-r", "gongwen", "--no-progress", *arguments],
                          cwd=folder, input=stdin, capture_output=True, timeout=120, check=False)


# --- texts with slips: a paragraph is a list of stretches, each (right, wrong, as --fix leaves it)


def plant(paragraphs, dice):
    """Stretches of the paragraphs, with one slip or more."""
    sites = []
    for number, text in enumerate(paragraphs):
        for kind, (_, pattern, wrong) in enumerate(SLIPS):
            sites += [(number, found.start(), found.end(), kind, wrong(found[0]))
                      for found in pattern.finditer(text)]
    dice.shuffle(sites)
    taken, counts = [], {}
    for site in sites:
        number, begin, end, kind, _ = site
        near = any(number == other[0] and begin < other[2] + 12 and other[1] < end + 12 for other in taken)
        if near or counts.get(kind, 0) >= MOST_OF_A_KIND:
            continue
        taken.append(site)
        counts[kind] = counts.get(kind, 0) + 1
        if len(taken) >= dice.choice((1, 2, 4, 8)):
            break
    stretches = []
    for number, text in enumerate(paragraphs):
        own, at = [], 0
        for _, begin, end, kind, wrong in sorted(site for site in taken if site[0] == number):
            right = text[begin:end]
            own += [(text[at:begin],) * 3, (right, wrong, right if SLIPS[kind][0] in SAFE else wrong)]
            at = end
        stretches.append(own + [(text[at:],) * 3])
    return stretches, len(taken)


def words(stretches, which):
    return "".join(stretch[which] for stretch in stretches)


def is_heading(text):
    return bool(re.match("[一二三]、", text))


# --- formats: bytes of a report that is clean (0), wrong (1) or what --fix makes of that (2)

ENCODINGS = [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("gbk", b""), ("gb18030", b""),
             ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b"")]


def encoded(lines, dice, encodings=ENCODINGS):
    """Lines to bytes; how, is the same for both."""
    encoding, mark = dice.choice(encodings)
    end = dice.choice(("\n", "\r\n", "\r\n", "\n"))
    last = dice.choice((end, ""))
    return lambda text: mark + (end.join(text) + last).encode(encoding)


def as_txt(stretches, dice):
    indent = dice.choice(("", "　　"))
    gap = dice.choice((False, True))
    put = encoded(None, dice)

    def make(which):
        lines = [TITLE, ""]
        for own in stretches:
            lines.append(indent + words(own, which))
            if gap:
                lines.append("")
        return put(lines)
    return make


def as_md(stretches, dice):
    put = encoded(None, dice, ENCODINGS[:2])
    front = dice.choice(([], ["---", "title: 报告", "---", ""]))

    def make(which):
        lines = [*front, "# " + TITLE, "", "<!-- 内部,  稿 -->", ""]
        for own in stretches:
            text = words(own, which)
            lines += ["## " + text if is_heading(text) else text, ""]
        return put(lines + ["[链接](https://example.org/a,b?c=，，d)", "", "```", "代码,，，建全工作机制", "```"])
    return make


def as_html(stretches, dice):
    encoding, mark = dice.choice((("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("gbk", b"")))
    end = dice.choice(("\n", "\r\n"))
    tag = dice.choice(("p", "div"))

    def make(which):
        lines = ["<!DOCTYPE html>", f'<html lang="zh"><head><meta charset="{encoding}"><title>a,，，b</title>',
                 "<style>p { margin: 0,0; }</style>", "<script>var a = '建全工作机制,，，';</script></head>", "<body>",
                 f"<h1>{TITLE}</h1>", "<!-- 建全工作机制,， -->"]
        for own in stretches:
            text = words(own, which)
            lines.append(f"<h2>{text}</h2>" if is_heading(text)
                         else f'<{tag} class="a,b" title="建全工作机制，，好">&emsp;&emsp;{text}</{tag}>')
        return mark + (end.join(lines + ["</body></html>"]) + end).encode(encoding)
    return make


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_docx(stretches, dice):
    """Runs are cut anywhere but in and beside what is wrong."""
    prefix = dice.choice(("w", "w", "ns0"))
    packing = dice.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))

    def pieces_of(own):
        pieces = [([], [], [])]
        for stretch in own:
            right = stretch[0]
            if stretch[1] != right or len(right) < 4:
                for half, words_there in zip(pieces[-1], stretch):
                    half.append(words_there)
                continue
            cuts = sorted(dice.sample(range(1, len(right)), min(len(right) - 1, dice.randrange(3))))
            for i, (begin, end) in enumerate(zip([0, *cuts], [*cuts, len(right)])):
                if i > 0:
                    pieces.append(([], [], []))
                for half in pieces[-1]:
                    half.append(right[begin:end])
        return [tuple("".join(half) for half in piece) for piece in pieces]

    paragraphs = [pieces_of(own) for own in stretches]
    looks = [[dice.choice(("", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'))
              for _ in own] for own in paragraphs]
    keep = dice.choice(("", ' xml:space="preserve"'))

    def make(which):
        xml = [f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="{W}"><w:body>'
               f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>"]
        for own, look in zip(paragraphs, looks):
            runs = "".join(f"<w:r>{properties}<w:t{keep}>{piece[which]}</w:t></w:r>"
                           for piece, properties in zip(own, look))
            xml.append(f'<w:p><w:pPr/><w:bookmarkStart w:id="1" w:name="a,，，b"/>{runs}</w:p>\n')
        xml.append("<w:p><w:r><w:t>甲 &amp; 乙 &lt;丙&gt;&#x4E01;</w:t></w:r></w:p><w:sectPr/></w:body></w:document>")
        types = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                 '<Default Extension="xml" ContentType="application/xml"/></Types>')
        relations = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                     '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                     'relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", packing) as archive:
            for name, content in (("[Content_Types].xml", types), ("_rels/.rels", relations),
                                  ("word/media/a.bin", bytes(range(256)) * 9),
                                  ("word/document.xml", "".join(xml).replace("w:", prefix + ":")
                                   .replace("xmlns:w", "xmlns:" + prefix)),
                                  ("docProps/core.xml", "<a>，，</a>")):
                archive.writestr(zipfile.ZipInfo(name, (2025, 3, 5, 10, 20, 30)), content, packing)
        return out.getvalue()
    return make


FORMATS = {"txt": as_txt, "md": as_md, "html": as_html, "docx": as_docx}


def members(package):
    """Of each its name, and all that its entry in the directory and its packed bytes are."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for info in archive.infolist():
            begin = info.header_offset
            name, extra = struct.unpack("<HH", package[begin + 26:begin + 30])
            begin += 30 + name + extra
            found[info.filename] = (info.date_time, info.compress_type, info.CRC, info.external_attr,
                                    package[begin:begin + info.compress_size])
        return found, archive.read("word/document.xml")


def is_same(name, fixed, clean, wrong):
    if not name.endswith(".docx"):
        return fixed == clean
    try:
        (now, text), (before, _) = members(fixed), members(wrong)
        right = members(clean)[1]
    except zipfile.BadZipFile:
        return False
    now.pop("word/document.xml"), before.pop("word/document.xml")
    return text == right and now == before and list(now) == list(before)


def difference(fixed, clean):
    at = next((i for i, (a, b) in enumerate(zip(fixed, clean)) if a != b), min(len(fixed), len(clean)))
    return f"at byte {at}: {fixed[max(0, at - 30):at + 30]!r} for {clean[max(0, at - 30):at + 30]!r}"


def make_variants(folder, count, seed=7):
    """By name, (clean, wrong, fixed)."""
    dice = random.Random(seed)
    made, slips = {}, 0
    for number in range(count):
        form = list(FORMATS)[number % len(FORMATS)]
        stretches, planted = plant(PARAGRAPHS, dice)
        make = FORMATS[form](stretches, dice)
        name = f"{number:03}.{form}"
        made[name] = (make(0), make(1), make(2))
        slips += planted
        (folder / name).write_bytes(made[name][1])
    return made, slips


def text_of(content):
    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml") if content[:2] == b"PK" else content


def test_variants(folder):
    made, slips = make_variants(folder, VARIANTS)
    diff = run("--diff", "--unsafe-fixes", "-q", ".", folder=folder)
    check(diff.returncode == 1 and not diff.stderr, f"--diff exits {diff.returncode}: {diff.stderr[:300]}")
    for name, (_, wrong, _) in made.items():
        check((folder / name).read_bytes() == wrong, f"--diff wrote {name}")
    for options, state in ((["--fix"], 2), (["--fix", "--unsafe-fixes"], 0)):
        before = [name for name, texts in made.items()
                  if not is_same(name, (folder / name).read_bytes(), texts[state], texts[1])]
        done = run(*options, "-f", "json=/dev/null", ".", folder=folder)
        check(done.returncode in (0, 1), f"{options} exits {done.returncode}: {done.stderr[-500:]}")
        said = re.search(r"改了 (\d+) 份文档里的 (\d+) 处", done.stderr.decode())
        check(said and int(said[1]) == len(before), f"{options} says {done.stderr.decode()[-300:]!r}")
        wrong_ones = [name for name, texts in made.items()
                      if not is_same(name, (folder / name).read_bytes(), texts[state], texts[1])]
        for name in wrong_ones[:5]:
            check(False, f"{options} {name}: "
                  f"{difference(text_of((folder / name).read_bytes()), text_of(made[name][state]))}")
        check(not wrong_ones, f"{options}: {len(wrong_ones)} of {len(made)} are not as they should be")
    check(sorted(os.listdir(folder)) == sorted(made), "files are left behind")
    again = run("--diff", "--unsafe-fixes", "-q", ".", folder=folder)
    check(again.returncode == 0 and not again.stdout, f"a second run would change: {again.stdout[:500].decode()}")
    before = {name: (folder / name).stat().st_mtime_ns for name in made}
    run("--fix", "--unsafe-fixes", "-q", ".", folder=folder)
    check(before == {name: (folder / name).stat().st_mtime_ns for name in made}, "a second run writes")
    print(f"{len(made)} reports, {slips} slips")


def test_diff(folder):
    """--diff is what --fix does, in the form that patch and git take."""
    dice = random.Random(3)
    for end in ("\n", "\r\n"):
        stretches, _ = plant(PARAGRAPHS, dice)
        wrong, clean = ((end.join([TITLE, *(words(own, which) for own in stretches)])).encode() for which in (1, 0))
        (folder / "a.txt").write_bytes(wrong)
        diff = run("--diff", "--unsafe-fixes", "a.txt", folder=folder).stdout
        subprocess.run(["git", "apply", "--whitespace=nowarn", "-p0", "-"], cwd=folder, input=diff, check=False,
                       capture_output=True, env={**os.environ, "GIT_DIR": "/nonexistent"})
        check((folder / "a.txt").read_bytes() == clean, f"git apply does not make the clean text of {diff[:300]!r}")


def test_killed(folder):
    """Killed at any moment, a report is the old or the new one."""
    made, _ = make_variants(folder, 24, seed=11)
    begin = time.monotonic()
    run("--fix", "-q", ".", folder=folder)
    whole = time.monotonic() - begin
    fixed = {name: (folder / name).read_bytes() for name in made}
    dice = random.Random(5)
    for _ in range(24):
        for name, (_, wrong, _) in made.items():
            (folder / name).write_bytes(wrong)
        with subprocess.Popen([PROGRAM, "check", "--no-config", "-r", "gongwen", "-q", "--fix", "."], cwd=folder,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(dice.uniform(0, whole * 1.1))
            process.send_signal(signal.SIGKILL)
        for name, (_, wrong, _) in made.items():
            check((folder / name).read_bytes() in (wrong, fixed[name]), f"{name} is torn by SIGKILL")
    for name in set(os.listdir(folder)) - set(made):
        (folder / name).unlink()
    run("--fix", "-q", ".", folder=folder)
    check({name: (folder / name).read_bytes() for name in made} == fixed, "after a kill the next run does not finish")


# --- files

WRONG = (TITLE + "\n\n" + "\n".join(PARAGRAPHS).replace("情形，群众", "情形，，群众") + "\n").encode()
CLEAN = (TITLE + "\n\n" + "\n".join(PARAGRAPHS) + "\n").encode()


def test_files(folder):
    path = folder / "a.txt"

    def refused(what, expected, *arguments):
        result = run("--fix", *(arguments or ("a.txt",)), folder=folder)
        said = result.stderr.decode()
        check(expected in said, f"{what}: says {said!r}")
        return result.returncode

    def promised(what, expected, *arguments):
        """--diff says the same, and shows nothing."""
        result = run("--diff", *(arguments or ("a.txt",)), folder=folder)
        said = result.stderr.decode()
        check(expected in said and not result.stdout, f"{what}: --diff shows {result.stdout[:80]!r}, says {said!r}")

    # Mode, owner and links stay.
    path.write_bytes(WRONG)
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 12345, 23456)
    (folder / "link.txt").symlink_to("a.txt")
    check(run("--fix", "link.txt", folder=folder).returncode in (0, 1), "a link is not followed")
    status = path.stat()
    check(path.read_bytes() == CLEAN and (folder / "link.txt").is_symlink(), "a link is replaced")
    check(status.st_mode & 0o7777 == 0o640, "the mode is lost")
    check(os.geteuid() != 0 or (status.st_uid, status.st_gid) == (12345, 23456), "the owner is lost")
    # One file by two names is one file.
    path.write_bytes(WRONG)
    diff = run("--diff", "a.txt", "link.txt", folder=folder)
    check(diff.stdout.count(b"+++") == 1, f"two names, two diffs: {diff.stdout[:200]!r}")
    result = run("--fix", "-j", "2", "a.txt", "link.txt", folder=folder)
    check(path.read_bytes() == CLEAN and result.returncode in (0, 1) and "没有改" not in result.stderr.decode(),
          f"two names: {result.stderr.decode()!r}")
    (folder / "link.txt").unlink()

    # What must not be changed is not.
    path.unlink()
    path.write_bytes(WRONG)
    path.chmod(0o444)
    check(refused("read-only", "只读") == 2, "a read-only file is no trouble")
    promised("read-only", "只读")
    path.chmod(0o644)
    os.link(path, folder / "other.txt")
    refused("hard link", "硬链接")
    promised("hard link", "硬链接")
    (folder / "other.txt").unlink()
    for lock in ("~$a.txt", ".~lock.a.txt#"):
        (folder / lock).write_bytes(b"")
        refused("open", "打开着")
        (folder / lock).unlink()
    check(path.read_bytes() == WRONG, "a refused file is changed")
    with zipfile.ZipFile(folder / "reports.zip", "w") as archive:
        archive.writestr("a.txt", WRONG)
    packed = (folder / "reports.zip").read_bytes()
    refused("archive", "压缩包", "reports.zip")
    check((folder / "reports.zip").read_bytes() == packed, "an archive is changed")
    promised("archive", "压缩包", "reports.zip")
    (folder / "reports.zip").unlink()
    (folder / "a.fodt").write_text(
        '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype='
        '"application/vnd.oasis.opendocument.text"><office:body><office:text>'
        + "".join(f"<text:p>{line}</text:p>" for line in WRONG.decode().splitlines())
        + "</office:text></office:body></office:document>")
    refused("ODT", "只能读，不能改", "a.fodt")
    (folder / "a.fodt").unlink()

    # Suppressed findings stay.
    (folder / "a.txt.hegui.yaml").write_text("suppress:\n  - {rule: gongwen/doubled-marks, quote: ，，, reason: 原文如此}\n")
    run("--fix", "a.txt", folder=folder)
    check(path.read_bytes() == WRONG, "what is suppressed is changed")
    (folder / "a.txt.hegui.yaml").unlink()

    # Standard input goes to standard output, whole, whatever it is; findings do not.
    for given, wanted in ((WRONG, CLEAN), (CLEAN, CLEAN), (b"", b""), (b"\xff\x00\xfe", b"\xff\x00\xfe")):
        check(run("--fix", "-", stdin=given, folder=folder).stdout == wanted, f"standard input {given[:20]!r}")
    # Also where nothing is read of it, or nothing is checked at all.
    for given, *arguments in ((WRONG, "--set", "nothing=1"), (b"<!-- hegui report -->", "--select", "nothing/none")):
        result = run("--fix", *arguments, "-", stdin=given, folder=folder)
        check(result.returncode == 2 and result.stdout == given, f"{arguments}: {result.stdout[:80]!r}")
    late = subprocess.run(f"{{ sleep 1.2; cat a.txt; }} | '{PROGRAM}' check -r gongwen --timeout 1 --fix -", cwd=folder,
                          shell=True, capture_output=True, check=False)
    check(late.stdout == WRONG, f"out of time: {late.stdout[:80]!r}")
    check(run("--diff", "--stdin-filename", "b.txt", "-", stdin=WRONG).stdout.startswith(b"--- b.txt\n+++ b.txt\n@@ "),
          "a diff of standard input")

    # What does not go together is said.
    for arguments in (("--fix", "--diff", "a.txt"), ("--fix", "--staged"), ("--unsafe-fixes", "a.txt"),
                      ("--diff", "-f", "json", "a.txt"), ("--diff", "--statistics", "a.txt"),
                      ("--diff", "--overwrite", "a.txt"), ("--diff", "--fail-on", "note", "a.txt"),
                      ("--fix", "-f", "json", "-")):
        result = run(*arguments, folder=folder, stdin=b"")
        check(result.returncode == 2 and b"--" in result.stderr, f"{arguments} exits {result.returncode}")
    check(path.read_bytes() == WRONG, "a usage error changes a file")

    # Guesses are made when they are asked for.
    path.write_bytes(CLEAN.replace("镇里能办。".encode(), "镇里能办".encode()))
    run("--fix", "a.txt", folder=folder)
    check(path.read_bytes() != CLEAN, "a guess is made unasked")
    found = json.loads(run("-f", "json", "a.txt", folder=folder).stdout)["documents"][0]["findings"]
    check([one["fix"]["safe"] for one in found if one["fix"]] == [False], "JSON says that a guess is safe")
    run("--fix", "--unsafe-fixes", "a.txt", folder=folder)
    check(path.read_bytes() == CLEAN, "a guess is not made")


def test_passes(folder):
    """Fixes that touch are all made, each once; what would never end is said."""
    own = folder / "own.yaml"
    own.write_text("hegui: 1\nid: own\ntitle: 甲\nchecks:\n  - {id: date, title: 日期, severity: warning,\n"
                   "     forbid: '/((?:19|20)\\d\\d)[.](\\d+)[.](\\d+)(?=）)/', replace-with: '{1}年{2}月{3}日'}\n")
    right = "第{0}批任务完成（截至2025年{0}月5日），（子项）（丑项）（寅项）（卯项）均已办结。"
    wrong = "第{0}批任务完成(截至2025.{0}.5)，（子项）（丑项）（寅项）（卯项）均已办结。"
    path = folder / "a.txt"
    made = [(CLEAN.decode() + "\n".join(line.format(month) for month in range(1, 13)) + "\n").encode()
            for line in (right, wrong)]
    path.write_bytes(made[1])
    run("--fix", "--unsafe-fixes", "-r", "./own.yaml", "a.txt", folder=folder)
    check(path.read_bytes() == made[0], difference(path.read_bytes(), made[0]))
    again = run("--diff", "--unsafe-fixes", "-r", "./own.yaml", "a.txt", folder=folder)
    check(not again.stdout, f"a second run would change: {again.stdout[:300].decode()}")
    # A fix that its rule would find again grows at each run; fixes of two rules that undo each other.
    own.write_text("hegui: 1\nid: own\ntitle: 甲\nchecks:\n  - {id: more, title: 更多, severity: warning,\n"
                   "     forbid: '/丁末/', replace-with: '丁末丁末'}\n")
    path.write_bytes(CLEAN + "街道有丁末一处。\n".encode())
    said = run("--fix", "--unsafe-fixes", "-r", "./own.yaml", "a.txt", folder=folder).stderr.decode()
    check("规则 own/more 的改法改完还会再报，没有改" in said, f"a fix that grows: {said!r}")
    check(path.read_bytes() == CLEAN + "街道有丁末一处。\n".encode(), "a fix that grows is made")
    own.write_text("hegui: 1\nid: own\ntitle: 甲\nchecks:\n"
                   "  - {id: one, title: 一, severity: warning, forbid: '/甲乙/', replace-with: '乙甲'}\n"
                   "  - {id: two, title: 二, severity: warning, forbid: '/乙甲/', replace-with: '甲乙'}\n")
    path.write_bytes(CLEAN + "街道有甲乙一处。\n".encode())
    said = run("--fix", "--unsafe-fixes", "-r", "./own.yaml", "a.txt", folder=folder).stderr.decode()
    check("改了又改" in said, f"fixes that undo each other: {said!r}")


def test_refused(folder):
    """In Markdown a fix that would touch markup is left out, and no other with it."""
    own = folder / "own.yaml"
    own.write_text("hegui: 1\nid: own\ntitle: 甲\nchecks:\n  - {id: star, title: 星, severity: warning,\n"
                   "     forbid: '/乙丑/', replace-with: '*'}\n")
    path = folder / "a.md"
    # A star alone is text; two make what is between them stand out.
    alike = "".join(f"第{n}处乙丑和乙丑。\n\n" for n in range(100))
    path.write_bytes(CLEAN + f"{alike}末处乙丑。\n".encode())
    said = run("--fix", "--unsafe-fixes", "-r", "./own.yaml", "a.md", folder=folder).stderr.decode()
    mended = path.read_text()
    check(mended.endswith("末处*。\n"), f"a good fix behind many that are refused: {mended[-80:]!r}")
    check("打乱格式" in said, f"refused fixes: {said!r}")
    check(all(f"第{n}处" in mended for n in range(100)), "words are lost")
    again = run("--fix", "--unsafe-fixes", "-r", "./own.yaml", "a.md", folder=folder)
    check(path.read_text() == mended, f"a second run changes: {again.stderr.decode()}")


def docx(body, more=()):
    out = io.BytesIO()
    relation = ('<Relationship Id="{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                '{0}" Target="{1}"/>')
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("_rels/.rels", relations.format(relation.format("officeDocument", "word/document.xml")))
        archive.writestr("word/_rels/document.xml.rels", relations.format(
            "".join(relation.format(Path(name).stem, Path(name).name) for name, _ in more if name.startswith("word/"))))
        lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in CLEAN.decode().splitlines())
        archive.writestr("word/document.xml",
                         f'<w:document xmlns:w="{W}" xmlns:mc="m"><w:body>{lines}{body}</w:body></w:document>')
        for name, content in more:
            archive.writestr(name, content)
    return out.getvalue()


def test_docx(folder):
    """In a DOCX what keeps account of its words is left alone."""
    path = folder / "a.docx"
    wrong = "<w:r><w:t>街道建全工作机制，接着抓落实。</w:t></w:r>"
    cases = {
        "an insertion": f'<w:p><w:ins w:id="1">{wrong}</w:ins></w:p>',
        "an inserted paragraph": f'<w:ins w:id="1"><w:p>{wrong}</w:p></w:ins>',
        "a simple field": f'<w:p><w:fldSimple w:instr="REF a">{wrong}</w:fldSimple></w:p>',
        "a field": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
                   f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{wrong}'
                   '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        "a locked control": '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>'
                            f"<w:p>{wrong}</w:p></w:sdtContent></w:sdt>",
        "a bound control": "<w:p><w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>"
                           f"{wrong}</w:sdtContent></w:sdt></w:p>",
        "alternatives": f"<w:p><mc:AlternateContent><mc:Choice>{wrong}</mc:Choice><mc:Fallback>{wrong}"
                        "</mc:Fallback></mc:AlternateContent></w:p>",
        "a box": f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{wrong}</w:p></w:txbxContent>"
                 "</mc:Choice></mc:AlternateContent></w:r></w:p>",
    }
    for what, body in cases.items():
        path.write_bytes(docx(body))
        before = path.read_bytes()
        result = run("--fix", "--unsafe-fixes", "a.docx", folder=folder)
        check(path.read_bytes() == before, f"{what} is changed")
        check("请用 Word 改" in result.stderr.decode(), f"{what}: {result.stderr.decode()}")
        check("--fix" not in run("a.docx", folder=folder).stdout.decode(), f"{what} is told to be fixable")
    settings = '<w:settings xmlns:w="{}">{}</w:settings>'
    for what, member, expected in (
            ("signed", ("_xmlsignatures/sig1.xml", "<a/>"), "签名"),
            ("protected", ("word/settings.xml", settings.format(
                W, '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')), "限制"),
            ("tracked", ("word/settings.xml", settings.format(W, "<w:trackRevisions/>")), "修订")):
        path.write_bytes(docx(f"<w:p>{wrong}</w:p>", [member]))
        before = path.read_bytes()
        said = run("--fix", "--unsafe-fixes", "a.docx", folder=folder).stderr.decode()
        check(path.read_bytes() == before and expected in said, f"{what}: {said!r}")
    # References to characters stay as they are written; what is taken out may lie in several runs.
    path.write_bytes(docx("<w:p><w:r><w:t>甲&amp;乙&#x3002;街道建全工作机制，&#25226;任务落实。</w:t></w:r></w:p>"
                          "<w:p><w:r><w:t>群众满意度满</w:t></w:r><w:r><w:t>意度逐步提高，办事方便。</w:t></w:r></w:p>"
                          "<w:p><w:r><w:t>街道2025.3</w:t></w:r><w:r><w:t>.5召开推进会，接着抓落实。</w:t></w:r></w:p>"))
    run("--fix", "--unsafe-fixes", "a.docx", folder=folder)
    text = members(path.read_bytes())[1].decode()
    check("<w:t>甲&amp;乙&#x3002;街道健全工作机制，&#25226;任务落实。</w:t>" in text, "references are lost")
    check("<w:t>街道2025年3</w:t></w:r><w:r><w:t>月5日召开推进会，" in text, "a date in two runs stays")
    check("<w:t>群众满意度</w:t></w:r><w:r><w:t>逐步提高，办事方便。</w:t>" in text, "a word in two runs stays twice")


def test_encodings(folder):
    """What an encoding does not have is refused, and the rest is done."""
    path = folder / "a.txt"
    traditional = ("青石鎮2025年度法治政府建設情況報告\n\n2025年，青石鎮認真學習，把法治建設和中心工作一起安排,"
                   "按季度核對進度，群眾滿意度逐步提高，辦事方便，規定清楚，全年受理糾紛128件，調解成功121件，沒有積案，"
                   "辦理及時，回訪到位。建全工作機制，落實責任。\n")
    path.write_bytes(traditional.encode("big5"))
    run("--fix", "--unsafe-fixes", "a.txt", folder=folder)
    fixed = path.read_bytes().decode("big5")
    check(fixed.replace("安排，按", "安排,按") == traditional, f"Big5: {fixed!r}")
    # Damaged places stand for more than one byte.
    path.write_bytes(WRONG.replace("短板".encode(), b"\xff\xfe\xfd"))
    before = path.read_bytes()
    said = run("--fix", "--unsafe-fixes", "a.txt", folder=folder).stderr.decode()
    check(path.read_bytes() == before and "不是文字" in said, f"damaged: {said!r}")


# A slip in a report that is otherwise clean, and whether --fix mends it: not where that would change a word or a figure.
SAFETY = [
    ("情形，群众", "情形,群众", True), ("情形，群众", "情形，，群众", True), ("情形，群众", "情形， 群众", True),
    ("没有发现", "没有 发现", True), ("处罚”", '处罚"', True), ("86人次", "８６人次", True), ("86人次", "８６.５人次", True),
    ("满意度", "满意度满意度", False), ("健全", "建全", False), ("三是", "二是", False), ("不予处罚9件", "不予处罚9件9件", False),
    ("2025年3月5日", "2025.3.5", False), ("2025年3月5日", "2025年03月05日", False), ("〔2025〕3号", "[2025]3号", False),
    ("2025年3月5日", "2024 2025年", False), ("青府办〔2025〕3号", "青府办(2025)第3号", False),
    ("就近办理；二是", "就近办理二是", False), ("法治思想", "法治思想法治思想", False),
]


def test_safety(folder):
    """--fix changes marks, blanks and widths; JSON, SARIF and rdjson say the same."""
    for right, wrong, safe in SAFETY:
        text = CLEAN.decode().replace(right, wrong, 1)
        (folder / "a.txt").write_text(text)
        output = {name: json.loads(run("-f", name, "a.txt", folder=folder).stdout) for name in ("json", "sarif", "rdjson")}
        fixes = [one["fix"] for one in output["json"]["documents"][0]["findings"] if one["fix"]]
        check([one["safe"] for one in fixes] == [safe], f"{wrong}: JSON has {fixes}")
        results = [one for one in output["sarif"]["runs"][0]["results"] if "fixes" in one]
        check([not any("description" in fix for fix in one["fixes"]) for one in results] == [safe],
              f"{wrong}: SARIF has {results}")
        check(sum("suggestions" in one for one in output["rdjson"]["diagnostics"]) == safe, f"{wrong}: rdjson")
        done = run("--fix", "-q", "a.txt", folder=folder)
        check(done.returncode in (0, 1), f"{wrong}: --fix exits {done.returncode}")
        after = (folder / "a.txt").read_text()
        check((after != text) == safe, f"{wrong}: --fix makes {after[:200]!r}")
        plain = [unicodedata.normalize("NFKC", re.sub(r"[，。；、,.“”\" ]", "", one)) for one in (text, after)]
        check(plain[0] == plain[1], f"{wrong}: --fix changes words")


def main():
    os.environ["LC_ALL"] = "zh_CN.UTF-8"
    for test in (test_variants, test_diff, test_killed, test_files, test_passes, test_refused, test_docx,
                 test_encodings, test_safety):
        folder = Path(tempfile.mkdtemp(prefix="fix-test."))
        try:
            test(folder)
        finally:
            shutil.rmtree(folder)
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
