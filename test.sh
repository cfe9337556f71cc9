#!/usr/bin/env bash
# Installs what the tests need, builds, checks and runs every test on SQLite and PostgreSQL and in a real browser.
# Ends with one line that counts tests.
set -uo pipefail
cd "$(dirname "$0")" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '\n== %s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

say "What the tests need"
dotnet --version 2>/dev/null | grep -q '^10\.' || fail "Please install the .NET 10 SDK, then run ./test.sh again."
node --eval 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null || fail "Please install Node.js 20 or newer (with npm), then run ./test.sh again."

missing=()
command -v chromium >/dev/null || missing+=(chromium)
ls -d /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
fc-list 2>/dev/null | grep -qi 'noto.*cjk' || missing+=(fontconfig fonts-noto-cjk)
ldconfig -p 2>/dev/null | grep -q libicuuc || missing+=(libicu72)
if [ ${#missing[@]} -gt 0 ]; then
  command -v apt-get >/dev/null || fail "Please install ${missing[*]} with your system's package manager, then run ./test.sh again."
  root=""; [ "$(id -u)" = 0 ] || root="sudo"
  for attempt in 1 2 3 4 5; do # another job may hold apt's lock for a while
    $root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq "${missing[@]}" >/dev/null && break
    [ "$attempt" = 5 ] && fail "apt-get could not install ${missing[*]}; install them by hand, then run ./test.sh again."
    sleep $((attempt * 10))
  done
fi

say "Restore, format, build"
dotnet tool restore >/dev/null || fail "The local tools could not be restored."
CI=true dotnet restore || fail "The packages could not be restored as the lock files say."
dotnet csharpier check . || fail "Some files are not formatted: run 'dotnet csharpier format .'."
dotnet build -c Release --no-restore || fail "The build failed."

say "Known vulnerabilities of the packages, as far as the package sources tell"
# Told, not judged: what is published tomorrow must not fail the code of today.
if audit=$(timeout 120 dotnet list package --vulnerable --include-transitive 2>&1); then
  grep '^ *> ' <<<"$audit" | sort -u || printf 'None.\n'
else
  printf 'The package sources could not be asked: %s\n' "$(tail -n 1 <<<"$audit")"
fi

passed=0 failed=0 skipped=0 broken=0
run() { # project
  say "$1"
  local log; log=$(mktemp)
  dotnet run --project "tests/$1" -c Release --no-build -- --no-progress 2>&1 | tee "$log"
  local code=${PIPESTATUS[0]}
  local count; count() { sed -n "s/^ *$1: *\([0-9][0-9]*\)$/\1/p" "$log" | tail -n 1; }
  passed=$((passed + $(count succeeded || true) + 0)); failed=$((failed + $(count failed) + 0)); skipped=$((skipped + $(count skipped) + 0))
  # A run that died before its summary must not look like one in which nothing failed.
  [ "$code" = 0 ] || [ "$(count failed)" -gt 0 ] 2>/dev/null || broken=1
  rm -f "$log"
}
run Jingke.Tests
run Jingke.BrowserTests

[ "$broken" = 0 ] || { failed=$((failed + 1)); printf '\nA test program ended without a summary; it counts as a failure.\n'; }
printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
