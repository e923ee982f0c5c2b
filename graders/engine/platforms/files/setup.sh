#!/usr/bin/env bash
# Run once by Gradescope, as root, while the image is built.
set -euo pipefail
home="${AUTOGRADER:-/autograder}"

found() {
  for python in python3.13 python3.12 python3.11 python3; do
    if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
      command -v "$python"
      return
    fi
  done
}

python=$(found)
if [ -z "$python" ]; then
  apt-get update -q
  apt-get install -y -q python3.11 python3.11-venv
  python=$(found)
fi
"$python" -m venv "$home/venv"
"$home/venv/bin/pip" install --quiet --requirement "$home/source/requirements.txt"
