# SPDX-License-Identifier: Apache-2.0
"""Tables of plugins are what their generators make of AWS's models and of our texts: neither was changed without the other."""
import pathlib
import subprocess
import sys

import botocore
import pytest

PLUGINS = pathlib.Path(__file__).parents[2] / "plugins"
OWN = {path.parts[-3]: [path] for path in PLUGINS.glob("*/client/generate.py")}
SHARED = {path.parts[-3]: [PLUGINS / "generate.py", path.parts[-3]] for path in PLUGINS.glob("*/client/operations.json")}
COMMANDS = SHARED | OWN


def test_there_are_generators():
    assert len(OWN) > 2 and len(SHARED) > 8


@pytest.mark.skipif(botocore.__version__ != "1.44.5", reason="another model than the generators have read")
@pytest.mark.parametrize("plugin", sorted(COMMANDS))
def test_tables_are_what_the_generator_makes(plugin):
    done = subprocess.run([sys.executable, *COMMANDS[plugin], "--check"], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
