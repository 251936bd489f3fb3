// SPDX-License-Identifier: Apache-2.0
// Whether an event has been or is still to come, for the edges that no verb tells it of.
#include <algorithm>

#include "importers/extraction/calendar.hpp"
#include "importers/extraction/edges.hpp"

namespace pressgraph {
namespace {

class EventStatus {
 public:
  explicit EventStatus(Analysis& analysis) : a_(analysis), told_(analysis.nodes.size()) {}

  void run() {
    note_titled();
    for (const auto& edge : a_.edges) {
      if (const int event = event_of(edge); event != none && !is_untold(edge)) {
        auto& told = told_[static_cast<std::size_t>(event)];
        told.asserted |= edge.status == Status::asserted;
        told.scheduled |= edge.status == Status::scheduled;
        told.planned |= edge.status == Status::planned;
        told.negated |= edge.status == Status::negated;
      }
    }
    for (auto& edge : a_.edges) {
      if (const int event = event_of(edge); event != none && edge.status == Status::asserted) {
        const bool never = edge.relation == Relation::located_in && is_denied(event);
        edge.status = never ? Status::negated : settled(event, is_untold(edge));
      }
    }
  }

 private:
  struct Told {
    bool asserted = false;
    bool scheduled = false;
    bool planned = false;
    bool negated = false;
    bool titled = false;  // the title tells of it
  };

  [[nodiscard]] int event_of(const EdgeDraft& edge) const {
    const bool happens =
        edge.relation == Relation::participated || edge.relation == Relation::hosted ||
        edge.relation == Relation::located_in || edge.relation == Relation::addressed;
    if (!happens) {
      return none;
    }
    const int event = edge.relation == Relation::located_in ? edge.subject : edge.object;
    return a_.nodes[static_cast<std::size_t>(event)].type == NodeType::event ? event : none;
  }

  // Told of only as what did not happen, and not by the title: it was nowhere.
  [[nodiscard]] bool is_denied(int event) const {
    const auto& told = told_[static_cast<std::size_t>(event)];
    return told.negated && !told.asserted && !told.scheduled && !told.planned && !told.titled;
  }

  void note_titled() {
    for (const auto& event : a_.events) {
      if (event.node != none && a_.is_headline(event.range.first)) {
        told_[static_cast<std::size_t>(event.node)].titled = true;
      }
    }
  }

  // A title's present tense tells nothing: "Secretary Roe Travels to Oslo" is often still to come.
  [[nodiscard]] bool is_untold(const EdgeDraft& edge) const {
    return edge.verbless || a_.is_headline(edge.trigger.first);
  }

  [[nodiscard]] Status settled(int event, bool untold) const {
    if (is_ahead(event)) {
      return Status::scheduled;
    }
    const auto& told = told_[static_cast<std::size_t>(event)];
    if (!untold || told.asserted || !(told.scheduled || told.planned)) {
      return Status::asserted;
    }
    return told.scheduled ? Status::scheduled : Status::planned;
  }

  [[nodiscard]] bool is_ahead(int event) const {
    const auto& attributes = a_.nodes[static_cast<std::size_t>(event)].attributes;
    const auto start = std::ranges::find(attributes, "start", &Attribute::name);
    if (start == attributes.end() || !day_of(a_.release.published)) {
      return false;
    }
    // A month or a year alone, "2016-09", is ahead as a whole, unless a verb tells that it is past.
    constexpr std::size_t whole_date = 10;  // letters
    if (start->value.size() < whole_date && told_[static_cast<std::size_t>(event)].asserted) {
      return false;
    }
    const auto& published = a_.release.published;
    return start->value > published.substr(0, std::min(start->value.size(), whole_date));
  }

  Analysis& a_;
  std::vector<Told> told_;  // by node
};

}  // namespace

void settle_event_status(Analysis& analysis) {
  EventStatus(analysis).run();
}

}  // namespace pressgraph
