# One file that runs on any Linux for x86_64; see build.sh.
#
# What starts it is AppImageKit's runtime, which the crate `appimage` carries: cargo fetches it and checks it.
# RUNTIME=FILE takes another one, such as a newer runtime of type 2.
. assets/packaging/common.sh
need mksquashfs strip
[ "$(uname -m)" = x86_64 ] || [ -n "${RUNTIME:-}" ] || {
  echo "build: there is a runtime for x86_64 only; RUNTIME=FILE names one for $(uname -m)" >&2
  exit 2
}

runtime_sum=328e0d745c5c6817048c27bc3e8314871703f8f47ffa81a37cb06cd95a94b323
runtime() {
  if [ -n "${RUNTIME:-}" ]; then realpath "$RUNTIME"; else
    local crate=appimage number=0.4.0
    mkdir -p "$staging/runtime/src"
    touch "$staging/runtime/src/lib.rs"
    printf '[package]\nname = "runtime"\nedition = "2024"\n[dependencies]\n%s = "=%s"\n[workspace]\n' \
      "$crate" "$number" >"$staging/runtime/Cargo.toml"
    cargo fetch --quiet --manifest-path "$staging/runtime/Cargo.toml" >&2 || return 1
    echo "$cargo"/registry/src/*/"$crate-$number/assets/runtime-x86_64"
  fi
}

program=$(linux_program)
runtime=$(runtime)
[ -n "${RUNTIME:-}" ] || sha256sum --quiet --check <<<"$runtime_sum  $runtime" >&2 || exit 1
root=$staging/tree
lay_out "$program"
install_file 644 assets/packaging/appimage/runtime.txt usr/share/doc/parallax/licenses/runtime.txt
ln -s usr/bin/parallax "$root/AppRun"
ln -s "usr/share/applications/$id.desktop" "$root/$id.desktop"
ln -s "usr/share/icons/hicolor/256x256/apps/$id.png" "$root/$id.png"
ln -s "$id.png" "$root/.DirIcon"
image=$folder/parallax-$version-$(uname -m).AppImage
# The times of files and of the whole are SOURCE_DATE_EPOCH. gzip, which every runtime can read.
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mksquashfs "$root" "$staging/squashfs" -quiet -no-progress -all-root -no-xattrs -noappend -comp gzip \
  -Xcompression-level "$([ "${PACK:-}" = fast ] && echo 1 || echo 9)" >&2
cat "$runtime" "$staging/squashfs" >"$image"
chmod 755 "$image"
echo "$image"
