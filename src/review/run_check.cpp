#include "review/run_check.h"

#include "search/pattern.h"

namespace hegui {

Outcome run_check(const Check& check, const Target& target) {
  try {
    return check.kind->run(target, check.arguments);
  } catch (const PatternLimit& error) {
    return {.passed = false,
            .message = say("正则表达式“{}”超过计算上限，没有检查完",
                           "the pattern “{}” exceeds the match limit; the check was not completed",
                           error.pattern)};
  }
}

}  // namespace hegui
