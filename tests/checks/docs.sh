#!/bin/sh
# The pages tell the truth: policies in them load without a notice, links lead somewhere, the README shows what the program prints,
# and the engaging example raises nothing.
#   docs.sh ROOT PROGRAM        ENGAGELINT_UPDATE=1 rewrites the output in README.md
set -eu
cd "$1"
program=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
say() {
  echo "$1"
  bad=1
}
# What a policy on a page is part of.
mkdir "$work/page"
printf 'social-media-policy: 1\ntitle: T\nclauses: [Be kind.]\n' >"$work/common.yaml"
pages=$(find . -name '*.md' -not -path './build*' -not -path './.git/*' | sed 's|^\./||' | sort)

# without_notice FILE NAME: checked, whatever is found in it, nothing is noticed about the file itself
without_notice() {
  "$program" check --format json --fail-on never "$1" >"$work/report" 2>&1 || say "$2: engagelint cannot read this policy"
  grep -q '^  "notices": \[\]' "$work/report" || say "$2: $(grep -A99 '^  "notices"' "$work/report" | sed -n 's/ *"message": //p')"
}

for page in $pages; do
  # Every block of a whole policy becomes a file named after its line.
  rm -f "$work"/page/*.yaml
  awk -v to="$work/page" '
    /^```yaml/ { block = to "/" NR ".yaml"; text = ""; policy = 0; inside = 1; next }
    /^```/ { if (inside && policy) printf "%s", text > block; inside = 0; next }
    inside { text = text $0 "\n"; if (/^social-media-policy:/) policy = 1 }' "$page"
  for policy in "$work"/page/*.yaml; do
    [ -e "$policy" ] || continue
    without_notice "$policy" "$page:$(basename "$policy" .yaml)"
  done
  # Links outside code; an anchor within the page is not followed.
  for link in $(awk '/^ *```/ { code = !code } !code { gsub(/`[^`]*`/, ""); print NR ":" $0 }' "$page" |
    sed -nE ':a; s/^([0-9]+):(.*)\]\(([^)# ]+)[^)]*\)/\1:\2\n\1@\3\n/; ta; p' | sed -nE 's/^([0-9]+)@(.*)$/\1@\2/p'); do
    target=${link#*@}
    case $target in http://* | https://* | mailto:*) continue ;; esac
    [ -e "$(dirname "$page")/$target" ] || say "$page:${link%%@*}: the link to $target leads nowhere"
  done
done

for policy in examples/*.yaml; do
  [ -e "$policy" ] && without_notice "$policy" "$policy"
done
if [ -e examples/engaging.yaml ]; then
  "$program" check --all --fail-on note examples/engaging.yaml >"$work/out" 2>&1 || say "examples/engaging.yaml raises something: $(cat "$work/out")"
fi

# The block behind `<!-- shows RULE of engagelint check POLICY -->` is made of what the program prints: the finding of that rule, the
# first of those on one line each, and the end. An ellipsis stands for what is left out.
mark=$(grep -n '^<!-- shows .* of engagelint check .* -->$' README.md 2>/dev/null | head -n 1 || true)
if [ -n "$mark" ]; then
  rule=$(echo "$mark" | sed -E 's/.*shows ([^ ]+) of.*/\1/')
  policy=$(echo "$mark" | sed -E 's/.* check ([^ ]+) -->/\1/')
  "$program" check --color never "$policy" >"$work/out" || true
  {
    echo "\$ engagelint check $policy"
    awk -v rule="[$rule]" '
      { text[NR] = $0 }
      END {
        count = 1
        for (i = 1; i <= NR; i++) { if (text[i] == "") { count++; continue } part[count] = part[count] text[i] "\n" }
        for (i = 1; i <= count; i++) {
          snippet = index(part[i], "\n   |") > 0 || part[i] ~ /\n *\|/
          if (i == count || (snippet && index(part[i], rule))) { printf "%s%s", gap, part[i]; gap = "\n"; found = found || i < count; left = 0; continue }
          if (!snippet && !listed) {
            lines = split(part[i], line, "\n")
            printf "%s", gap
            for (j = 1; j < lines && j <= 5; j++) print line[j]
            listed = 1
          }
          if (!left) { print "…"; gap = "\n" }
          left = 1
        }
        if (!found) exit 3
      }' "$work/out"
  } >"$work/block" || say "README.md: $policy no longer shows a finding of $rule in full; name another rule in the comment"
  # The page with that block in place of the one that stands there.
  awk -v from="$work/block" '
    /^<!-- shows / { print; armed = 1; next }
    armed && /^```/ { print; while ((getline line < from) > 0) print line; armed = 0; skipping = 1; next }
    skipping && /^```/ { skipping = 0 }
    !skipping { print }' README.md >"$work/README.md"
  if ! cmp -s README.md "$work/README.md"; then
    if [ -n "${ENGAGELINT_UPDATE:-}" ]; then
      cat "$work/README.md" >README.md
    else
      say "README.md: the output is not what the program prints (ENGAGELINT_UPDATE=1 rewrites it):"
      diff README.md "$work/README.md" | head -n 40 || true
    fi
  fi
fi
exit $bad
