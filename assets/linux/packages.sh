# Installs packages that are missing, on Debian and Ubuntu, as root or with sudo; elsewhere does nothing. To be
# sourced: `install_missing PACKAGE…`.

# What building takes beside Rust, and what the window loads when it opens.
build_packages=(gcc libc6-dev)
window_packages=(libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libegl1 libgl1-mesa-dri)

install_missing() {
  command -v dpkg-query >/dev/null || return 0
  local package missing=() sudo=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Missing, and only root may install it: apt install ${missing[*]}" >&2
      return 0
    fi
    sudo=(sudo)
  fi
  echo "Installing ${missing[*]}" >&2
  "${sudo[@]}" apt-get update -qq >&2
  "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
