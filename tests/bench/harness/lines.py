# SPDX-License-Identifier: Apache-2.0
"""Counts lines of test code: those that have more on them than blanks, comments and docstrings."""
import ast
import io
import re
import tokenize

_NO_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
            tokenize.ENDMARKER, tokenize.ENCODING}
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def docstrings(text):
    """Of functions, by name: {"test_order": "records ..."}."""
    return {node.name: ast.get_docstring(node) for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef) and ast.get_docstring(node)}


def of_python(text):
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in _NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node) is not None:
            lines -= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    return len(lines)


def cases(text):
    """The cases of a spec that is formatted as ours are: {name: their lines}."""
    return {found[1]: found[0] for found in re.finditer(r'^case "([^"]+)" \{.*?^\}\n', text, re.MULTILINE | re.DOTALL)}


def of_lua(text, wanted=None):
    """`wanted`: names of cases; the others are left out."""
    for name, case in cases(text).items():
        if wanted is not None and name not in wanted:
            text = text.replace(case, "")
    return sum(1 for line in text.splitlines() if line.strip() and not line.lstrip().startswith("--"))
