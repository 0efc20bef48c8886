"""python3 -m pages --seed N --count M --out DIR (from wasm/tools): writes DIR/NNNN.html and DIR/NNNN.json."""

import argparse
import json
import pathlib

from .compose import page


def main():
    """Writes the pages."""
    parser = argparse.ArgumentParser(prog="pages", description="Training pages of our own making, every block labelled.")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for number in range(options.count):
        text, facts = page(options.seed, number)
        (options.out / f"{number:04}.html").write_text(text, encoding="utf-8", newline="\n")
        facts = json.dumps(facts, ensure_ascii=False, indent=1)
        (options.out / f"{number:04}.json").write_text(facts + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
