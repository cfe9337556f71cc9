#!/usr/bin/env bash
# Runs the benchmarks; docs/performance.md says what they measure. All arguments go on to the program:
#   benchmarks/run.sh [--only analysis|load|analyze|models|vetting|customers|duplicates|import|pages] [--lines N] [--turns N] [--work FOLDER]
#     [--postgres CONNECTION] [--each]
set -euo pipefail
cd "$(dirname "$0")"
work=../artifacts/benchmarks
arguments=("$@")
for ((i = 0; i < $#; i++)); do
  if [[ "${arguments[i]}" == --work && $((i + 1)) -lt $# ]]; then work="${arguments[i + 1]}"; fi
done

# Not npm ci: a registry may lack the bindings of other systems, which the lock then cannot name.
if [[ ! -e duckdb/node_modules/.package-lock.json || duckdb/package-lock.json -nt duckdb/node_modules/.package-lock.json ]]; then
  (cd duckdb && npm install --no-save --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json)
fi
dotnet publish ../src/Jingke.Web -c Release -o "$work/jingke" --nologo -v quiet
dotnet build Jingke.Benchmarks -c Release --nologo -v quiet
exec dotnet Jingke.Benchmarks/bin/Release/net10.0/Jingke.Benchmarks.dll "$@"
