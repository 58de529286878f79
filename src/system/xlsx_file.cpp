#include "system/xlsx_file.h"

#include <dlfcn.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "system/files.h"
#include "system/output_file.h"
#include "system/system_reason.h"
#include "system/temporary_file.h"
#include "system/torn_workbook.h"
#include "text/input_error.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t longest_string = 32'767;  // UTF-16 units, of a cell.

/// The functions of libxlsxwriter that are used, by their names.
struct Library {
  decltype(&::workbook_new_opt) workbook_new_opt;
  decltype(&::workbook_add_format) workbook_add_format;
  decltype(&::workbook_add_worksheet) workbook_add_worksheet;
  decltype(&::workbook_close) workbook_close;
  decltype(&::workbook_set_properties) workbook_set_properties;
  decltype(&::lxw_workbook_free) lxw_workbook_free;
  decltype(&::lxw_strerror) lxw_strerror;
  decltype(&::format_set_align) format_set_align;
  decltype(&::format_set_bg_color) format_set_bg_color;
  decltype(&::format_set_bold) format_set_bold;
  decltype(&::format_set_bottom) format_set_bottom;
  decltype(&::format_set_font_color) format_set_font_color;
  decltype(&::format_set_num_format) format_set_num_format;
  decltype(&::format_set_text_wrap) format_set_text_wrap;
  decltype(&::format_set_underline) format_set_underline;
  decltype(&::worksheet_autofilter) worksheet_autofilter;
  decltype(&::worksheet_conditional_format_range) worksheet_conditional_format_range;
  decltype(&::worksheet_fit_to_pages) worksheet_fit_to_pages;
  decltype(&::worksheet_freeze_panes) worksheet_freeze_panes;
  decltype(&::worksheet_repeat_rows) worksheet_repeat_rows;
  decltype(&::worksheet_set_column) worksheet_set_column;
  decltype(&::worksheet_set_landscape) worksheet_set_landscape;
  decltype(&::worksheet_set_paper) worksheet_set_paper;
  decltype(&::worksheet_set_row) worksheet_set_row;
  decltype(&::worksheet_write_number) worksheet_write_number;
  decltype(&::worksheet_write_string) worksheet_write_string;
  decltype(&::worksheet_write_url_opt) worksheet_write_url_opt;
};

/// Loaded once, for the rest of the run.
const Library& library() {
  static const Library loaded = [] {
    void* const handle = dlopen(HEGUI_XLSXWRITER, RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
      const char* const reason = dlerror();
      throw WriteError(say(
          "写 xlsx 要用 {0}，打不开它（{1}）：没有就安装（Debian：libxlsxwriter4），或改用 -f csv",
          "writing xlsx needs {0}, which cannot be loaded ({1}): if it is not installed, install "
          "it (Debian: libxlsxwriter4), or use -f csv",
          HEGUI_XLSXWRITER, reason ? reason : "?"));
    }
    Library functions{};
    const auto find = [&](auto& function, const char* name) {
      function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(handle, name));
      if (!function)
        throw WriteError(say("{} 里没有 {}", "{} does not contain {}", HEGUI_XLSXWRITER, name));
    };
#define HEGUI_FIND(name) find(functions.name, #name)
    HEGUI_FIND(workbook_new_opt);
    HEGUI_FIND(workbook_add_format);
    HEGUI_FIND(workbook_add_worksheet);
    HEGUI_FIND(workbook_close);
    HEGUI_FIND(workbook_set_properties);
    HEGUI_FIND(lxw_workbook_free);
    HEGUI_FIND(lxw_strerror);
    HEGUI_FIND(format_set_align);
    HEGUI_FIND(format_set_bg_color);
    HEGUI_FIND(format_set_bold);
    HEGUI_FIND(format_set_bottom);
    HEGUI_FIND(format_set_font_color);
    HEGUI_FIND(format_set_num_format);
    HEGUI_FIND(format_set_text_wrap);
    HEGUI_FIND(format_set_underline);
    HEGUI_FIND(worksheet_autofilter);
    HEGUI_FIND(worksheet_conditional_format_range);
    HEGUI_FIND(worksheet_fit_to_pages);
    HEGUI_FIND(worksheet_freeze_panes);
    HEGUI_FIND(worksheet_repeat_rows);
    HEGUI_FIND(worksheet_set_column);
    HEGUI_FIND(worksheet_set_landscape);
    HEGUI_FIND(worksheet_set_paper);
    HEGUI_FIND(worksheet_set_row);
    HEGUI_FIND(worksheet_write_number);
    HEGUI_FIND(worksheet_write_string);
    HEGUI_FIND(worksheet_write_url_opt);
#undef HEGUI_FIND
    return functions;
  }();
  return loaded;
}

std::string folder_for_reading() {
  try {
    return temporary_folder();
  } catch (const InputError& error) {
    throw WriteError(say("没有放临时文件的文件夹：{}", "there is no folder for temporary files: {}",
                         error.message()));
  }
}

/// Goes when the program has read it.
std::unique_ptr<TemporaryFile> file_for_reading() {
  const std::string folder = folder_for_reading();
  auto file = TemporaryFile::create(folder + "/hegui-XXXXXX");
  if (file) return file;
  const Message reason = reason_of(errno);
  throw WriteError(
      say("{} 里写不了临时文件：{}", "no temporary file can be written in {}: {}", folder, reason));
}

/// Throws where the library had no memory for what it was to make.
template <typename T>
T* made(T* thing) {
  if (!thing) throw std::bad_alloc();
  return thing;
}

/// A worksheet takes 128 KiB for the cells of a row, and some more.
constexpr std::size_t enough_for_sheet = 1 << 20;
/// A workbook is closed by writing its parts into an archive, each with a compressor of 300 KiB.
constexpr std::size_t enough_to_close = 4 << 20;

/// Throws where there is not enough memory, since the library does not look at what it is given: of
/// a worksheet that it could not make whole it frees what it never had, and it writes to null.
void want_memory(std::size_t enough) {
  void* volatile const room = std::malloc(enough);  // Else the compiler leaves both calls out.
  if (room == nullptr) throw std::bad_alloc();
  std::free(room);
}

/// What fits into a cell, as the library wants it.
std::string cell_text(std::string_view text) {
  std::size_t at = 0, units = 0;
  while (at < text.size()) {
    const std::size_t before = at;
    units += next_code_point(text, at) > 0xFFFF ? 2 : 1;
    if (units > longest_string) return std::string(text.substr(0, before));
  }
  return std::string(text);
}

/// A workbook says when it was made. The clock would make it another file in each run, so it is
/// SOURCE_DATE_EPOCH, or else the day that its archive gives for its parts, the first that ZIP
/// knows.
std::time_t creation_time() {
  constexpr std::time_t first_day = 315'532'800;        // 1980-01-01
  constexpr std::time_t last_second = 253'402'300'799;  // 9999-12-31T23:59:59
  const char* const given = std::getenv("SOURCE_DATE_EPOCH");
  const std::time_t time = given ? static_cast<std::time_t>(std::strtoll(given, nullptr, 10)) : 0;
  return time > 0 && time <= last_second ? time : first_day;
}

class XlsxWorkbook : public Workbook {
 public:
  explicit XlsxWorkbook(const std::string& path) {
    // A row is on the disk when the next one begins: memory does not grow with the rows.
    lxw_workbook_options options{};
    options.constant_memory = 1;
    book_ = made(use_.workbook_new_opt(path.c_str(), &options));
    lxw_doc_properties properties{};
    properties.created = creation_time();
    use_.workbook_set_properties(book_, &properties);
    make_formats();
  }
  ~XlsxWorkbook() override {
    if (book_) use_.lxw_workbook_free(book_);  // Closing would write it.
  }
  XlsxWorkbook(const XlsxWorkbook&) = delete;
  XlsxWorkbook& operator=(const XlsxWorkbook&) = delete;

  /// Of each sheet, those with cells.
  const std::vector<std::size_t>& rows() const { return rows_; }

  void close() {
    end_sheet();
    want_memory(enough_to_close);
    check(use_.workbook_close(std::exchange(book_, nullptr)));
  }

  void sheet(const std::string& name, const std::vector<SheetColumnFormat>& columns, bool filtered,
             std::size_t frozen) override {
    end_sheet();
    want_memory(enough_for_sheet);
    sheet_ = use_.workbook_add_worksheet(book_, name.c_str());
    rows_.push_back(0);
    if (!sheet_)
      throw WriteError(say("写不了工作表：临时文件打不开",
                           "the worksheet cannot be written: its temporary file cannot be opened"));
    row_ = 0;
    filtered_ = filtered;
    columns_ = columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      use_.worksheet_set_column(sheet_, column(i), column(i), columns[i].width, nullptr);
      text(i, columns[i].title, CellStyle::head);
    }
    use_.worksheet_freeze_panes(sheet_, 1, column(frozen));
    use_.worksheet_set_landscape(sheet_);
    use_.worksheet_set_paper(sheet_, 9);  // A4
    use_.worksheet_fit_to_pages(sheet_, 1, 0);
    use_.worksheet_repeat_rows(sheet_, 0, 0);
  }

  void row() override {
    end_row();
    ++row_;
  }

  void text(std::size_t at, std::string_view text, CellStyle style) override {
    has_cells_ = true;
    check(use_.worksheet_write_string(sheet_, row_, column(at), cell_text(text).c_str(),
                                      styles_[static_cast<std::size_t>(style)]));
    if (style == CellStyle::wrapped || style == CellStyle::head)
      lines_ = std::max(lines_, lines_in(text, columns_[at].width));
  }

  void number(std::size_t at, double value, std::string_view form) override {
    has_cells_ = true;
    lxw_format*& format = numbers_[std::string(form)];
    if (!format) {
      format = made(use_.workbook_add_format(book_));
      use_.format_set_num_format(format, std::string(form).c_str());
      use_.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      use_.format_set_align(format, LXW_ALIGN_CENTER);
    }
    check(use_.worksheet_write_number(sheet_, row_, column(at), value, format));
  }

  void link(std::size_t at, std::string_view text, const std::string& sheet,
            std::size_t row) override {
    has_cells_ = true;
    const std::string target = fmt::format("internal:'{}'!A{}", sheet, row + 1);
    lxw_format* const style = styles_[static_cast<std::size_t>(CellStyle::link)];
    const lxw_error error = use_.worksheet_write_url_opt(sheet_, row_, column(at), target.c_str(),
                                                         style, cell_text(text).c_str(), nullptr);
    // Excel opens no sheet with more links than 65,530: the words are there without one.
    if (error == LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED)
      return this->text(at, text, CellStyle::plain);
    check(error);
  }

  void colours(const ColumnColours& colours) override {
    if (row_ == 0) return;
    const auto rule = [&](std::uint8_t type, std::uint8_t criteria, double value, const char* text,
                          lxw_format* format) {
      lxw_conditional_format condition{};
      condition.type = type;
      condition.criteria = criteria;
      condition.value = value;
      condition.value_string = const_cast<char*>(text);  // Copied, not written to.
      condition.format = format;
      condition.stop_if_true = LXW_TRUE;
      check(use_.worksheet_conditional_format_range(sheet_, 1, column(colours.column), row_,
                                                    column(colours.column), &condition));
    };
    if (colours.full > 0) {
      // An empty cell is equal to 0, too.
      rule(LXW_CONDITIONAL_TYPE_BLANKS, 0, 0, nullptr, plain_);
      rule(LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_EQUAL_TO, 0, nullptr, red_);
      rule(LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_EQUAL_TO, colours.full, nullptr,
           green_);
      rule(LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_LESS_THAN, colours.full, nullptr,
           yellow_);
      return;
    }
    constexpr auto type = LXW_CONDITIONAL_TYPE_TEXT;
    constexpr auto begins = LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH;
    rule(type, begins, 0, "✓", green_);
    rule(type, begins, 0, "△", yellow_);
    rule(type, begins, 0, "✗", red_);
  }

 private:
  static lxw_col_t column(std::size_t number) { return static_cast<lxw_col_t>(number); }

  void check(lxw_error error) const {
    if (error == LXW_NO_ERROR) return;
    const std::string_view reason = use_.lxw_strerror(error);
    throw WriteError(say("工作簿写不了：{}", "the workbook cannot be written: {}", reason));
  }

  /// Of wrapped text, for which LibreOffice does not make a row higher by itself.
  static int lines_in(std::string_view text, double width) {
    const int across = std::max(1, static_cast<int>(width) - 1);
    int lines = 0;
    while (true) {
      const std::size_t end = text.find('\n');
      lines += std::max(1, (display_width(text.substr(0, end), 1) + across - 1) / across);
      if (end == std::string_view::npos) return lines;
      text.remove_prefix(end + 1);
    }
  }

  void end_row() {
    constexpr double line_height = 15.5, highest = 409;  // Points; Excel shows no higher row.
    if (lines_ > 1)
      check(use_.worksheet_set_row(sheet_, row_, std::min(highest, line_height * lines_), nullptr));
    lines_ = 1;
    if (std::exchange(has_cells_, false)) ++rows_.back();
  }

  void end_sheet() {
    if (sheet_) end_row();
    // Only now is it known how far the rows go.
    if (sheet_ && filtered_)
      check(use_.worksheet_autofilter(sheet_, 0, 0, std::max<lxw_row_t>(row_, 1),
                                      column(columns_.size() - 1)));
    sheet_ = nullptr;
  }

  lxw_format* colour(lxw_color_t ground, lxw_color_t ink) {
    lxw_format* const format = made(use_.workbook_add_format(book_));
    use_.format_set_bg_color(format, ground);
    use_.format_set_font_color(format, ink);
    return format;
  }

  void make_formats() {
    for (lxw_format*& format : styles_) {
      format = made(use_.workbook_add_format(book_));
      use_.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    const auto style = [&](CellStyle of) { return styles_[static_cast<std::size_t>(of)]; };
    use_.format_set_text_wrap(style(CellStyle::wrapped));
    use_.format_set_align(style(CellStyle::center), LXW_ALIGN_CENTER);
    use_.format_set_bold(style(CellStyle::strong));
    use_.format_set_underline(style(CellStyle::link), LXW_UNDERLINE_SINGLE);
    use_.format_set_font_color(style(CellStyle::link), 0x0563C1);
    lxw_format* const head = style(CellStyle::head);
    use_.format_set_bold(head);
    use_.format_set_text_wrap(head);
    use_.format_set_align(head, LXW_ALIGN_CENTER);
    use_.format_set_bg_color(head, 0xE7ECF3);
    use_.format_set_bottom(head, LXW_BORDER_THIN);
    green_ = colour(0xDDF0DD, 0x1E5C1E);
    yellow_ = colour(0xFFF2CC, 0x7A5B00);
    red_ = colour(0xF8D7D7, 0x8A1C1C);
    plain_ = made(use_.workbook_add_format(book_));
  }

  const Library& use_ = library();
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_row_t row_ = 0;
  std::vector<std::size_t> rows_ = {};
  bool filtered_ = false;
  std::vector<SheetColumnFormat> columns_ = {};
  bool has_cells_ = false;  // The row that is being written.
  int lines_ = 1;           // Of the row that is being written.
  std::array<lxw_format*, 6> styles_{};
  std::map<std::string, lxw_format*> numbers_ = {};
  lxw_format *green_ = nullptr, *yellow_ = nullptr, *red_ = nullptr, *plain_ = nullptr;
};

}  // namespace

std::string xlsx_bytes(const std::function<void(Workbook&)>& fill) {
  const auto file = file_for_reading();
  XlsxWorkbook workbook(file->path());
  fill(workbook);
  workbook.close();
  try {
    std::string bytes = read_file(file->path());
    refuse_torn(bytes, workbook.rows());
    return bytes;
  } catch (const InputError& error) {
    throw WriteError(say("工作簿写不了：临时文件{}",
                         "the workbook cannot be written: its temporary file: {1}",
                         error.message().zh, error.message().en));
  }
}

}  // namespace hegui
