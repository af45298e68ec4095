# SPDX-License-Identifier: Apache-2.0
"""The JSON Schema of what GET /hello answers."""
import json
import pathlib

SCHEMA = json.loads((pathlib.Path(__file__).parent / "hello.json").read_text(encoding="utf-8"))
