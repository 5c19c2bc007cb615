#!/usr/bin/env bash
# Makes the packages of a program that is built already, and SHA256SUMS of them.
#
#   cargo build --release && assets/packaging/build.sh [KIND…]
#
# KIND is deb (Debian, Ubuntu) or tar (any Linux: one folder with the program, manual pages, completions, menu entry
# and icons, which install.sh in it puts into ~/.local or PREFIX); both by default. PROGRAM names the program,
# target/release/parallax by default, FOLDER where packages go, target/packages by default. The same program at the
# same commit gives the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
program=$(realpath "${PROGRAM:-$target/release/parallax}")
folder=${FOLDER:-$target/packages}
mkdir -p "$folder"
folder=$(realpath "$folder")
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH
umask 022
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
[ $# -gt 0 ] || set -- deb tar

# A folder with everything, from the tree that the Debian package installs.
make_tar() {
  local version architecture name root
  version=$("$program" --version | cut -d ' ' -f 2)
  architecture=$(uname -m)
  name=parallax-$version-linux-$architecture
  XZ=0 assets/linux/build_deb.sh "$program" "$staging" >"$staging/deb"
  root=$staging/$name
  dpkg-deb -x "$(cat "$staging/deb")" "$staging/tree"
  mv "$staging/tree/usr" "$root"
  cat >"$root/install.sh" <<'INSTALL'
#!/bin/sh
# Installs Parallax for you alone, or for all with PREFIX=/usr/local; `install.sh remove` takes it away again.
set -eu
cd "$(dirname "$0")"
prefix=${PREFIX:-$HOME/.local}
find bin share -type f | while read -r file; do
  if [ "${1:-}" = remove ]; then rm -f "$prefix/$file"; else
    mkdir -p "$prefix/$(dirname "$file")"
    cp -p "$file" "$prefix/$file"
  fi
done
for what in "update-desktop-database $prefix/share/applications" "update-mime-database $prefix/share/mime"; do
  $what >/dev/null 2>&1 || true
done
[ "${1:-}" = remove ] || echo "installed: $prefix/bin/parallax"
INSTALL
  chmod 755 "$root/install.sh"
  tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$staging" -cf - "$name" |
    gzip -9n >"$folder/$name.tar.gz"
  echo "$folder/$name.tar.gz"
}

made=()
for kind; do
  case $kind in
    deb) made+=("$(assets/linux/build_deb.sh "$program" "$folder")") ;;
    tar) made+=("$(make_tar)") ;;
    *)
      echo "build: there is no kind “$kind”: deb, tar" >&2
      exit 2
      ;;
  esac
done
(cd "$folder" && sha256sum "${made[@]##*/}" | tee SHA256SUMS)
