#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# usage: bench/turtle_vs_serdi.sh [BUILD_DIR] [EDGES]
# Writes one graph as Turtle with our writer, and the same triples from N-Triples with serdi, in the
# same run; prints triples a second, their ratio and the peak memory of both. The graph is made as
# our writer goes, so its time holds the making too.
set -euo pipefail
build=${1:-build/release}
edges=${2:-100000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$build/synthetic_rdf" ntriples "$edges" > "$folder/graph.nt"
triples=$(wc -l < "$folder/graph.nt")

# measure NAME COMMAND...: best seconds of three and peak KiB to NAME.time
measure() {
  local name=$1
  shift
  for _ in 1 2 3; do
    /usr/bin/time -f '%e %M' -o "$folder/once" "$@" > "$folder/$name.ttl"
    cat "$folder/once"
  done | sort -n | head -n 1 > "$folder/$name.time"
}
measure ours "$build/synthetic_rdf" turtle "$edges"
measure serdi serdi -i ntriples -o turtle "$folder/graph.nt"

canonical() { serdi -i turtle -o ntriples "$1" | LC_ALL=C sort -u | sha256sum; }
[ "$(canonical "$folder/ours.ttl")" = "$(LC_ALL=C sort -u < "$folder/graph.nt" | serdi -i ntriples -o ntriples - | sha256sum)" ] ||
  { echo "the two are not the same graph" >&2; exit 1; }

awk -v n="$triples" '
  { seconds[FNR == NR ? 0 : 1] = $1; kib[FNR == NR ? 0 : 1] = $2 }
  END {
    printf "triples        %d\n", n
    printf "ours           %.2f M/s, peak %.1f MiB\n", n / seconds[0] / 1e6, kib[0] / 1024
    printf "serdi          %.2f M/s, peak %.1f MiB\n", n / seconds[1] / 1e6, kib[1] / 1024
    printf "ours to serdi  %.1f\n", seconds[1] / seconds[0]
  }' "$folder/ours.time" "$folder/serdi.time"
