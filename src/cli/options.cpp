#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "render/render.hpp"
#include "source/nearest.hpp"

namespace engagelint {
namespace {

constexpr const char* intro =
    "engagelint reads social media policies written in YAML and shows the clauses that keep\n"
    "individual staff from talking with the people the organisation serves: what a member\n"
    "meets there, why it matters, and the smallest step that would do instead.\n";

constexpr const char* footer =
    "Examples:\n"
    "  engagelint check policy.yaml             what stands in the way, the weightiest first\n"
    "  engagelint check --all policies/         every finding in full, for all policies of a folder\n"
    "  engagelint can policy.yaml \"may I post?\" what it answers, and which clauses say so\n"
    "  engagelint matrix policy.yaml            who may do what, to whom and where\n"
    "  engagelint route policy.yaml             how far a member with a question is from a person\n"
    "  engagelint diff main..HEAD policy.yaml   what a change takes away, and what it gives\n"
    "  engagelint scenarios policies/           questions with the answers that should hold, asked like tests\n"
    "  engagelint read policy.yaml              how each sentence was understood\n"
    "  engagelint explain per-post-approval     why it matters, the other side, what to write instead\n"
    "  cat policy.yaml | engagelint check -     from standard input\n"
    "\n"
    "Exit status of check: 0 nothing to report, 1 errors were found, 2 wrong usage or a bad rule,\n"
    "3 no policy there, 4 a policy could not be read. `engagelint check --help` says more.\n"
    "\n"
    "Nothing leaves this machine. This is no legal advice.";

constexpr const char* check_footer =
    "Exit status:\n"
    "  0  nothing at or above --fail-on (error by default)\n"
    "  1  such findings; accepted ones do not count\n"
    "  2  wrong usage, or a rule that cannot be read\n"
    "  3  a path that holds no policy\n"
    "  4  a policy that could not be read; the others are still checked\n"
    "  Where several hold: 2, then 4, then 3, then 1.";

constexpr const char* can_footer =
    "Words:\n"
    "  who     staff volunteers managers communications executives board contractors, or a person\n"
    "  action  engage (all of: reply post share mention connect message join), identify, open-account\n"
    "  to      members public journalists minors, or the policy's own word\n"
    "  on      personal named official, a network, or both: \"personal Instagram\"\n"
    "What is left open means any.\n"
    "\n"
    "Exit status: 0 yes, 10 only after an approval or another step, 11 no, 12 the policy is silent,\n"
    "13 it says both; 2 wrong usage, 3 no policy there, 4 a policy could not be read.";

constexpr const char* route_footer =
    "Marks: ☺ a person answers, ∴ a team, □ it ends at a mailbox, form or page, × no answer\n"
    "\n"
    "Examples:\n"
    "  engagelint route policy.yaml                       the menu, the shortest and the longest way\n"
    "  engagelint route --without 3.1 policy.yaml         the same if clause 3.1 were not there\n"
    "  engagelint route --format svg --output way.svg policy.yaml\n"
    "\n"
    "Exit status: 0 the ways were drawn, 2 wrong usage, 3 no policy there, 4 a policy could not be read.";

constexpr const char* diff_footer =
    "Versions:\n"
    "  engagelint diff old.yaml new.yaml              two files, or folders that hold together\n"
    "  engagelint diff policy.yaml                    what is changed since the last commit\n"
    "  engagelint diff HEAD~1 policy.yaml             since a revision of git\n"
    "  engagelint diff main..HEAD policy.yaml         between two; main...HEAD: since they parted\n"
    "  engagelint diff HEAD~1:./old.yaml new.yaml     a revision of one file against another file\n"
    "\n"
    "Less may be done (-), more (+), or somebody else is asked (~). Clauses are the same by id, then by words:\n"
    "numbers and line breaks are no change.\n"
    "\n"
    "Exit status: 0, or 1 where --fail-on says so (tightening: something is taken away; findings: new ones;\n"
    "change: anything at all); 2 wrong usage, 3 no policy there, 4 a version could not be read.";

constexpr const char* scenarios_footer =
    "A scenario file, policy.scenarios.yaml beside policy.yaml:\n"
    "  engagelint-scenarios: 1\n"
    "  scenarios:\n"
    "    - {question: \"may volunteers reply to members?\", answer: permitted, clause: \"2.1\"}\n"
    "Answers: permitted, gated, forbidden, silent, conflicting. `clause` may be left out.\n"
    "`engagelint init policy.yaml` writes a first one.\n"
    "\n"
    "Exit status: 0 all as expected, 1 some differ, 2 a scenario that cannot be understood, or wrong usage,\n"
    "3 no scenarios or no policy there, 4 a file that could not be read. Where several hold: 2, then 4, 3, 1.";

template <class Value>
using Words = std::vector<std::pair<std::string, Value>>;

const Words<Format> formats{{"text", Format::text}, {"json", Format::json}, {"github", Format::github}, {"sarif", Format::sarif}};
const Words<Format> short_formats{{"text", Format::text}, {"json", Format::json}};
const Words<Format> matrix_formats{
    {"text", Format::text}, {"csv", Format::csv}, {"json", Format::json}, {"svg", Format::svg}, {"html", Format::html}};
const Words<Format> drawn_formats{{"text", Format::text}, {"json", Format::json}, {"svg", Format::svg}, {"html", Format::html}};
const Words<Format> diff_formats{{"text", Format::text}, {"json", Format::json}, {"markdown", Format::markdown}};
const Words<DiffFailOn> diff_levels{{"never", DiffFailOn::never},
                                    {"tightening", DiffFailOn::tightening},
                                    {"findings", DiffFailOn::findings},
                                    {"change", DiffFailOn::change}};
const Words<Format> test_formats{{"text", Format::text}, {"json", Format::json}, {"junit", Format::junit}, {"tap", Format::tap}};
const Words<FailOn> levels{
    {"error", FailOn::error}, {"warning", FailOn::warning}, {"note", FailOn::note}, {"never", FailOn::never}};
const Words<Color> colors{{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}};

/// One of a few words: `--format WORD`, with the words in the help and in the message.
template <class Value>
void choice(CLI::App& app, const std::string& name, Value& value, const Words<Value>& words, const std::string& help) {
  std::string all;
  for (const auto& [word, ignored] : words) all += (all.empty() ? "" : "|") + word;
  const auto find = [&words](const std::string& word) {
    return std::find_if(words.begin(), words.end(), [&](const auto& each) { return each.first == word; });
  };
  const auto set = [&value, find](const std::string& word) { value = find(word)->second; };
  const auto known = [&words, find, all](const std::string& word) {
    return find(word) != words.end() ? std::string() : "`" + word + "` is not one of " + all;
  };
  app.add_option_function<std::string>(name, set, help)->type_name(all)->check(CLI::Validator(known, ""));
}

/// Takes one value each time it stands there, so that a path behind it stays a path; `a,b` is two.
void list(CLI::App& app, const std::string& name, std::vector<std::string>& values, const std::string& help) {
  app.add_option(name, values, help)
      ->type_name("RULES")
      ->delimiter(',')
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void rules_folder(CLI::App& app, Options& options) {
  app.add_option("--rules", options.rules, "Also use the rules of this folder")->type_name("DIR");
}

void add_check(CLI::App& app, Options& options) {
  CLI::App& check = *app.add_subcommand("check", "Check policies: what stands in the way of talking with members");
  check.add_option("PATH", options.paths, "Files, folders, or - for standard input; the current folder by default")
      ->type_name("");
  choice(check, "--format", options.format, formats, "How to print the report (text)");
  choice(check, "--fail-on", options.fail_on, levels, "The least severity that makes the exit status 1 (error)");
  list(check, "--select", options.select, "Only these rules or families");
  list(check, "--ignore", options.ignore, "Not these rules or families");
  rules_folder(check, options);
  check.add_flag("--all", options.all, "Every finding in full, notes too");
  choice(check, "--color", options.color, colors, "Colour (auto: on a terminal, unless NO_COLOR is set)");
  check.add_option("--output", options.output, "Write the report to this file")->type_name("FILE");
  check.add_flag("--stats", options.stats, "Print the time of each step to standard error");
  check.footer(check_footer);
  check.callback([&options] { options.command = Command::check; });
}

void what_if(CLI::App& app, Options& options) {
  const auto several = [&](const char* name, std::vector<std::string>& values, const char* type, const char* help) {
    app.add_option(name, values, help)
        ->type_name(type)
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  };
  several("--without", options.without, "CLAUSE", "What if this clause, item or section were not there");
  several("--with", options.with, "FILE", "What if the clauses of this policy file were there too");
}

void add_can(CLI::App& app, Options& options) {
  CLI::App& can = *app.add_subcommand("can", "Ask a policy what somebody may do: by flags, or by a plain question");
  can.add_option("POLICY", options.paths, "Files or folders that hold together, and the question if it is a plain one")
      ->type_name("")
      ->required();
  can.add_option("--who", options.who, "Who would do it (staff)")->type_name("WHO");
  can.add_option("--action", options.action, "What would be done")->type_name("ACTION");
  can.add_option("--to", options.to, "To whom; left open: to anyone")->type_name("WHOM");
  can.add_option("--on", options.on, "Where; left open: anywhere")->type_name("WHERE");
  can.add_option("--ask", options.ask, "The question in plain words")->type_name("QUESTION");
  what_if(can, options);
  choice(can, "--format", options.format, short_formats, "How to print it (text)");
  choice(can, "--color", options.color, colors, "Colour (auto: on a terminal, unless NO_COLOR is set)");
  can.footer(can_footer);
  can.callback([&options] { options.command = Command::can; });
}

void add_matrix(CLI::App& app, Options& options) {
  CLI::App& matrix = *app.add_subcommand("matrix", "Show who may do what, to whom and where");
  matrix.add_option("POLICY", options.paths, "Files or folders that hold together")->type_name("")->required();
  matrix.add_option("--who", options.who, "Only these, with commas between")->type_name("WHO");
  matrix.add_option("--action", options.action, "Only these actions")->type_name("ACTION");
  matrix.add_option("--to", options.to, "Only to these")->type_name("WHOM");
  matrix.add_option("--on", options.on, "Only there")->type_name("WHERE");
  what_if(matrix, options);
  choice(matrix, "--format", options.format, matrix_formats, "How to print it (text)");
  choice(matrix, "--color", options.color, colors, "Colour (auto: on a terminal, unless NO_COLOR is set)");
  matrix.add_option("--output", options.output, "Write it to this file")->type_name("FILE");
  matrix.callback([&options] { options.command = Command::matrix; });
}

void add_route(CLI::App& app, Options& options) {
  CLI::App& route = *app.add_subcommand("route", "Draw the way of a member's question to a person, as a phone menu");
  route.add_option("POLICY", options.paths, "Files or folders that hold together, or - for standard input")
      ->type_name("")
      ->required();
  what_if(route, options);
  choice(route, "--format", options.format, drawn_formats, "How to draw it (text)");
  choice(route, "--color", options.color, colors, "Colour (auto: on a terminal, unless NO_COLOR is set)");
  route.add_option("--output", options.output, "Write it to this file")->type_name("FILE");
  route.footer(route_footer);
  route.callback([&options] { options.command = Command::route; });
}

void add_diff(CLI::App& app, Options& options) {
  CLI::App& diff = *app.add_subcommand("diff", "Show what a change of a policy takes away from people, and what it gives");
  diff.add_option("VERSION", options.paths, "Two files, or revisions and a file, as below")
      ->type_name("")
      ->required()
      ->expected(1, 3);
  choice(diff, "--format", options.format, diff_formats, "How to print it (text)");
  choice(diff, "--fail-on", options.diff_fail_on, diff_levels, "What makes the exit status 1 (never)");
  rules_folder(diff, options);
  choice(diff, "--color", options.color, colors, "Colour (auto: on a terminal, unless NO_COLOR is set)");
  diff.add_option("--output", options.output, "Write it to this file")->type_name("FILE");
  diff.footer(diff_footer);
  diff.callback([&options] { options.command = Command::diff; });
}

void add_scenarios(CLI::App& app, Options& options) {
  CLI::App& scenarios = *app.add_subcommand("scenarios", "Ask a policy the questions of the file beside it, like tests");
  scenarios.add_option("PATH", options.paths, "Scenario files, policies or folders; the current folder by default")
      ->type_name("");
  choice(scenarios, "--format", options.format, test_formats, "How to print the results (text)");
  scenarios.add_flag("--all", options.all, "Those that are as expected too");
  choice(scenarios, "--color", options.color, colors, "Colour (auto: on a terminal, unless NO_COLOR is set)");
  scenarios.add_option("--output", options.output, "Write the results to this file")->type_name("FILE");
  scenarios.footer(scenarios_footer);
  scenarios.callback([&options] { options.command = Command::scenarios; });

  CLI::App& init = *app.add_subcommand("init", "Write the first scenarios of a policy, with the answers it gives today");
  init.add_option("POLICY", options.paths, "A policy file; policy.yaml gets policy.scenarios.yaml, which must not be there yet")
      ->type_name("")
      ->required()
      ->expected(1);
  init.add_option("--output", options.output, "Write to this file instead; - prints it")->type_name("FILE");
  init.footer(
      "Exit status: 0 written, 2 wrong usage or a file that is there already, 3 no policy there, 4 it could not be read.");
  init.callback([&options] { options.command = Command::init; });
}

void add_others(CLI::App& app, Options& options) {
  CLI::App& read = *app.add_subcommand("read", "Show how each sentence of a policy was understood");
  read.add_option("PATH", options.paths, "Files, folders, or - for standard input")->type_name("")->required();
  choice(read, "--format", options.format, short_formats, "How to print it (text)");
  read.callback([&options] { options.command = Command::read; });

  CLI::App& explain = *app.add_subcommand("explain", "Say why a rule is there, the other side, and what to write instead");
  explain.add_option("RULE", options.rule, "Its id, as in `per-post-approval`")->type_name("")->required();
  rules_folder(explain, options);
  explain.callback([&options] { options.command = Command::explain; });

  CLI::App& rules = *app.add_subcommand("rules", "List the rules");
  choice(rules, "--format", options.format, short_formats, "How to print them (text)");
  rules_folder(rules, options);
  CLI::App& test = *rules.add_subcommand("test", "Run the examples of the rules");
  test.add_option("DIR", options.rules, "The rules of this folder; the built-in ones by default")->type_name("");
  rules.callback([&options, &test] { options.command = test.parsed() ? Command::rules_test : Command::rules; });

  CLI::App& debug = *app.add_subcommand("debug", "Look inside");
  debug.require_subcommand(1);
  CLI::App& spans = *debug.add_subcommand("spans", "Print a file with every node and text marked");
  spans.add_option("FILE", options.paths, "A YAML file, or - for standard input")->type_name("")->required()->expected(1);
  spans.callback([&options] { options.command = Command::debug_spans; });
  CLI::App& verdicts = *debug.add_subcommand("verdicts", "Print how likely each sentence of a policy is of each kind");
  verdicts.add_option("FILE", options.paths, "A policy file")->type_name("")->required()->expected(1);
  verdicts.callback([&options] { options.command = Command::debug_verdicts; });
}

/// Every option of the command the words ask for, to name the nearest one.
std::string nearest_hint(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  const CLI::App* deepest = &app;
  while (!deepest->get_subcommands().empty()) deepest = deepest->get_subcommands().back();
  for (const CLI::Option* option : deepest->get_options()) names.push_back(option->get_name());
  if (deepest == &app) {
    for (const CLI::App* sub : app.get_subcommands({})) names.push_back(sub->get_name());
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string_view meant = nearest(word, known);
  return meant.empty() ? "" : "did you mean `" + std::string(meant) + "`?";
}

/// Of the command that was asked for, with its whole name.
std::string help_of(const CLI::App& app) {
  const CLI::App* deepest = &app;
  std::string before;
  while (!deepest->get_subcommands().empty()) {
    before += (before.empty() ? "" : " ") + deepest->get_name();
    deepest = deepest->get_subcommands().back();
  }
  return deepest->help(before);
}

Parsed usage(std::string message, const std::string& hint) {
  Parsed parsed;
  parsed.status = 2;
  parsed.err =
      "engagelint: " + std::move(message) + '\n' + (hint.empty() ? "`engagelint --help` shows what can be asked" : hint) + '\n';
  return parsed;
}

/// CLI11 begins its sentences in upper case; ours begin with the program's name.
std::string lower_start(std::string text) {
  if (text.size() > 1 && (text[1] == ' ' || (text[1] >= 'a' && text[1] <= 'z')))
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

struct Group {
  std::string_view commands;  ///< with a blank around each
  void (*add)(CLI::App&, Options&);
};

constexpr Group groups[] = {
    {" check ", add_check},
    {" can ", add_can},
    {" matrix ", add_matrix},
    {" route ", add_route},
    {" diff ", add_diff},
    {" scenarios init ", add_scenarios},
    {" read explain rules debug ", add_others},
};

/// A command that is named first is set up with those it stands with, and no other; else all are, for the help and the nearest
/// word.
void set_up(CLI::App& app, Options& options, const std::string& first) {
  app.name("engagelint");
  app.set_version_flag("--version", "engagelint " + std::string(version()), "Print the version");
  app.set_help_flag("-h,--help", "Print this help");
  app.require_subcommand(0, 1);
  const auto names_it = [&](const Group& group) { return group.commands.find(' ' + first + ' ') != std::string_view::npos; };
  const bool named = std::any_of(std::begin(groups), std::end(groups), names_it);
  for (const Group& group : groups) {
    if (!named || names_it(group)) group.add(app, options);
  }
  // Last, or every command would end with it.
  app.footer(footer);
}

/// `check` and nothing but paths: the run that is waited for most often, and what there is to parse is nothing.
bool only_checks(const std::vector<std::string>& words) {
  return words.size() > 1 && words.front() == "check" &&
         std::none_of(words.begin() + 1, words.end(),
                      [](const std::string& word) { return word.empty() || word.front() == '-'; });
}

}  // namespace

Parsed parse_options(const std::vector<std::string>& words) {
  Parsed parsed;
  if (only_checks(words)) {
    parsed.options.command = Command::check;
    parsed.options.paths.assign(words.begin() + 1, words.end());
    parsed.run = true;
    return parsed;
  }
  CLI::App app(intro);
  set_up(app, parsed.options, words.empty() ? "" : words.front());
  std::vector<std::string> reversed(words.rbegin(), words.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    parsed.out = help_of(app);
    return parsed;
  } catch (const CLI::CallForVersion& call) {
    parsed.out = std::string(call.what()) + '\n';
    return parsed;
  } catch (const CLI::ExtrasError&) {
    const std::vector<std::string> unknown = app.remaining(true);
    const std::string word = unknown.empty() ? "" : unknown.front();
    return usage("`" + word + "` is not known here", nearest_hint(app, word));
  } catch (const CLI::ParseError& error) {
    return usage(lower_start(error.what()), "");
  }
  if (parsed.options.command == Command::none)
    return usage("say what to do: check, can, matrix, route, diff, scenarios, init, read, explain or rules", "");
  parsed.run = true;
  return parsed;
}

}  // namespace engagelint
