#!/usr/bin/env bash
# The first article and its companions, loaded and asked: `make demo`. Writes into demo/.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p demo
export KG_STORE=demo/store

run() { printf '\n$ kg'; printf ' %q' "$@"; printf '\n'; kg "$@"; }

run load seeds/articles
run ask 'What replaced the 1961 treaty?'
run sources 'suhh-kp-1961-treaty-friendship-mutual-assistance'
run lineage '1961 treaty'
kg lineage '1961 treaty' --format svg -o demo/lineage.svg
kg export html -o demo/graph.html

printf '\nLineage picture: %s\nGraph, with the sentences behind every edge: %s\n' "$PWD/demo/lineage.svg" "$PWD/demo/graph.html"
