#!/bin/sh
# docs.sh itself: it must speak up at a bad policy block, a dead link, a stale README and an example that raises something.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/docs" "$tree/examples"
bad=0

# Stands for engagelint: a key `wrong` is a notice, the word `silent` in an example a finding.
cat >"$tree/program" <<'END'
#!/bin/sh
for file in "$@"; do :; done
case "$*" in
  *json*)
    printf '{\n'
    if grep -q '^wrong' "$file"; then printf '  "notices": [\n      "message": "unknown key"\n  ]\n'; else printf '  "notices": [],\n'; fi
    printf '}\n'
    ;;
  *fail-on*) ! grep -q silent "$file" ;;
  *) printf 'a.yaml:1:1 error[one]: words\n   |\n 1 | x\n\nthe end\n'; exit 1 ;;
esac
END
chmod +x "$tree/program"

# expect NAME STATUS WORDS
expect() {
  status=0
  output=$("$here/docs.sh" "$tree" "$tree/program" 2>&1) || status=$?
  case $output in *"$3"*) ;; *) status="$status without the words" ;; esac
  if [ "$status" != "$2" ]; then
    echo "$1: expected $2 and '$3', got $status and: $output"
    bad=1
  fi
}

unset ENGAGELINT_UPDATE
printf '# Page\n\n[here](docs/a.md) and [there](https://example.org)\n' >"$tree/README.md"
printf '```yaml\nsocial-media-policy: 1\n```\n`[code](no.md)`\n' >"$tree/docs/a.md"
expect "good pages" 0 ""
printf '\n```yaml\nsocial-media-policy: 1\nwrong: key\n```\n' >>"$tree/docs/a.md"
expect "a bad block" 1 'docs/a.md:6: "unknown key"'
printf '\nsee [one](../README.md), [two](b.md#part)\n' >"$tree/docs/a.md"
expect "a dead link" 1 "docs/a.md:2: the link to b.md leads nowhere"
rm "$tree/docs/a.md"
printf '<!-- shows one of engagelint check a.yaml -->\n```\nold\n```\nmore\n' >"$tree/README.md"
expect "a stale block" 1 "README.md: the output is not what the program prints"
ENGAGELINT_UPDATE=1 "$here/docs.sh" "$tree" "$tree/program" || bad=1
expect "a block that was rewritten" 0 ""
grep -q 'error\[one\]' "$tree/README.md" && grep -q '^more$' "$tree/README.md" || { echo "the rewritten page lacks words"; bad=1; }
sed -i 's/shows one/shows two/' "$tree/README.md"
expect "a rule that is not shown" 1 "no longer shows a finding of two"
rm "$tree/README.md"
printf 'social-media-policy: 1\nsilent: staff\n' >"$tree/examples/engaging.yaml"
expect "an example with findings" 1 "examples/engaging.yaml raises something"
exit $bad
