#include "ruleset/binding_order.h"

namespace hegui {
namespace {

class OrderFinder {
 public:
  OrderFinder(Reader& reader, std::span<const Requirement> requirements)
      : reader_(reader), requirements_(requirements), states_(requirements.size(), State::open) {}

  std::vector<int> run() {
    for (std::size_t i = 0; i < requirements_.size(); ++i) visit(static_cast<int>(i));
    return std::move(order_);
  }

 private:
  enum class State : std::uint8_t { open, on_the_way, done };

  void visit(int index) {
    State& state = states_[static_cast<std::size_t>(index)];
    const Requirement& requirement = requirements_[static_cast<std::size_t>(index)];
    if (state == State::done) return;
    if (state == State::on_the_way) {
      reader_.error(
          requirement.rule.defined_at,
          say("“{}”的 within、not-in、rest、stands 绕成了一圈",
              "within, not-in, rest and stands of “{}” form a circle", requirement.rule.id));
      state = State::done;
      return;
    }
    state = State::on_the_way;
    if (requirement.within >= 0) visit(requirement.within);
    for (const Rung& rung : requirement.rungs)
      for (const std::vector<int>* earlier :
           {&rung.not_in.requirements, &rung.stands.after, &rung.stands.before})
        for (const int before : *earlier) visit(before);
    // Not if it was found to be in a circle.
    if (state == State::on_the_way) order_.push_back(index);
    state = State::done;
  }

  Reader& reader_;
  std::span<const Requirement> requirements_;
  std::vector<State> states_;
  std::vector<int> order_;
};

}  // namespace

std::vector<int> binding_order(Reader& reader, std::span<const Requirement> requirements) {
  return OrderFinder(reader, requirements).run();
}

}  // namespace hegui
