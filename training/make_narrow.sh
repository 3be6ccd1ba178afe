#!/usr/bin/env bash
# Narrower feed-forward layers, then fewer heads, from the wide weights or a checkpoint:
# make_narrow.sh START BASE CORPUS TEXTS FOLDER SEED...
# One network for each seed; their mean learns from START too, on TEXTS without labels as well; FOLDER/weights is the result.
set -euo pipefail
start=$1 base=$2 corpus=$3 texts=$4 folder=$5
shift 5
export PYTHONPATH="src:.${PYTHONPATH:+:$PYTHONPATH}"
finish() { # WEIGHTS CHECKPOINT...
    weights=$1
    shift
    python -m training.export "$@" --base "$base" --folder "$weights"
    python -m training.tune "$weights" --corpus "$corpus"
}
narrow() { # NAME START OPTION...
    name=$1 from=$2
    shift 2
    python -m training.train --base "$base" --corpus "$corpus" --folder "$folder/$name" --start "$from" --neurons 768 "$@"
}
python -m training.shrink "$start" --base "$base" --corpus "$corpus" --neurons 768 --folder "$folder/cut"
checkpoints=()
for seed in "$@"; do
    narrow "seed$seed" "$folder/cut/epoch0.pt" --epochs 2 --seed "$seed" --encoder-rate 2e-4 --head-rate 8e-4 --average 0.995
    checkpoints+=("$folder/seed$seed/epoch2.pt")
    finish "$folder/seed$seed/weights" "$folder/seed$seed/epoch2.pt"
done
python -m training.export "${checkpoints[@]}" --base "$base" --checkpoint "$folder/mean/epoch0.pt"
narrow taught "$folder/mean/epoch0.pt" --teachers "$start" --texts "$texts" --epochs 2 --seed 21 \
    --encoder-rate 1.5e-4 --head-rate 6e-4 --average 0.995
narrow further "$folder/taught/epoch2.pt" --teachers "$start" --texts "$texts" --epochs 1 --seed 22 \
    --corpus-share 0.5 --text-share 0.25 --encoder-rate 1e-4 --head-rate 4e-4 --average 0.99
python -m training.export "$folder/taught/epoch2.pt" "$folder/further/epoch1.pt" --base "$base" \
    --checkpoint "$folder/twelve/epoch0.pt"
python -m training.shrink "$folder/twelve/epoch0.pt" --base "$base" --corpus "$corpus" --neurons 768 --heads 8 \
    --folder "$folder/cut8"
narrow eight "$folder/cut8/epoch0.pt" --heads 8 --teachers "$start" "$folder/twelve/epoch0.pt" --texts "$texts" --epochs 2 \
    --seed 41 --text-share 0.4 --encoder-rate 1.8e-4 --head-rate 6e-4 --average 0.995
finish "$folder/weights" "$folder/eight/epoch2.pt"
