#!/usr/bin/env python3
"""Packs a trained model folder into the one binary file that PaperChat carries inside its program.

The file opens without parsing: a header, then arrays that are used where they lie. All numbers are little-endian.

    offset  size  content
         0     8  "PCEMBED1"
         8     4  dimension (u32)
        12     4  rows (u32)
        16     4  buckets, a power of two (u32)
        20     4  length of the name in bytes (u32)
        24     8  zero
        32    32  SHA-256 of everything from offset 128 to the end
        64    64  name, UTF-8, zero padded
       128        starts: u32[buckets + 1], the first row of each bucket
                  fingerprints: u32[rows], the low 32 bits of the token's hash
                  scales: f32[rows], zero for a stop word
                  embeddings: i8[rows * dimension], row vector = int8 * scale

Each array begins at a multiple of 64. Rows are in the order of their hashes; a token's bucket is the top bits of its hash.
The hash of a word takes its bytes eight at a time, zero padded; that of a pair is made of those of its words.

usage: pack.py MODEL_FOLDER OUT_FILE     (MODEL_FOLDER: what train.py wrote)
needs: python3 only
"""
import hashlib, json, struct, sys
from pathlib import Path

MASK, MULTIPLIER, BUCKETS, DATA = (1 << 64) - 1, 0x9E3779B97F4A7C15, 1 << 15, 128


def mixed(h):
    h = h * MULTIPLIER & MASK
    return h ^ h >> 32


def word_hash(word):
    data, h = word.encode("ascii"), 0
    for i in range(0, len(data), 8):
        h = mixed(h ^ int.from_bytes(data[i:i + 8], "little"))
    return h


def token_hash(token):
    words = [word_hash(w) for w in token.split(" ")]
    if len(words) == 1:
        return words[0]
    first, second = words
    return mixed((first << 23 & MASK | first >> 41) ^ second)


def read_tensors(path):
    data = path.read_bytes()
    size, = struct.unpack_from("<Q", data)
    tensors = json.loads(data[8:8 + size])
    def part(name, dtype):
        assert tensors[name]["dtype"] == dtype, f"{name} must be {dtype}"
        start, end = tensors[name]["data_offsets"]
        return tensors[name]["shape"], data[8 + size + start:8 + size + end]
    (rows, dimension), embeddings = part("embeddings", "I8")
    return rows, dimension, embeddings, struct.unpack(f"<{rows}f", part("scales", "F32")[1])


def pack(folder):
    rows, dimension, embeddings, scales = read_tensors(folder / "model.safetensors")
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    stop_words = set((folder / "stopwords.txt").read_text(encoding="utf-8").split())
    assert len(vocabulary) == rows and stop_words <= set(vocabulary), "the vocabulary does not fit the tensors"
    hashed = sorted((token_hash(token), row) for row, token in enumerate(vocabulary))
    shift = 64 - (BUCKETS.bit_length() - 1)
    keys = [(h >> shift, h & 0xFFFFFFFF) for h, _ in hashed]
    assert len(set(keys)) == rows, "two tokens share a bucket and a fingerprint: use another multiplier"
    starts, at = [], 0
    for bucket in range(BUCKETS + 1):
        while at < rows and keys[at][0] < bucket:
            at += 1
        starts.append(at)
    kept_scales = [0.0 if vocabulary[row] in stop_words else scales[row] for _, row in hashed]
    assert all(scale > 0 or vocabulary[row] in stop_words for scale, (_, row) in zip(kept_scales, hashed)), "a token has no weight"
    payload = bytearray()
    for part in (struct.pack(f"<{BUCKETS + 1}I", *starts), struct.pack(f"<{rows}I", *(k for _, k in keys)),
                 struct.pack(f"<{rows}f", *kept_scales),
                 b"".join(embeddings[row * dimension:(row + 1) * dimension] for _, row in hashed)):
        payload += part + bytes(-len(part) % 64)
    name = f"paperchat-static-{dimension}".encode()
    header = struct.pack("<8sIIII8x32s64s", b"PCEMBED1", dimension, rows, BUCKETS, len(name), hashlib.sha256(payload).digest(), name)
    assert len(header) == DATA
    return header + payload


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    Path(sys.argv[2]).write_bytes(pack(Path(sys.argv[1])))
