#!/bin/bash
# Whether torchvision's ResNets and ours read each other's weights and compute the same. Run by hand: it installs torch.
#
#   Tests/Interop/torchvision.sh                     installs into a temporary virtual environment, some minutes
#   PYTHON=/usr/bin/python3 Tests/Interop/torchvision.sh      uses a Python that has torch, torchvision and safetensors
#
# PIP_FLAGS goes to pip, for example to choose torch's smaller build for processors alone.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if [ -z "${PYTHON:-}" ]; then
    python3 -m venv "$folder/venv"
    PYTHON=$folder/venv/bin/python
    # shellcheck disable=SC2086
    "$PYTHON" -m pip install --quiet ${PIP_FLAGS:-} torch torchvision safetensors numpy
fi

flags=(-c release -Xswiftc -target-cpu -Xswiftc native)
swift build --build-tests "${flags[@]}"
"$PYTHON" Tests/Interop/compare.py make "$folder"
INVAR_INTEROP=$folder swift test --skip-build --disable-xctest "${flags[@]}" --filter InteropTests
"$PYTHON" Tests/Interop/compare.py compare "$folder"
