#include "output/parts/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "output/parts/escapes.h"
#include "text/utf8.h"

namespace hegui {
namespace {

// The controls U+0080 to U+009F begin with this byte. JSON may hold them and DEL as they are, but
// it is printed on terminals, too, and there U+009B begins a sequence as ESC does.
constexpr char lead_of_controls = '\xC2';

bool needs_escape(char c) {
  return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == '\x7F' ||
         c == lead_of_controls;
}

/// Of valid UTF-8.
bool begins_with_control(std::string_view text) {
  return text.starts_with(lead_of_controls) && static_cast<unsigned char>(text[1]) < 0xA0;
}

void write_escape(char c, std::string& out) {
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}",
                     static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
}

void write_valid(std::string_view text, std::string& out) {
  out += '"';
  while (!text.empty()) {
    const auto special = std::ranges::find_if(text, needs_escape);
    out.append(text.begin(), special);
    text.remove_prefix(static_cast<std::size_t>(special - text.begin()));
    if (text.empty()) break;
    if (begins_with_control(text)) {
      write_escape(text[1], out);
      text.remove_prefix(2);
      continue;
    }
    if (text.front() == lead_of_controls)
      out += lead_of_controls;
    else
      write_escape(text.front(), out);
    text.remove_prefix(1);
  }
  out += '"';
}

void write_text(std::string_view text, std::string& out) {
  if (valid_utf8(text).size() == text.size())
    write_valid(text, out);
  else
    write_valid(repaired_utf8(text), out);
}

/// In the fewest digits that give the same number again; a point says that it is no count. JSON has
/// no word for what is not finite.
void write_number(double number, std::string& out) {
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  const std::string digits = fmt::format("{}", number);
  out += digits;
  if (digits.find_first_of(".e") == std::string::npos) out += ".0";
}

void begin_line(int indent, int depth, std::string& out) {
  if (indent > 0)
    out.append(1, '\n').append(static_cast<std::size_t>(indent) * static_cast<std::size_t>(depth),
                               ' ');
}

/// What stands between two brackets; `write_one` writes the element of an index.
template <typename WriteOne>
void write_all(std::size_t count, char open, char close, int indent, int depth, std::string& out,
               const WriteOne& write_one) {
  out += open;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += ',';
    begin_line(indent, depth + 1, out);
    write_one(i);
  }
  if (count > 0) begin_line(indent, depth, out);
  out += close;
}

}  // namespace

/// Where text goes: to `take` now and then, or else all of it stays in `out`.
struct Json::Sink {
  std::string out = {};
  const std::function<void(std::string_view)>* take = nullptr;

  void pass_on() {
    constexpr std::size_t piece = 1U << 16;
    if (take == nullptr || out.size() < piece) return;
    (*take)(out);
    out.clear();
  }
};

void Json::Object::add(std::string name, Json value) {
  names.push_back(std::move(name));
  values.push_back(std::move(value));
}

Json::Json(std::nullptr_t) {}
Json::Json(double value) : value_(value) {}
Json::Json(std::string value) : value_(std::move(value)) {}
Json::Json(std::string_view value) : value_(std::string(value)) {}
Json::Json(const char* value) : value_(std::string(value)) {}

Json::Json(std::initializer_list<Member> members) {
  Object object;
  for (const Member& member : members)
    object.add(std::string(member.name), std::move(member.value));
  value_ = std::move(object);
}

Json Json::array(std::initializer_list<Json> values) {
  Json made;
  made.value_ = Array(values);
  return made;
}

Json Json::object() {
  Json made;
  made.value_ = Object();
  return made;
}

Json Json::written_array(std::string elements) {
  Json made;
  made.value_ = Written{"[" + std::move(elements) + "]"};
  return made;
}

Json Json::made_array(std::size_t count, std::function<Json(std::size_t)> element) {
  Json made;
  made.value_ = Made{count, std::move(element)};
  return made;
}

Json& Json::operator[](std::string_view name) {
  if (std::holds_alternative<std::nullptr_t>(value_)) value_ = Object();
  Object& object = std::get<Object>(value_);
  const auto known = std::ranges::find(object.names, name);
  const auto index = static_cast<std::size_t>(known - object.names.begin());
  if (known == object.names.end()) object.add(std::string(name), {});
  return object.values[index];
}

void Json::push_back(Json value) {
  if (std::holds_alternative<std::nullptr_t>(value_)) value_ = Array();
  std::get<Array>(value_).push_back(std::move(value));
}

void Json::append(Json members) {
  Object& more = std::get<Object>(members.value_);
  Object& object = std::get<Object>(value_);
  for (std::size_t i = 0; i < more.names.size(); ++i)
    object.add(std::move(more.names[i]), std::move(more.values[i]));
}

std::string Json::text(int indent) const {
  Sink sink;
  write(indent, 0, sink);
  return std::move(sink.out);
}

void Json::write(int indent, const std::function<void(std::string_view)>& take) const {
  Sink sink{.take = &take};
  write(indent, 0, sink);
  take(sink.out);
}

void Json::write(int indent, int depth, Sink& sink) const {
  std::string& out = sink.out;
  if (const auto* array = std::get_if<Array>(&value_)) {
    write_all(array->size(), '[', ']', indent, depth, out,
              [&](std::size_t i) { (*array)[i].write(indent, depth + 1, sink); });
  } else if (const auto* made = std::get_if<Made>(&value_)) {
    write_all(made->count, '[', ']', indent, depth, out, [&](std::size_t i) {
      made->element(i).write(indent, depth + 1, sink);
      sink.pass_on();
    });
  } else if (const auto* object = std::get_if<Object>(&value_)) {
    write_all(object->names.size(), '{', '}', indent, depth, out, [&](std::size_t i) {
      write_text(object->names[i], out);
      out += indent > 0 ? ": " : ":";
      object->values[i].write(indent, depth + 1, sink);
    });
  } else if (const auto* written = std::get_if<Written>(&value_)) {
    out += written->text;
  } else if (const auto* text = std::get_if<std::string>(&value_)) {
    write_text(*text, out);
  } else if (const auto* number = std::get_if<double>(&value_)) {
    write_number(*number, out);
  } else if (const auto* positive = std::get_if<std::uint64_t>(&value_)) {
    out += fmt::format_int(*positive).str();
  } else if (const auto* whole = std::get_if<std::int64_t>(&value_)) {
    out += fmt::format_int(*whole).str();
  } else if (const auto* claim = std::get_if<bool>(&value_)) {
    out += *claim ? "true" : "false";
  } else {
    out += "null";
  }
}

}  // namespace hegui
