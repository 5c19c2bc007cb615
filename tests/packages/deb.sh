#!/usr/bin/env bash
# Installs the Debian package into a fresh Debian made by debootstrap, uses it there, puts the same package over the
# running program, and removes it: nothing is left.
#
#   tests/packages/deb.sh PACKAGE
#
# As root. ROOT=FOLDER is a Debian that was made before; it is copied, not changed. Needs (Debian): debootstrap xvfb
# openbox xdotool lintian. SHOTS=FOLDER keeps pictures (imagemagick).
set -euo pipefail
cd "$(dirname "$0")/../.."
test=deb
. tests/packages/window.sh
package=$(realpath "$1")
need debootstrap Xvfb openbox xdotool chroot lintian
mirror=$(grep -rhoE 'https?://[^ ]*/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | head -n 1 || true)

lintian --fail-on error "$package" >"$work/lintian.log" 2>&1 || fail "lintian finds errors"
root=$work/root
if [ -n "${ROOT:-}" ]; then cp -a "$ROOT" "$root"; else
  debootstrap --variant=minbase bookworm "$root" ${mirror:+"$mirror"} >"$work/debootstrap.log" 2>&1 || fail "no Debian could be made"
fi
before_leaving() {
  mountpoint -q "$root/tmp/.X11-unix" && umount "$root/tmp/.X11-unix"
  ! mountpoint -q "$root/proc" || umount "$root/proc"
}
in_root() { chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin LANG=C.UTF-8 HOME=/root DISPLAY="${DISPLAY:-}" DEBIAN_FRONTEND=noninteractive "$@"; }
cp /etc/resolv.conf "$root/etc/"
mount -t proc proc "$root/proc"
in_root apt-get update -qq >"$work/apt.log" 2>&1 || fail "the Debian cannot reach its packages"
files() { (cd "$root" && find usr/bin usr/share etc opt root -type f ! -path 'usr/share/mime/*' | LC_ALL=C sort); }

# What it depends on comes first, so that afterwards only its own files are counted.
cp "$package" "$root/parallax.deb"
depends=$(dpkg-deb -f "$package" Depends | tr ',' '\n' | sed 's/(.*//;s/|.*//' | xargs)
# shellcheck disable=SC2086
in_root apt-get install -y -qq --no-install-recommends $depends >>"$work/apt.log" 2>&1 || fail "what it depends on is not to be had"
files >"$work/before"
SECONDS=0
in_root apt-get install -y -qq --no-install-recommends ./parallax.deb >>"$work/apt.log" 2>&1 || fail "it cannot be installed"
echo "deb: installed in $SECONDS s ($(in_root dpkg-query -W -f '${Installed-Size}' parallax) KB)"
in_root parallax --version

cp assets/samples/*.md "$root/srv/"
start_display -ac
leave_the_desktop
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
use_window "$root/srv/chart.svg" /srv/chart.svg in_root parallax --no-file-dialogs /srv/ellery-ledger.md /srv/quayside-star.md
rm -f "$root/srv/chart.svg"
echo "deb: opened two articles, saved a chart, closed"

# An upgrade under a running window: the window keeps its program, and saves as before.
upgrade() {
  in_root apt-get install -y -qq --reinstall --no-install-recommends ./parallax.deb >>"$work/apt.log" 2>&1
}
(
  sleep 8
  upgrade
) &
PACE=6 use_window "$root/srv/chart.svg" /srv/chart.svg in_root parallax --no-file-dialogs /srv/ellery-ledger.md /srv/quayside-star.md
wait $! 2>/dev/null || true
echo "deb: was installed again under a running window, which went on"

[ -d "$root/root/.local/share/parallax" ] || fail "settings are not where they should be"
rm -rf "$root/root/.local" "$root/root/.cache" "$root/root/.config"
in_root apt-get purge -y -qq parallax >>"$work/apt.log" 2>&1 || fail "it cannot be removed"
files >"$work/after"
diff "$work/before" "$work/after" >"$work/left.log" || fail "something was left behind"
echo "deb: passed ($(du -k "$package" | cut -f 1) KB)"
