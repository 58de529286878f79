#include "language/issuer_kind.h"

namespace hegui {

std::string_view name_of(IssuerKind kind) {
  switch (kind) {
    case IssuerKind::unknown: return "unknown";
    case IssuerKind::government: return "government";
    case IssuerKind::township: return "township";
    case IssuerKind::street: return "street";
    case IssuerKind::department: return "department";
    case IssuerKind::zone: return "zone";
    case IssuerKind::party: return "party";
    case IssuerKind::court: return "court";
    case IssuerKind::procuratorate: return "procuratorate";
    case IssuerKind::institution: return "institution";
    case IssuerKind::company: return "company";
  }
  return "";
}

}  // namespace hegui
