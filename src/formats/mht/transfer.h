#pragma once

#include <string>
#include <string_view>

namespace hegui {

/// The bytes that a text in base64 (RFC 2045, 6.8) stands for; what is no base64 is passed over.
std::string from_base64(std::string_view text);

/// The same of quoted-printable (6.7); what is not as it should be stands for itself.
std::string from_quoted_printable(std::string_view text);

}  // namespace hegui
