# The RPM package; see build.sh.
. assets/packaging/common.sh
need rpmbuild strip
program=$(linux_program)
root=$staging/root
lay_out "$program"
architecture=$(uname -m)
mkdir -p "$root/usr/share/licenses"
mv "$root/usr/share/doc/parallax" "$root/usr/share/licenses/parallax"
mkdir "$root/usr/share/doc/parallax"
mv "$root/usr/share/licenses/parallax/manual" "$root/usr/share/doc/parallax/manual"
find "$root" -exec touch --no-dereference -d "@$SOURCE_DATE_EPOCH" {} +

# The tree is there already: the spec only says what is in it. The libraries of the window are found only when it
# runs, so that they are named here, by what every distribution calls them.
cat >"$staging/parallax.spec" <<SPEC
Name: parallax
Version: $version
Release: 1
Summary: Shows how two sources tell the same story
License: MIT OR Apache-2.0
${homepage:+URL: $homepage}
Requires: libX11.so.6()(64bit), libX11-xcb.so.1()(64bit), libXcursor.so.1()(64bit), libXi.so.6()(64bit)
Requires: libxkbcommon-x11.so.0()(64bit), libEGL.so.1()(64bit)
Recommends: mesa-dri-drivers, xdg-desktop-portal, libwayland-client.so.0()(64bit), libwayland-egl.so.1()(64bit)
%description
Opens news articles and shows the tone of every paragraph, the sensationalism
of every headline and how the wording differs, side by side and in charts.
Every number opens the words and rules behind it. Works without a network.
%install
cp -a $root/. %{buildroot}
%files
%license /usr/share/licenses/parallax
%doc /usr/share/doc/parallax
$(cd "$root" && find usr \( -type f -o -path usr/share/parallax \) ! -path 'usr/share/licenses/*' ! -path 'usr/share/doc/*' ! -path 'usr/share/parallax/*' -printf '/%p\n' | sort)
SPEC
level=$([ "${PACK:-}" = fast ] && echo w1 || echo w19)
rpmbuild -bb --quiet --target "$architecture" \
  -D "_topdir $staging/rpm" -D "_rpmdir $staging/out" -D "_build_name_fmt %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm" \
  -D "_buildhost localhost" -D "use_source_date_epoch_as_buildtime 1" -D "clamp_mtime_to_source_date_epoch 1" \
  -D "source_date_epoch_from_changelog 0" -D "_binary_payload $level.zstdio" -D "__os_install_post %{nil}" \
  -D "_build_id_links none" -D "debug_package %{nil}" -D "_dbpath $staging/db" \
  "$staging/parallax.spec" >&2
mv "$staging"/out/*.rpm "$folder/"
echo "$folder/parallax-$version-1.$architecture.rpm"
