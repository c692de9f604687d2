#!/bin/sh
# No path of one machine stands in the repository.
#   machine_paths.sh ROOT
set -eu
cd "$1"
folders="src rules tests examples docs .ci"
found=$(grep -rnIE '/(work|home|root|Users)/[A-Za-z0-9._-]+' $folders ./*.md ./*.txt ./*.json 2>/dev/null | grep -v '^tests/checks/' || true)
[ -z "$found" ] && exit 0
echo "$found"
exit 1
