#!/usr/bin/env bash
# Uses the packages for Windows under Wine, as far as that goes: the zip's command line says the same as the program
# here, the installer installs for the user, the window opens two articles and saves a chart, the uninstaller leaves
# nothing. What Wine cannot tell: how it looks on Windows, SmartScreen's warning of what is not signed, real drivers.
#
#   tests/packages/windows.sh ZIP SETUP.exe [PROGRAM]
#
# Wine before 8.15 has no bcryptprimitives.dll, from which Rust takes random numbers: a stand-in is made for the test.
#
# PROGRAM is the program for Linux of the same commit, target/debug/parallax unless said otherwise. Needs (Debian):
# wine wine64 gcc-mingw-w64-x86-64 unzip xvfb openbox xdotool libgl1-mesa-dri. SHOTS=FOLDER keeps pictures (imagemagick).
set -euo pipefail
cd "$(dirname "$0")/../.."
test=windows
. tests/packages/window.sh
zip=$(realpath "$1")
setup=$(realpath "$2")
program=$(realpath "${3:-target/debug/parallax}")
need wine unzip Xvfb openbox xdotool

start_display -ac
leave_the_desktop
export HOME="$work/home" WINEPREFIX="$work/prefix" WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES="mscoree,mshtml,winemenubuilder.exe="
mkdir -p "$HOME"
before_leaving() { wineserver -k; }
export PATH="$PATH:/usr/lib/wine"
wine wineboot -i >"$work/wineboot.log" 2>&1 || fail "Wine makes no Windows"
c=$WINEPREFIX/drive_c
tests/packages/wine_random.sh "$c" "$work"

unzip -q "$zip" -d "$c"
folder=$(basename "$zip" .zip)
mkdir "$c/news"
cp assets/samples/*.md "$c/news/"
exe="C:\\$folder\\parallax.exe"
SECONDS=0
wine "$exe" --version >"$work/version.log" 2>&1 || fail "it does not run"
grep -q "$("$program" --version)" "$work/version.log" || fail "it is another version"
articles=('C:\news\ellery-ledger.md' 'C:\news\quayside-star.md')
(cd "$c/news" && "$program" compare ellery-ledger.md quayside-star.md) >"$work/here"
(cd "$c/news" && wine "$exe" compare ellery-ledger.md quayside-star.md) 2>"$work/compare.log" | tr -d '\r' >"$work/there"
diff "$work/here" "$work/there" >"$work/differs.log" || fail "it does not say the same on Windows"
(cd "$c/news" && "$program" score ellery-ledger.md --format csv --detail sentence) | tr -d "\r" >"$work/here"
(cd "$c/news" && wine "$exe" score ellery-ledger.md --format csv --detail sentence) 2>"$work/compare.log" | tr -d '\r' >"$work/there"
diff "$work/here" "$work/there" >"$work/differs.log" || fail "its scores are others on Windows"
wine "$exe" compare "${articles[@]}" --report 'C:\news\both.html' >"$work/report.log" 2>&1 || fail "it saves no report"
grep -q '<svg' "$c/news/both.html" || fail "the report has no chart"
wine "$exe" read 'C:\nowhere.txt' >"$work/missing.log" 2>&1 && fail "a missing file is no failure"
echo "windows: the command line says the same as here ($SECONDS s)"

wine "$setup" /S || fail "the installer fails"
installed=$(find "$c/users" -type d -path '*/Programs/Parallax' | head -n 1)
[ -x "$installed/parallaxw.exe" ] || fail "nothing was installed"
find "$c" -name 'Parallax.lnk' | grep -q . || fail "there is no entry in the menu"
wine reg query 'HKCU\Software\Classes\.parallax' 2>/dev/null | grep -q Parallax.Document || fail "documents are not known"
wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Parallax' 2>/dev/null | grep -q 0x ||
  fail "it cannot be removed in the settings"
echo "windows: installed ($(du -sk --apparent-size "$installed" | cut -f 1) KB)"

PATIENCE=${PATIENCE:-180} use_window "$c/news/chart.svg" 'C:\news\chart.svg' \
  wine "$installed/parallaxw.exe" --no-file-dialogs "${articles[@]}"
echo "windows: opened two articles, saved a chart, closed"

wine "$installed/uninstall.exe" /S || fail "the uninstaller fails"
wait_for "removing" 60 test ! -e "$installed/parallax.exe"
wait_for "removing the folder" 30 test ! -e "$installed"
! find "$c" -name 'Parallax.lnk' | grep -q . || fail "the entry in the menu was left"
! wine reg query 'HKCU\Software\Classes\.parallax' >/dev/null 2>&1 || fail "its documents were left in the registry"
! wine reg query 'HKCU\Software\Parallax' >/dev/null 2>&1 || fail "its folder was left in the registry"
echo "windows: passed (zip $(du -k "$zip" | cut -f 1) KB, installer $(du -k "$setup" | cut -f 1) KB)"
