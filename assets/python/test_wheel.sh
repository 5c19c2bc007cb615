#!/usr/bin/env bash
# Builds the wheel, installs it in a fresh virtual environment and tries it.
#
#   assets/python/test_wheel.sh               PROFILE=dev takes the warm build of the tests
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v maturin >/dev/null || { echo "test_wheel: no maturin here (pip install maturin): not run"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
assets/python/build_wheel.sh "$folder"
python3 -m venv "$folder/env"
"$folder/env/bin/pip" -q install "$folder"/*.whl
(cd "$folder" && PATH="$folder/env/bin:$PATH" env/bin/python "$OLDPWD/assets/python/test_wheel.py" "$OLDPWD")
