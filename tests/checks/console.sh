#!/bin/sh
# Every block of `console` in the pages shows what the program prints: lines behind "$ " are run from the repository's top.
#   console.sh ROOT PROGRAM        ENGAGELINT_UPDATE=1 rewrites the pages
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$2" "$work/bin/engagelint"
PATH=$work/bin:$PATH
export PATH
unset COLUMNS
bad=0
for page in $(grep -rl '^```console$' --include='*.md' README.md docs | sort); do
  awk '
    /^```console$/ { inside = 1; print; next }
    /^```$/ && inside { inside = 0; print; next }
    inside && /^\$ / {
      print
      command = substr($0, 3) " 2>&1"
      while ((command | getline line) > 0) print line
      close(command)
      next
    }
    !inside { print }' "$page" >"$work/page"
  if cmp -s "$page" "$work/page"; then continue; fi
  if [ -n "${ENGAGELINT_UPDATE:-}" ]; then
    cp "$work/page" "$page"
  else
    echo "$page: the output is not what the program prints (ENGAGELINT_UPDATE=1 rewrites it)"
    diff "$page" "$work/page" || true
    bad=1
  fi
done
exit $bad
