# SPDX-License-Identifier: Apache-2.0
"""What slrun prints, without what differs from run to run: times, ids, ports, numbers of polls."""
import re

# What differs from run to run, and what stands for it. Lines of a wait's course come first.
CHANGES = [
    (r"^ +\d+\.\d\d s  [\d,]+(-[\d,]+)? +", "  T s  K      "),
    (r"\b\d+\.\d\d s\b", "T s"),
    (r"\b[\d,]+ polls?\b", "N polls"),
    (r"\bpoll [\d,]+", "poll K"),
    (r"\bof [\d,]+, after", "of N, after"),
    (r"\brun [a-z][a-z0-9]{6,}\b", "run ID"),
    (r"\b[a-z][a-z0-9]{9}-[0-9a-z]+\b", "ID"),
    (r"127\.0\.0\.1:\d+", "127.0.0.1:PORT"),
    (r"\bslrun \d+\.\d+\.\d+\S*,", "slrun VERSION,"),
    (r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", "UUID"),
    (r'File "/\S*/stacks/', 'File ".../stacks/'),
    (r"\b\d+(\.\d+)? (ms|MB)\b", r"N \2"),
    (r"\b\d+ visible, \d+ in flight( for up to \d+ s)?", "N visible, N in flight"),  # a listener may look just then
    (r"\boldest \d+ s\b", "oldest N s"),
    (r"\bin \d+\.\d\ds( \(.*\))?", "in Ts"),
    (r"(seed|setup|listen|act|wait|check|teardown) \d+%", r"\1 N%"),
    (r"^time of the cases: (setup N%, )?(seed N%, )(listen N%, )?", r"time of the cases: \2"),
    (r"=+ (.*) =+$", r"= \1 ="),
]

# What a report says of a machine that is busy, with the blank line of a paragraph of nothing else;
# tests/runner/busy.lua makes such waits.
BUSY = r"(?m)^(?:\d+ of N polls left late.*|requests waited up to T s for a free connection)\n"
BUSY_PARAGRAPH = rf"\n(?:{BUSY[4:]})+(?=[_=\n])"


def normal(text):
    lines = []
    for line in text.splitlines():
        if re.fullmatch(r" {8,}[~^]+", line):
            continue  # a traceback of Python, which depends on its version
        for pattern, stands_for in CHANGES:
            line = re.sub(pattern, stands_for, line)
        lines.append(line.rstrip())
    text = re.sub(BUSY_PARAGRAPH, "", "\n".join(lines) + "\n", flags=re.MULTILINE)
    return re.sub(BUSY, "", text)
