#!/usr/bin/env bash
# Base model and corpus to shipped weights: make_weights.sh BASE CORPUS FOLDER
set -euo pipefail
base=$1 corpus=$2 folder=$3
export PYTHONPATH="src:.${PYTHONPATH:+:$PYTHONPATH}"
train() {
    python -m training.train --base "$base" --corpus "$corpus" "$@"
}
# One epoch of the whole base model, two of the smaller shape, then short runs that start anew at a lower rate.
train --folder "$folder/whole" --dropped --activation gelu --epochs 4 --stop-after 1
train --folder "$folder/small" --start "$folder/whole/epoch1.pt" --epochs 2
last="$folder/small/epoch2.pt"
for seed in 2 3; do
    train --folder "$folder/again$seed" --start "$last" --epochs 1 --seed "$seed" \
        --encoder-rate 1.5e-4 --head-rate 8e-4 --average 0.995
    last="$folder/again$seed/epoch1.pt"
done
python -m training.export "$last" --base "$base" --folder "$folder/weights"
python -m training.tune "$folder/weights" --corpus "$corpus"
