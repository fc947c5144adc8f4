#!/usr/bin/env bash
# What kg does, in one go: loads the seed articles, asks what replaced the 1961 treaty, shows the sentences,
# draws the lineage picture and the page. Everything it writes is in demo/. KG is the command, kg by default.
set -euo pipefail
cd "$(dirname "$0")/.."
kg="${KG:-kg}"
export KG_STORE=demo/store
rm -rf demo
mkdir demo

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] || say() { printf '\n%s\n' "$*"; }

say '$ kg load seeds/articles'
$kg load seeds/articles

say '$ kg ask "What replaced the 1961 treaty?"'
$kg ask "What replaced the 1961 treaty?"

say '$ kg ask "Siapa yang menandatangani perjanjian 2024 antara Rusia dan Korea Utara?"'
$kg ask "Siapa yang menandatangani perjanjian 2024 antara Rusia dan Korea Utara?"

say '$ kg lineage "1961 treaty"'
$kg lineage "1961 treaty"

say 'The lineage as a picture, and the graph as a page whose every edge shows its sentences:'
$kg export svg -o demo/lineage.svg
$kg export png -o demo/lineage.png ||
  echo "no PNG: this machine lacks a font for some of the labels; demo/lineage.svg has them"
$kg export html -o demo/graph.html
$kg export turtle -o demo/graph.ttl

say 'Look at:'
for file in lineage.svg lineage.png graph.html graph.ttl; do
  if [ -f "demo/$file" ]; then echo "  $PWD/demo/$file"; fi
done
echo "The store is demo/store: kg --help lists what else it answers (export KG_STORE=$PWD/demo/store)."
