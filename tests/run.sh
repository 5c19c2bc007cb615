#!/usr/bin/env bash
# Every test, with what the window tests need installed where that is possible (Debian or Ubuntu, as root
# or with sudo). Elsewhere it says what to install.
set -euo pipefail
cd "$(dirname "$0")/.."

# The window: its libraries, a software renderer, a display of our own, something to press its keys, a
# file dialog; a Wayland compositor, the bus of screen readers; and an XML parser to check saved charts. For
# the package: what checks it and starts it.
. assets/linux/packages.sh
install_missing "${build_packages[@]}" "${window_packages[@]}" \
  xvfb openbox xdotool zenity libxml2-utils \
  weston libwayland-egl1 dbus at-spi2-core python3-gi gir1.2-atspi-2.0 \
  binutils desktop-file-utils appstream shared-mime-info libglib2.0-bin x11-utils

cargo test "$@"
tests/real_window.sh target/debug/parallax
tests/wayland.sh target/debug/parallax
tests/screen_reader.sh target/debug/parallax
tests/packages/surroundings.sh target/debug/parallax
if command -v dpkg-deb >/dev/null; then
  tests/package.sh target/debug/parallax
fi
