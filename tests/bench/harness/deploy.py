# SPDX-License-Identifier: Apache-2.0
"""Deploys stacks for tests to a local cloud: deploy.py URL FOLDER NAME..., run by a Python with boto3.

FOLDER/NAME/template.yaml becomes the stack NAME, with the resources that are for tests alone.
"""
import pathlib
import sys

import boto3

FOR_TESTS = "DeployTestResources"
POLLS = {"Delay": 0.5, "MaxAttempts": 240}


def main():
    url, folder, *names = sys.argv[1:]
    client = boto3.client("cloudformation", endpoint_url=url)
    for name in names:
        template = pathlib.Path(folder, name, "template.yaml").resolve()
        given = [{"ParameterKey": FOR_TESTS, "ParameterValue": "True"}] if f"{FOR_TESTS}:" in template.read_text() else []
        client.create_stack(StackName=name, TemplateURL=template.as_uri(), Parameters=given,
                            Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"])
    for name in names:
        client.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig=POLLS)


if __name__ == "__main__":
    main()
