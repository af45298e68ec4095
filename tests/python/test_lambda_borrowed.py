# SPDX-License-Identifier: Apache-2.0
"""What a function imports from this machine alone works here and fails on AWS: the local cloud warns of it."""
import json
import os
import subprocess
import urllib.request

import pytest
from lambda_cloud import WITHIN, create, invoke, open_clouds  # pylint: disable=unused-import

METADATA = "Metadata-Version: 2.1\nName: {}\nVersion: 1.0\n"
HANDLER = "\ndef handler(event, context): return 1"
IMPORTS = {"app.py": "import json, boto3, slrun_probe" + HANDLER}
CODE = {
    "bare": IMPORTS,
    "later": {"app.py": "def handler(event, context):\n    from slrun_probe import version\n    return 1"},
    "beside": {"app.py": "import helper" + HANDLER, "helper.py": "import slrun_needed.inner"},
    "guarded": {"app.py": "try:\n    if True:\n\n        import slrun_probe\nexcept ImportError:\n    pass" + HANDLER},
    "asks": {**IMPORTS, "requirements.txt": "slrun-probe>=1  # comment\n"},
    "needs": {"app.py": "import slrun_needed" + HANDLER, "requirements.txt": "slrun-probe\n"},
    "brings": {**IMPORTS, "slrun_probe.py": ""},
    "vendors": {"app.py": "import vendored" + HANDLER, "vendored/__init__.py": "import slrun_probe",
                "vendored-1.0.dist-info/METADATA": METADATA.format("vendored"), "vendored-1.0.dist-info/RECORD": "vendored/__init__.py,,\n"},
    "built": {**IMPORTS, "Makefile": "build-built:\n"},
}


@pytest.fixture(name="machine")
def installs(tmp_path, monkeypatch):
    """A folder of packages that python3 has here."""
    monkeypatch.setenv("PYTHONUSERBASE", str(tmp_path / "base"))
    ask = "import site; print(site.ENABLE_USER_SITE, site.getusersitepackages())"
    enabled, folder = subprocess.run(["python3", "-c", ask], check=True, capture_output=True, text=True).stdout.split()
    if enabled != "True":
        pytest.skip("python3 has no packages of the user")
    files = {"slrun_probe.py": "version = 1", "slrun_needed/__init__.py": "", "slrun_needed/inner.py": "",
             "slrun_probe-1.0.dist-info/METADATA": METADATA.format("slrun-probe") + "Requires-Dist: slrun-needed>=1 ; extra == 'x'\n",
             "slrun_probe-1.0.dist-info/top_level.txt": "slrun_probe\n",
             "slrun_needed-1.0.dist-info/METADATA": METADATA.format("slrun-needed"),
             "slrun_needed-1.0.dist-info/top_level.txt": "slrun_needed\n"}
    for name, text in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return folder


def borrowed(cloud):
    with urllib.request.urlopen(cloud.url + "/_slrun/warnings", timeout=WITHIN) as answer:
        texts = [one["text"] for one in json.load(answer)["warnings"]]
    return sorted(text.partition(": on AWS")[0] for text in texts if "which only this machine has" in text)


def test_what_only_this_machine_has_is_told_once(open_cloud, machine):
    cloud = open_cloud()
    lam = cloud.client("lambda")
    for name, code in CODE.items():
        create(lam, name, code)
        assert [invoke(lam, name), invoke(lam, name)] == [1, 1]
    told = "lambda: {} imports {}, which only this machine has ({}), neither its package nor a layer"
    assert borrowed(cloud) == [told.format(name, module, machine) for name, module in
                               (("bare", "slrun_probe"), ("beside", "slrun_needed"), ("later", "slrun_probe"))]
