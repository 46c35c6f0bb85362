"""Open the invented practice's desk once, as a browser would, say that it answered, and close it.

For machines where nobody watches: `./run demo` does this where there is no terminal.
"""

import re
import subprocess
import sys
import urllib.request
from collections.abc import Sequence

PATIENCE = 60
"""Seconds that a page may take."""


def main(command: Sequence[str]) -> int:
    """Start the desk with a command, and return 0 where its first page answered as it should."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as desk:  # noqa: S603
        lines = desk.stdout or ()
        try:
            for line in lines:
                print(line, end="", flush=True)
                found = re.search(r"http://\S+", line)
                if found:
                    print(f"It answered: {opened(found.group())}. Nobody watches here, so it ends now.")
                    return 0
            print("The desk did not start; the lines above say why.")
        except OSError as error:
            print(f"The desk did not answer ({error}).")
        finally:
            desk.terminate()
            for line in lines:
                print(line, end="")
    return 1


def opened(address: str) -> str:
    """Return the title of a page that answered, cookies and redirections as in a browser.

    Raises:
        OSError: It did not answer, or not as it should.
    """
    browser = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor())
    with browser.open(address, timeout=PATIENCE) as answer:
        page = answer.read().decode("utf-8")
        title = re.search(r"<title>\s*(.*?)\s*</title>", page, re.DOTALL)
        if "/demo/" in answer.url or title is None:
            raise OSError(f"{answer.url} is not the first page")
        return f"{title.group(1)} ({len(page)} characters)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
