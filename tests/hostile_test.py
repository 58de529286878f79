#!/usr/bin/env python3
"""Files that nobody should have to trust: bombs, torn archives, bottomless nesting, a million
paragraphs, what is no report at all, rule files that would take for ever. Each is made here, in a
temporary folder.

    hostile_test.py PROGRAM     exit 0: as below, 1: not

In one run with a good report each bad file gets one message that says why, the good one is
checked, and the exit code is 2. Each alone takes neither long nor much memory. The bounds are
those of the sanitizer build on a busy machine; others stay far below them.
"""

import json
import multiprocessing
import os
import resource
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from pathlib import Path

MOST_SECONDS = 60
MOST_MEMORY = 1 << 30
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SENTENCE = "镇综合执法队按月开展巡查，办结案件36件。"

GIBIBYTE = 1 << 30
LARGEST_FILE = 256 << 20
OLE = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(504)


def zeros(size):
    """Deflated; made once, since a gigabyte takes seconds."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    step = bytes(1 << 20)
    packed = [packer.compress(step) for _ in range(size >> 20)]
    crc = 0
    for _ in range(size >> 20):
        crc = zlib.crc32(step, crc)
    return b"".join(packed) + packer.flush(), crc


class Entry:
    def __init__(self, name, text=b"", **other):
        self.name = name.encode()
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        self.packed = packer.compress(text) + packer.flush()
        self.crc = zlib.crc32(text)
        self.size = len(text)
        self.flags = 0
        for key, value in other.items():
            setattr(self, key, value)


def archive(entries):
    """A ZIP archive in which anything can be untrue (APPNOTE.TXT 4.3)."""
    out, directory = bytearray(), bytearray()
    for entry in entries:
        common = struct.pack("<HHHHHIIIHH", 20, entry.flags, 8, 0, 0, entry.crc,
                             len(entry.packed), entry.size, len(entry.name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + common
        directory += struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + entry.name
        out += b"PK\3\4" + common + entry.name + entry.packed
    end = struct.pack("<HHHHIIH", 0, 0, len(entries) & 0xFFFF, len(entries) & 0xFFFF,
                      len(directory), len(out), 0)
    return bytes(out + directory + b"PK\5\6" + end)


def body(inner):
    return f"<w:document {WORD}><w:body>{inner}</w:body></w:document>".encode()


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def relations(targets, kind="header"):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
    rows = (f'<Relationship Id="r{i}" Type="{kind}" Target="{target}"/>'
            for i, target in enumerate(targets))
    return f"<Relationships>{''.join(rows)}</Relationships>".encode()


def docx(inner, *others):
    return archive([Entry("word/document.xml", body(inner)), *others])


def odt(inner, styles=""):
    return archive([
        Entry("mimetype", b"application/vnd.oasis.opendocument.text"),
        Entry("content.xml", (f"<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>"
                              f"<office:body><office:text>{inner}</office:text></office:body>"
                              "</office:document-content>").encode())])


def ofd(objects, common="", pages=1, *others):
    """Pages that are one and the same."""
    return archive([
        Entry("OFD.xml", b"<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>"),
        Entry("D/Document.xml", (f"<Document><CommonData>{common}</CommonData><Pages>"
                                 + '<Page BaseLoc="P.xml"/>' * pages + "</Pages></Document>").encode()),
        Entry("D/P.xml", f'<Page><Template TemplateID="1"/><Content><Layer>{objects}</Layer></Content></Page>'
              .encode()), *others])


def text_object(text, y=10):
    return f'<TextObject Boundary="20 {y} 170 6" Size="5"><TextCode X="0" Y="5">{text}</TextCode></TextObject>'


def units_in_units(count):
    """Each refers to the next one ten times, the last one to the first."""
    refer = '<CompositeObject ResourceID="{}"/>'
    return ("<Res><CompositeGraphicUnits>" + "".join(
        f'<CompositeGraphicUnit ID="{i}"><Content>{refer.format((i + 1) % count) * 10}</Content>'
        "</CompositeGraphicUnit>" for i in range(count)) + "</CompositeGraphicUnits></Res>").encode()


def nested(tag, depth, inner):
    return f"<{tag}>" * depth + inner + f"</{tag}>" * depth


def bad_files():
    """Name, content, and words of the message."""
    packed, crc = zeros(GIBIBYTE)
    bomb = {"packed": packed, "crc": crc, "size": GIBIBYTE}
    yield "bomb.docx", archive([Entry("word/document.xml", **bomb)]), "解压后超过"
    # Nobody has to tell the truth about sizes.
    liar = {"packed": packed, "crc": crc, "size": 1000}
    yield "bomb-that-lies.docx", archive([Entry("word/document.xml", **liar)]), "word/document.xml"
    packed, crc = zeros(64 << 20)
    headers = [f"header{i}.xml" for i in range(60)]
    yield "many-bombs.docx", docx(
        paragraph(SENTENCE), Entry("word/_rels/document.xml.rels", relations(headers)),
        *(Entry(f"word/{name}", packed=packed, crc=crc, size=64 << 20) for name in headers),
    ), "header"
    # Documents in a document, each of which is one.
    chunks = [f"chunk{i}.docx" for i in range(60)]
    inner = archive([Entry("word/document.xml", packed=packed, crc=crc, size=64 << 20)])
    yield "embedded-bombs.docx", docx(
        "".join(f'<w:altChunk r:id="r{i}"/>' for i in range(60)),
        Entry("word/_rels/document.xml.rels", relations(chunks, "aFChunk")),
        *(Entry(f"word/{name}", inner) for name in chunks)), "嵌入"
    inner = docx(paragraph(SENTENCE) * 20)
    for _ in range(4):
        inner = docx('<w:altChunk r:id="r0"/>', Entry("word/a.docx", inner),
                     Entry("word/_rels/document.xml.rels", relations(["a.docx"], "aFChunk")))
    yield "embedded-too-deep.docx", inner, "嵌入的文档太多"
    inner = docx(paragraph(SENTENCE) * 20)
    for _ in range(2):
        inner = docx("".join(f'<w:altChunk r:id="r{i}"/>' for i in range(20)),
                     Entry("word/_rels/document.xml.rels", relations(["a.docx"] * 20, "aFChunk")),
                     Entry("word/a.docx", inner))
    yield "embedded-too-many.docx", inner, "嵌入的文档太多"
    chunk = "".join(f"巡{i}\n" for i in range(100_000)).encode()
    yield "embedded-paragraphs.docx", docx(
        '<w:altChunk r:id="r0"/>' * 30, Entry("word/a.txt", chunk),
        Entry("word/_rels/document.xml.rels", relations(["a.txt"], "aFChunk"))), "段落超过"
    yield "deep.xml", (f'<?xml version="1.0"?><w:wordDocument {WORD}><w:body>'
                       + nested("w:sect", 100_000, paragraph(SENTENCE))
                       + "</w:body></w:wordDocument>").encode(), "嵌套"
    yield "no-page.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n", "MHT"
    yield "entries.docx", archive([Entry(f"{i}") for i in range(100_000)]), "超过 10000 个"
    yield "deep.docx", docx(nested("w:sdt", 100_000, paragraph(SENTENCE))), "嵌套"
    yield "deep-runs.docx", docx(f"<w:p>{nested('w:ins', 100_000, '<w:r/>')}</w:p>"), "嵌套"
    good = docx(paragraph(SENTENCE))
    yield "truncated.docx", good[: len(good) // 2], "损坏"
    yield "not-closed.docx", docx("<w:p><w:r>")[:-200] + bytes(200), "损坏"
    yield "only-its-head.docx", good[:40], "损坏"
    yield "wrong-checksum.docx", archive(
        [Entry("word/document.xml", body(paragraph(SENTENCE)), crc=1)]), "校验和"
    yield "not-deflated.docx", archive(
        [Entry("word/document.xml", body(paragraph(SENTENCE)), packed=b"\xFF" * 100)]), "损坏"
    yield "with-password.docx", archive(
        [Entry("word/document.xml", body(paragraph(SENTENCE)), flags=1)]), "去掉密码"
    yield "not-xml.docx", archive([Entry("word/document.xml", b"<w:p" * 1000)]), "XML"
    yield "entities.docx", archive([Entry(
        "word/document.xml",
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>')]), "没有正文"
    yield "no-word.docx", archive([Entry("a.txt", b"a")]), "这是 ZIP 文件"
    yield "encrypted.docx", OLE + "EncryptedPackage".encode("utf-16-le") + bytes(500), "去掉密码"
    yield "old.doc", OLE + "WordDocument".encode("utf-16-le") + bytes(500), "另存为 DOCX"
    yield "old.wps", OLE + bytes(500), "另存为 DOCX"
    yield "text-named.docx", SENTENCE.encode() * 40, "不是 DOCX"
    yield "bomb.odt", archive([Entry("mimetype", b"application/vnd.oasis.opendocument.text"),
                               Entry("content.xml", **bomb)]), "解压后超过"
    yield "deep-lists.odt", odt(nested("text:section", 100_000, "<text:p/>")), "嵌套"
    yield "deep-spans.odt", odt(f"<text:p>{nested('text:span', 100_000, 'a')}</text:p>"), "嵌套"
    yield "repeated-cells.odt", odt(
        '<table:table><table:table-row table:number-rows-repeated="99999999">'
        '<table:table-cell table:number-columns-repeated="99999999"><text:p>巡查</text:p></table:table-cell>'
        "</table:table-row></table:table>"), "重复的行、格超过"
    # In each of them what makes no line of text.
    for name, inner in (("sections", '<text:section text:display="none"/>' * 50_000),
                        ("notes", f"<text:p>{'<text:note><text:note-body/></text:note>' * 5_000}</text:p>"),
                        ("comments", f"<text:p>{'<office:annotation><text:p>查</text:p></office:annotation>' * 5_000}</text:p>")):
        yield f"repeated-{name}.odt", odt(
            '<table:table><table:table-row table:number-rows-repeated="1000">'
            f'<table:table-cell table:number-columns-repeated="200">{inner}</table:table-cell>'
            "</table:table-row></table:table>"), "重复的行、格超过"
    yield "line-breaks.odt", odt("<text:p>" + "巡查<text:line-break/>" * 400_000 + "</text:p>"), "段落超过"
    yield "bomb.ofd", archive([Entry("OFD.xml", **bomb)]), "解压后超过"
    yield "units-in-units.ofd", ofd('<CompositeObject ResourceID="0"/>', "<PublicRes>R.xml</PublicRes>", 1,
                                    Entry("D/R.xml", units_in_units(12))), "对象超过"
    yield "large-template.ofd", ofd("", '<TemplatePage ID="1" BaseLoc="T.xml"/>', 1, Entry(
        "D/T.xml", f"<Page><Content>{text_object('巡查') * 100_000}</Content></Page>".encode())), "8 MiB"
    yield "pages.ofd", ofd(text_object("巡查"), pages=20_000), "页数超过"
    yield "full-page.ofd", ofd(text_object("巡" * 1_100_000)), "一页的字超过"
    yield "deep-blocks.ofd", ofd(nested("PageBlock", 100_000, text_object("巡查"))), "嵌套"
    yield "scan.ofd", ofd('<ImageObject ResourceID="1"/>', pages=3), "第1–3页没有文字"
    yield "page.pdf", b"%PDF-1.7\n", "PDF"
    yield "nul.txt", bytes(5000), "二进制"
    yield "no-encoding.txt", b"\xFF\xFF\x80\x81\xFE\xFF" * 300, "文本"
    yield "broken-utf8.txt", (SENTENCE.encode() * 10 + b"\xE4\xB8") * 6 + SENTENCE.encode(), "UTF-8"
    yield "empty.txt", b"", "空的"
    yield "empty.docx", b"", "空的"


def archives():
    """Name, content, words of the message: for the archive, or each member."""
    text = (SENTENCE * 100_000).encode()
    one = Entry("a.txt", text)
    members = archive([one])
    # All members are the first one.
    directory = members[members.index(b"PK\1\2"):-22]
    ends = struct.pack("<HHHHIIH", 0, 0, 60, 60, 60 * len(directory), members.index(b"PK\1\2"), 0)
    renamed = b"".join(directory.replace(b"a.txt", b"%02d.md" % i) for i in range(60))
    yield "one-text-60-times.zip", (
        members[:members.index(b"PK\1\2")] + renamed + b"PK\5\6" + ends), "重叠"
    yield "texts.zip", archive([Entry(f"{i}.txt", bytes(12 << 20)) for i in range(60)]), "解压后超过"
    packed, crc = zeros(24 << 20)
    inner = archive([Entry("word/document.xml", packed=packed, crc=crc, size=24 << 20)])
    yield "bombs.zip", archive([Entry(f"{i}.docx", inner) for i in range(500)]), "解压后超过"


HANGING_RULES = """hegui: 1
id: t
title: 报告
checks:
""" + "".join(f"  - {{id: a{i}, forbid: ['/(?:.|.){{17}}[\\x{{E000}}-\\x{{E0FF}}]{i}/']}}\n"
              for i in range(300))


def check_hanging_rules(program, report):
    """Patterns that stay just below what one match may take."""
    Path("hang.yaml").write_text(HANGING_RULES)
    Path("hang.txt").write_bytes(report)
    code, seconds, _, text = measure([program, "check", "-r", "./hang.yaml", "-f", "concise", "hang.txt"])
    if code != 2 or text.count("\n") != 1 or "算得太久" not in text or seconds > MOST_SECONDS:
        fail("hang.yaml", f"exit code {code} after {seconds:.1f} s: {text[-2000:]}")


def check_timeout(program):
    """A report that does not end: the run does, and leaves nothing."""
    begin = time.monotonic()
    child = subprocess.Popen([program, "check", "--timeout", "1", "-f", "json=late.json", "-"],
                             stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        code = child.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        code = "none"
    left = [name for name in os.listdir() if name.startswith("late.json")]
    if code != 2 or left or "--timeout 1" not in child.stderr.read().decode():
        fail("--timeout", f"exit code {code} after {time.monotonic() - begin:.1f} s, left: {left}")


def large_files():
    """What is read, or refused, but neither long nor with much memory; and what makes it."""
    line = SENTENCE.encode()
    yield "deep.html", lambda: nested("div", 100_000, SENTENCE).encode()
    yield "deep-inline.html", lambda: ("<p>" + "<b>" * 100_000 + SENTENCE).encode()
    yield "deep-tables.html", lambda: (b"<table><tr><td>" * 20_000) + line
    yield "misnested.html", lambda: (b"<a><b><p>" * 20_000) + line
    attributes = b" ".join(b'a%d="1"' % i for i in range(200_000))
    yield "attributes.html", lambda: b"<p " + attributes + b">" + line
    entries = b"".join("第{}项公共服务清单\n".format(i).encode() for i in range(60_000))
    yield "contents-without-end.txt", lambda: entries + entries + line
    yield "deep-quotes.md", lambda: b"> " * 100_000 + line
    yield "deep-lists.md", lambda: b"\n".join(b"  " * i + b"- a" for i in range(3_000))
    yield "brackets.md", lambda: b"[" * 1_000_000 + line
    yield "emphasis.md", lambda: b"*a **b " * 200_000 + line
    yield "backticks.md", lambda: b" ".join(b"`" * i for i in range(1, 1_500)) + line
    yield "comments.md", lambda: b"<!-- " * 200_000 + line
    definitions = b"".join(b"[%d]: /u\n" % i for i in range(50_000))
    yield "references.md", lambda: definitions + b"[1] " * 50_000
    yield "columns.md", lambda: b"|a" * 3_000 + b"\n" + b"|-" * 3_000 + (b"\n|b") * 3_000
    # A million paragraphs and a line of 50 MB are refused; less is read.
    for count in (1_000_000, 210_000):
        text = [line] * count
        yield f"{count}-paragraphs.txt", lambda: b"\n".join(text)
        yield f"{count}-paragraphs.md", lambda: b"\n\n".join(text)
        yield f"{count}-paragraphs.html", lambda: b"<p>" + b"\n<p>".join(text)
        yield f"{count}-paragraphs.docx", lambda: docx(paragraph("巡查") * count)
    yield "short-paragraphs.txt", lambda: "巡查。\n".encode() * 1_000_000
    for size in (50_000_000, 20_000_000):
        text = line * (size // len(line))
        yield f"line-of-{size}.txt", lambda: text
        yield f"line-of-{size}.md", lambda: text
        yield f"line-of-{size}.html", lambda: b"<p>" + text
        yield f"line-of-{size}.docx", lambda: docx(paragraph(text.decode()))
    yield "figures-of-towns.txt", lambda: "".join(f"青石镇　　{i % 97}\n" for i in range(200_000)).encode()
    yield "page-numbers.txt", lambda: "街道开展工作。\n".encode() + b"-1-\n" * 2_000_000
    yield "separators.docx", lambda: docx(paragraph("查\u2029" * 90_000 + "巡" * 4_000_000))
    yield "quotation-marks.txt", lambda: ("街道开展工作。" * 100 + "“" * 1_000_000).encode()
    yield "empty-elements.docx", lambda: docx("<a/>" * 2_000_000)
    yield "attributes.docx", lambda: docx("<w:p " + attributes.decode() + "/>")
    begin, end = ('<w:r><w:fldChar w:fldCharType="%s"/></w:r>' % kind for kind in ("begin", "end"))
    yield "open-fields.docx", lambda: docx("<w:p>" + begin * 100_000 + "</w:p>" + paragraph(SENTENCE))
    yield "deep-fields.docx", lambda: docx("<w:p>" + begin * 60_000 + end * 60_000 + "</w:p>")
    formula = "<w:r><w:instrText>EQ " + "\\o(" * 200_000 + "</w:instrText></w:r>"
    yield "deep-formula.docx", lambda: docx("<w:p>" + begin + formula + end + "</w:p>")
    yield "soft-returns.docx", lambda: docx(paragraph("巡查</w:t><w:br/><w:t>" * 200_000))
    yield "boxes.docx", lambda: docx(
        "<w:p>" + f"<w:pict><w:txbxContent>{paragraph('框')}</w:txbxContent></w:pict>" * 50_000 + "</w:p>")
    yield "prompts.docx", lambda: docx("<w:p>" + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                                       "<w:r><w:t>单击</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>XX</w:t></w:r>" * 50_000 + "</w:p>")
    yield "parts.mht", lambda: (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n"
                                + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 200_000)
    yield "200000-paragraphs.odt", lambda: odt("<text:p>巡查</text:p>" * 200_000)
    yield "list-items.odt", lambda: odt(
        '<text:list text:style-name="L"><text:list-item><text:p>巡查</text:p></text:list-item></text:list>' * 50_000,
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/>'
        "</text:list-style>")
    yield "hidden-comments.odt", lambda: odt(
        '<text:p><office:annotation office:name="a"><text:p>查</text:p></office:annotation>巡查'
        '<text:hidden-paragraph text:is-hidden="true"/></text:p>' * 30_000)
    # Pictures may be larger than any text.
    yield "picture.fodt", lambda: (
        '<office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>'
        f'<draw:frame><office:binary-data>{"A" * 100_000_000}</office:binary-data></draw:frame>{SENTENCE}</text:p></office:text>'
        "</office:body></office:document>").encode()
    yield "picture.mht", lambda: (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n"
        f"--a\nContent-Type: text/html; charset=utf-8\n\n<p>{SENTENCE}\n--a\nContent-Type: image/png\n"
        f"Content-Transfer-Encoding: base64\n\n{('A' * 76 + chr(10)) * 1_000_000}--a--\n").encode()
    yield "page-of-30-MiB.mht", lambda: (
        "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>" + SENTENCE * 600_000).encode()
    yield "picture.xml", lambda: (
        '<?xml version="1.0"?><pkg:package xmlns:pkg="p"><pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>'
        f'{"A" * 100_000_000}</pkg:binaryData></pkg:part></pkg:package>').encode()
    yield "text-of-80-MB.doc", lambda: ("街道开展工作。\n" * 4_000_000).encode()
    begin, end = ("".join(f'<office:annotation{kind} office:name="{i}"/>' for i in range(50_000))
                  for kind in ("", "-end"))
    yield "comments-over-empty-lines.odt", lambda: odt(
        f"<text:p>{begin}</text:p>" + "<text:p/>" * 150_000 + f"<text:p>{end}{SENTENCE}</text:p>")
    yield "on-one-place.ofd", lambda: ofd(text_object("巡查", 10) * 100_000)
    yield "columns.ofd", lambda: ofd("".join(
        f'<TextObject Boundary="{20 * i + 9 * row} {10 + 8 * row} 6 6" Size="3"><TextCode X="0" Y="3">12</TextCode></TextObject>'
        for row in range(2) for i in range(70_000)))
    yield "lines.ofd", lambda: ofd("".join(text_object("巡查街道", i) for i in range(50_000)))
    inserted = "<w:ins>" * 250 + "<w:r><w:t>{}</w:t></w:r>" + "</w:ins>" * 250
    yield "deep-insertion.docx", lambda: docx(f"<w:p>{inserted.format(SENTENCE * 300_000)}</w:p>")
    yield "deep-insertions.docx", lambda: docx(f"<w:p>{inserted.format(SENTENCE * 20)}</w:p>" * 4_000)
    yield "insertions.docx", lambda: docx(
        "<w:p>" + "<w:ins><w:r><w:t>巡</w:t></w:r></w:ins>" * 250_000 + "</w:p>")
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    level = (f'<w:lvl w:ilvl="0"><w:numFmt w:val="custom{"0" * 100_000}"/>'
             f'<w:lvlText w:val="{"%1" * 100_000}"/></w:lvl>')
    yield "long-label.docx", lambda: docx(
        numbered, Entry("word/_rels/document.xml.rels", relations(["numbering.xml"], "numbering")),
        Entry("word/numbering.xml", (
            f'<w:numbering><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1">'
            '<w:abstractNumId w:val="0"/></w:num></w:numbering>').encode()))
    abstracts = '<w:abstractNum w:abstractNumId="{}"/>'
    yield "abstract-numberings.docx", lambda: docx(
        numbered, Entry("word/_rels/document.xml.rels", relations(["numbering.xml"], "numbering")),
        Entry("word/numbering.xml", (
            f"<w:numbering>{''.join(map(abstracts.format, range(1_000_000)))}</w:numbering>").encode()))
    linked = '<w:abstractNum w:abstractNumId="-1"><w:numStyleLink w:val="a"/></w:abstractNum>'
    yield "linked-numbering.docx", lambda: docx(
        numbered * 100_000, Entry("word/_rels/document.xml.rels", relations(["numbering.xml"], "numbering")),
        Entry("word/numbering.xml", (
            f"<w:numbering>{linked}{''.join(map(abstracts.format, range(100_000)))}"
            '<w:num w:numId="1"><w:abstractNumId w:val="-1"/></w:num></w:numbering>').encode()))
    separator = f'<m:dPr><m:sepChr m:val="{"，" * 100_000}"/></m:dPr>'
    yield "separators.docx", lambda: docx(
        f"<w:p><m:oMath><m:d>{separator}{'<m:e/>' * 100_000}</m:d></m:oMath></w:p>")
    yield "row.docx", lambda: docx("<w:tbl><w:tr>" + "<w:tc/>" * 200_000 + "</w:tr></w:tbl>")
    yield "comment-ranges.docx", lambda: docx("<w:p>" + "".join(
        f'<w:commentRangeStart w:id="{i}"/>' for i in range(50_000)) + "</w:p>")


def check_endless(program):
    """No more is read than it takes to know that it is too much."""
    for words in (["/dev/zero"], ["-r", "/dev/zero", "good.txt"], ["--baseline", "/dev/zero", "good.txt"]):
        code, seconds, memory, out = measure([program, "check", "-f", "concise", *words])
        if code != 2 or "MiB" not in out or seconds > MOST_SECONDS or memory > MOST_MEMORY // 2:
            fail(str(words), f"exit code {code} after {seconds:.1f} s with {memory >> 20} MiB: {out[:300]}")


def check_baselines(program, report):
    """Refused before they are built in memory."""
    Path("known.txt").write_bytes(report)
    keys = ",".join(f'"k{i}":1' for i in range(500_000))
    entry = '{"path":"a.txt","rule":"fazhi/plan","fingerprint":"%016x","count":1,"quote":"x"}'
    entries = ",".join(entry % i for i in range(200_000))
    frame = '{"hegui-baseline":2,"entries":[%s]}'
    for name, text, codes, words in (
            ("keys.json", '{"hegui-baseline":2,"entries":[],' + keys + "}", {2}, "太多"),
            ("keys-of-entry.json", frame % ("{" + keys + "}"), {2}, "太多"),
            ("entries.json", frame % (entries + ",{}" * 10), {2}, "太多"),
            ("count.json", frame % entry.replace("1,", "9999999999999999999,") % 1, {2}, "正整数"),
            ("many.json", frame % entries, {0, 1}, "")):
        Path(name).write_text(text)
        code, seconds, memory, out = measure([program, "check", "-f", "concise", "--baseline", name, "known.txt"])
        if code not in codes or words not in out or seconds > MOST_SECONDS or memory > MOST_MEMORY:
            fail(name, f"exit code {code} after {seconds:.1f} s with {memory >> 20} MiB: {out[-300:]}")
        os.remove(name)


def rule_files():
    """Name, content, and words of what `rules check` says."""
    head = "hegui: 1\nid: t\ntitle: 报告\n"
    yield "keys.yaml", head + "".join(f"k{i}: 1\n" for i in range(40_000)), "超过 1000 个键"
    words = "".join(f"    - 词{i:06}\n" for i in range(40_000))
    # The lists of a set without rules are for others.
    rule = "checks:\n  - {id: x, forbid: [错]}\n"
    yield "words.yaml", head + rule + "terms:\n  a:\n" + words, "没有用到"
    words = ", ".join("甲" * i for i in range(1, 1_000))
    yield "words-in-words.yaml", f"{head}terms:\n  a: [{words}]\n", "没有看哪些词不起作用"
    lines = ["  a0: &a0 [一, 二, 三, 四, 五, 六, 七, 八, 九]"]
    lines += [f"  a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 5)]
    yield "aliases.yaml", head + "terms:\n" + "\n".join(lines) + "\n", "个问题没有列出"
    words = ", ".join(f"词{i}" for i in range(10_000))
    lists = "".join(f"  b{i}: [$a, $a, $a]\n" for i in range(900))
    yield "lists-of-lists.yaml", f"{head}terms:\n  a: [{words}]\n{lists}", "词表展开后共超过"
    check = "checks:\n  - {id: c, forbid: [%s]}\n"
    yield "lists-in-a-pattern.yaml", (
        f"{head}terms:\n  a: [{words}]\n" + check % ("'/" + "{a}" * 10_000 + "/'")), "代入词表后超过"
    patterns = ", ".join(f"'/a{i}[^。]*b/'" for i in range(50_000))
    yield "patterns.yaml", head + check % patterns, "正则超过 2000 个"
    yield "slow-patterns.yaml", head + check % ", ".join(
        f"'/[^。]{{6,}}甲{i}/'" for i in range(1_900)), "很慢"
    checks = "".join(f"  - {{id: c{i}, forbid: [词]}}\n" for i in range(2_000))
    yield "checks.yaml", head + "checks:\n" + checks, "规则和检查超过 1000 条"
    names = "".join(f"  - {{id: r{i}, found-by: [{{heading: [$l{i}]}}]}}\n" for i in range(900))
    lists = "".join(f"  m{i}: [词]\n" for i in range(900))
    yield "unknown-names.yaml", f"{head}terms:\n{lists}requirements:\n{names}", "个问题没有列出"


failures = []


def fail(name, what):
    failures.append(name)
    print(f"{name}: {what}")


def measure(arguments):
    """Exit code, seconds, peak memory, output."""
    with tempfile.TemporaryFile() as out:
        begin = time.monotonic()
        child = subprocess.Popen(arguments, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - begin
        out.seek(0)
        text = out.read().decode("utf-8", "replace")
    return child.returncode, seconds, usage.ru_maxrss << 10, text


def write_apart(name, make):
    """In a process of its own: the peak memory of a child begins with that of its parent."""
    child = os.fork()
    if child == 0:
        Path(name).write_bytes(make())
        os._exit(0)
    os.waitpid(child, 0)


def check_alone(program, path, codes, words=""):
    code, seconds, memory, text = measure([program, "check", "-r", "fazhi", "-f", "concise", path])
    if os.environ.get("HEGUI_VERBOSE"):
        print(f"{path:24} exit {code} {seconds:6.2f} s {memory >> 20:5} MiB  {text[:100].strip()}")
    if code not in codes or words not in text:
        fail(path, f"exit code {code}: {text[-2000:]}")
    if seconds > MOST_SECONDS:
        fail(path, f"took {seconds:.1f} s")
    if memory > MOST_MEMORY:
        fail(path, f"took {memory >> 20} MiB")


def check_some(program, taken):
    """Of the large files those that no other process has taken."""
    failures.clear()
    for number, (name, make) in enumerate(large_files()):
        with taken.get_lock():
            if number < taken.value:
                continue
            taken.value = number + 1
        write_apart(name, make)
        check_alone(program, name, {0, 1, 2})
        os.remove(name)
    sys.exit(len(failures))


def check_large_files(program):
    """One on each processor: they are most of the work."""
    taken = multiprocessing.Value("i", 0)
    workers = [multiprocessing.Process(target=check_some, args=(program, taken)) for _ in range(os.cpu_count() or 1)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
        failures.extend(["large files"] * abs(worker.exitcode))


def check_rules(program, path, words):
    code, seconds, memory, text = measure([program, "rules", "check", "./" + path])
    if os.environ.get("HEGUI_VERBOSE"):
        print(f"{path:24} exit {code} {seconds:6.2f} s {memory >> 20:5} MiB  {text[-100:].strip()}")
    if code not in (0, 2) or words not in text:
        fail(path, f"exit code {code}, “{words}” is expected: {text[-2000:]}")
    if seconds > MOST_SECONDS:
        fail(path, f"took {seconds:.1f} s")
    if memory > MOST_MEMORY:
        fail(path, f"took {memory >> 20} MiB")


def special_files():
    """What is no regular file; name and words of the message."""
    os.mkfifo("pipe.txt")
    yield "pipe.txt", "管道"
    os.symlink("nowhere.txt", "dangling.txt")
    yield "dangling.txt", "链接"
    os.symlink("circle.txt", "circle.txt")
    yield "circle.txt", "链接"
    yield "not-there.txt", "没有这个文件"
    if os.geteuid() != 0:
        Path("locked.txt").write_text(SENTENCE)
        os.chmod("locked.txt", 0)
        yield "locked.txt", "权限"


def go_down(name, times):
    """Makes a folder in a folder in a folder, and goes there."""
    for _ in range(times):
        os.mkdir(name)
        os.chdir(name)


def few_descriptors():
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))


def deep_folders(program, report):
    """The walk needs no descriptor for each level, and no path is too long for it to go on."""
    top = os.getcwd()
    go_down("deep", 1)
    Path("good.txt").write_bytes(report)
    os.mkdir(".git")
    Path(".gitignore").write_bytes(b"left-out.txt\n")
    Path(".hegui.yaml").write_bytes("set: {year: 2024}\n".encode())
    go_down("a", 600)
    Path("bottom.txt").write_bytes(report)
    Path("left-out.txt").write_bytes(report)
    Path(".gitignore").write_bytes(b"other.txt\n")
    os.chdir(top)
    folder = "a/" * 600
    for where, expected in (".", [folder + "bottom.txt", "good.txt"]), ("a", [folder + "bottom.txt"]):
        begin = time.monotonic()
        result = subprocess.run([program, "check", "-f", "jsonl", where], cwd="deep",
                                preexec_fn=few_descriptors, capture_output=True, text=True)
        if time.monotonic() - begin > MOST_SECONDS / 4:
            fail("deep", "took too long")
        paths = [json.loads(line)["path"] for line in result.stdout.splitlines() if '"path"' in line]
        if sorted(set(paths)) != expected or result.returncode == 2:
            fail("deep", f"exit code {result.returncode}: {result.stdout[-2000:]}{result.stderr}")
    # Below what a path can name.
    os.chdir("deep")
    go_down("b" * 250, 17)
    Path("lost.txt").write_bytes(report)
    os.chdir(top)
    code, _, _, text = measure([program, "check", "-f", "concise", "deep"])
    if code != 2 or "b" * 250 + ": error: 文件名太长" not in text or "bottom.txt" not in text:
        fail("too deep", f"exit code {code}: {text[-2000:]}")


def ignore_files(program, report):
    """What a foreign repository leaves out is found out in bounded time."""
    os.mkdir("ignoring")
    for i in range(25):
        Path("ignoring", "a" * 200 + f"{i}.txt").write_bytes(report)
    for count, codes in (9_990, {0, 1}), (40_000, {2}):
        Path("ignoring/.gitignore").write_text("".join(f"*a*a*a*a*{i}*b*\n" for i in range(count)))
        check_alone(program, "ignoring", codes)
    Path("ignoring/.gitignore").write_text("".join(f"**/*a/**/*a?*{i}*b*\n" for i in range(9_990)))
    check_alone(program, "ignoring", {0, 1})


def sparse_file(program):
    """Refused by its size: nothing of it is read."""
    for name in "sparse.txt", "sparse.docx", "sparse.zip":
        with open(name, "wb") as file:
            file.truncate(10 * GIBIBYTE)
        begin = time.monotonic()
        code, _, memory, text = measure([program, "check", "-f", "concise", name])
        if code != 2 or "256 MiB" not in text or memory > LARGEST_FILE or time.monotonic() - begin > 5:
            fail(name, f"exit code {code}, {memory >> 20} MiB: {text}")
        os.remove(name)


def main():
    program = os.path.realpath(sys.argv[1])
    report = (Path(__file__).parent.parent / "examples/good.txt").read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        expected = {}
        for name, content, words in bad_files():
            Path(name).write_bytes(content)
            check_alone(program, name, {2})
            expected[name] = words
        expected.update(special_files())
        Path("good.txt").write_bytes(report)
        names = [*expected, "good.txt"]
        code, _, _, text = measure([program, "check", "-f", "concise", *names])
        if code != 2:
            fail("all together", f"exit code {code}")
        lines = text.splitlines()
        for name, words in expected.items():
            own = [line for line in lines if line.startswith(name + ":")]
            if len(own) != 1 or words not in own[0]:
                fail(name, f"one line with “{words}” is expected, not {own}")
        alone = measure([program, "check", "-f", "concise", "good.txt"])[3]
        if "\n".join(line for line in lines if line.startswith("good.txt:")) != alone.strip():
            fail("good.txt", "is not checked as it is alone")
        deep_folders(program, report)
        ignore_files(program, report)
        sparse_file(program)
        check_large_files(program)
        for name, content, words in archives():
            Path(name).write_bytes(content)
            check_alone(program, name, {2}, words)
        check_endless(program)
        check_hanging_rules(program, report)
        check_baselines(program, report)
        check_timeout(program)
        for name, text, words in rule_files():
            Path(name).write_text(text)
            check_rules(program, name, words)
    print(f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
