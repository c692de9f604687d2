#!/bin/sh
# What pages print is what the program prints: every block behind `<!-- run -->` is run again from the root of the repository. Lines
# that start with `$ ` are commands, what follows is their output, standard error too; `| exit 11` behind a command is its status.
#   pages.sh ROOT PROGRAM        ENGAGELINT_UPDATE=1 rewrites the pages
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$2" "$work/bin/engagelint"
PATH=$work/bin:$PATH
unset COLUMNS
NO_COLOR=1
export PATH NO_COLOR
bad=0

# run_block FILE: the block with fresh output
run_block() {
  grep '^\$ ' "$1" | while IFS= read -r line; do
    command=${line#\$ }
    wanted=0
    case $command in *' | exit '*) wanted=${command##* | exit } command=${command% | exit *} ;; esac
    echo "$line"
    status=0
    sh -c "$command" 2>&1 </dev/null || status=$?
    [ "$status" = "$wanted" ] || echo "(exit status $status)"
  done
}

for page in $(find README.md docs examples -name '*.md' | sort); do
  grep -q '^<!-- run -->$' "$page" || continue
  : >"$work/page"
  state=text
  while IFS= read -r line || [ -n "$line" ]; do
    case $state in
      text)
        printf '%s\n' "$line" >>"$work/page"
        [ "$line" = '<!-- run -->' ] && state=marked
        ;;
      marked)
        printf '%s\n' "$line" >>"$work/page"
        state=text
        case $line in '```'*) state=block && : >"$work/block" ;; esac
        ;;
      block)
        if [ "$line" = '```' ]; then
          run_block "$work/block" >>"$work/page"
          echo '```' >>"$work/page"
          state=text
        else
          printf '%s\n' "$line" >>"$work/block"
        fi
        ;;
    esac
  done <"$page"
  if ! cmp -s "$page" "$work/page"; then
    if [ -n "${ENGAGELINT_UPDATE:-}" ]; then
      cat "$work/page" >"$page"
    else
      echo "$page: the output is not what the program prints (ENGAGELINT_UPDATE=1 rewrites it):"
      diff "$page" "$work/page" | head -n 40 || true
      bad=1
    fi
  fi
done
exit $bad
