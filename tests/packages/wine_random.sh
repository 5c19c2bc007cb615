#!/usr/bin/env bash
# Puts a stand-in for bcryptprimitives.dll into a Wine that has none (before 8.15): the one function that Rust takes
# random numbers from.
#
#   tests/packages/wine_random.sh DRIVE_C FOLDER_TO_WORK_IN
set -euo pipefail
system=$1/windows/system32
[ ! -e "$system/bcryptprimitives.dll" ] || exit 0
cat >"$2/random.c" <<'C'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) { return SystemFunction036(bytes, count); }
C
x86_64-w64-mingw32-gcc -shared -o "$system/bcryptprimitives.dll" "$2/random.c" -ladvapi32
