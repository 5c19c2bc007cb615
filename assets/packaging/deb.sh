# The Debian package; see build.sh.
. assets/packaging/common.sh
need dpkg-deb objdump strip
program=$(linux_program)
root=$staging/root
architecture=$(dpkg --print-architecture)
apache=/usr/share/common-licenses/Apache-2.0 zsh=vendor-completions lay_out "$program"

# What lintian asks of every package.
doc=usr/share/doc/parallax
date=$(date -R -d "@$SOURCE_DATE_EPOCH")
{
  printf 'parallax (%s) unstable; urgency=medium\n\n  * The changes of this version stand in the manual.\n\n' "$version"
  printf ' -- %s <parallax@parallax.invalid>  %s\n' "$maintainer" "$date"
} | gzip -9n >"$staging/changelog.gz"
install_file 644 "$staging/changelog.gz" "$doc/changelog.gz"

# The readers of fonts, in Rust, name what they follow; lintian takes the name for the library.
echo 'parallax: embedded-library *freetype* [usr/bin/parallax]' >"$staging/overrides"
install_file 644 "$staging/overrides" usr/share/lintian/overrides/parallax

mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: parallax
Version: $version
Architecture: $architecture
Maintainer: $maintainer <parallax@parallax.invalid>
Section: text
Priority: optional
Installed-Size: $(du -k -s --apparent-size "$root/usr" | cut -f 1)
Depends: libc6 (>= $(glibc_of "$root/usr/bin/parallax")), libgcc-s1, libx11-6, libx11-xcb1, libxcursor1, libxi6, libxkbcommon-x11-0, libegl1, libgl1-mesa-dri
Recommends: xdg-desktop-portal-gtk | xdg-desktop-portal-backend | zenity, libwayland-client0, libwayland-egl1, fontconfig
Suggests: libvulkan1, fonts-noto-core, fonts-noto-cjk
${homepage:+Homepage: $homepage
}Description: shows how two sources tell the same story
 Opens news articles and shows the tone of every paragraph, the sensationalism
 of every headline and how the wording differs, side by side and in charts.
 Every number opens the words and rules behind it. Works without a network.
CONTROL
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)

package="$folder/parallax_${version}_$architecture.deb"
# Always two threads: how xz cuts its blocks depends on whether there is more than one.
dpkg-deb --root-owner-group --threads-max=2 -Zxz -z"$([ "${PACK:-}" = fast ] && echo 0 || echo 6)" \
  --build "$root" "$package" >/dev/null
echo "$package"
