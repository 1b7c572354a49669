#!/usr/bin/env python3
"""Writes the Unicode decompositions and combining classes that tokenizers of downloaded models need.

The program runs in the invariant culture, where .NET normalises nothing but ASCII. One line a code point, hexadecimal:
  C code parts...   canonical decomposition, one level, that also composes
  X code parts...   canonical decomposition that never composes again
  K code parts...   compatibility decomposition, one level
  M first last class   combining class (decimal) of a range
Hangul syllables are left out: they follow from their numbers.

usage: unicode_tables.py OUT_FILE       (python3 only; the version of Unicode is that of the Python)
"""
import sys, unicodedata as u

lines, ranges = [f"# Unicode {u.unidata_version}"], []
for code in range(sys.maxunicode + 1):
    char = chr(code)
    if 0xAC00 <= code <= 0xD7A3 or 0xD800 <= code <= 0xDFFF:
        continue
    if parts := u.decomposition(char).split():
        kind = "K" if parts[0].startswith("<") else "C" if u.normalize("NFC", u.normalize("NFD", char)) == char else "X"
        parts = parts[1:] if kind == "K" else parts
        lines.append(" ".join([kind, f"{code:X}", *(p.lstrip("0") or "0" for p in parts)]))
    if marks := u.combining(char):
        if ranges and ranges[-1][1] == code - 1 and ranges[-1][2] == marks:
            ranges[-1][1] = code
        else:
            ranges.append([code, code, marks])
lines += [f"M {first:X} {last:X} {marks}" for first, last, marks in ranges]
with open(sys.argv[1], "w", encoding="ascii", newline="\n") as out:
    out.write("\n".join(lines) + "\n")
