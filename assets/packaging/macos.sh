# The application for macOS and, on a Mac, its disk image; see build.sh. Never run on a Mac: what is made elsewhere is
# the folder Parallax.app with everything but a program for macOS, if MACOS_PROGRAM names none.
#
# What signing needs: a membership of Apple's developer programme; SIGN_AS="Developer ID Application: NAME (TEAM)", a
# certificate of that name in the keychain; and NOTARY=PROFILE, which `xcrun notarytool store-credentials PROFILE` made.
# Without them the application is signed for this Mac alone: others have to allow it in the settings, under Privacy &
# Security ▸ Open Anyway. No entitlements are needed: it opens files that the user chooses, and no network.
. assets/packaging/common.sh
mac=
[ "$(uname -s)" != Darwin ] || mac=yes
app=$staging/Parallax.app
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"

if [ -n "${MACOS_PROGRAM:-}" ]; then
  cp "$MACOS_PROGRAM" "$app/Contents/MacOS/parallax"
elif [ -n "$mac" ]; then
  # One program for both kinds of Macs.
  export MACOSX_DEPLOYMENT_TARGET=11.0
  lipo -create -output "$app/Contents/MacOS/parallax" \
    "$(build_program aarch64-apple-darwin)" "$(build_program x86_64-apple-darwin)"
  strip "$app/Contents/MacOS/parallax"
else
  echo "build: the program for macOS is built on a Mac; MACOS_PROGRAM names one that was" >&2
  exit 2
fi
chmod 755 "$app/Contents/MacOS/parallax"

endings=$(tail -n +2 assets/packaging/formats.tsv | cut -f 1 | sed 's|.*|<string>&</string>|' | tr -d '\n')
sed "s|@VERSION@|$version|; s|@ENDINGS@|$endings|" assets/packaging/macos/Info.plist >"$app/Contents/Info.plist"
printf 'APPL????' >"$app/Contents/PkgInfo"
icons=$staging/parallax.iconset
mkdir "$icons"
for size in 16 32 128 512; do cp "assets/linux/icons/$size.png" "$icons/icon_${size}x$size.png"; done
cp assets/linux/icons/32.png "$icons/icon_16x16@2x.png"
cp assets/linux/icons/64.png "$icons/icon_32x32@2x.png"
cp assets/linux/icons/512.png "$icons/icon_256x256@2x.png"
if [ -n "$mac" ]; then
  iconutil -c icns -o "$app/Contents/Resources/parallax.icns" "$icons"
else
  need png2icns
  png2icns "$app/Contents/Resources/parallax.icns" assets/linux/icons/{16,32,48,128,512}.png >&2
fi
root=$app/Contents/Resources
for notice in LICENSE-APACHE LICENSE-MIT assets/licenses/*; do install -m 644 "$notice" "$root/"; done
libraries aarch64-apple-darwin | gzip -9n >"$root/libraries.gz"

if [ -n "$mac" ]; then
  codesign --force --options runtime ${SIGN_AS:+--timestamp} --sign "${SIGN_AS:--}" "$app"
  codesign --verify --strict "$app"
  mkdir "$staging/image"
  cp -R "$app" "$staging/image/"
  ln -s /Applications "$staging/image/Applications"
  image="$folder/parallax-$version-macos.dmg"
  hdiutil create -quiet -ov -volname Parallax -srcfolder "$staging/image" -format ULFO "$image"
  if [ -n "${NOTARY:-}" ]; then
    codesign --sign "$SIGN_AS" --timestamp "$image"
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY" --wait >&2
    xcrun stapler staple "$image" >&2
  fi
  echo "$image"
else
  archive Parallax.app >"$folder/parallax-$version-macos.tar.gz"
  echo "$folder/parallax-$version-macos.tar.gz"
fi
