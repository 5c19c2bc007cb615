#!/bin/sh
# Installs Parallax for you alone, or for all with PREFIX=/usr/local; `install.sh remove` takes it away again.
# bin/parallax runs from here as well, without being installed.
set -eu
cd "$(dirname "$0")"
prefix=${PREFIX:-$HOME/.local}

needed=@GLIBC@
found=$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d ' ' -f 2)
if [ "${1:-}" != remove ] &&
  [ "$(printf '%s\n%s\n' "$needed" "${found:-0}" | sort -t . -k 1,1n -k 2,2n | head -n 1)" != "$needed" ]; then
  echo "install: Parallax needs the GNU C library $needed or later (Debian 12, Ubuntu 22.04, Fedora 36); this system" >&2
  echo "  has ${found:-another one}. Nothing was installed. On an older system, build it from its source: cargo install --locked --path ." >&2
  exit 1
fi
if [ "${1:-}" != remove ] && ! { mkdir -p "$prefix/bin" && [ -w "$prefix/bin" ]; } 2>/dev/null; then
  echo "install: $prefix cannot be written. Nothing was installed. Choose another folder: PREFIX=FOLDER ./install.sh" >&2
  exit 1
fi

find bin share -type f | while read -r file; do
  if [ "${1:-}" = remove ]; then
    rm -f "$prefix/$file"
    # Folders that are empty now, up to the prefix, were ours or are missed by nobody.
    (cd "$prefix" 2>/dev/null && rmdir -p --ignore-fail-on-non-empty "$(dirname "$file")" 2>/dev/null) || true
  else
    mkdir -p "$prefix/$(dirname "$file")"
    # Beside and over: a copy that is running keeps its own file.
    cp -p "$file" "$prefix/$file.new"
    mv -f "$prefix/$file.new" "$prefix/$file"
  fi
done
# The desktop's indexes are made anew; where nothing else is indexed, they go as well.
if [ "${1:-}" = remove ] && [ ! -d "$prefix/share/mime/packages" ] && [ -d "$prefix/share/mime" ]; then
  (cd "$prefix/share/mime" && rm -f aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types \
    version XMLnamespaces application/x-parallax.xml application/x-webarchive.xml application/x-ndjson.xml)
  rmdir "$prefix/share/mime/application" 2>/dev/null || true
  [ "$(ls "$prefix/share/applications" 2>/dev/null)" != mimeinfo.cache ] || rm -f "$prefix/share/applications/mimeinfo.cache"
  (cd "$prefix" && rmdir -p share/applications share/mime 2>/dev/null) || true
  rmdir "$prefix" 2>/dev/null || true
fi
for what in "update-desktop-database $prefix/share/applications" "update-mime-database $prefix/share/mime"; do
  [ ! -d "${what#* }" ] || $what >/dev/null 2>&1 || true
done
if [ "${1:-}" = remove ]; then
  echo "removed from $prefix; what you saved and your settings are still there"
  exit
fi
echo "installed: $prefix/bin/parallax"
first=$(command -v parallax || true)
if [ "$first" != "$prefix/bin/parallax" ]; then
  if [ -n "$first" ]; then
    echo "“parallax” still starts another one: $first. Remove that, or put $prefix/bin first in PATH."
  else
    echo "To start it by its name, put $prefix/bin into PATH."
  fi
fi
