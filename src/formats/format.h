#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "document/document.h"
#include "formats/run_program.h"
#include "text/replacement.h"

namespace hegui {

class Archive;

/// Bounds for untrusted input. A breach is an InputError for that file.
struct Limits {
  std::size_t bytes = 256U << 20;          ///< Of one file: pictures lie in it, too.
  std::size_t text_bytes = 24U << 20;      ///< Of its text; a report has thirty thousand.
  std::size_t unpacked_bytes = 64U << 20;  ///< Of all parts of an archive that are read.
  std::size_t entries = 10'000;            ///< Of an archive.
  std::size_t nesting = 256;               ///< Of elements.
  std::size_t blocks = 220'000;            ///< Of a document; a report has hundreds.
  std::size_t embedding = 2;               ///< Of documents inside documents.
};

/// What the user says about a file that it does not say itself.
struct ReadOptions {
  std::string format = {};    ///< --as; empty: by content, then extension.
  std::string encoding = {};  ///< --encoding; empty: found out.
  RunProgram run = {};        ///< For formats that another program reads; empty: there is none.
  Limits limits = {};
  EndOfTime end = EndOfTime::max();  ///< Of what other programs do to read it.
  /// Makes the bytes of a DOCX of those of a document that is read no other way; `extension` says
  /// what they are: ".doc", ".rtf". Throws InputError where it cannot, and at `end`. Empty: nothing
  /// can.
  std::function<std::string(const std::string& bytes, std::string_view extension, EndOfTime end)>
      convert = {};
  bool keep_file = false;  ///< Document::file is wanted.
  /// Of a document inside another: counts all that the outermost one, which owns it, is made of.
  /// Null for that one itself.
  std::size_t* embedded = nullptr;
};

struct Format {
  std::string_view name;
  std::span<const std::string_view> extensions;  ///< With the dot, lower case.
  Label summary;                                 ///< What it is, for people.
  std::size_t Limits::*largest;                  ///< Of its files, in bytes.
  /// By content; wins over the extension of another format. Null where content does not tell, and
  /// for a format that is a ZIP archive.
  bool (*recognise)(std::string_view bytes);
  /// The same, by what lies in a ZIP archive. Null for a format that is none.
  bool (*recognise_archive)(Archive& archive);
  /// Throws InputError. Bytes of a format that is an archive are one that was recognised.
  Document (*read)(std::string path, std::string bytes, const ReadOptions& options);
  /// The bytes that a document was read from with other words in its source, and nothing else
  /// changed. The replacements come in its order and do not overlap; each is_replaceable(). Throws
  /// InputError. Null for a format that is only read.
  std::string (*rewrite)(const Document& document, const std::string& bytes,
                         std::span<const Replacement> replacements, const Limits& limits);
};

std::span<const Format> formats();

/// Whether a file in a folder or an archive is taken for a report by its name: it has the extension
/// of a format, or of a document that has to be converted or unpacked before, which reading says.
bool is_report_path(std::string_view path);
/// Whether it is named like an archive that is read as a folder.
bool is_zip_path(std::string_view path);
/// How the name of the file beside a report ends, behind the report's own; it tells what is known
/// of it.
inline constexpr std::string_view side_file_ending = ".hegui.yaml";
/// Whether the bytes are an archive that is one document, or a workbook or the like, whatever it is
/// called, and so no folder of reports.
bool is_packed_document(std::string_view bytes, const Limits& limits);

/// Whether it is named like what Word and WPS (~$报告.docx) or LibreOffice (.~lock.报告.odt#) put
/// beside a document that somebody has open: who that is, and nothing of the document.
bool is_lock_path(std::string_view path);

/// Whether hegui can write the format that a document was read from.
bool is_writable(const Document& document);
/// Whether other words can take the place of those at a span of its source: not where other
/// people's changes, fields or locks are around them.
bool is_replaceable(const Document& document, const Replacement& replacement);
/// The bytes that a document was read from with other words in its source, as Format::rewrite says.
std::string rewritten(const Document& document, const std::string& bytes,
                      std::span<const Replacement> replacements, const Limits& limits = {});

/// Reads a report of any known format; throws InputError when the bytes are none, or over a limit.
Document read_document(std::string path, std::string bytes, const ReadOptions& options = {});

}  // namespace hegui
