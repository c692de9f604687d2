#!/bin/sh
# Sources are formatted as .clang-format says. `format.sh ROOT --fix` formats them.
set -eu
format=${CLANG_FORMAT:-clang-format}
command -v "$format" >/dev/null 2>&1 || { echo "clang-format is not installed"; exit 77; }
cd "$1"
files=$(find src tests -name '*.cpp' -o -name '*.hpp' | sort)
if [ "${2:-}" = --fix ]; then
  # shellcheck disable=SC2086
  exec "$format" -i $files
fi
# shellcheck disable=SC2086
"$format" --dry-run --Werror $files
