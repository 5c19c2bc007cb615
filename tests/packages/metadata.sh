#!/usr/bin/env bash
# Checks what describes the packages, with the tools of those who take them in: the desktop entry, the metadata, the
# manual pages and completions, lintian, and the files for macOS, Arch, Nix and Flatpak.
#
#   tests/packages/metadata.sh PACKAGE.deb
#
# Needs (Debian): desktop-file-utils appstream lintian man-db groff-base python3; where they are there, zsh, fish,
# makepkg, nix-instantiate and flatpak-builder check theirs, and it says which were not.
set -euo pipefail
cd "$(dirname "$0")/../.."
package=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
id=alt.parallax.parallax
fail() {
  echo "metadata: FAILED: $*" >&2
  exit 1
}
# Whether an optional tool is there; otherwise it says so.
has() { command -v "$1" >/dev/null || { echo "metadata: not checked, for want of $1" && false; }; }

dpkg-deb -x "$package" "$work/root"
share=$work/root/usr/share
desktop-file-validate "$share/applications/$id.desktop" || fail "the desktop entry"
[ -z "$(desktop-file-validate "$share/applications/$id.desktop")" ] || fail "the desktop entry has hints"
appstreamcli validate --pedantic --no-net "$share/metainfo/$id.metainfo.xml" || fail "the metadata"
lintian --fail-on error "$package" 2>/dev/null || fail "the package, to lintian"
count=0
for page in "$share"/man/man1/*.gz; do
  zcat "$page" >"$work/page.1"
  LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$work/page.1" 2>"$work/warnings" >/dev/null
  [ ! -s "$work/warnings" ] || { cat "$work/warnings" && fail "$(basename "$page")"; }
  count=$((count + 1))
done
echo "metadata: $count manual pages without warnings"
[ -s "$work/root/usr/share/doc/parallax/manual/index.html" ] || fail "there is no manual"
bash -n "$share/bash-completion/completions/parallax"
if has zsh; then zsh -n "$share/zsh/vendor-completions/_parallax"; fi
if has fish; then fish --no-execute "$share/fish/vendor_completions.d/parallax.fish"; fi

# With an address of whoever publishes, as HOMEPAGE=… puts it there.
(
  # shellcheck disable=SC2034
  homepage=https://parallax.example
  # shellcheck source=/dev/null
  . <(sed -n '/^metainfo()/,/^}/p' assets/packaging/common.sh)
  metainfo >"$work/$id.metainfo.xml"
)
grep -q '<screenshot type="default">' "$work/$id.metainfo.xml" || fail "no screenshot where there is a homepage"
appstreamcli validate --pedantic --no-net "$work/$id.metainfo.xml" >/dev/null || fail "the metadata with a homepage"

python3 - assets/packaging/macos/Info.plist assets/packaging/formats.tsv <<'PY'
import plistlib, sys
endings = [line.split("\t")[0] for line in open(sys.argv[2]).read().splitlines()[1:]]
text = open(sys.argv[1]).read().replace("@VERSION@", "0.1.0")
text = text.replace("@ENDINGS@", "".join(f"<string>{ending}</string>" for ending in endings))
plist = plistlib.loads(text.encode())
assert plist["CFBundleExecutable"] == "parallax", plist
assert plist["CFBundleDocumentTypes"][1]["CFBundleTypeExtensions"] == endings and len(endings) > 20, endings
for key in ("CFBundleIdentifier", "CFBundleVersion", "CFBundleShortVersionString", "CFBundlePackageType"):
    assert plist[key], key
PY
if has makepkg; then
  mkdir "$work/arch"
  cp assets/packaging/arch/PKGBUILD "$work/arch/"
  chmod -R a+rwX "$work"
  (cd "$work/arch" && if [ "$(id -u)" = 0 ]; then setpriv --reuid nobody --clear-groups env HOME="$work" makepkg --printsrcinfo; else makepkg --printsrcinfo; fi) \
    >"$work/srcinfo" 2>"$work/makepkg.log" || { cat "$work/makepkg.log" && fail "PKGBUILD"; }
  grep -q 'pkgname = parallax' "$work/srcinfo" || fail "PKGBUILD names no package"
fi
if has nix-instantiate; then nix-instantiate --parse assets/packaging/nix/flake.nix >/dev/null 2>&1 || fail "flake.nix"; fi
if has flatpak-builder; then
  mkdir "$work/flatpak"
  cp assets/packaging/flatpak/*.yaml "$work/flatpak/"
  echo '[]' >"$work/flatpak/cargo-sources.json"
  flatpak-builder --show-manifest "$work/flatpak/$id.yaml" >"$work/manifest" 2>/dev/null || fail "the manifest of Flatpak"
  grep -q "\"id\" : \"$id\"" "$work/manifest" || fail "the manifest of Flatpak names another program"
fi
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
for place in "pkgver=$version:assets/packaging/arch/PKGBUILD" "<release version=\"$version\":assets/linux/$id.metainfo.xml"; do
  grep -qF "${place%:*}" "${place##*:}" || fail "${place##*:} is not about version $version"
done
echo "metadata: passed"
