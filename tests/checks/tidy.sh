#!/bin/sh
# clang-tidy over the sources named, or over those that changed since a commit, or over all.
#   tests/checks/tidy.sh [--since COMMIT | FILE...]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
cmake --preset tidy >/dev/null
# Generated sources stand behind some includes.
cmake --build --preset tidy --target engagelint_norm engagelint_rule >/dev/null
if [ "${1:-}" = --since ]; then
  files=$(git diff --name-only --diff-filter=d "$2" -- 'src/*.cpp')
elif [ $# -gt 0 ]; then
  files=$*
else
  files=$(git ls-files 'src/*.cpp')
fi
[ -n "$files" ] || { echo "no source to look at"; exit 0; }
printf '%s\n' $files | xargs -P 2 -n 1 clang-tidy --quiet -p build/tidy
