# The zip and the installer for Windows; see build.sh.
. assets/packaging/common.sh
need makensis zip x86_64-w64-mingw32-windres x86_64-w64-mingw32-strip
triple=x86_64-pc-windows-gnu
own=$PWD/assets/packaging/windows
name=parallax-$version-windows-x86_64

# The icon and the version, as the Explorer shows them.
(cd "$own" && x86_64-w64-mingw32-windres -D "NUMBERS=${version//./,},0" -D "VERSION=\\\"$version\\\"" \
  resources.rc "$staging/resources.o")
# No time of linking in the file: the same source gives the same bytes.
link=(-C link-arg=-Wl,--no-insert-timestamp)
if [ -n "${WINDOWS_PROGRAM:-}" ]; then program=$(realpath "$WINDOWS_PROGRAM"); else
  # By a path that is the same in every clone: it counts into the names of what is compiled.
  mkdir -p target
  cp "$staging/resources.o" target/resources.o
  program=$(build_program $triple -C link-arg=target/resources.o "${link[@]}").exe
fi
root=$staging
install_file 755 "$program" "$name/parallax.exe"
rustc --target $triple -O --edition 2024 --remap-path-prefix="$PWD=/parallax" "${link[@]}" \
  -C "link-arg=$staging/resources.o" -o "$staging/$name/parallaxw.exe" "$own/parallaxw.rs" >&2
x86_64-w64-mingw32-strip "$staging/$name/parallax.exe" "$staging/$name/parallaxw.exe"
sed 's/$/\r/' LICENSE-MIT >"$staging/$name/LICENSE-MIT.txt"
install_licences "$name/licences" $triple
# The manual and completions are the same everywhere: asked of a program that runs here, if there is one.
for here in "${PROGRAM:-}" "$target"/*-linux-*/release/parallax "$target/release/parallax"; do
  [ -x "$here" ] || continue
  "$here" man "$staging/share" >/dev/null
  "$here" manual "$staging/$name/manual" >/dev/null
  install_file 644 "$staging/share/powershell/parallax.ps1" "$name/parallax-completions.ps1"
  "$here" manual "$staging/$name/manual" >/dev/null
  break
done
sed 's/$/\r/' >"$staging/$name/README.txt" <<README
Parallax $version

parallaxw.exe opens the window: double click it, or drop articles on it.
parallax.exe is the command line: parallax.exe help
The manual: F1 in the window, or manual\index.html
Nothing needs to be installed, and deleting this folder removes it.
Licences: LICENSE-MIT.txt and the folder licences.
README
[ ! -e "$staging/$name/parallax-completions.ps1" ] || printf '%s\r\n' "The manual: manual\\index.html" \
  "Completions for PowerShell: add \". FOLDER\\parallax-completions.ps1\" to your profile." >>"$staging/$name/README.txt"
find "$staging/$name" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +

rm -f "$folder/$name.zip"
(cd "$staging" && find "$name" -type f | sort | zip -X -q "$([ "${PACK:-}" = fast ] && echo -1 || echo -9)" "$folder/$name.zip" -@)
echo "$folder/$name.zip"

# Every ending of the list of formats is offered; every file that was installed is removed, and nothing else.
tail -n +2 assets/packaging/formats.tsv | while IFS=$'\t' read -r ending _; do
  echo "WriteRegStr HKCU \"Software\\Classes\\Applications\\parallaxw.exe\\SupportedTypes\" \".$ending\" \"\""
done >"$staging/endings.nsh"
(cd "$staging/$name" && find . -depth -mindepth 1 \( -type f -printf 'Delete "$INSTDIR\\%P"\n' -o -type d -printf 'RMDir "$INSTDIR\\%P"\n' \)) |
  sed 's|/|\\|g' >"$staging/files.nsh"


pack=()
[ "${PACK:-}" != fast ] || pack=("-XSetCompressor /FINAL zlib")
(cd "$own" && makensis -V2 -NOCD "-DVERSION=$version" "-DFOLDER=$staging/$name" "-DOUT=$folder/$name-setup.exe" \
  "-DSIZE=$(du -k -s --apparent-size "$staging/$name" | cut -f 1)" "-DENDINGS=$staging/endings.nsh" "-DFILES=$staging/files.nsh" \
  "${pack[@]}" installer.nsi >&2)
echo "$folder/$name-setup.exe"
