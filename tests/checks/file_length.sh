#!/bin/sh
# Sources of at most 400 lines, headers of at most 150: a file is one idea.
#   file_length.sh ROOT
set -eu
cd "$1"
bad=0
for file in $(find src tests -name '*.cpp' -o -name '*.hpp' | sort); do
  case $file in *.hpp) most=150 ;; *) most=400 ;; esac
  lines=$(wc -l <"$file")
  if [ "$lines" -gt "$most" ]; then
    echo "$file: $lines lines, $most are enough"
    bad=1
  fi
done
exit $bad
