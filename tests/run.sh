#!/usr/bin/env bash
# Every test, with what the window tests need installed where that is possible (Debian or Ubuntu, as root
# or with sudo). Elsewhere it says what to install.
set -euo pipefail
cd "$(dirname "$0")/.."

# The window: its libraries, a software renderer, a display of our own, something to press its keys, a
# file dialog; and an XML parser to check saved charts. For the package: what checks it and starts it.
packages=(libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libegl1 libgl1-mesa-dri
  xvfb openbox xdotool zenity libxml2-utils
  binutils desktop-file-utils appstream shared-mime-info libglib2.0-bin x11-utils)

missing=()
if command -v dpkg-query >/dev/null; then
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
fi
if [ ${#missing[@]} -gt 0 ]; then
  sudo=()
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  echo "Installing ${missing[*]}"
  "${sudo[@]}" apt-get update -qq
  "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

cargo test "$@"
tests/real_window.sh target/debug/parallax
if command -v dpkg-deb >/dev/null; then
  tests/package.sh target/debug/parallax
fi
