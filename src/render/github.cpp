#include <initializer_list>
#include <utility>

#include "render/digest.hpp"
#include "render/render.hpp"

namespace engagelint {
namespace {

/// What a workflow command may not hold as it is; a property also escapes its own separators.
std::string escaped(std::string_view text, bool property) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '%': result += "%25"; break;
      case '\r': result += "%0D"; break;
      case '\n': result += "%0A"; break;
      case ':': result += property ? "%3A" : ":"; break;
      case ',': result += property ? "%2C" : ","; break;
      default: result += c;
    }
  }
  return result;
}

std::string command(std::string_view level, std::initializer_list<std::pair<std::string_view, std::string>> properties,
                    std::string_view message) {
  std::string result = "::" + std::string(level);
  char separator = ' ';
  for (const auto& [name, value] : properties) {
    if (value.empty()) continue;
    result += separator;
    result.append(name) += '=';
    result += escaped(value, true);
    separator = ',';
  }
  return result + "::" + escaped(message, false) + '\n';
}

/// Columns are only allowed where a range lies on one line.
std::string annotation(std::string_view level, const SourceFile& file, Span span, const std::string& title,
                       std::string_view message) {
  const LineColumn begin = file.locate(span.begin, ColumnUnit::code_point);
  const LineColumn end = file.locate(span.end, ColumnUnit::code_point);
  const bool columns = begin.line == end.line;
  return command(level,
                 {{"file", std::string(file.path())},
                  {"line", std::to_string(begin.line)},
                  {"endLine", std::to_string(end.line)},
                  {"col", columns ? std::to_string(begin.column) : ""},
                  {"endColumn", columns ? std::to_string(end.column) : ""},
                  {"title", title}},
                 message);
}

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "notice";
  }
  return "notice";
}

std::string annotation(const SourceFile& file, const Finding& finding) {
  std::string message = finding.message;
  if (finding.confidence != Confidence::high) message += " (" + std::string(name_of(finding.confidence)) + " confidence)";
  if (!finding.quote.empty()) message += "\n\"" + finding.quote + '"';
  if (!finding.why.empty()) message += "\nwhy: " + finding.why;
  if (!finding.instead.empty()) message += "\ninstead: " + finding.instead;
  return annotation(level_of(finding.severity), file, finding.span, std::string(finding.rule.id), message);
}

std::string annotation(const Notice& notice) {
  const std::string_view level = notice.fatal ? "error" : notice.kind == NoticeKind::retired ? "notice" : "warning";
  const std::string message = notice.message + (notice.hint.empty() ? "" : "\nhint: " + notice.hint);
  const std::string title(name_of(notice.kind));
  if (notice.file != nullptr && notice.span) return annotation(level, *notice.file, *notice.span, title, message);
  return command(level, {{"file", notice.path}, {"title", title}}, message);
}

}  // namespace

std::string to_github(const Report& report) {
  std::string result;
  for (const Notice& notice : report.notices) result += annotation(notice);
  for (const FileReport& file : report.files) {
    for (const Finding& finding : file.findings) {
      if (!finding.accepted) result += annotation(*file.file, finding);
    }
  }
  // The plain line goes to the log, where accepted findings are counted too.
  return result + render::totals(report) + "; " + render::sentences_read(report) + '\n';
}

}  // namespace engagelint
