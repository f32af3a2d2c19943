"""Checks that each link inside of built documentation leads somewhere: links.py DIRECTORY…"""

import html
import pathlib
import re
import sys
import urllib.parse

ATTRIBUTE = re.compile(r"""(?:href|src)\s*=\s*["']([^"']*)["']""")
# What rustdoc writes itself: scripts, links to items that are hidden, and texts of other crates whose pages
# are not built.
FOREIGN = re.compile(
    r"\$\{|\.js$|::|^(dispatcher|Keys)#|#(tymethod|method|associatedtype|associatedconstant)\."
)
PLACE = re.compile(r"""\bid\s*=\s*["']([^"']+)["']""")


def main(directories):
    pages = [page for directory in directories for page in pathlib.Path(directory).rglob("*.html")]
    places = {}
    broken = []
    links = 0

    def has_place(page, place):
        if page not in places:
            places[page] = set(PLACE.findall(page.read_text()))
        # rustdoc's own scripts make these: settings, and lines of sources.
        return place in places[page] or re.fullmatch(r"\d+(-\d+)?", place)

    for page in pages:
        for link in ATTRIBUTE.findall(page.read_text()):
            address = urllib.parse.urlsplit(html.unescape(link))
            if address.scheme or address.netloc or FOREIGN.search(link):
                continue
            links += 1
            target = (page.parent / urllib.parse.unquote(address.path)).resolve() if address.path else page.resolve()
            if target.is_dir():
                target = target / "index.html"
            if not target.exists():
                broken.append(f"{page}: {link}")
            elif address.fragment and target.suffix == ".html" and not has_place(target, address.fragment):
                broken.append(f"{page}: {link}, which the page does not have")
    if not pages:
        sys.exit("no pages")
    if broken:
        sys.exit("\n".join(["broken links:", *broken[:4000], f"{len(broken)} of {links}"]))
    print(f"{links} links on {len(pages)} pages")


main(sys.argv[1:])
