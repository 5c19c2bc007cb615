# What the kinds of packages share: to be sourced at the root of the clone.

id=alt.parallax.parallax
target=${CARGO_TARGET_DIR:-target}
mkdir -p "$target" "${FOLDER:-$target/packages}"
target=$(realpath "$target")
folder=$(realpath "${FOLDER:-$target/packages}")
cargo=${CARGO_HOME:-$HOME/.cargo}
from_cargo() { sed -n "s/^$1 = \"\(.*\)\"/\1/p" Cargo.toml | head -n 1; }
version=$(from_cargo version)
homepage=${HOMEPAGE:-$(from_cargo homepage)}
maintainer="The Parallax developers"
# Files are as old as the commit.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC
umask 022
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT

need() {
  local tool
  for tool; do
    command -v "$tool" >/dev/null || {
      echo "build: $tool is missing; the head of assets/packaging/build.sh says what it comes with" >&2
      exit 2
    }
  done
}

# Builds the program for a target that rustc knows, and says where it is. No path of this machine is in it. PROFILE=dev
# builds in a third of the time, for trying.
build_program() {
  local triple=$1 flags profile=${PROFILE:-release}
  shift
  flags="--remap-path-prefix=$cargo=/cargo --remap-path-prefix=$PWD=/parallax --remap-path-prefix=$target=/target"
  RUSTFLAGS="$flags" \
    cargo rustc --profile "$profile" --locked --bin parallax --target "$triple" -- "$@" >&2 || return 1
  echo "$target/$triple/${profile/#dev/debug}/parallax"
}

# The program for this Linux.
linux_program() {
  if [ -n "${PROGRAM:-}" ]; then realpath "$PROGRAM"; else
    build_program "$(rustc -vV | sed -n 's/^host: //p')"
  fi
}

# install_file MODE FILE PLACE, below $root.
install_file() { install -D -m "$1" "$2" "$root/$3"; }

# The licences of everything in the program, into the folder $1 below $root.
install_licences() {
  local notice
  for notice in assets/licenses/*; do install_file 644 "$notice" "$1/licenses/${notice##*/}"; done
  {
    printf 'Parallax is licensed under MIT (below) or Apache-2.0 (%s), at your choice. The fonts, word\n' "${apache:-LICENSE-APACHE}"
    printf 'lists and weights of others that it holds: licenses/. The libraries that it is built from: libraries.gz.\n\n'
    cat LICENSE-MIT
  } >"$staging/copyright"
  # Distributions that have the text of Apache-2.0 already want it named, not copied.
  [ -n "${apache:-}" ] || install_file 644 LICENSE-APACHE "$1/LICENSE-APACHE"
  install_file 644 "$staging/copyright" "$1/copyright"
  libraries "${2:-}" | gzip -9n >"$staging/libraries.gz"
  install_file 644 "$staging/libraries.gz" "$1/libraries.gz"
}

# Every library in the program for a target: its licence, and the notices that came with it, each once.
libraries() {
  local crate licence name number folder notice sum
  declare -A printed
  cargo tree --locked --edges normal --no-dedupe --prefix none --format $'{p}\t{l}' ${1:+--target "$1"} |
    grep -v '^parallax ' | sed 's/ (\*)$//' | sort -u |
    while IFS=$'\t' read -r crate licence; do
      read -r name number _ <<<"$crate"
      printf '\n\n==== %s %s: %s\n' "$name" "${number#v}" "$licence"
      for folder in "$cargo"/registry/src/*/"$name-${number#v}"; do
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

# The metadata, with the homepage and its screenshots where there is one.
metainfo() {
  local extra=
  if [ -n "$homepage" ]; then
    extra="<url type=\"homepage\">$homepage</url><screenshots><screenshot type=\"default\"><caption>Two accounts of one \
story side by side, with the evidence behind a sentence</caption><image>${homepage%/}/assets/readme/window.png</image>\
</screenshot></screenshots>"
  fi
  sed "s|<!-- homepage and screenshots: see build.sh -->|$extra|" "assets/linux/$id.metainfo.xml"
}

# Everything that a Linux package installs, into $root/usr.
lay_out() {
  local program=$1 page size
  install_file 755 "$program" usr/bin/parallax
  strip "$root/usr/bin/parallax"
  install_file 644 "assets/linux/$id.desktop" "usr/share/applications/$id.desktop"
  metainfo >"$staging/metainfo"
  install_file 644 "$staging/metainfo" "usr/share/metainfo/$id.metainfo.xml"
  install_file 644 "assets/linux/$id.mime.xml" "usr/share/mime/packages/$id.xml"
  install_file 644 "assets/linux/$id.thumbnailer" "usr/share/thumbnailers/$id.thumbnailer"
  install_file 644 assets/icon.svg "usr/share/icons/hicolor/scalable/apps/$id.svg"
  install_file 644 assets/icon.png "usr/share/icons/hicolor/256x256/apps/$id.png"
  for page in assets/linux/icons/*.png; do
    size=$(basename "$page" .png)
    install_file 644 "$page" "usr/share/icons/hicolor/${size}x$size/apps/$id.png"
  done
  "$program" man "$staging/share" >/dev/null
  for page in "$staging"/share/man/man1/*.1; do
    gzip -9nf "$page"
    install_file 644 "$page.gz" "usr/share/man/man1/${page##*/}.gz"
  done
  install_file 644 "$staging/share/bash-completion/completions/parallax" usr/share/bash-completion/completions/parallax
  install_file 644 "$staging/share/zsh/site-functions/_parallax" "usr/share/zsh/${zsh:-site-functions}/_parallax"
  install_file 644 "$staging/share/fish/vendor_completions.d/parallax.fish" \
    usr/share/fish/vendor_completions.d/parallax.fish
  install_file 644 "$staging/share/powershell/parallax.ps1" usr/share/parallax/parallax.ps1
  "$program" manual "$root/usr/share/parallax/manual" >/dev/null
  install_licences usr/share/doc/parallax
  # The manual as a web page, with its pictures and the files to try.
  "$program" manual "$root/usr/share/doc/parallax/manual" >/dev/null
}

# The C library that a program asks for; the libraries of the window are found only when it runs.
glibc_of() { objdump -T "$1" | grep -o 'GLIBC_[0-9.]*' | sort -V | tail -n 1 | cut -d _ -f 2; }

# An archive of one folder below $staging, sorted, owned by nobody in particular.
archive() {
  tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$staging" -cf - "$1" |
    gzip -n "$([ "${PACK:-}" = fast ] && echo -1 || echo -9)"
}
