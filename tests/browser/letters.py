"""Every letter, as a mail program would show it: pictures beside the files of `gatepost preview`."""

import sys
from pathlib import Path

from .chrome import Chrome


class Nowhere:
    """No service is asked for files."""

    url = ""


def main():
    """Keeps a picture of every HTML letter in a folder, in light and dark."""
    letters = sorted(Path(sys.argv[1]).rglob("*.html"))
    with Chrome(Nowhere(), (700, 900)) as chrome:
        for letter in letters:
            for dark in (False, True):
                chrome.paint(dark)
                chrome.driver.get(letter.as_uri())
                chrome.screenshot(letter.with_suffix(f".{'dark' if dark else 'light'}.png"))
    print(f"{len(letters)} letters")


if __name__ == "__main__":
    main()
