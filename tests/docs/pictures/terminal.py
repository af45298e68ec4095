# SPDX-License-Identifier: Apache-2.0
"""What a program wrote to a terminal, with its colours, as an SVG of lines of text."""
import re
from xml.sax.saxutils import escape

STYLES = {"1": "bold", "31": "red", "32": "green", "33": "yellow"}  # of "\033[...m"
LINE, WIDTH, LEFT, TOP = 17, 7.85, 14, 14  # pixels; the width of a character
STYLE = """text { font: 13px "DejaVu Sans Mono", ui-monospace, Menlo, Consolas, monospace; fill: #d6dde6; white-space: pre }
.bold { font-weight: bold } .red { fill: #ff8078 } .green { fill: #5fd38d } .yellow { fill: #e8c15a } .dim { fill: #8b98a8 }"""


def spans(line):
    """The line's parts, each with its style."""
    style = None
    for part in re.split(r"(\033\[\d+m)", line):
        code = re.fullmatch(r"\033\[(\d+)m", part)
        if code:
            style = STYLES.get(code[1])
        elif part:
            yield part, style


def text(line, y):
    parts = "".join(f'<tspan class="{style}">{escape(part)}</tspan>' if style else escape(part) for part, style in spans(line))
    columns = len(re.sub(r"\033\[\d+m", "", line))
    length = f' textLength="{columns * WIDTH:.1f}"' if columns else ""  # as wide in every font
    return f'<text x="{LEFT}" y="{y}" xml:space="preserve"{length}>{parts}</text>'


def drawn(command, output):
    lines = [f"\033[1m$ {command}\033[0m", *output.rstrip("\n").split("\n")]
    columns = max(len(re.sub(r"\033\[\d+m", "", line)) for line in lines)
    width, height = round(columns * WIDTH) + 2 * LEFT, len(lines) * LINE + 2 * TOP
    rows = [text(line, TOP + LINE * (i + 1) - 4) for i, line in enumerate(lines)]
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">',
                      f"<title>What the terminal shows of {escape(command)}</title>", f"<style>{STYLE}</style>",
                      f'<rect width="{width}" height="{height}" rx="8" fill="#161b22"/>', *rows, "</svg>", ""])
