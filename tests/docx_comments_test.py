#!/usr/bin/env python3
"""docx: a copy of a report has its findings as comments, and is otherwise the report.

    docx_comments_test.py PROGRAM EXAMPLES [soffice]

Of reports that have what a word processor can put around words: every finding has its comment, at
its words or at the nearest place where comments are allowed; the packed parts are the same but for
those of the comments; the body's part differs by insertions only, and no character stands in
another look or in something else than before. With `soffice`, LibreOffice reads copies and keeps
all comments; exit code 77 says that there is none.

Exit 0: as it should be, 1: not.
"""

import io
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as etree
import zipfile

program = str(pathlib.Path(sys.argv[1]).resolve())
examples = pathlib.Path(sys.argv[2]).resolve()
errors = []

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" ' \
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' \
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' \
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
RULES = r"""hegui: 1
id: t
title: 报告
language: zh
basis:
  law: {title: 《某条例》, number: 某〔2020〕1号}
requirements:
  - id: plan
    title: 下一步安排
    basis: law 第三条
    severity: {missing: error}
    found-by: [{heading: [安排]}]
checks:
  - {id: word, title: 坏字, forbid: ['/坏[甲乙丙丁戊己庚辛]+/'], in: all, severity: warning, fix: 换成好的, basis: law 第二条}
  - {id: head, title: 页眉, forbid: ['/坏[甲乙]/'], in: header, severity: note}
  - {id: note, title: 批注, annotations: {of: comments}, severity: note}
"""
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def expect(actual, expected, what):
    if actual != expected:
        errors.append(f"{what}:\n  expected {expected!r}\n  was      {actual!r}")


def relations(pairs, base=OFFICE):
    rows = "".join(f'<Relationship Id="rId{i}" Type="{base}/{kind}" Target="{target}"/>'
                   for i, (kind, target) in enumerate(pairs, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def package(body, parts=(), part="word/document.xml", base=OFFICE, types=""):
    """Of the text of the part of the body, and others: (kind, name, text)."""
    folder = part[:part.rfind("/") + 1]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">'
                         '<Default Extension="xml" ContentType="application/xml"/>'
                         '<Default Extension="rels" ContentType='
                         '"application/vnd.openxmlformats-package.relationships+xml"/>'
                         f'<Override PartName="/{part}" ContentType="{MAIN}"/>{types}</Types>')
        archive.writestr("_rels/.rels", relations([("officeDocument", part)], base))
        archive.writestr(zipfile.ZipInfo("media/picture.bin", (2024, 5, 6, 7, 8, 10)), bytes(range(256)))
        archive.writestr(part, body)
        rows = [(kind, name) for kind, name, _ in parts]
        if rows:
            archive.writestr(f"{folder}_rels/{part[len(folder):]}.rels", relations(rows, base))
        for _, name, text in parts:
            archive.writestr(folder + name, text, zipfile.ZIP_STORED)
    return out.getvalue()


def document(body, names=NAMES):
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document {names}><w:body>{body}' \
           '<w:sectPr/></w:body></w:document>'


def r(words, look="", space=""):
    return f"<w:r>{look and f'<w:rPr>{look}</w:rPr>'}<w:t{space}>{words}</w:t></w:r>"


def p(*parts, style=""):
    return f"<w:p>{style}{''.join(parts)}</w:p>"


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


HEAD = p(r("某街道2024年度报告")) + p(r("一、主要做法")) + p(r("街道办事处开展了工作，成效明显，群众满意。" * 14))
TAIL = p(r("二、有关安排")) + p(r("继续努力。"))


def part(root, words, names=NAMES):
    return f"<w:{root} {names}>{words}</w:{root}>"


def initials(words):
    """By which hegui knows a comment that nobody has changed."""
    number = 14695981039346656037
    for byte in words.encode():
        number = (number ^ byte) * 1099511628211 % (1 << 64)
    return f"HG{number & 0xFFFF:04X}"


def comment(number, words, author="李某", more=""):
    own = f' w:initials="{initials(words)}"' if author == "hegui" else ""
    return (f'<w:comment w:id="{number}" w:author="{author}"{own}>'
            f"<w:p{more}><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>")


# Name, body, what the comments' ranges hold, in the order of the findings, and parts.
PLAIN = [
    ("one run", p(r("全年好坏甲多。")), ["坏甲"]),
    ("a run's beginning and end", p(r("坏甲好"), r("好坏乙")), ["坏甲", "坏乙"]),
    ("looks", p(r("前面坏甲后面", '<w:b/><w:color w:val="FF0000"/>')), ["坏甲"]),
    ("several runs", p(r("前坏", "<w:b/>"), r("甲乙后", "<w:i/>")), ["坏甲乙"]),
    ("entities", p(r("&lt;坏甲&amp;&#22351;&#x4E59;&gt;")), ["坏甲", "坏乙"]),
    ("blanks", p(r("一 坏甲 二 坏乙 三"), r(" 四 坏丙 五 ", space=' xml:space="preserve"')),
     ["坏甲", "坏乙", "坏丙"]),
    ("outer blanks", p(r("  一 坏甲 二 坏乙 三  "), r(" 坏丙"), r("坏丁 "), r("四 坏戊 ")),
     ["坏甲", "坏乙", "坏丙", "坏丁", "坏戊"]),
    ("two in a run", p(r("坏甲坏乙")), ["坏甲", "坏乙"]),
    ("tabs in a run", p("<w:r><w:t>一</w:t><w:tab/><w:t>坏甲</w:t><w:br/><w:t>坏乙二</w:t></w:r>"),
     ["坏甲", "坏乙"]),
    ("a picture in a run", p("<w:r><w:t>坏甲</w:t><w:drawing/><w:t>好</w:t></w:r>"), ["坏甲"]),
    ("an empty paragraph", "<w:p/>" + p() + p(r("坏甲")), ["坏甲"]),
    ("a look that was changed",
     p(r("一坏甲二", '<w:b/><w:rPrChange w:id="3" w:author="李某"><w:rPr/></w:rPrChange>')), ["一坏甲二"]),
    ("an insertion", p(r("一"), '<w:ins w:id="4" w:author="李某">' + r("二坏甲三") + "</w:ins>", r("四")),
     ["二坏甲三"]),
    ("a deletion", p(r("一坏"), '<w:del w:id="5" w:author="李某"><w:r><w:delText>删</w:delText></w:r></w:del>',
                     r("甲二")), ["坏甲"]),
    ("a link", p(r("一"), '<w:hyperlink w:anchor="x">' + r("二坏甲三") + "</w:hyperlink>", r("四")),
     ["二坏甲三"]),
    ("a control", p(r("一"), "<w:sdt><w:sdtPr/><w:sdtContent>" + r("二坏甲三") + "</w:sdtContent></w:sdt>"),
     ["二坏甲三"]),
    ("a field", p(r("一"), mark("begin"), "<w:r><w:instrText>REF x</w:instrText></w:r>", mark("separate"),
                  r("二坏甲三"), mark("end"), r("四坏乙")), ["二坏甲三", "坏乙"]),
    ("a field in one run", p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText>'
                             '<w:fldChar w:fldCharType="separate"/><w:t>二坏甲三</w:t>'
                             '<w:fldChar w:fldCharType="end"/></w:r>'), ["二坏甲三"]),
    ("a simple field", p(r("一"), '<w:fldSimple w:instr="REF x">' + r("坏甲三") + "</w:fldSimple>"), ["坏甲三"]),
    ("into a field", p(r("一坏"), mark("begin"), "<w:r><w:instrText>REF x</w:instrText></w:r>",
                       mark("separate"), r("甲三"), mark("end")), ["坏甲三"]),
    ("a field over paragraphs", p(r("一"), mark("begin"), "<w:r><w:instrText>REF x</w:instrText></w:r>",
                                  mark("separate"), r("二")) + p(r("坏甲三")) + p(r("三"), mark("end")), [""]),
    ("ruby", p(r("一"), "<w:r><w:ruby><w:rt>" + r("huài") + "</w:rt><w:rubyBase>" + r("坏甲") +
               "</w:rubyBase></w:ruby></w:r>"), ["huài坏甲"]),
    ("direction", p('<w:bdo w:val="ltr">' + r("一坏甲") + "</w:bdo>"), ["一坏甲"]),
    ("a table", "<w:tbl><w:tr><w:tc>" + p(r("一坏甲")) + "</w:tc><w:tc>" + p(r("坏乙二")) + "</w:tc></w:tr>"
     "<w:tr><w:tc>" + p() + "</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", ["坏甲", "坏乙"]),
    ("a control around paragraphs", "<w:sdt><w:sdtPr/><w:sdtContent>" + p(r("一坏甲")) + "</w:sdtContent></w:sdt>",
     ["坏甲"]),
    ("a control with data", p(r("前")) + '<w:sdt><w:sdtPr><w:dataBinding w:xpath="x"/></w:sdtPr><w:sdtContent>' +
     p(r("一坏甲")) + "</w:sdtContent></w:sdt>", [""]),
    ("a comment that is there", p('<w:commentRangeStart w:id="2"/>', r("一坏甲"), '<w:commentRangeEnd w:id="2"/>'
     '<w:r><w:commentReference w:id="2"/></w:r>', r("坏乙")), ["一坏甲", "坏甲", "坏乙"],
     [("comments", "comments.xml", part("comments", comment(2, "改一改") + comment(7, "旧的")))]),
    ("a note", p(r("一"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r("二")) +
     p('<w:r><w:endnoteReference w:id="2"/></w:r>', r("三")), ["", ""],
     [("footnotes", "footnotes.xml", part("footnotes", '<w:footnote w:id="2">' + p(r("注坏甲")) + "</w:footnote>")),
      ("endnotes", "endnotes.xml", part("endnotes", '<w:endnote w:id="2">' + p(r("注坏乙")) + "</w:endnote>"))]),
    ("a header", p(r("一")), [""], [("header", "header1.xml", part("hdr", p(r("页眉坏甲"))))]),
    ("a text box", p(r("一"), "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>"
                     "<w:txbxContent>" + p(r("框坏甲")) + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
                     "<mc:Fallback><w:pict><w:txbxContent>" + p(r("框坏甲")) + "</w:txbxContent></w:pict>"
                     "</mc:Fallback></mc:AlternateContent></w:r>", r("二")), ["框坏甲框坏甲"]),
    ("an embedded page", p(r("前")) + '<w:altChunk r:id="rId1"/>' + p(r("后")), [""],
     [("aFChunk", "chunk.html", "<html><body><p>里面坏甲</p></body></html>")]),
    ("another root", "", [""], [("aFChunk", "chunk.html",
                                  "<p>某街道2024年度报告</p><p>一、工作安排</p><p>里面坏甲。" + "街道开展了工作。" * 40)]),
]


# Where no comment can stand at the words: it says which place it means.
ELSEWHERE = {"a field over paragraphs", "a control with data", "a note", "a header", "a text box",
             "an embedded page", "another root"}


class Copy:
    """What a part of a body has: by character, where it stands and how it looks; and its comments."""

    def __init__(self, text):
        self.characters, self.marks, self.fields = [], [], []
        self.open, self.ranges, self.depth = {}, {}, 0
        self.walk(etree.fromstring(text), [])

    def walk(self, node, path):
        name = node.tag.rsplit("}", 1)[-1]
        numbers = {key.rsplit("}", 1)[-1]: value for key, value in node.attrib.items()}
        if name == "fldChar":
            self.depth += {"begin": 1, "end": -1}.get(numbers["fldCharType"], 0)
        if name.startswith("comment"):
            self.marks.append((name, numbers["id"], tuple(path), self.depth))
            if name == "commentRangeStart":
                self.open[numbers["id"]] = ""
            if name == "commentRangeEnd":
                self.ranges[numbers["id"]] = self.open.pop(numbers["id"])
        if name in ("t", "delText"):
            # Word drops blanks at the ends of other elements.
            shown = node.text or ""
            if numbers.get("space") != "preserve":
                shown = shown.strip(" \t\r\n")
            for character in shown:
                self.characters.append((character, tuple(path)))
            for number in self.open if name == "t" else ():
                self.open[number] += shown
        elif name in ("tab", "br", "drawing", "instrText", "footnoteReference", "fldChar"):
            self.characters.append((name, tuple(path)))
        # A run is its look: several of one look are the same as one.
        look = ""
        for child in node:
            if name == "r" and child.tag.endswith("}rPr"):
                look = etree.tostring(child).decode().strip()
        for child in node:
            self.walk(child, path + [name + look])


def is_subsequence(short, long):
    rest = iter(long)
    return all(byte in rest for byte in short)


def packed(data):
    """The members as they lie in an archive, by name."""
    members = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            name, extra = struct.unpack("<HH", data[info.header_offset + 26:info.header_offset + 30])
            begin = info.header_offset + 30 + name + extra
            members[info.filename] = (data[begin:begin + info.compress_size], info.date_time,
                                      info.compress_type, info.external_attr)
    return members


def run(*arguments, code=None, cwd=None):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, cwd=cwd, text=True)
    if code is not None and done.returncode != code:
        errors.append(f"{arguments}: exit {done.returncode}, not {code}: {done.stdout}{done.stderr}")
    return done


def findings_of(folder, name):
    out = json.loads(run("check", "--no-config", "-r", "rules.yaml", "-f", "json", name, cwd=folder).stdout)
    return out["documents"][0]


def told(one):
    return [(f["rule"], f["message"], f["line"], f["column"], f["quote"]) for f in one["findings"]]


def own_comments(data):
    """Ids and paragraphs of our comments, in the order of the part; all ids."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        targets = [(name, row.get("Target")) for name in archive.namelist() if name.endswith(".rels")
                   for row in etree.fromstring(archive.read(name)) if row.get("Type").endswith("/comments")]
        if not targets:
            return {}, []
        (name, target), = targets
        place = pathlib.PurePosixPath("/" + name).parent.parent / target
        root = etree.fromstring(archive.read(str(place)[1:]))
    own, ids = {}, []
    for node in root:
        numbers = {key.rsplit("}", 1)[-1]: value for key, value in node.attrib.items()}
        ids.append(numbers["id"])
        if numbers["author"] == "hegui":
            own[numbers["id"]] = ["".join(t.text or "" for t in paragraph.iter() if t.tag.endswith("}t"))
                                  for paragraph in node]
    expect(len(ids), len(set(ids)), "comments of one id")
    return own, ids


ALLOWED = {"document", "body", "tbl", "tr", "tc", "sdt", "sdtContent", "p", "r"}


def check_copy(what, original, copy, one, ranges=None, main="word/document.xml"):
    before, after = packed(original), packed(copy)
    others = {"[Content_Types].xml", main, re.sub(r"([^/]+)$", r"_rels/\1.rels", main)}
    for name, member in before.items():
        if name not in others and "comments" not in name:
            expect(after.get(name) == member, True, f"{what}: {name} is the same")
    expect(list(after)[:len(before)], list(before), f"{what}: order of parts")
    with zipfile.ZipFile(io.BytesIO(original)) as archive, zipfile.ZipFile(io.BytesIO(copy)) as changed:
        expect(changed.testzip(), None, f"{what}: archive")
        old, new = archive.read(main), changed.read(main)
        for name in changed.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(changed.read(name))
    expect(is_subsequence(old, new), True, f"{what}: insertions only")
    was, now = Copy(old), Copy(new)
    expect(now.characters, was.characters, f"{what}: characters")
    own, ids = own_comments(copy)
    expect(len(own), len(one["findings"]), f"{what}: as many comments as findings")
    for (number, paragraphs), finding in zip(own.items(), one["findings"]):
        expect(finding["message"] in paragraphs[0], True, f"{what}: {paragraphs} of {finding['message']}")
        if finding["basis"]:
            expect(any(finding["basis"] in line for line in paragraphs), True, f"{what}: basis")
        changes = [edit["text"].strip() for edit in (finding["fix"] or {"edits": []})["edits"]]
        expect(all(any(text in line for line in paragraphs[1:]) for text in changes), True, f"{what}: fix")
        expect(all(any(line.endswith(related["message"]) for line in paragraphs)
                   for related in finding["related"]), True, f"{what}: related places")
        marks = [m for m in now.marks if m[1] == number]
        expect([m[0] for m in marks], ["commentRangeStart", "commentRangeEnd", "commentReference"],
               f"{what}: marks of {number}")
        for name, _, path, depth in marks:
            expect(({re.sub("<.*", "", step) for step in path} - ALLOWED, depth), (set(), 0), f"{what}: {name}")
    for name, number, path, _ in was.marks:
        expect((name, number) in [(m[0], m[1]) for m in now.marks], True, f"{what}: {name} {number} is kept")
    if ranges is not None:
        expect([now.ranges.get(number) for number in own], ranges, f"{what}: ranges")
    return own, now


def check_case(folder, what, data, ranges=None, main="word/document.xml"):
    (folder / "报告.docx").write_bytes(data)
    one = findings_of(folder, "报告.docx")
    expect(one["status"], "checked", f"{what}: {one['error'] if 'error' in one else ''}")
    for name in ("甲.docx", "乙.docx"):
        done = run("check", "--no-config", "-r", "rules.yaml", "-f", f"docx={name}", "报告.docx", cwd=folder)
        expect(done.stderr, "", what)
    copy = (folder / "甲.docx").read_bytes()
    expect((folder / "乙.docx").read_bytes() == copy, True, f"{what}: the same again")
    expect((folder / "报告.docx").read_bytes() == data, True, f"{what}: the report is as it was")
    own, now = check_copy(what, data, copy, one, ranges, main)
    for lines, finding in zip(own.values(), one["findings"]):
        if finding["rule"] != "t/plan":
            expect(any(line.startswith("位置：") for line in lines), what in ELSEWHERE, f"{what}: place in {lines}")
    # A comment of ours is no text, and a copy of the copy has it once.
    expect(told(findings_of(folder, "甲.docx")), told(one), f"{what}: checked again")
    run("check", "--no-config", "-r", "rules.yaml", "-f", "docx=丙.docx", "甲.docx", cwd=folder)
    again = (folder / "丙.docx").read_bytes()
    expect(list(own_comments(again)[0].values()), list(own.values()), f"{what}: comments of the copy of the copy")
    with zipfile.ZipFile(io.BytesIO(again)) as archive:
        second = Copy(archive.read(main))
    expect(second.characters, now.characters, f"{what}: characters of the copy of the copy")
    expect(sorted(second.ranges.values()), sorted(now.ranges.values()), f"{what}: ranges of the copy of the copy")
    return copy


def test_places(folder):
    for what, body, ranges, *parts in PLAIN:
        text = document((HEAD if body else "") + body + (TAIL if body else ""))
        if not body:
            text = document('<w:altChunk r:id="rId1"/>')
        check_case(folder, what, package(text, *parts), ranges)


def test_missing(folder):
    """At the heading that the part belongs before; behind the text without one."""
    copy = check_case(folder, "missing at the end", package(document(HEAD + p(r("全年工作到此说完，请审阅。")))), [""])
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        body = archive.read("word/document.xml").decode()
    expect(body.index("commentRangeStart") > body.index("请审阅"), True, "behind the text")


def test_packages(folder):
    """Wherever the parts lie, and whatever their prefixes are."""
    text = document(HEAD + p(r("一坏甲二")) + TAIL)
    check_case(folder, "another place", package(text, part="a/b/正文.xml"), ["坏甲"], "a/b/正文.xml")
    check_case(folder, "no folder", package(text, part="d.xml"), ["坏甲"], "d.xml")
    strict = text.replace(WORD, STRICT).replace(OFFICE, STRICT_OFFICE)
    copy = check_case(folder, "strict", package(strict, base=STRICT_OFFICE), ["坏甲"])
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        expect(STRICT in archive.read("word/comments.xml").decode(), True, "strict comments")
    other = text.replace("w:", "x:").replace("xmlns:w=", "xmlns:x=")
    check_case(folder, "prefix", package(other), ["坏甲"])
    default = re.sub(r"(</?)w:", r"\1", text).replace("xmlns:w=", "xmlns=")
    check_case(folder, "no prefix", package(default), ["坏甲"])
    check_case(folder, "mark", package("\ufeff" + text), ["坏甲"])
    comments = part("comments", comment(4294967295, "大") + comment(0, "小") + comment(2, "中"))
    check_case(folder, "ids", package(text, [("comments", "comments.xml", comments)]), ["坏甲"])
    check_case(folder, "closed comments",
               package(text, [("comments", "c/comments.xml", f"<w:comments {NAMES}/>")]), ["坏甲"])
    check_case(folder, "blanks in a tag", package(text.replace("xmlns:w=", "xmlns:w = ")), ["坏甲"])
    check_case(folder, "declared again", package(text.replace("<w:sectPr/>", f'<w:sectPr xmlns:w\n="{WORD}"/>')),
               ["坏甲"])
    told = "<Override PartName='/word/comments.xml' ContentType='x/y'/>"
    copy = check_case(folder, "a content type", package(text, types=told), ["坏甲"])
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        expect(archive.read("[Content_Types].xml").count(b"comments.xml"), 1, "one content type")
    # The name is another's.
    check_case(folder, "name", package(text, [("other", "comments.xml", "<a/>")]), ["坏甲"])


def test_utf16(folder):
    text = document(HEAD + p(r("一𠮷坏甲二")) + TAIL).replace("UTF-8", "UTF-16")
    data = package(text.encode("utf-16"))
    (folder / "报告.docx").write_bytes(data)
    run("check", "--no-config", "-r", "rules.yaml", "-f", "docx=甲.docx", "报告.docx", cwd=folder)
    with zipfile.ZipFile(folder / "甲.docx") as archive:
        made = archive.read("word/document.xml")
    expect(list(Copy(made).ranges.values()), ["坏甲"], "utf-16")
    expect(is_subsequence(text.encode("utf-16"), made), True, "utf-16: insertions only")


def test_replies(folder):
    """Ours that somebody answered stays."""
    text = document(HEAD + p(r("一坏甲二")) + TAIL)
    (folder / "报告.docx").write_bytes(package(text))
    run("check", "--no-config", "-r", "rules.yaml", "-f", "docx=甲.docx", "报告.docx", cwd=folder)
    names = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    extended = f'<w15:commentsEx {names}><w15:commentEx w15:paraId="0000000A"/>' \
               '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/>' \
               '<w15:commentEx w15:paraId="0000000C"/></w15:commentsEx>'
    comments = part("comments", comment(0, "答过的", "hegui", ' w14:paraId="0000000A"') +
                    comment(1, "已经改了", "李某", ' w14:paraId="0000000B"') +
                    comment(2, "没有答的", "hegui", ' w14:paraId="0000000C"'))
    def around(number, words):
        return f'<w:commentRangeStart w:id="{number}"/>{words}<w:commentRangeEnd w:id="{number}"/>' \
               f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    text = document(HEAD + p(around(0, around(1, r("一坏甲"))), around(2, r("二"))) + TAIL)
    data = package(text, [("comments", "comments.xml", comments), ("commentsExtended", "more.xml", extended)])
    (folder / "报告.docx").write_bytes(data)
    run("check", "--no-config", "-r", "rules.yaml", "-f", "docx=甲.docx", "--overwrite", "报告.docx", cwd=folder)
    own, ids = own_comments((folder / "甲.docx").read_bytes())
    with zipfile.ZipFile(folder / "甲.docx") as archive:
        body, more = (archive.read(f"word/{name}.xml").decode() for name in ("document", "more"))
    expect((sorted(ids), [lines[0] for lines in own.values()][0]), (["0", "1", "3", "4"], "答过的"), "kept")
    expect(('w:id="2"' in body, "0000000C" in more, "0000000B" in more), (False, False, True), "gone")


def changed(data, name, change):
    """The archive with another text in that member."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
    return out.getvalue()


def test_others(folder):
    """What somebody wrote stays, under whatever name, and so does what somebody changed in ours."""
    (folder / "报告.docx").write_bytes(package(document(HEAD + p(r("一坏甲二"), r("坏乙")) + TAIL)))
    run("check", "--no-config", "-r", "rules.yaml", "-f", "docx=甲.docx", "报告.docx", cwd=folder)
    text = comment(90, "人写的", "hegui").replace(initials("人写的"), "HG").encode()
    copy = changed((folder / "甲.docx").read_bytes(), "word/comments.xml",
                   lambda xml: xml.replace("换成好的".encode(), "已经换了".encode(), 1)
                   .replace(b"</w:comments>", text + b"</w:comments>"))
    (folder / "甲.docx").write_bytes(copy)
    one = findings_of(folder, "甲.docx")
    expect([f["rule"] for f in one["findings"]].count("t/note"), 1, "a comment that was changed is read")
    run("check", "--no-config", "-r", "rules.yaml", "-f", "docx=乙.docx", "甲.docx", cwd=folder)
    own, _ = own_comments((folder / "乙.docx").read_bytes())
    words = ["".join(lines) for lines in own.values()]
    expect([sum(part in line for line in words) for part in ("人写的", "已经换了", "换成好的")], [1, 2, 2],
           f"kept: {words}")


def test_files(folder):
    """What may be replaced, and what an office is told."""
    good = package(document(HEAD + p(r("坏甲")) + TAIL))
    (folder / "好.docx").write_bytes(good)
    (folder / "坏.docx").write_bytes(good[:len(good) // 2])
    (folder / "报告.txt").write_text("某街道2024年度报告\n一、工作安排\n坏甲。" + "街道开展了工作。" * 40)
    check = ("check", "--no-config", "-r", "rules.yaml", "--fail-on", "never")
    run(*check, "-f", "docx=出/", "好.docx", "坏.docx", "报告.txt", cwd=folder, code=2)
    expect(sorted(path.name for path in (folder / "出").iterdir()), ["好.docx", "报告.txt.docx"], "folder")
    run(*check, "-f", "docx=出/好.docx", "好.docx", cwd=folder, code=0)
    # Somebody worked on the copy.
    copy = (folder / "出/好.docx").read_bytes()
    for name, change in (("word/document.xml", lambda xml: xml.replace("努力".encode(), "奋斗".encode())),
                         ("word/comments.xml", lambda xml: xml.replace("换成".encode(), "改成".encode())),
                         ("word/comments.xml", lambda xml: xml.replace(
                             b"<!--", comment(90, "请看").encode() + b"<!--")),
                         ("media/picture.bin", lambda bytes: bytes[1:])):
        edited = changed(copy, name, change)
        (folder / "出/好.docx").write_bytes(edited)
        done = run(*check, "-f", "docx=出/好.docx", "好.docx", cwd=folder, code=2)
        expect("没有动它" in done.stderr, True, f"{name}: {done.stderr}")
        expect((folder / "出/好.docx").read_bytes() == edited, True, f"{name}: what somebody worked on")
    # It is the same however it is packed.
    (folder / "出/好.docx").write_bytes(changed(copy, "", bytes))
    run(*check, "-f", "docx=出/好.docx", "好.docx", cwd=folder, code=0)
    done = run(*check, "-f", "docx=好.docx", "好.docx", cwd=folder, code=2)
    expect("是要读的文件" in done.stderr, True, done.stderr)
    done = run(*check, "-f", "docx=x.docx", "好.docx", "报告.txt", cwd=folder, code=2)
    expect("docx=文件夹/" in done.stderr, True, done.stderr)
    done = run(*check, "-f", "docx", "好.docx", cwd=folder, code=2)
    expect("docx=文件" in done.stderr, True, done.stderr)
    done = run(*check, "-f", "docx=x.docx", "坏.docx", cwd=folder, code=2)
    expect(("没有写出文档" in done.stderr, (folder / "x.docx").exists()), (True, False), done.stderr)
    (folder / "宏.docm").write_bytes(good)
    done = run(*check, "-f", "docx=x.docx", "宏.docm", cwd=folder, code=2)
    expect((".docm" in done.stderr, (folder / "x.docx").exists()), (True, False), done.stderr)
    done = run(*check, "-f", "docx=x.docm", "好.docx", cwd=folder, code=2)
    expect((".docx" in done.stderr, (folder / "x.docm").exists()), (True, False), done.stderr)
    run(*check, "-f", "docx=x.docm", "宏.docm", cwd=folder, code=0)
    # Of nothing to say a copy is made all the same, which the next run may replace.
    (folder / "净.docx").write_bytes(package(document(HEAD + TAIL)))
    for _ in range(2):
        run(*check, "-f", "docx=净.批注.docx", "净.docx", cwd=folder, code=0)


def test_packing(folder):
    """What lies in the package beside the text."""
    def with_member(name, method=zipfile.ZIP_STORED, extra=b""):
        out = io.BytesIO(package(document(HEAD + p(r("坏甲")) + TAIL)))
        with zipfile.ZipFile(out, "a") as archive:
            info = zipfile.ZipInfo(name)
            info.compress_type, info.extra = method, extra
            archive.writestr(info, b"<x/>" * 100)
            archive.comment = b"." * 60000  # What the extra field says that it has lies in the file.
        return out.getvalue()

    check = ("check", "--no-config", "-r", "rules.yaml", "--fail-on", "never")
    (folder / "压.docx").write_bytes(with_member("media/x", zipfile.ZIP_BZIP2))
    (folder / "好.docx").write_bytes(with_member("media/x", extra=b"\xfe\xca\xff\x7f"))
    done = run(*check, "-f", "docx=出/", "压.docx", "好.docx", cwd=folder, code=2)
    expect("“media/x”用了不支持的压缩方法" in done.stderr, True, done.stderr)
    expect([path.name for path in (folder / "出").iterdir()], ["好.docx"], "the other is written")
    (folder / "签.docx").write_bytes(with_member("_xmlsignatures/sig1.xml"))
    done = run(*check, "-f", "docx=签注.docx", "签.docx", cwd=folder, code=0)
    expect("有数字签名" in done.stderr, True, done.stderr)


TEXTS = {
    "报告.txt": "某街道2024年度报告\n\n一、主要做法\n    全年好坏甲多。" + "街道开展了工作。" * 40 + "\n坏乙\t后\n前\x01\x7f坏丁\n",
    "报告.md": "# 某街道2024年度报告\n\n## 一、主要做法\n\n全年**好坏甲**多。" + "街道开展了工作。" * 40 +
             "\n\n- 坏乙的工作已经开展，成效良好。\n- 丙 &amp; 坏丁的工作也已经开展，成效良好。\n\n| 甲 | 乙 |\n|---|---|\n| 坏丙 |  |\n",
    "报告.html": "<title>x</title><h1>某街道2024年度报告</h1><h2>一、主要做法</h2><p>全年好<b>坏</b>甲多。" +
               "街道开展了工作。" * 40 + "<ol><li>坏乙<li>丙</ol><table><tr><td rowspan=2>坏丙<td>a<tr><td></table>",
}


def test_texts(folder):
    """A DOCX of the words, with every comment at exactly its words."""
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
        one = findings_of(folder, name)
        run("check", "--no-config", "-r", "rules.yaml", "-f", "docx=甲.docx", "--overwrite", name, cwd=folder)
        copy = (folder / "甲.docx").read_bytes()
        own, _ = own_comments(copy)
        with zipfile.ZipFile(io.BytesIO(copy)) as archive:
            made = Copy(archive.read("word/document.xml"))
        expect([made.ranges[number] for number in own],
               ["" if f["insertion"] else re.sub("[*]|<.*?>", "", f["quote"]) for f in one["findings"]],
               f"{name}: ranges")
        again = findings_of(folder, "甲.docx")
        expect([f["message"] for f in again["findings"]], [f["message"] for f in one["findings"]],
               f"{name}: findings of the document")
    reports = [path for path in sorted(examples.rglob("*")) if path.suffix in (".txt", ".md", ".html")]
    run("check", "--no-config", "-f", "docx=例/", *reports, cwd=folder)
    made = sorted((folder / "例").iterdir())
    expect(len(made) >= 3, True, f"examples: {made}")
    return made


def test_office(folder):
    office = shutil.which("soffice")
    if not office:
        sys.exit(77)
    (folder / "入").mkdir()
    for i, (what, body, ranges, *parts) in enumerate(PLAIN):
        if body:
            (folder / f"入/{i}.docx").write_bytes(package(document(HEAD + body + TAIL), *parts))
    run("check", "--no-config", "-r", "rules.yaml", "-f", "docx=注/", *sorted((folder / "入").iterdir()),
        cwd=folder)
    reports = [path for path in sorted(examples.rglob("*")) if path.suffix in (".txt", ".md", ".html")]
    run("check", "--no-config", "-f", "docx=注/", *reports[:4], cwd=folder)
    made = sorted((folder / "注").iterdir())

    def convert(to, out):
        subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                        to, "--outdir", folder / out, *made], check=True, capture_output=True, timeout=300)

    convert("docx", "回")
    for path in made:
        own, ids = own_comments(path.read_bytes())
        kept, all_kept = own_comments((folder / "回" / path.name).read_bytes())
        # LibreOffice 7.4 takes the first line of a comment in a control for a word of the control.
        told, told_again = (sorted("".join(lines[-3:]) for lines in all.values()) for all in (own, kept))
        expect(told_again, told, f"{path.name}: kept by LibreOffice")
    convert("pdf:writer_pdf_Export:" + json.dumps({"ExportNotes": {"type": "boolean", "value": "true"}}), "页")
    for path in made:
        with zipfile.ZipFile(path) as archive:
            marks = Copy(archive.read("word/document.xml")).marks
        count = sum(name == "commentReference" for name, *_ in marks)
        page = (folder / "页" / path.name).with_suffix(".pdf").read_bytes()
        expect(len(re.findall(rb"/Subtype ?/Text\b", page)), count, f"{path.name}: notes on pages")


def main():
    tests = [test_office] if "soffice" in sys.argv[3:] else \
        [test_places, test_missing, test_packages, test_utf16, test_replies, test_others, test_files,
         test_packing, test_texts]
    for test in tests:
        with tempfile.TemporaryDirectory() as name:
            (pathlib.Path(name) / "rules.yaml").write_text(RULES)
            test(pathlib.Path(name))
    print("\n".join(errors))
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
