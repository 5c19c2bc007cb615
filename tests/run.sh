#!/usr/bin/env bash
# Every test, with what the window tests need installed where that is possible (Debian or Ubuntu, as root
# or with sudo). Elsewhere it says what to install.
set -euo pipefail
cd "$(dirname "$0")/.."

# The window: its libraries, a software renderer, a display of our own, something to press its keys, a
# file dialog; and an XML parser to check saved charts. For the package: what checks it and starts it.
. assets/linux/packages.sh
install_missing "${build_packages[@]}" "${window_packages[@]}" \
  xvfb openbox xdotool zenity libxml2-utils \
  binutils desktop-file-utils appstream shared-mime-info libglib2.0-bin x11-utils

cargo test "$@"
tests/real_window.sh target/debug/parallax
tests/packages/surroundings.sh target/debug/parallax
if command -v dpkg-deb >/dev/null; then
  tests/package.sh target/debug/parallax
fi
