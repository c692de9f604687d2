#include <algorithm>
#include <utility>

#include "render/digest.hpp"
#include "render/layout.hpp"
#include "render/render.hpp"
#include "render/snippet.hpp"

namespace engagelint {
namespace {

using namespace render;

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::error: return Ink::error;
    case Severity::warning: return Ink::warning;
    case Severity::note: return Ink::note;
  }
  return Ink::note;
}

std::string place(const SourceFile& file, Offset offset) {
  const LineColumn at = file.locate(offset, ColumnUnit::code_point);
  return printable(file.path()) + ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
}

/// Writes one report; holds nothing but the options and what was written so far.
class TextWriter {
 public:
  TextWriter(const Report& report, const TextOptions& options) : report_(report), options_(options), paint_(options.color) {}
  std::string write();

 private:
  void policy(const FileReport& report);
  void groups(const FileReport& report, const Digest& digest);
  void finding(const SourceFile& file, const Finding& finding);
  void headline(const SourceFile& file, const Finding& finding, std::string_view mark);
  void also_at(const SourceFile& file, const Group& group);
  void missing(const FileReport& report, const std::vector<const Finding*>& findings);
  void accepted(const SourceFile& file, const std::vector<const Finding*>& findings);
  void credits(const FileReport& report, bool clean);
  void notice(const Notice& notice);
  void closing();
  void detail(std::size_t gutter, std::string_view name, std::string_view text);

  const Report& report_;
  const TextOptions& options_;
  Paint paint_;
  std::string out_;
};

std::string TextWriter::write() {
  for (const Notice& each : report_.notices) notice(each);
  if (!report_.notices.empty()) out_ += '\n';
  for (const FileReport& each : report_.files) policy(each);
  closing();
  return std::move(out_);
}

void TextWriter::detail(std::size_t gutter, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  std::string lead = std::string(gutter, ' ') + " = " + std::string(name) + ':';
  lead.append(std::max<std::size_t>(gutter + 12, lead.size() + 1) - lead.size(), ' ');
  const std::string lines = hang(lead, text, options_.width);
  out_ += paint_(Ink::faint, std::string_view(lines).substr(0, lead.size()));
  out_ += lines.substr(lead.size());
}

void TextWriter::headline(const SourceFile& file, const Finding& finding, std::string_view mark) {
  out_ += place(file, finding.span.begin) + ' ';
  const std::string rule = std::string(name_of(finding.severity)) + '[' + std::string(finding.rule.id) + ']';
  out_ += paint_(mark.empty() ? ink_of(finding.severity) : Ink::faint, rule + std::string(mark)) + ": ";
  out_ += paint_(Ink::strong, printable(finding.message));
  if (finding.confidence != Confidence::high) {
    out_ += paint_(Ink::faint, " (" + std::string(name_of(finding.confidence)) + " confidence)");
  }
  out_ += '\n';
}

void TextWriter::finding(const SourceFile& file, const Finding& finding) {
  headline(file, finding, finding.accepted ? ", accepted" : "");
  std::vector<Mark> marks{{finding.span, {}, true}};
  for (const Label& label : finding.related) {
    const bool here = label.file == nullptr || label.file == &file;
    if (here && label.rule.empty()) marks.push_back({label.span, label.words, false});
  }
  const std::size_t gutter = gutter_of(file, marks);
  out_ += snippet(file, marks, {options_.width, gutter, ink_of(finding.severity)}, paint_);
  for (const Label& label : finding.related) {
    if (!label.rule.empty()) {
      detail(gutter, "also", std::string(label.rule) + ": " + label.words);
    } else if (label.file != nullptr && label.file != &file) {
      detail(gutter, "see", place(*label.file, label.span.begin) + ": " + label.words);
    }
  }
  detail(gutter, "why", finding.why);
  detail(gutter, "instead", finding.instead);
  detail(gutter, "read as", finding.reading);
  if (finding.accepted) {
    const Acceptance& kept = *finding.accepted;
    std::string words = kept.because;
    if (!kept.by.empty()) words += " (" + kept.by + (kept.until.empty() ? ")" : ", until " + kept.until + ")");
    if (kept.by.empty() && !kept.until.empty()) words += " (until " + kept.until + ")";
    detail(gutter, "accepted", words);
  }
}

void TextWriter::also_at(const SourceFile& file, const Group& group) {
  if (group.findings.size() < 2) return;
  std::string words;
  for (auto it = group.findings.begin() + 1; it != group.findings.end(); ++it) {
    const Finding& each = **it;
    words += (words.empty() ? "" : ", ") + (each.clause ? *each.clause : each.account.value_or(""));
    words += " (line " + std::to_string(file.locate(each.span.begin, ColumnUnit::code_point).line);
    if (each.severity != group.findings[0]->severity) words += ", " + std::string(name_of(each.severity));
    words += ')';
  }
  detail(2, "also at", words);
}

void TextWriter::groups(const FileReport& report, const Digest& digest) {
  const std::size_t in_full = report_.files.size() == 1 ? 3 : 1;
  std::size_t shown = 0;
  for (const Group& group : digest.groups) {
    if (options_.all) {
      for (const Finding* each : group.findings) {
        finding(*report.file, *each);
        out_ += '\n';
      }
      continue;
    }
    if (shown++ < in_full) {
      finding(*report.file, *group.findings[0]);
      also_at(*report.file, group);
      out_ += '\n';
    } else {
      headline(*report.file, *group.findings[0], "");
      also_at(*report.file, group);
    }
  }
  if (!options_.all && shown > in_full) out_ += '\n';
}

void TextWriter::missing(const FileReport& report, const std::vector<const Finding*>& findings) {
  if (findings.empty()) return;
  out_ += printable(report.file->path()) + ": " +
          paint_(Ink::strong, "what the policy does not say yet, and the line where it would stand") + '\n';
  for (const Finding* each : findings) {
    const std::string line = std::to_string(report.file->locate(each->span.begin, ColumnUnit::code_point).line);
    const std::string head = std::string(name_of(each->severity)) + '[' + std::string(each->rule.id) + ']';
    const std::string lines = hang("  ", head + ": " + each->message + " (" + line + ")", options_.width);
    out_ += "  " + paint_(ink_of(each->severity), head) + lines.substr(head.size() + 2);
    if (options_.all) {
      detail(4, "why", each->why);
      detail(4, "instead", each->instead);
    }
  }
  out_ += '\n';
}

void TextWriter::accepted(const SourceFile& file, const std::vector<const Finding*>& findings) {
  for (const Finding* each : findings) {
    if (options_.all) {
      finding(file, *each);
      out_ += '\n';
    } else {
      headline(file, *each, ", accepted");
      detail(2, "because", each->accepted->because);
    }
  }
  if (!options_.all && !findings.empty()) out_ += '\n';
}

void TextWriter::credits(const FileReport& report, bool clean) {
  if (report.credits.empty()) return;
  const std::size_t most = options_.all || clean ? report.credits.size() : 3;
  out_ += paint_(Ink::good, "what members can do now") + '\n';
  for (std::size_t index = 0; index < std::min(most, report.credits.size()); ++index) {
    out_ += hang("  + ", report.credits[index], options_.width);
  }
  if (report.credits.size() > most) out_ += "  + " + std::to_string(report.credits.size() - most) + " more (--all lists them)\n";
}

void TextWriter::policy(const FileReport& report) {
  const Digest found = digest(report, options_.all);
  if (report_.files.size() > 1) {
    std::string name = printable(report.file->path());
    if (report.document > 1) name += ", document " + std::to_string(report.document);
    out_ += paint_(Ink::strong, "== " + name + (report.title.empty() ? "" : ": " + printable(report.title)) + " ==") + '\n';
  }
  groups(report, found);
  missing(report, found.missing);
  accepted(*report.file, found.accepted);
  credits(report, found.groups.empty() && found.missing.empty());
  std::string read = sentences_read(report.sentences, report.unread);
  if (report.unread > 0) read += "; `engagelint read " + printable(report.file->path()) + "` shows the others";
  out_ += hang("", read, options_.width);
  if (report_.files.size() > 1) out_ += '\n';
}

void TextWriter::notice(const Notice& notice) {
  const bool placed = notice.file != nullptr && notice.span.has_value();
  out_ += placed ? place(*notice.file, notice.span->begin) : printable(notice.path);
  if (placed || !notice.path.empty()) out_ += ' ';
  const std::string kind = (notice.fatal ? "not read[" : "notice[") + std::string(name_of(notice.kind)) + ']';
  out_ += paint_(notice.fatal ? Ink::error : Ink::note, kind) + ": " + printable(notice.message) + '\n';
  std::size_t gutter = 2;
  if (placed && (notice.fatal || options_.all)) {
    const std::vector<Mark> marks{{*notice.span, {}, true}};
    gutter = gutter_of(*notice.file, marks);
    out_ += snippet(*notice.file, marks, {options_.width, gutter, notice.fatal ? Ink::error : Ink::note}, paint_);
  }
  detail(gutter, "hint", notice.hint);
}

void TextWriter::closing() {
  const Summary sum = summarize(report_);
  if (report_.files.empty()) {
    out_ += "no policy was checked\n";
    return;
  }
  out_ += paint_(Ink::strong, totals(report_));
  if (report_.files.size() > 1) out_ += "; " + sentences_read(report_);
  if (sum.notes > 0 && !options_.all) out_ += " (notes are listed with --all)";
  out_ += '\n';
  const auto broken =
      std::count_if(report_.notices.begin(), report_.notices.end(), [](const Notice& each) { return each.fatal; });
  if (broken > 0) {
    const std::string words = "this is not the whole: " + count(static_cast<std::size_t>(broken), "place") + " could not be read";
    out_ += paint_(Ink::error, words) + '\n';
  }
  const std::optional<Start> next = start(report_);
  if (!next) {
    if (broken > 0) return;
    const bool nothing = sum.notes + sum.accepted == 0;
    out_ += paint_(Ink::good, nothing ? "nothing found by the rules that ran" : "no error and no warning is left") + '\n';
    return;
  }
  std::string step = "start with " + place_name(*next->first);
  if (report_.files.size() > 1) step += " of " + printable(next->report->file->path());
  step += "; it clears " + std::to_string(next->clears) + " of " + count(next->of, "finding");
  // Not wrapped: a command that is broken over two lines cannot be copied.
  out_ += "next: " + step + " (`engagelint explain " + std::string(next->first->rule.id) + "`)\n";
}

}  // namespace

std::string to_text(const Report& report, const TextOptions& options) { return TextWriter(report, options).write(); }

}  // namespace engagelint
