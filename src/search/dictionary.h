#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "search/terms.h"

namespace hegui {

/// What is wrong wherever it stands.
struct WrongWords {
  Term written;
  std::string right = {};  ///< What stands there instead.
  Terms not_in = {};       ///< Inside of these it is right.
};

/// A document by its official title, as it stands between the title marks.
struct KnownTitle {
  std::string name = {};
  std::string number = {};  ///< 国办发〔2018〕118号
  std::string until = {};   ///< The last day of its term, or of its life: 2025-12-31.
  std::string in_force = {};
  std::string now = {};  ///< The title of what replaced it.
};

/// Words that are right in the reports on some years only.
struct DatedWords {
  std::string name = {};  ///< As the row is called.
  Terms written = {};
  std::optional<int> first_year = {};
  std::optional<int> last_year = {};
  std::string now = {};  ///< What is said in other years.
  Terms not_in = {};
};

/// Words that people agree about: rows of one source and one degree of trust. All are folded.
struct Dictionary {
  std::string id = {};
  std::string source = {};
  bool verified = false;  ///< Somebody compared the rows with the source.
  std::vector<WrongWords> wrong = {};
  std::vector<std::string> right = {};                ///< What is nearly one of these is wrong,
  std::vector<std::string> known = {};                ///< unless it is one of these.
  std::vector<std::vector<std::string>> orders = {};  ///< Words that are listed in this order.
  std::vector<KnownTitle> titles = {};
  std::vector<DatedWords> dated = {};
};

using Dictionaries = std::vector<std::shared_ptr<const Dictionary>>;

}  // namespace hegui
