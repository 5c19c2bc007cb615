#!/usr/bin/env bash
# Reads every file of a folder with a built program and prints what became of it: computing seconds and
# megabytes of the program and its reader process, and "read" or "refused". Exit 0 if none takes more than
# 3 seconds or 300 MB, and none ends the program.
#
# Usage: tests/hostile_files.sh [FOLDER] [PROGRAM]
#   FOLDER   ../shared/data/hostile if it is there
#   PROGRAM  target/release/parallax (cargo build --release --no-default-features --features pdf)
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$root/../shared/data/hostile}
program=${2:-$root/target/release/parallax}
if [ ! -d "$folder" ]; then
    echo "skipped: $folder is not there"
    exit 0
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
failed=0
printf '%8s %7s  %-8s %s\n' seconds MB result file
for file in "$folder"/*; do
    [ -f "$file" ] || continue
    # The user and system time of the program and of the process it waited for; the largest of both in memory.
    /usr/bin/time -f '%U %S %M' -o "$out/time" timeout 20 "$program" read "$file" >"$out/read" 2>"$out/said"
    status=$?
    read -r user system kilobytes < <(tail -n 1 "$out/time")
    seconds=$(awk "BEGIN { printf \"%.2f\", $user + $system }")
    megabytes=$((kilobytes / 1024))
    case $status in
        0) result=read ;;
        1) result=refused ;;
        *) result="ended:$status" ;;
    esac
    verdict=""
    if awk "BEGIN { exit !($seconds > 3) }" || [ "$megabytes" -gt 300 ] || [ "$status" -gt 1 ]; then
        verdict="  <-- too much"
        failed=1
    fi
    printf '%8s %7s  %-8s %s%s\n' "$seconds" "$megabytes" "$result" "$(basename "$file")" "$verdict"
done
exit $failed
