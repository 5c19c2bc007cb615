#!/usr/bin/env bash
# Builds the Debian package of a program and checks it: the desktop entry, the metadata and the document
# type are valid; installed, the program starts from its desktop entry with an article, with its name and
# icon on the window; removed, nothing of it is left.
#
#   tests/package.sh [PROGRAM]
#
# PROGRAM is target/release/parallax unless said otherwise. The package is really installed and removed
# where that is possible (as root or with sudo) and nothing called parallax is installed yet; elsewhere
# the check runs on its files in a folder of their own.
# Needs (Debian): binutils desktop-file-utils appstream shared-mime-info libglib2.0-bin x11-utils xvfb
# openbox xdotool.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/release/parallax}")
article=$(realpath assets/samples/ellery-ledger.md)
id=alt.parallax.parallax

test=package
. tests/display.sh
need dpkg-deb objdump desktop-file-validate appstreamcli update-mime-database gio xprop Xvfb openbox xdotool

installed=
sudo=()
[ "$(id -u)" = 0 ] || sudo=(sudo -n)
before_leaving() { [ -z "$installed" ] || remove; }
export DEBIAN_FRONTEND=noninteractive
remove() { installed= && "${sudo[@]}" apt-get purge -y -qq parallax >>"$work/apt.log" 2>&1; }

PROGRAM="$program" FOLDER="$work" PACK=${PACK:-fast} assets/packaging/build.sh deb >"$work/build.log" 2>&1 ||
  fail "the package could not be built"
package=$(echo "$work"/parallax_*.deb)
(cd "$work" && sha256sum -c SHA256SUMS >/dev/null) || fail "the checksum is not that of the package"
is_there() { dpkg-query -W -f='${Status}' parallax 2>/dev/null | grep -q 'ok installed'; }
if ! is_there && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
  installed=yes
  "${sudo[@]}" apt-get install -y -qq --no-install-recommends "$package" >"$work/apt.log" 2>&1 ||
    fail "the package could not be installed"
  root=
else
  root="$work/root"
  dpkg-deb -x "$package" "$root"
  export XDG_DATA_DIRS="$root/usr/share:/usr/share"
  echo "package: not installed for real, for want of the right to or because parallax is installed already"
fi
# Before any other of that name, such as the one that cargo installed.
export PATH="$root/usr/bin:$PATH"
entry="$root/usr/share/applications/$id.desktop"

desktop-file-validate "$entry" || fail "the desktop entry is not valid"
appstreamcli validate --pedantic --no-net "$root/usr/share/metainfo/$id.metainfo.xml" >"$work/metainfo.log" ||
  fail "the metadata are not valid"
[ "$(command -v parallax)" = "$root/usr/bin/parallax" ] || fail "another parallax comes first"
parallax --version >/dev/null || fail "the program does not run"
# Icons in every size that menus, docks and shops ask for.
for size in 16 22 24 32 48 64 96 128 256 512; do
  icon="$root/usr/share/icons/hicolor/${size}x$size/apps/$id.png"
  # Width and height stand in bytes 16 to 23 of a PNG.
  [ "$(od -An -j 16 -N 8 -t u1 "$icon" | tr -s ' ')" = " 0 0 $((size / 256)) $((size % 256)) 0 0 $((size / 256)) $((size % 256))" ] ||
    fail "the icon of $size pixels is missing or has another size"
done
for page in parallax parallax-compare; do
  gzip -t "$root/usr/share/man/man1/$page.1.gz" || fail "there is no manual page of $page"
done
grep -q '^Exec=parallax thumbnail ' "$root/usr/share/thumbnailers/$id.thumbnailer" || fail "documents have no pictures"
parallax compare assets/samples/{ellery-ledger,quayside-star}.md --steps "$work/steps.toml" >/dev/null
parallax thumbnail --size 64 "$work/steps.toml" "$work/small.png" && [ -s "$work/small.png" ] || fail "no picture is made"
bash -n "$root/usr/share/bash-completion/completions/parallax" || fail "bash does not read the completions"

# Nothing of the user's is read or changed from here on.
export HOME="$work/home" XDG_DATA_HOME="$work/home/data" XDG_CONFIG_HOME="$work/home/config"
mkdir -p "$XDG_DATA_HOME/mime/packages" "$XDG_CONFIG_HOME"
unset DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY
if [ -n "$root" ]; then # What installing a package does for the whole system.
  cp "$root/usr/share/mime/packages/$id.xml" "$XDG_DATA_HOME/mime/packages/"
  update-mime-database "$XDG_DATA_HOME/mime"
  update-desktop-database "$root/usr/share/applications"
fi
echo '{}' >"$work/story.parallax"
gio info -a standard::content-type "$work/story.parallax" | grep application/x-parallax >/dev/null ||
  fail "a .parallax file is not known as one"
for kind in $(sed -n "s/^MimeType=//p" "assets/linux/$id.desktop" | tr ";" " "); do
  gio mime "$kind" | grep "$id.desktop" >/dev/null || fail "$kind cannot be opened with Parallax"
done

start_display

gio launch "$entry" "$article" >"$work/program.log" 2>&1 &
title='Ellery Ledger .*Parallax$'
wait_for "the window" 40 find_window "$title"
window=$(find_window "$title" | head -n 1)
parallax=$(xdotool getwindowpid "$window")
pids+=("$parallax")
[ "$(readlink "/proc/$parallax/exe")" = "$root/usr/bin/parallax" ] || fail "another program was started"
xprop -id "$window" WM_CLASS | grep "\"$id\"" >/dev/null || fail "the window does not say which program it is"
class=$(sed -n 's/^StartupWMClass=//p' "$entry")
[ "$class" = "$id" ] || fail "the desktop entry names another window: $class"
size=$(xprop -id "$window" -len 64 -f _NET_WM_ICON 32c ' $0 $1' _NET_WM_ICON)
[ "$size" = "_NET_WM_ICON(CARDINAL) 256 256" ] ||
  fail "the window has no icon of 256 by 256: $size"
sleep 1
xdotool windowactivate --sync "$window" 2>/dev/null || true
press ctrl+q
wait_for "closing the window" 20 sh -c "! kill -0 $parallax"

if [ -z "$root" ]; then
  remove || fail "the package could not be removed"
  for left in /usr/bin/parallax "$entry" "/usr/share/mime/packages/$id.xml"; do
    [ ! -e "$left" ] || fail "$left was left behind"
  done
  echo "package: installed, launched and removed"
fi
echo "package: passed ($(du -k "$package" | cut -f 1) KB)"
