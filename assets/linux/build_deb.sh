#!/usr/bin/env bash
# Builds the Debian package of a program that is built already, and prints where it is.
#
#   cargo build --release && assets/linux/build_deb.sh [PROGRAM] [FOLDER]
#
# The same program at the same commit gives the same bytes: files are as old as the commit.
#
# PROGRAM is target/release/parallax, FOLDER is target/deb unless said otherwise; XZ=0 packs fast, for
# trying the package. Needs dpkg-deb (dpkg), strip and objdump (binutils), and cargo for the licences.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
program=$(realpath "${1:-$target/release/parallax}")
folder=${2:-$target/deb}
id=io.parallax.Parallax
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
architecture=$(dpkg --print-architecture)

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH
umask 022
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
root="$staging/root"
install_file() { install -D -m "$1" "$2" "$root/$3"; }

install_file 755 "$program" usr/bin/parallax
strip "$root/usr/bin/parallax"
install_file 644 "assets/linux/$id.desktop" "usr/share/applications/$id.desktop"
install_file 644 "assets/linux/$id.metainfo.xml" "usr/share/metainfo/$id.metainfo.xml"
install_file 644 "assets/linux/$id.mime.xml" "usr/share/mime/packages/$id.xml"
install_file 644 assets/icon.svg "usr/share/icons/hicolor/scalable/apps/$id.svg"
install_file 644 assets/icon.png "usr/share/icons/hicolor/256x256/apps/$id.png"
for size in 32 48 64 128; do
  install_file 644 "assets/linux/icons/$size.png" "usr/share/icons/hicolor/${size}x$size/apps/$id.png"
done
"$program" man "$staging/share" >/dev/null
for page in "$staging"/share/man/man1/*.1; do
  gzip -9n "$page"
  install_file 644 "$page.gz" "usr/share/man/man1/${page##*/}.gz"
done
install_file 644 "$staging/share/bash-completion/completions/parallax" usr/share/bash-completion/completions/parallax
install_file 644 "$staging/share/zsh/site-functions/_parallax" usr/share/zsh/vendor-completions/_parallax
install_file 644 "$staging/share/fish/vendor_completions.d/parallax.fish" usr/share/fish/vendor_completions.d/parallax.fish
doc=usr/share/doc/parallax
install_file 644 LICENSE-APACHE "$doc/LICENSE-APACHE"
for notice in assets/licenses/*; do install_file 644 "$notice" "$doc/licenses/${notice##*/}"; done
{
  printf 'Parallax is licensed under MIT (below) or Apache-2.0 (LICENSE-APACHE), at your choice. The fonts, word\n'
  printf 'lists and weights of others that it holds: licenses/. The libraries that it is built from: libraries.gz.\n\n'
  cat LICENSE-MIT
} >"$staging/copyright"
install_file 644 "$staging/copyright" "$doc/copyright"

# Every library in the program: its licence, and the notices that came with it, each once.
libraries() {
  local crate licence folder notice sum
  declare -A printed
  while IFS=$'\t' read -r crate licence; do
    read -r name number _ <<<"$crate"
    printf '\n\n==== %s %s: %s\n' "$name" "${number#v}" "$licence"
    for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/"$name-${number#v}"; do
      for notice in "$folder"/{LICENSE,LICENCE,COPYING,NOTICE}*; do
        [ -f "$notice" ] || continue
        sum=$(cksum <"$notice")
        if [ -n "${printed[$sum]:-}" ]; then
          printf -- '---- %s: the same as in %s\n' "${notice##*/}" "${printed[$sum]}"
        else
          printf -- '---- %s\n' "${notice##*/}"
          cat "$notice"
          printed[$sum]="$name ${number#v}"
        fi
      done
    done
  done
}
cargo tree --locked --edges normal --no-dedupe --prefix none --format $'{p}\t{l}' |
  grep -v '^parallax ' | LC_ALL=C sort -u >"$staging/crates"
libraries <"$staging/crates" | gzip -9n >"$staging/libraries.gz"
install_file 644 "$staging/libraries.gz" "$doc/libraries.gz"

# The C library that the program asks for; the libraries of the window are found only when it runs.
glibc=$(objdump -T "$root/usr/bin/parallax" | grep -o 'GLIBC_[0-9.]*' | sort -V | tail -n 1)
mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: parallax
Version: $version
Architecture: $architecture
Maintainer: The Parallax developers
Section: text
Priority: optional
Installed-Size: $(du -k -s "$root/usr" | cut -f 1)
Depends: libc6 (>= ${glibc#GLIBC_}), libgcc-s1, libx11-6, libx11-xcb1, libxcursor1, libxi6, libxkbcommon-x11-0, libegl1, libgl1-mesa-dri
Recommends: xdg-desktop-portal-gtk | xdg-desktop-portal-backend | zenity, libwayland-client0, libwayland-egl1, fontconfig
Suggests: libvulkan1, fonts-noto-core, fonts-noto-cjk
Description: shows how two sources tell the same story
 Opens news articles and shows the tone of every paragraph, the sensationalism
 of every headline and how the wording differs, side by side and in charts.
 Every number opens the words and rules behind it. Works without a network.
CONTROL
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)

mkdir -p "$folder"
folder=$(realpath "$folder")
package="$folder/parallax_${version}_$architecture.deb"
dpkg-deb --root-owner-group -Zxz -z"${XZ:-6}" --build "$root" "$package" >/dev/null
echo "$package"
