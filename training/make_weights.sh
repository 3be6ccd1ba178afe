#!/usr/bin/env bash
# Base model and corpus to shipped weights: make_weights.sh BASE CORPUS FOLDER
set -euo pipefail
base=$1 corpus=$2 folder=$3
export PYTHONPATH="src:.${PYTHONPATH:+:$PYTHONPATH}"
python -m training.train --base "$base" --corpus "$corpus" --folder "$folder/whole" \
    --dropped --activation gelu --epochs 4 --stop-after 1
python -m training.train --base "$base" --corpus "$corpus" --folder "$folder/small" \
    --start "$folder/whole/epoch1.pt" --epochs 4
python -m training.export "$folder/small/epoch4.pt" --base "$base" --folder "$folder/weights"
python -m training.tune "$folder/weights" --corpus "$corpus"
