#!/usr/bin/env bash
# Builds Parallax and starts it with the arguments given, after installing what the system lacks where it may
# (Debian and Ubuntu, as root or with sudo). Needs Rust from rustup.rs.
set -euo pipefail
root=$(dirname "$(dirname "$(realpath "$0")")")
. "$root/assets/linux/packages.sh"
install_missing "${build_packages[@]}" "${window_packages[@]}"
command -v cargo >/dev/null || PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
exec cargo run --release --locked --manifest-path "$root/Cargo.toml" -- "$@"
