#include "norm/fields.hpp"

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/measures.hpp"
#include "norm/roles.hpp"

namespace engagelint::norm {
namespace {

class FieldReader {
 public:
  FieldReader(const Fields& fields, const LocalWords& local, Workspace& work) : fields_(fields), local_(local), work_(work) {}

  void read(std::vector<Norm>& out) {
    for (const auto& act : fields_.modal->acts) {
      const auto before = out.size();
      read_act(act, out);
      for (auto i = before; i < out.size(); ++i) complete(out[i], act);
    }
  }

 private:
  // The value is a verb phrase: read as after "to".
  void read_act(const Text& act, std::vector<Norm>& out) {
    units_of(act);
    Unit to;
    to.cls = 'T';
    to.kind = '!';
    work_.units.insert(work_.units.begin(), to);
    choose_classes(work_.units);
    work_.units.front().cls = 'T';
    chunk();
    split_pieces(work_.units, work_.chunks, work_.pieces);
    Context context;
    context.carried = fields_.modal->modality;
    build_norms(work_, context, out);
  }

  void units_of(const Text& text) {
    const Span whole{0, static_cast<Offset>(text.value.size())};
    work_.sources.assign(1, {&text, whole});
    work_.units.clear();
    add_units(text.value, whole, 0, local_, work_.tokens, work_.units);
  }

  void chunk() { chunk_units(work_); }

  void complete(Norm& norm, const Text& act) {
    norm.modality = fields_.modal->modality;
    norm.via = Via::field;
    norm.span = {fields_.modal->key.begin, act.span.end};
    norm.quote = act.value;
    std::erase_if(norm.mentions, [](const Mention& m) { return m.role == Role::actor || m.role == Role::others; });
    for (const auto& text : fields_.who) add(text, {Zone::subject, nullptr, false, false, false, false}, norm);
    if (norm.modality == Modality::restrict_to) {
      norm.only = true;
      const bool others = !mentions(norm, Role::actor, c::you_staff_) && has_role(norm, Role::actor) && !plain_staff(norm);
      if (others) {
        for (const auto& m : norm.mentions) {
          if (m.role != Role::actor) continue;
          auto copy = m;
          copy.role = Role::others;
          copy.concept_id = c::staff_;
          norm.mentions.push_back(copy);
          break;
        }
      }
    }
    for (const auto& text : fields_.to)
      add(text, {Zone::predicate, nullptr, false, false, mentions(norm, Role::act, c::redirect_), false}, norm);
    for (const auto& text : fields_.on) {
      const auto before = norm.mentions.size();
      add(text, {Zone::predicate, nullptr, false, false, false, false}, norm);
      for (auto i = before; i < norm.mentions.size(); ++i) {
        if (is_a(norm.mentions[i].concept_id, c::content_))
          norm.mentions[i] = {c::social_media_, Role::channel, norm.mentions[i].span, norm.mentions[i].words};
      }
    }
    for (const auto& text : fields_.about) about(text, norm);
    for (const auto& text : fields_.because) add(text, {Zone::reason, nullptr, false, false, false, false}, norm);
    for (const auto& text : fields_.unless) condition(text, Zone::exception, norm);
    for (const auto& text : fields_.condition) condition(text, Zone::condition, norm);
    if (!fields_.because.empty() && !has_role(norm, Role::ground)) {
      norm.mentions.push_back({c::unknown_ground_, Role::ground, fields_.because[0].span, fields_.because[0].value});
    }
    for (const auto& text : fields_.within) norm.within_hours = hours_in(text.value);
    for (const auto& text : fields_.after) norm.delay_hours = hours_in(text.value);
    // "reply … within 2 days" under an approval is a hold, not a target.
    if (norm.approvals > 0 && norm.within_hours > 0 && norm.delay_hours == 0) {
      norm.delay_hours = norm.within_hours;
      norm.within_hours = 0;
    }
  }

  // "who: staff, only-may: share" holds the act; "who: the director" shuts the others out.
  static bool plain_staff(const Norm& norm) {
    for (const auto& m : norm.mentions) {
      if (m.role == Role::actor && m.concept_id != c::staff_) return false;
    }
    return true;
  }

  void add(const Text& text, const Place& place, Norm& norm) {
    units_of(text);
    choose_classes(work_.units);
    chunk();
    for (const auto& c : work_.chunks) {
      if (c.kind == ChunkKind::noun) add_nouns(work_, c, place, norm);
      if (c.kind == ChunkKind::verb || c.kind == ChunkKind::gerund || c.kind == ChunkKind::adverb) loose(c, place, norm);
    }
  }

  // A field is a phrase: a word read as a verb or an adverb still names its thing.
  void loose(const Chunk& c, const Place& place, Norm& norm) {
    for (auto k = c.first; k < c.last; ++k) {
      const auto& unit = work_.units[k];
      for (const auto& tag : unit.tags) {
        const Concept x{tag.concept_id};
        if (is_a(x, c::time_)) add_mention(work_, unit, x, Role::time, norm);
        if (is_a(x, c::channel_)) add_mention(work_, unit, x, Role::channel, norm);
        if (is_a(x, c::ground_)) add_mention(work_, unit, x, Role::ground, norm);
        if (place.zone == Zone::subject && is_a(x, c::actor_)) add_mention(work_, unit, x, Role::actor, norm);
      }
    }
  }

  void about(const Text& text, Norm& norm) {
    static constexpr Tag about_tag{'i', Form::base, static_cast<std::uint16_t>(c::i_about_)};
    Unit preposition;
    preposition.cls = 'i';
    preposition.tags = {&about_tag, 1};
    const auto before = norm.mentions.size();
    add(text, {Zone::predicate, &preposition, false, false, false, false}, norm);
    for (auto i = before; i < norm.mentions.size(); ++i) {
      if (norm.mentions[i].role == Role::object) norm.mentions[i].role = Role::topic;
    }
  }

  void condition(const Text& text, Zone zone, Norm& norm) {
    units_of(text);
    choose_classes(work_.units);
    chunk();
    bool approve = false;
    for (const auto& unit : work_.units) approve = approve || may_mean(unit, c::approve_);
    for (const auto& unit : work_.units) {
      for (const auto& tag : unit.tags) {
        const Concept x{tag.concept_id};
        const bool approver =
            approve && (is_a(x, c::gatekeeper_) || is_a(x, c::managers_) || is_a(x, c::executives_) || is_a(x, c::named_person_));
        if (approver) add_mention(work_, unit, x, Role::approver, norm);
        const bool content = is_a(x, c::actor_) || is_a(x, c::act_) || is_a(x, c::thing_) || is_a(x, c::topic_) ||
                             is_a(x, c::time_) || is_a(x, c::channel_) || is_a(x, c::quality_);
        const auto role = is_a(x, c::time_) && zone == Zone::condition ? Role::time
                          : zone == Zone::exception                    ? Role::exception
                                                                       : Role::condition;
        if (content) add_mention(work_, unit, x, role, norm);
        if (is_a(x, c::audience_)) add_mention(work_, unit, x, zone == Zone::exception ? Role::exception : Role::condition, norm);
      }
    }
    if (approve) norm.approvals = std::max<std::uint32_t>(norm.approvals, 1);
  }

  const Fields& fields_;
  const LocalWords& local_;
  Workspace& work_;
};

}  // namespace

void read_fields(const Fields& fields, const LocalWords& local, Workspace& work, std::vector<Norm>& out) {
  FieldReader(fields, local, work).read(out);
}

}  // namespace engagelint::norm
