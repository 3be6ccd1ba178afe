#!/usr/bin/env bash
# The last two epochs, from a start that training.shrink made: make_narrow.sh BASE CORPUS START FOLDER SEED
set -euo pipefail
base=$1 corpus=$2 start=$3 folder=$4 seed=$5
export PYTHONPATH="src:.${PYTHONPATH:+:$PYTHONPATH}"
python -m training.train --base "$base" --corpus "$corpus" --folder "$folder" --start "$start" --epochs 2 --seed "$seed" \
    --encoder-rate 2e-4 --head-rate 8e-4 --average 0.995
python -m training.export "$folder/epoch2.pt" --base "$base" --folder "$folder/weights"
python -m training.tune "$folder/weights" --corpus "$corpus"
