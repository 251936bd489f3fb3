#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: many_releases.py COUNT EXTRACTIONS... > many.jsonl

Makes COUNT extractions of those in the given files: each copy has an id and URL of its own, another date, and
family names and cities varied, so that names repeat as they do in a large archive. Offsets hold, for every
replacement is as long as what it replaces.
"""

import json
import random
import sys

CONSONANTS, VOWELS = "bdfghklmnprstvz", "aeiou"


def varied(word, key):
    """Another name of the same length and look."""
    chosen = random.Random(key)
    letters = [chosen.choice(VOWELS if c.lower() in VOWELS else CONSONANTS) if c.isalpha() and c.isascii() else c
               for c in word]
    text = "".join(letters)
    return text.capitalize() if word[:1].isupper() else text


def official_words(extraction):
    words = set()
    for node in extraction["nodes"]:
        if node["type"] == "Official":
            words.update(w for w in node["name"].split() if len(w) > 3 and w.isalpha() and w.isascii())
    return words


def main():
    count = int(sys.argv[1])
    lines = [line for path in sys.argv[2:] for line in open(path, encoding="utf-8")]
    for i in range(count):
        line = lines[i % len(lines)]
        turn = i // len(lines)
        extraction = json.loads(line)
        if turn > 0:
            # About as many new persons as a tenth of the releases has; the same ones in many releases.
            for word in sorted(official_words(extraction)):
                line = line.replace(word, varied(word, f"{word} {turn % 10}"))
            extraction = json.loads(line)
            release = extraction["release"]
            release["id"] = f"{release['id']}-{turn}"
            release["url"] = f"https://example.org/{release['id']}"
            if len(release.get("published", "")) >= 10:
                year = 1990 + (turn * 7) % 35
                release["published"] = f"{year}{release['published'][4:]}"
            mark = f"No. {turn}"  # no copy of another's text
            release["title"] = f"{release['title']} {mark}"
        print(json.dumps(extraction, ensure_ascii=False))


if __name__ == "__main__":
    main()
