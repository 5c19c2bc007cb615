#!/usr/bin/env bash
# Checks on Linux that the program compiles for Windows, window and all. It is not linked and not run.
#
#   tests/check_windows.sh
#
# Uses the standard library for Windows that rustup installed (rustup target add x86_64-pc-windows-gnu);
# where there is none, Debian's compiler builds it from source (apt-get install rustc-web cargo-web
# rust-web-src), which needs flags that Rust does not call stable. Needs a C compiler for Windows besides
# (gcc-mingw-w64-x86-64). Everything goes into a folder of its own in target/.
set -euo pipefail
cd "$(dirname "$0")/.."
target=x86_64-pc-windows-gnu
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/windows

if [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; then
  cargo check --locked --target "$target" "$@"
elif [ -x /usr/share/cargo/bin/cargo ] && [ -d /usr/lib/rustlib/src ]; then
  export RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc
  unset RUSTUP_TOOLCHAIN
  /usr/bin/cargo check --locked -Zbuild-std=std,panic_unwind --target "$target" "$@"
else
  echo "check_windows: no standard library for $target. rustup target add $target, or on Debian" >&2
  echo "  apt-get install rustc-web cargo-web rust-web-src gcc-mingw-w64-x86-64" >&2
  exit 2
fi
echo "check_windows: compiles for $target (not run)"
