#include <doctest/doctest.h>

#include <algorithm>

#include "norm/definitions.hpp"
#include "norms.hpp"

using namespace engagelint;
using namespace engagelint::test;

namespace {

std::string terms(const std::string& text) {
  const Norms read(policy_head + "clauses:\n  - text: " + double_quoted(text) + "\n");
  std::string out;
  for (const auto& definition : norm::definitions_of(read.policy()))
    out += (out.empty() ? "" : ", ") + std::string(definition.term) + " = " +
           std::string(name_of(Concept{definition.meaning.concept_id}));
  return out;
}

/// A definition, and a ban for whom it defines.
bool on_staff(const std::string& definition, const std::string& ban, const std::string& head = {}) {
  const Norms read(policy_head + head + "clauses:\n  - text: " + double_quoted(definition) + "\n  - text: " + double_quoted(ban) +
                   "\n");
  const Norm& last = read.reading.norms.back();
  return last.modality == Modality::prohibit && !last.on_others;
}

}  // namespace

TEST_CASE("a term in quotation marks means the people that the text says") {
  CHECK(terms("\"Colleague\" means any employee or volunteer.") == "Colleague = staff");
  CHECK(terms("\u201CPatient Party\u201D shall mean a patient or his family.") == "Patient Party = patients");
  CHECK(terms("This policy binds all employees and volunteers (\"Cast\").") == "Cast = volunteers");
  CHECK(terms("It binds every nurse (hereafter the \"Carer\") of the home.") == "Carer = trade-staff");
}

TEST_CASE("terms for other things keep their meaning") {
  CHECK(terms("\"Professional Profile\" means an account that an employee holds.").empty());
  CHECK(terms("\"Tidings\" means a page that an employee runs.").empty());
  CHECK(terms("The account of every employee (\"Account\") is registered.").empty());
  CHECK(terms("A member said \"Hello there\" to an employee.").empty());
  CHECK(terms("Employees say \"we\".").empty());
}

TEST_CASE("a term is defined once, and so many are read") {
  CHECK(terms("\"Colleague\" means any employee. \"Colleague\" means a patient.") == "Colleague = staff");
  std::string many;
  for (int i = 0; i < 200; ++i) many += "\"Carer " + std::to_string(i) + "\" means any nurse. ";
  const std::string read = terms(many);
  CHECK(std::count(read.begin(), read.end(), '=') == 64);
}

TEST_CASE("rules for those whom a term defines are rules for staff") {
  const std::string ban = "No Hall Member may answer a patient on Facebook.";
  CHECK(on_staff("\"Hall Member\" means any employee.", ban));
  CHECK(on_staff("\"Hall Members\" means all employees.", ban));
  CHECK_FALSE(on_staff("Be kind.", ban));
}

TEST_CASE("members are staff where others are served") {
  const std::string ban = "Members must not reply to residents on Facebook.";
  CHECK(on_staff("Be kind.", ban, "audience: residents\n"));
  CHECK_FALSE(on_staff("Be kind.", ban, "audience: members\n"));
  CHECK_FALSE(on_staff("Be kind.", ban));
}

TEST_CASE("other numbers of a word") {
  CHECK(norm::other_numbers("Portmate") == std::vector<std::string>{"Portmates"});
  CHECK(norm::other_numbers("Hall Members") == std::vector<std::string>{"Hall Member"});
  CHECK(norm::other_numbers("Deputies") == std::vector<std::string>{"Deputy", "Deputie"});
  CHECK(norm::other_numbers("Deputy") == std::vector<std::string>{"Deputies"});
}
