#!/bin/sh
# Takes the words from the code into the translation file and compiles it. Run by `make translations`:
#     sh scripts/translations.sh BIN [FOLDER]
# BIN holds Qt's translation tools; FOLDER is where the translations lie, resources/translations if left out.
# Words that are new stand in FOLDER/id.ts as unfinished, and nothing is compiled until they are translated.
set -eu

bin=$(cd "$1" && pwd)
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(cd "${2:-$root/resources/translations}" && pwd)

cd "$root"
# Sorted and without line numbers, so that a difference shows words and nothing else.
"$bin/pyside6-lupdate" -silent -source-language en -target-language id -locations none -sort-messages -no-obsolete \
    $(find app/ui -name '*.py' | LC_ALL=C sort) -ts "$folder/id.ts"
"$bin/pyside6-lrelease" -silent -fail-on-unfinished -fail-on-invalid \
    "$folder/id.ts" "$folder/qt.id.ts" -qm "$folder/id.qm"
