# SPDX-License-Identifier: Apache-2.0
"""The expressions of -k and -m beside pytest's own parser: what they mean, and the words that tell mistakes."""
import os
import subprocess

from _pytest.mark.expression import Expression
from hypothesis import HealthCheck, given, settings, strategies as st

TOOL = os.environ["SLRUN_EXPRESSION_TOOL"]
COUNT = 2000
WORDS = ["a", "b", "ab", "c[1-x]", "d::e", "f/g.lua", "h\\i", "+1", "ü", "True", "None"]
TOKENS = [*WORDS, "and", "or", "not", "(", ")", "=", ",", "'x y'", '"z"', "'q", "'\\'", "&", "-3", "007", "if", "1b", "b-c", " ", "  "]

# Whole expressions, and heaps of their tokens.
words = st.sampled_from(WORDS)
good = st.recursive(words, lambda inner: st.one_of(
    st.builds("{} and {}".format, inner, inner), st.builds("{} or {}".format, inner, inner),
    st.builds("not {}".format, inner), st.builds("({})".format, inner)), max_leaves=12)
called = st.builds("{}({})".format, words, st.lists(st.builds("{}={}".format, st.sampled_from(TOKENS), st.sampled_from(TOKENS)),
                                                    max_size=3).map(", ".join))
heap = st.lists(st.sampled_from(TOKENS), max_size=9).map(" ".join)
tight = st.lists(st.sampled_from(TOKENS), max_size=9).map("".join)


def collect():
    rows = []

    @settings(max_examples=COUNT, database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(good, called, heap, tight), st.sets(words))
    def draw(text, true):
        rows.append((text, sorted(true)))

    draw()
    return rows


def pytests(text, true):
    try:
        expression = Expression.compile(text)
    except SyntaxError as error:
        return f"{error.text}: at column {error.offset}: {error.msg}"
    return "1" if expression.evaluate(lambda name, /, **args: name in true and not args) else "0"


def test_they_agree():
    rows = collect()
    lines = "".join("\t".join([text, *true]) + "\n" for text, true in rows)
    done = subprocess.run([TOOL], input=lines, text=True, capture_output=True, timeout=90, check=True)
    ours = done.stdout.split("\n")[:-1]
    wanted = [pytests(text, true) for text, true in rows]
    assert len(ours) == len(wanted)
    assert {"0", "1"} <= set(wanted) and sum("column" in answer for answer in wanted) > COUNT / 10
    differences = [(row, got, want) for row, got, want in zip(rows, ours, wanted) if got != want]
    assert not differences, differences[:5]
