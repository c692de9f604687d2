#!/bin/sh
# A folder of src includes only folders above it (the order of src/CMakeLists.txt), and an outside library has one home.
#   include_order.sh ROOT
set -eu
cd "$1/src"

# folder: folders it may include beside itself
allowed() {
  case $1 in
    source) echo "" ;;
    finding) echo "source" ;;
    yaml) echo "source finding" ;;
    policy) echo "source finding yaml" ;;
    norm) echo "source finding yaml policy" ;;
    permission) echo "source finding policy norm" ;;
    classifier) echo "source finding yaml policy norm" ;;
    expr) echo "source finding" ;;
    rule) echo "source finding yaml expr" ;;
    engine) echo "source finding yaml policy norm permission classifier expr rule" ;;
    render) echo "source finding permission" ;;
    cli) echo "source finding yaml policy norm permission classifier expr rule engine render" ;;
    *) echo "unknown" ;;
  esac
}

# Generators are programs of their own: the one for rules also links the concepts of the lexicon.
generator_allowed() {
  case $1 in
    rule/*_main.cpp) echo "norm/concepts.hpp" ;;
    *) echo "" ;;
  esac
}

# path of a file -> outside libraries it may include
outside() {
  case $1 in
    yaml/*.cpp) echo "yaml-cpp" ;;
    norm/lexicon_main.cpp) echo "yaml-cpp" ;;
    norm/*.cpp | expr/*.cpp) echo "tao" ;;
    # Grammars are headers in PEGTL; nobody outside their folder includes them.
    norm/*grammar*.hpp | expr/*grammar*.hpp) echo "tao" ;;
    render/json.cpp | render/sarif.cpp | render/matrix_json.cpp | render/route_json.cpp | render/diff_json.cpp | render/scenarios_json.cpp | cli/json.cpp | cli/answer_json.cpp) echo "nlohmann" ;;
    cli/options.cpp) echo "CLI" ;;
    *) echo "" ;;
  esac
}

bad=0
for file in */*.cpp */*.hpp; do
  [ -e "$file" ] || continue
  folder=${file%%/*}
  if [ "$(allowed "$folder")" = unknown ]; then
    echo "src/$file: the folder '$folder' has no place in the order" && bad=1
    continue
  fi
  for line in $(grep -nE '^[[:space:]]*#[[:space:]]*include' "$file" | sed -E 's/^([0-9]+):.*include[[:space:]]*[<"]([^>"]*)[>"].*/\1:\2/'); do
    number=${line%%:*}
    header=${line#*:}
    top=${header%%/*}
    case $top in
      CLI | nlohmann | yaml-cpp | tao)
        case " $(outside "$file") " in
          *" $top "*) ;;
          *) echo "src/$file:$number: includes <$header>, which has its home elsewhere" && bad=1 ;;
        esac
        continue
        ;;
    esac
    [ -d "$top" ] && [ "$top" != "$header" ] && [ "$top" != "$folder" ] || continue
    case " $(allowed "$folder") $(generator_allowed "$file") " in
      *" $top "* | *" $header "*) ;;
      *) echo "src/$file:$number: '$folder' includes \"$header\", which stands below it" && bad=1 ;;
    esac
  done
done
exit $bad
