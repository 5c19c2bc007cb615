#!/usr/bin/env bash
# Installs the RPM package into a root of its own with rpm, checks its files, uses the program and removes it: nothing
# is left. Unpacks it with rpm2cpio as well.
#
#   tests/packages/rpm.sh PACKAGE
#
# Runs on Debian, whose libraries it uses: what it depends on is listed, not fetched. Needs (Debian): rpm rpm2cpio cpio
# xvfb openbox xdotool. SHOTS=FOLDER keeps pictures (imagemagick).
set -euo pipefail
cd "$(dirname "$0")/../.."
test=rpm
. tests/packages/window.sh
package=$(realpath "$1")
need rpm rpm2cpio cpio Xvfb openbox xdotool

root=$work/root
mkdir -p "$root"
rpm=(rpm --root "$root" --dbpath /var/lib/rpm)
rpm -K --nosignature "$package" >"$work/check.log" || fail "its digests do not hold"
# What every Fedora has or gets by it: files of libraries, by their names.
rpm -qp --requires "$package" | grep -Ev '^(lib[A-Za-z0-9_+-]+\.so\.[0-9]+|ld-linux-x86-64\.so\.2)\(|^rpmlib\(|^rtld\(' \
  >"$work/requires.log" && fail "it asks for more than libraries"
SECONDS=0
"${rpm[@]}" -i --nodeps --noscripts "$package" >"$work/install.log" 2>&1 || fail "it cannot be installed"
echo "rpm: installed in $SECONDS s ($(($(rpm -qp --qf '%{SIZE}' "$package") / 1024)) KB)"
"${rpm[@]}" -V --nodeps parallax >"$work/verify.log" 2>&1 || fail "what is installed is not what is in the package"
(mkdir "$work/cpio" && cd "$work/cpio" && rpm2cpio "$package" | cpio -id --quiet) || fail "it cannot be unpacked"
cmp "$work/cpio/usr/bin/parallax" "$root/usr/bin/parallax"
for library in $(rpm -qp --requires "$package" | sed -n 's/^\(lib[^(]*\.so[^(]*\)(.*/\1/p' | sort -u); do
  ldconfig -p | grep -F "$library" >/dev/null || echo "rpm: note: this system has no $library"
done

start_display -ac
leave_the_desktop
export HOME="$work/home" XDG_DATA_HOME="$work/home/data" XDG_CONFIG_HOME="$work/home/config"
mkdir -p "$HOME"
use_window "$work/chart.svg" "$work/chart.svg" "$root/usr/bin/parallax" --no-file-dialogs \
  assets/samples/ellery-ledger.md assets/samples/quayside-star.md
"${rpm[@]}" -e --nodeps --noscripts parallax >"$work/remove.log" 2>&1 || fail "it cannot be removed"
find "$root" -type f ! -path "$root/var/*" >"$work/left.log"
[ ! -s "$work/left.log" ] || fail "something was left behind"
echo "rpm: passed ($(du -k "$package" | cut -f 1) KB)"
