#!/usr/bin/env bash
# Makes packages of Parallax from a clone, and SHA256SUMS of them: the same commit gives the same bytes.
#
#   assets/packaging/build.sh [KIND…]
#
#   deb      Debian and Ubuntu (needs dpkg-deb)
#   rpm      Fedora, openSUSE (needs rpmbuild; on Debian: apt-get install rpm)
#   appimage any Linux for x86_64: one file that runs where it lies (needs mksquashfs; on Debian: apt-get install
#            squashfs-tools)
#   tar      any Linux: one folder with the program and an install.sh for ~/.local or PREFIX
#   windows  for Windows: a zip and an installer (needs rustup target add x86_64-pc-windows-gnu,
#            gcc-mingw-w64-x86-64, makensis and zip; on Debian: apt-get install gcc-mingw-w64-x86-64 nsis zip)
#   macos    for macOS: the application and, on a Mac, a disk image (see macos.sh for signing)
#
# deb, rpm, appimage and tar by default. The packages go to FOLDER, target/packages by default. The program is built first, with
# the paths of this machine left out of it; PROGRAM=FILE takes one that is built already instead
# (WINDOWS_PROGRAM, MACOS_PROGRAM for the others). PACK=fast packs fast and badly, for trying. HOMEPAGE=URL, which is
# the homepage in Cargo.toml unless said otherwise, puts the address of whoever publishes, and screenshots below it,
# into the metadata.
#
# Arch, Nix and Flatpak build from source themselves: arch/PKGBUILD, nix/flake.nix, flatpak/.
set -euo pipefail
cd "$(dirname "$0")/../.."
. assets/packaging/common.sh
[ $# -gt 0 ] || set -- deb rpm appimage tar

made=()
for kind; do
  case $kind in
    deb | rpm | appimage | tar | windows | macos) ;;
    *)
      echo "build: there is no kind “$kind”: deb, rpm, appimage, tar, windows, macos" >&2
      exit 2
      ;;
  esac
done
for kind; do
  bash -euo pipefail "assets/packaging/$kind.sh" >"$staging/made"
  mapfile -t -O ${#made[@]} made <"$staging/made"
done
cd "$folder"
sha256sum "${made[@]##*/}" | LC_ALL=C sort -k 2 | tee SHA256SUMS
