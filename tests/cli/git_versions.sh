#!/bin/sh
# engagelint diff over revisions of git: each way to name two versions, and what it refuses.
#   git_versions.sh PROGRAM
set -eu
program=$1
command -v git >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
bad=0
git init -q -b main .
git config user.email nobody@example.org
git config user.name Nobody
mkdir rules
policy() { printf 'social-media-policy: 1\ntitle: Talking\nclauses:\n  - {id: "1", text: %s}\n' "$1" >rules/policy.yaml; }
commit() { git add -A && git commit -q -m "$1"; }
policy 'Staff may reply to members.'
commit one
policy 'Staff must not reply to members.'
commit two
policy 'Staff may reply to members after approval by Legal.'

# expect NAME STATUS WORDS ARGUMENTS…
expect() {
  name=$1 wanted=$2 words=$3
  shift 3
  status=0
  output=$("$program" diff "$@" 2>&1) || status=$?
  case $output in *"$words"*) ;; *) status="$status without the words" ;; esac
  if [ "$status" != "$wanted" ]; then
    echo "$name: expected $wanted and '$words', got $status and: $output"
    bad=1
  fi
}
expect "one file: since the last commit" 0 "Only after a step now" rules/policy.yaml
expect "a revision and a file" 0 "Only after a step now" HEAD~1 rules/policy.yaml
expect "a range" 1 "No longer allowed" --fail-on tightening HEAD~1..HEAD rules/policy.yaml
expect "a range with an open end" 0 "No longer allowed" HEAD~1.. rules/policy.yaml
expect "two revisions" 0 "Allowed now" HEAD HEAD~1 rules/policy.yaml
expect "since they parted" 0 "nothing changes" HEAD...HEAD rules/policy.yaml
expect "revision and path" 0 "Only after a step now" HEAD~1:rules/policy.yaml rules/policy.yaml
expect "a loosening alone does not fail" 0 "gives something" --fail-on tightening HEAD rules/policy.yaml
expect "not a revision" 2 "neither a file here nor a revision" gone rules/policy.yaml
expect "a revision that is not there" 4 "git finds no" gone:rules/policy.yaml rules/policy.yaml
expect "a word like an option" 2 "" --upload-pack=x rules/policy.yaml
expect "no file" 2 "there is no file" rules/gone.yaml
# From another folder, and of another repository.
cd rules
expect "below the root" 0 "Only after a step now" HEAD policy.yaml
cd /
expect "from outside" 0 "Only after a step now" HEAD "$work/rules/policy.yaml"
# Nothing in a name reaches a shell.
cd "$work"
expect "no shell" 2 "" 'HEAD;touch harm' rules/policy.yaml
expect "no shell in a path" 4 "git finds no" 'HEAD:$(touch harm)' rules/policy.yaml
[ ! -e harm ] || { echo "a name was run"; bad=1; }
exit $bad
