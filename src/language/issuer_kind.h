#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace hegui {

/// What kind of body wrote the report; `unknown` where it does not tell. A township is a
/// government, too. What their names look like: LanguageData::issuer_kinds.
enum class IssuerKind : std::uint8_t {
  unknown,
  government,
  township,
  street,
  department,
  zone,
  party,
  court,
  procuratorate,
  institution,
  company,
};
inline constexpr std::array issuer_kinds{
    IssuerKind::government,  IssuerKind::township, IssuerKind::street, IssuerKind::department,
    IssuerKind::zone,        IssuerKind::party,    IssuerKind::court,  IssuerKind::procuratorate,
    IssuerKind::institution, IssuerKind::company};
/// Their names in a table's cell; rule sets, configurations and options say them.
inline constexpr std::string_view issuer_kind_words =
    "government|township|street|department|zone|party|court|procuratorate|institution|company";
std::string_view name_of(IssuerKind kind);

}  // namespace hegui
