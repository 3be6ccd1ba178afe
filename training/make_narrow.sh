#!/usr/bin/env bash
# Narrower feed-forward layers, from the shipped weights or a checkpoint: make_narrow.sh START BASE CORPUS FOLDER SEED...
# One network for each seed, and their mean in FOLDER/weights.
set -euo pipefail
start=$1 base=$2 corpus=$3 folder=$4
shift 4
export PYTHONPATH="src:.${PYTHONPATH:+:$PYTHONPATH}"
finish() { # WEIGHTS CHECKPOINT...
    weights=$1
    shift
    python -m training.export "$@" --base "$base" --folder "$weights"
    python -m training.tune "$weights" --corpus "$corpus"
}
python -m training.shrink "$start" --base "$base" --corpus "$corpus" --neurons 768 --folder "$folder/cut"
checkpoints=()
for seed in "$@"; do
    python -m training.train --base "$base" --corpus "$corpus" --folder "$folder/seed$seed" --start "$folder/cut/epoch0.pt" \
        --neurons 768 --epochs 2 --seed "$seed" --encoder-rate 2e-4 --head-rate 8e-4 --average 0.995
    checkpoints+=("$folder/seed$seed/epoch2.pt")
    finish "$folder/seed$seed/weights" "$folder/seed$seed/epoch2.pt"
done
finish "$folder/weights" "${checkpoints[@]}"
