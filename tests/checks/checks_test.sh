#!/bin/sh
# The checks themselves: each must speak up at what it is there for, and name the line.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/src/source" "$tree/src/render" "$tree/src/norm" "$tree/tests"
bad=0

# expect NAME STATUS WORDS SCRIPT: the script's status, and words of what it prints
expect() {
  status=0
  output=$("$here/$4" "$tree" 2>&1) || status=$?
  case $output in *"$3"*) ;; *) status="$status without the words" ;; esac
  if [ "$status" != "$2" ]; then
    echo "$1: expected $2 and '$3', got $status and: $output"
    bad=1
  fi
}

printf '#include "source/source.hpp"\n#include <vector>\n' >"$tree/src/render/text.cpp"
expect "a good tree" 0 "" include_order.sh
expect "short files" 0 "" file_length.sh
printf '#include "render/render.hpp"\n' >"$tree/src/source/bad.cpp"
expect "a folder below" 1 "src/source/bad.cpp:1: 'source' includes" include_order.sh
rm "$tree/src/source/bad.cpp"
printf '\n  #  include <nlohmann/json.hpp>\n' >"$tree/src/render/text.cpp"
expect "a library away from home" 1 "src/render/text.cpp:2: includes <nlohmann/json.hpp>" include_order.sh
printf '#include <tao/pegtl.hpp>\n' >"$tree/src/norm/words.hpp"
printf '\n' >"$tree/src/render/text.cpp"
expect "a library in a header" 1 "src/norm/words.hpp:1" include_order.sh
seq 151 | sed 's/^/int a/; s/$/;/' >"$tree/src/source/long.hpp"
expect "a long header" 1 "src/source/long.hpp: 151 lines" file_length.sh
expect "no machine path" 0 "" machine_paths.sh
# Put together here, so that this file holds none.
printf '// see /%s/someone/notes\n' home >"$tree/src/source/path.cpp"
expect "a machine path" 1 "src/source/path.cpp:1" machine_paths.sh
exit $bad
