"""Finds the pieces of text that the codes of a packed text stand for (src/PaperChat.Embedded/Catalogue/TextSymbols.cs).

    python3 train.py papers.jsonl.gz ... > symbols.txt

Reads a sample of the papers in gzipped JSON Lines (title, abstract, authors, venue, url, keywords), and goes through it several times:
each time it cuts the texts by the longest pieces it has, counts the pieces and pairs of neighbours, and keeps the 255 that stand for
most characters (the bottom-up construction of FSST, Boncz, Neumann and Leis 2020). Prints one JSON string a line.

The table in the program is a part of the catalogue's format. Another one would need another format.
"""
import collections
import gzip
import json
import random
import sys

LONGEST = 8
PIECES = 255
ROUNDS = 11
ABSTRACTS, DETAILS = 120, 40


def sample(files):
    random.seed(1)
    texts = []
    for name in files:
        with gzip.open(name, "rt", encoding="utf-8") as lines:
            papers = [json.loads(line) for line in lines]
        texts += [(p.get("abstract") or "").encode() for p in random.sample(papers, ABSTRACTS)]
        for paper in random.sample(papers, DETAILS):
            names = {"authors": "authors", "venue": "venue", "url": "url", "keywords": "categories"}
            details = {names[k]: paper[k] for k in names if paper.get(k)}
            texts.append(json.dumps(details, ensure_ascii=False, separators=(",", ":")).encode())
    return texts


def count(text, pieces, singles, pairs):
    at, previous = 0, None
    while at < len(text):
        length = min(LONGEST, len(text) - at)
        while length > 1 and text[at:at + length] not in pieces:
            length -= 1
        piece = text[at:at + length]
        singles[piece] += 1
        if previous is not None:
            pairs[previous + piece] += 1
        previous = piece
        at += length


def train(texts):
    pieces = set()
    for _ in range(ROUNDS):
        singles, pairs = collections.Counter(), collections.Counter()
        for text in texts:
            count(text, pieces, singles, pairs)
        gains = collections.Counter()
        for piece, times in singles.items():
            # A byte without a code takes two.
            gains[piece] = times * len(piece) * (8 if len(piece) == 1 and times > 30 else 1)
        for piece, times in pairs.items():
            if len(piece) <= LONGEST and piece.isascii():
                gains[piece] += times * len(piece)
        pieces = {piece for piece in gains if piece.isascii() and piece.decode("ascii").isprintable()}
        pieces = set(sorted(pieces, key=lambda p: -gains[p])[:PIECES])
    return pieces


if __name__ == "__main__":
    for piece in sorted(train(sample(sys.argv[1:]))):
        print(json.dumps(piece.decode("ascii")))
