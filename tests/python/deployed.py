# SPDX-License-Identifier: Apache-2.0
"""The stacks of specs/, deployed by the AWS CLI as users deploy them."""
import concurrent.futures
import pathlib
import re
import subprocess
import sys

AWS = pathlib.Path(sys.executable).with_name("aws")
BUCKET = "artifacts"
LIMIT = 240  # seconds; nothing here is about time, it only ends what hangs
AT_ONCE = 4


def patterns(specs):
    """{name of the spec: (folder of its stack, parameters)}, of all specs with a stack."""
    found = {}
    for spec in sorted(specs.glob("*.lua")):
        text = spec.read_text(encoding="utf-8")
        stack = re.search(r'^ *stack *= "(.*)"', text, re.MULTILINE)
        if stack:
            given = re.search(r"^ *parameters *= \{(.*)\}", text, re.MULTILINE)
            pairs = re.findall(r'(\w+) = "(\w*)"', given[1]) if given else []
            found[spec.stem] = (specs / stack[1], [f"{name}={value}" for name, value in pairs])
    return found


def aws(environment, folder, *arguments):
    run = subprocess.run([AWS, *arguments], cwd=folder, env=environment, text=True, capture_output=True, timeout=LIMIT,
                         check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def deploy(environment, folder, name, pattern):
    template, parameters = pattern
    packaged = folder / f"{name}.yaml"
    aws(environment, folder, "cloudformation", "package", "--template-file", template / "template.yaml", "--s3-bucket",
        BUCKET, "--output-template-file", packaged)
    aws(environment, folder, "cloudformation", "deploy", "--template-file", packaged, "--stack-name", name,
        "--capabilities", "CAPABILITY_IAM", *(["--parameter-overrides", *parameters] if parameters else []))


def deploy_all(environment, folder, stacks):
    """Side by side: the CLI mostly waits."""
    aws(environment, folder, "s3", "mb", f"s3://{BUCKET}")
    with concurrent.futures.ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        for ended in [pool.submit(deploy, environment, folder, name, pattern) for name, pattern in stacks.items()]:
            ended.result()
