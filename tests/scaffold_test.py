#!/usr/bin/env python3
"""A draft says of itself what is to be filled in, and a report gets only what it lacks.

    scaffold_test.py PROGRAM EXAMPLES    EXAMPLES has a report of each set that meets all it asks

Exit 0: as it should be, 1: not.
"""

import difflib
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

program = str(pathlib.Path(sys.argv[1]).resolve())
examples = pathlib.Path(sys.argv[2]).resolve()
errors = []

SETS = {
    "fazhi": "good.txt",
    "postmortem": "incident.md",
    "xinxi-gongkai": "xinxi-gongkai.md",
    "zhengfu-gongzuo": "zhengfu-gongzuo.txt",
}
NUMERALS = "一二三四五六七八九"
SLOT = re.compile(r"【待填：[^】\n]*】|\[TODO: [^\]\n]*\]")


def expect(truth, *what):
    if not truth:
        errors.append(": ".join(str(part) for part in what))


def run(*arguments, code=None, folder=None):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, check=False,
                          cwd=folder)
    output = done.stdout.decode()
    if code is not None:
        expect(done.returncode == code, arguments, f"exit {done.returncode}", output,
               done.stderr.decode())
    return output


def check(rules, path):
    return json.loads(run("check", "-r", rules, "-f", "json", "--no-config", path))["documents"][0]


def is_placeholder(finding):
    return finding["rule"].endswith("/placeholder")


def found(document):
    return [(f["line"], f["column"]) for f in document["findings"] if is_placeholder(f)]


def others(document):
    return [f'{f["rule"]} {f["line"]} {f["message"]}' for f in document["findings"]
            if not is_placeholder(f)]


def slots_of(path):
    """As the file shows them: line and column."""
    shown = run("show", "--plain", path) if path.suffix == ".docx" else path.read_text()
    return [(number, slot.start() + 1) for number, line in enumerate(shown.split("\n"), 1)
            for slot in SLOT.finditer(line)]


def write_docx(path, lines, split=False):
    """A paragraph a line; with `split`, a run a character."""
    def runs(line):
        pieces = list(line) if split else [line]
        return "".join(f'<w:r><w:t xml:space="preserve">{escape(p)}</w:t></w:r>' for p in pieces)

    body = "".join(f"<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>{runs(line)}</w:p>"
                   for line in lines)
    name_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels",
                         f'<Relationships xmlns="{relations}"><Relationship Id="r" Type="{office}" '
                         'Target="word/document.xml"/></Relationships>')
        archive.writestr("word/document.xml",
                         f'<?xml version="1.0"?>\n<w:document xmlns:w="{name_space}"><w:body>{body}'
                         "<w:sectPr/></w:body></w:document>")
        archive.writestr("word/odd.bin", b"\0\1\2 kept")


# --- drafts


def check_draft(rules, form, folder):
    path = folder / f"{rules}.{form}"
    run("scaffold", rules, "-f", f"{form}={path}", code=0)
    document = check(rules, path)
    expect(document["status"] == "checked", rules, form, document)
    slots = slots_of(path)
    expect(len(slots) > 5, rules, form, "few slots")
    expect(sorted(found(document)) == slots, rules, form, found(document), slots)
    expect(not others(document), rules, form, others(document))
    before = path.read_bytes()
    run("scaffold", rules, "-f", f"{form}={path}", code=2)
    expect(path.read_bytes() == before, rules, form, "was overwritten")
    run("scaffold", rules, "--overwrite", "-f", f"{form}={path}", code=0)
    expect(path.read_bytes() == before, rules, form, "differs in a second run")
    run("scaffold", rules, "--into", path, code=0)
    expect(path.read_bytes() == before, rules, form, "lacks something")
    return path


def words_for(rules, folder):
    """What the example says of each requirement, by its title: paragraphs."""
    path = examples / SETS[rules]
    lines = path.read_text().split("\n")
    words = {}
    for requirement in check(rules, path)["requirements"]:
        is_passage = requirement["how"] == "passage"
        first = requirement["line"] + (0 if is_passage else 1)
        own = lines[first - 1:requirement["end_line"]]
        if is_passage:
            own[-1] = own[-1][:requirement["end_column"] - 1]
            own[0] = own[0][requirement["column"] - 1:]
        words[requirement["title"]] = [line for line in own if line.strip()
                                       and not re.match(r"#|[一二三四五六七八]、", line)]
    return words


def fill(rules, folder):
    """The Markdown draft with the words of the example in its slots is as good as that."""
    draft = run("scaffold", rules)
    words = words_for(rules, folder)
    first = {"年份": "2026" if rules == "zhengfu-gongzuo" else "2025", "发文机关": "青禾区人民政府",
             "成文日期": "2026年3月12日", "year": "2025", "what happened": "bookings refused",
             "date of this report, and who wrote it": "10 March 2025, the bookings team"}

    def filled(slot):
        name = re.sub(r"^(【待填：|\[TODO: )|[】\]]$", "", slot.group())
        name = re.split("。|\\. ", name)[0]
        return first.get(name, "") or "\n\n".join(words.get(name, []))

    text = SLOT.sub(filled, draft)
    # Rows of tables stand one below the other.
    text = re.sub(r"(?m)(^\|.*\|)\n\n(?=\|)", r"\1\n", text)
    text = re.sub(r"(?m)(^\|.*\|)\n\n(?=\|)", r"\1\n", text)
    path = folder / f"{rules}-filled.md"
    path.write_text(text)
    document = check(rules, path)
    expect(document["status"] == "checked", rules, "filled", document)
    expect(not found(document), rules, "filled", found(document))
    errors_of = [f["message"] for f in document["findings"] if f["severity"] == "error"]
    expect(not errors_of, rules, "filled", errors_of)
    not_met = [r["title"] for r in document["requirements"]
               if r["verdict"] not in ("met", "not-applicable")]
    expect(not not_met, rules, "filled", not_met)


# --- into


def without_part(lines, requirement):
    return lines[:requirement["line"] - 1] + lines[requirement["end_line"]:]


def numbered_anew(lines):
    """As somebody leaves them who has deleted a part with care."""
    outer = inner = 0

    def following(match):
        nonlocal outer, inner
        if match.group(2).startswith("（"):
            inner += 1
            return "（" + NUMERALS[inner - 1] + "）"
        outer, inner = outer + 1, 0
        return match.group(1) + NUMERALS[outer - 1] + "、"

    return [re.sub(r"^(#* *)([一二三四五六七八九]、|（[一二三四五六七八九]）)", following, line)
            for line in lines]


def without_numbers(lines):
    return [re.sub(r"^(#* *)[一二三四五六七八九十]+、", r"\1", line) for line in lines]


def check_into(rules, path, requirement, whole):
    before = check(rules, path)
    missing = [r["title"] for r in before["requirements"] if r["verdict"] == "missing"]
    data = path.read_bytes()
    what = (rules, path.suffix, requirement["title"])
    said = run("scaffold", rules, "--into", path, code=0)
    if not missing:
        expect(path.read_bytes() == data, *what, "was changed", said)
        return
    after = check(rules, path)
    heads = "".join(re.findall(r"(?m)^(?:#* *)([一二三四五六七八九])、", run("show", "--plain", path)))
    expect(heads == NUMERALS[:len(heads)], *what, heads)
    expect(all(title in said for title in missing), *what, said)
    slots = slots_of(path)
    expect(slots and sorted(found(after)) == slots, *what, found(after), slots)
    # What the report was told before, with the part and without it.
    known = {f["rule"] for f in whole["findings"] + before["findings"]}
    # A smaller part that lay in it may be left in traces.
    known |= {r["id"] for r in before["requirements"] if r["verdict"] == "weak"}
    new = [f for f in after["findings"] if not is_placeholder(f) and f["rule"] not in known]
    expect(not new, *what, [f["message"] for f in new])
    again = path.read_bytes()
    run("scaffold", rules, "--into", path, code=0)
    expect(path.read_bytes() == again, *what, "a second run changed it")
    return data, again


def check_parts(rules, folder):
    example = examples / SETS[rules]
    whole = check(rules, example)
    lines = example.read_text().split("\n")
    for requirement in whole["requirements"]:
        if requirement["how"] not in ("heading", "passage", "mostly"):
            continue
        check_part(rules, folder, whole, requirement, without_part(lines, requirement))
        check_part(rules, folder, whole, requirement,
                   numbered_anew(without_part(lines, requirement)))


def check_part(rules, folder, whole, requirement, left):
    example = examples / SETS[rules]
    path = folder / f"part{example.suffix}"
    path.write_text("\n".join(left))
    changed = check_into(rules, path, requirement, whole)
    if changed:
        # Nothing but new lines, and numbers that moved on.
        old, new = (without_numbers(data.decode().split("\n")) for data in changed)
        lost = [line for line in difflib.ndiff(old, new) if line.startswith("- ")]
        expect(not lost, rules, requirement["title"], lost)
    for split in (False, True):
        path = folder / "part.docx"
        write_docx(path, [re.sub(r"^#+ ", "", line) for line in left if line.strip()], split)
        if example.suffix == ".txt":
            check_into(rules, path, requirement, whole)


def check_encodings(folder):
    lines = (examples / "good.txt").read_text()
    requirement = [r for r in check("fazhi", examples / "good.txt")["requirements"]
                   if r["id"] == "fazhi/first-responsible"][0]
    text = "\n".join(without_part(lines.split("\n"), requirement))
    plain = folder / "plain.txt"
    plain.write_text(text)
    run("scaffold", "fazhi", "--into", plain, code=0)
    wanted = plain.read_text()
    expect("四、2026年" in wanted and "三、党政" in wanted and "五、其他" in wanted, wanted)
    for name, mark, encoding in (("gb18030", b"", "gb18030"), ("utf-8", b"\xef\xbb\xbf", "utf-8"),
                                 ("utf-16", b"\xff\xfe", "utf-16-le"),
                                 ("utf-16", b"\xfe\xff", "utf-16-be")):
        for end in ("\n", "\r\n"):
            path = folder / "encoded.txt"
            path.write_bytes(mark + text.replace("\n", end).encode(encoding))
            path.chmod(0o640)
            run("scaffold", "fazhi", "--into", path, code=0)
            expect(path.read_bytes() == mark + wanted.replace("\n", end).encode(encoding), name,
                   repr(end), "is not what UTF-8 gives")
            expect(path.stat().st_mode & 0o777 == 0o640, name, "lost its mode")
    # Big5 has no simplified characters: nothing is written.
    path = folder / "big5.txt"
    data = "青禾區2025年度法治政府建設情況報告\n一、主要工作情況\n全年辦理案件的情況如下。\n".encode("big5")
    path.write_bytes(data)
    run("scaffold", "fazhi", "--into", path, "--encoding", "big5", code=2)
    expect(path.read_bytes() == data, "big5 was changed")


def check_docx(folder):
    """Numbers in pieces move on, references do not, and all other members stay what they were."""
    text = (examples / "good.txt").read_text()
    requirement = [r for r in check("fazhi", examples / "good.txt")["requirements"]
                   if r["id"] == "fazhi/shortcomings"][0]
    lines = [line for line in without_part(text.split("\n"), requirement) if line.strip()]
    lines[1] += "详见第三部分。"
    path = folder / "report.docx"
    write_docx(path, lines, True)
    before = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    copy = folder / "copy.docx"
    data = path.read_bytes()
    run("scaffold", "fazhi", "--into", path, "-f", f"docx={copy}", code=0)
    expect(path.read_bytes() == data, "the original of a copy was changed")
    after = zipfile.ZipFile(io.BytesIO(copy.read_bytes()))
    expect(before.namelist() == after.namelist(), after.namelist())
    for name in before.namelist():
        if name != "word/document.xml":
            expect(before.read(name) == after.read(name), name, "differs")
    shown = run("show", "--plain", copy)
    heads = re.findall(r"(?m)^([一二三四五六七]、.{4})", shown)
    expect([h[0] for h in heads] == list("一二三四五六七")[:len(heads)], heads)
    expect("详见第三部分" in shown, "a reference moved")


def document_of(path):
    return zipfile.ZipFile(path).read("word/document.xml").decode()


OWN = """hegui: 1
id: own
title: 工作报告
language: zh
requirements:
  - {id: a, title: 甲部分, found-by: [{heading: [甲部分]}]}
  - {id: b, title: 乙部分, found-by: [{heading: [乙部分]}]}
  - {id: a1, title: 甲一, within: a, checks: [{id: x, need: [甲一], none: missing}]}
  - {id: a2, title: 甲二, within: a, checks: [{id: x, need: [甲二], none: missing}]}
  - {id: b1, title: 乙一, within: b, checks: [{id: x, need: [乙一], none: missing}]}
"""
REPORT = ["青禾街道2025年工作报告", "2025年，街道把各项任务分到站所，逐月核对进度，办结案件36件。", "一、主要做法",
          "街道每月排查矛盾纠纷，全年受理128件，调解成功121件，没有积案。"]
SIGNED = ["青禾街道办事处", "2025年12月1日"]


def rewrite(path, change, more=()):
    """The same package with another document, and other members behind."""
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    kept["word/document.xml"] = change(kept["word/document.xml"].decode()).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in [*kept.items(), *more]:
            archive.writestr(name, data)


def check_order(folder):
    """Each slot stands under the heading of its part, and all of it behind what ends the report."""
    rules = folder / "order.yaml"
    rules.write_text(OWN)
    path = folder / "order.txt"
    path.write_text("\n".join(REPORT + SIGNED) + "\n")
    run("scaffold", rules, "--into", path, code=0)
    new = re.findall(r"甲部分|乙部分|甲一|甲二|乙一", path.read_text())
    expect(new == "甲部分 甲部分 甲一 甲二 乙部分 乙部分 乙一".split(), path.read_text())
    # Of the part that ends the report it is no part of the new one behind.
    path = folder / "last.txt"
    path.write_text("\n".join([*REPORT, "二、甲部分", "街道把制度定了下来，逐条核对过。", *SIGNED]) + "\n")
    run("scaffold", rules, "--into", path, code=0)
    slots = re.findall(r"待填：(..)|(三)、乙部分", path.read_text())
    expect(slots == [("甲一", ""), ("甲二", ""), ("", "三"), ("乙部", ""), ("乙一", "")], path.read_text())
    for what, end in {"fence": ["```", "甲 = 1", "", "```"], "div": ["<div>", "", "文字都在框里，一共两行。", "", "</div>"],
                      "setext": ["办理情况", "----"], "table": ["| 项目 | 数量 |", "|---|---|", "| 案件 | 三十 |"]}.items():
        path = folder / f"{what}.md"
        path.write_text("\n".join(["# " + REPORT[0], "", REPORT[1], "", "## " + REPORT[2], "", REPORT[3], "", *end]) + "\n")
        before = path.read_text()
        run("scaffold", rules, "--into", path, code=0)
        expect(path.read_text().startswith(before), what, path.read_text())
    path = folder / "table.docx"
    write_docx(path, REPORT)
    row = "<w:tr>" + "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>" * 2 + "</w:tr>"
    tables = "".join("<w:tbl>" + row.format(*cells) + row.format("案件", "三十") + "</w:tbl>"
                     for cells in (("项目", "数量"), ("名称", "件数")))
    rewrite(path, lambda xml: xml.replace("<w:sectPr/>", tables + "<w:sectPr/>"))
    run("scaffold", rules, "--into", path, code=0)
    xml = document_of(path)
    expect(tables in xml and xml.rfind("</w:tbl>") < xml.find("甲部分"), xml)


def check_left_alone(folder):
    """What must not be changed is not, and why is said."""
    rules = folder / "order.yaml"
    rules.write_text(OWN)

    def refused(path, what, *arguments):
        data = path.read_bytes()
        done = subprocess.run([program, "scaffold", *map(str, [rules, "--into", path, *arguments])],
                              capture_output=True, check=False)
        expect(done.returncode == 2 and path.read_bytes() == data, what, done.stdout, path)
        expect(what in done.stderr.decode(), what, done.stderr.decode())

    path = folder / "kept.txt"
    path.write_text("\n".join(REPORT) + "\n")
    path.chmod(0o444)
    refused(path, "只读")
    path.chmod(0o644)
    other = folder / "other.txt"
    other.hardlink_to(path)
    refused(path, "硬链接")
    other.unlink()
    lock = folder / ".~lock.kept.txt#"
    lock.touch()
    refused(path, "打开着")
    lock.unlink()
    link = folder / "link.txt"
    link.symlink_to("kept.txt")
    run("scaffold", rules, "--into", link, code=0)
    expect(link.is_symlink() and "甲部分" in path.read_text(), "a link", path.read_text())
    write_docx(folder / "signed.docx", REPORT)
    rewrite(folder / "signed.docx", lambda xml: xml, [("_xmlsignatures/sig1.xml", "<a/>")])
    refused(folder / "signed.docx", "签名")

    # 甲 is to come before 乙, whose number then moves on.
    lines = [*REPORT, "二、乙部分", "乙一已经办好，街道逐项核对过。", "三、乙部分以后", "街道继续把事情办好。"]
    heading = "<w:t xml:space=\"preserve\">二、乙部分</w:t>"
    for what, old, new in (
            ("锁定", f"<w:r>{heading}</w:r>",
             "<w:sdt><w:sdtPr><w:lock w:val=\"sdtContentLocked\"/></w:sdtPr><w:sdtContent>"
             f"<w:r>{heading}</w:r></w:sdtContent></w:sdt>"),
            ("修订", f"<w:r>{heading}</w:r>", f"<w:ins w:id=\"1\"><w:r>{heading}</w:r></w:ins>")):
        path = folder / "kept.docx"
        write_docx(path, lines)
        rewrite(path, lambda xml: xml.replace(old, new))
        refused(path, what)
    path = folder / "references.docx"
    write_docx(path, lines)
    rewrite(path, lambda xml: xml.replace("二、乙", "二&#x3001;乙").replace("三、乙", "&#19977;、乙"))
    run("scaffold", rules, "--into", path, code=0)
    xml = document_of(path)
    expect(">二、甲部分<" in xml and ">三&#x3001;乙部分<" in xml and ">四、乙部分以后<" in xml, xml)


def check_one_stray(folder):
    """A placeholder in a part that says something hides nothing."""
    thin = (examples / "thin.txt").read_text()
    path = folder / "stray.txt"
    path.write_text(thin)
    known = others(check("fazhi", path))
    expect(known, "thin.txt has findings")
    for at in [m.start() for m in re.finditer("。", thin)][::3]:
        path.write_text(thin[:at] + "【待填：件数】" + thin[at:])
        document = check("fazhi", path)
        expect(len(found(document)) == 1, at, "one slot", found(document))
        now = {f["rule"] for f in document["findings"] if not is_placeholder(f)}
        expect({line.split()[0] for line in known} <= now, at, known, now)


def check_refusals(folder):
    run("scaffold", "gongwen", code=2)
    run("scaffold", "nothing", code=2)
    run("scaffold", code=2)
    run("scaffold", "fazhi", "-f", "pdf", code=2)
    run("scaffold", "fazhi", "-f", "docx", code=2)
    page = folder / "page.html"
    page.write_text("<h1>青禾街道2025年度法治政府建设情况报告</h1><p>街道办理案件36件。</p>")
    run("scaffold", "fazhi", "--into", page, code=2)
    run("scaffold", "fazhi", "--into", folder / "none.txt", code=2)
    own = folder / "own.yaml"
    own.write_text("hegui: 1\nid: own\ntitle: 消防演练报告\nlanguage: zh\nrequirements:\n"
                   "  - id: aim\n    title: 演练目的\n    fix: 写明为什么演练\n    found-by:\n"
                   "      - {heading: [目的]}\n  - id: course\n    title: 演练经过\n    found-by:\n"
                   "      - {heading: [经过]}\n    checks:\n      - {id: length, length: {min-han: 50}}\n")
    path = folder / "own.md"
    run("scaffold", own, "-f", f"md={path}", code=0)
    expect("不少于 50 个汉字" in path.read_text(), path.read_text())
    document = check(own, path)
    # Without a check of placeholders the requirements speak, each at its slot.
    places = [(f["line"], f["column"]) for f in document["findings"]]
    expect([p for p in slots_of(path) if p in places] == places and len(places) == 2, places)


def main():
    listed = re.findall(r"(?m)^([\w-]+)  ", run("rules", "list", "--no-config", code=0))
    expect(set(SETS) <= set(listed), listed)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for rules in listed:
            if rules not in SETS:
                run("scaffold", rules, code=2)
                continue
            for form in ("txt", "md", "docx"):
                check_draft(rules, form, folder)
            fill(rules, folder)
            check_parts(rules, folder)
        check_encodings(folder)
        check_docx(folder)
        check_order(folder)
        check_left_alone(folder)
        check_one_stray(folder)
        check_refusals(folder)
    for error in errors[:40]:
        print(error)
    print(f"{len(errors)} wrong" if errors else "drafts: as they should be")
    return 1 if errors else 0


sys.exit(main())
