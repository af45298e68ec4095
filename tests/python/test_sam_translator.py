# SPDX-License-Identifier: Apache-2.0
"""The SAM transform against the public one: aws-sam-translator, over a corpus of templates.

Each template of plugins/cloudformation/sam/tests/corpus is one concern. What the two make of it is
the same tree, but for what `normal` takes out, and why it does; a template that one refuses the
other refuses too, naming the same resources in the same words.
"""
import copy
import json
import os
import pathlib
import re
import subprocess

import pytest
import yaml

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
from samtranslator.model.exceptions import InvalidDocumentException  # noqa: E402
from samtranslator.translator.transform import transform  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = sorted((ROOT / "plugins/cloudformation/sam/tests/corpus").glob("*.yaml"))
TOOL = os.environ["SLRUN_SAM_TOOL"]


class Loader(yaml.SafeLoader):
    """YAML with the short forms of intrinsic functions, written out as CloudFormation does."""


def short_form(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    if suffix == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {suffix if suffix in ("Ref", "Condition") else "Fn::" + suffix: value}


Loader.add_multi_constructor("!", short_form)
Loader.yaml_implicit_resolvers = {
    key: [(tag, what) for tag, what in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def read(path):
    return yaml.load(path.read_text(), Loader)


class Policies:
    """Names of managed policies stay names: the translator would look them up in the account."""

    def load(self):
        return {}


def theirs(template):
    try:
        return transform(copy.deepcopy(template), {}, Policies()), None
    except InvalidDocumentException as error:
        return None, sorted(cause.message for cause in error.causes)


DID_YOU_MEAN = re.compile(r'; did you mean "[^"]*"\?') # which is ours alone


def ours(template, **more):
    line = json.dumps({"template": template, **more})
    done = subprocess.run([TOOL], input=line + "\n", capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    if "problems" in answer:
        return None, sorted(DID_YOU_MEAN.sub("", problem["text"]) for problem in answer["problems"])
    return answer["template"], None


def references(value):
    """What a value refers to, as a set."""
    if isinstance(value, list):
        return set().union(*map(references, value))
    if not isinstance(value, dict):
        return set()
    found = set().union(*map(references, value.values()))
    if isinstance(value.get("Ref"), str) and not value["Ref"].startswith("AWS::"):
        found.add(value["Ref"])
    if isinstance(value.get("Fn::GetAtt"), list):
        found.add(".".join(value["Fn::GetAtt"]))
    if isinstance(value.get("Fn::Sub"), str):
        found.update(re.findall(r"\$\{([A-Za-z0-9.]+)\}", value["Fn::Sub"]))
    return found


def role(properties):
    """Policies grant nothing here: what counts is their name, and what they refer to. The ARN of a
    managed policy depends on a list of all policies of AWS; its name does not."""
    for policy in properties.get("Policies", []):
        for one in policy["Fn::If"][1:] if "Fn::If" in policy else [policy]:
            if "PolicyDocument" in one:
                one["PolicyDocument"] = sorted(references(one["PolicyDocument"]))
    properties["ManagedPolicyArns"] = [
        re.sub(r'(arn:aws:iam::aws:policy/)[^"]*/', r"\1", json.dumps(arn)).replace(
            "arn:aws:iam::aws:policy/", "")
        for arn in properties.get("ManagedPolicyArns", [])]


def unwrap(value):
    """Two slips of the translator: it wraps the schema of a header once more at each of its steps,
    and a condition that is put together of conditions."""
    if isinstance(value, list):
        return [unwrap(item) for item in value]
    if not isinstance(value, dict):
        return value
    for key in ("schema", "Condition"):
        while set(value) == {key} and isinstance(value[key], dict) and set(value[key]) == {key}:
            value = value[key]
    return {key: unwrap(item) for key, item in value.items()}


def normal(template):
    """What differs on purpose."""
    # The id of a deployment: the digest of what Python 2 printed for the definition, here of JSON.
    text = re.sub(r"\b(\w+Deployment)[0-9a-f]{10}\b", r"\1", json.dumps(template))
    text = re.sub(r"RestApi deployment id: [0-9a-f]{40}", "", text)
    template = unwrap(json.loads(text))
    resources = template["Resources"]
    # CodeDeploy shifts no traffic here: an alias moves at once.
    for name in [n for n, r in resources.items() if str(r.get("Type")).startswith("AWS::CodeDeploy::")]:
        del resources[name]
    resources.pop("CodeDeployServiceRole", None)
    # Connectors only grant, and here everything is granted.
    for name in [n for n, r in resources.items() if "aws:sam:connectors" in r.get("Metadata", {})]:
        del resources[name]
    for resource in resources.values():
        resource.pop("UpdatePolicy", None)
        if resource.get("Type") == "AWS::IAM::Role":
            role(resource["Properties"])
        if isinstance(resource.get("DependsOn"), list):
            resource["DependsOn"].sort()  # the translator keeps it in a set
    template.pop("Transform", None)
    return template


def named(messages):
    return sorted(re.findall(r"with id \[([^]]*)\]", message) for message in messages)


# Words that only the translator's own Python can say.
WORDS = {
    "error_globals_property": "ours leaves out the list of all properties",
    "error_http_event_api": "the translator stops at a later check",
}


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_same_as_translator(path):
    template = read(path)
    expected, refused = theirs(template)
    made, problems = ours(template)
    if refused is not None:
        assert problems is not None, refused
        assert named(problems) == named(refused), (problems, refused)
        assert problems == refused or path.stem in WORDS
        return
    assert problems is None
    assert normal(made) == normal(expected)


def test_corpus_is_large_and_has_both():
    names = [path.stem for path in CORPUS]
    assert len(names) >= 66
    assert sum(name.startswith("error_") for name in names) >= 20
    assert sum(name.startswith("sample_") for name in names) == 6


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_names_say_which_are_refused(path):
    assert (theirs(read(path))[1] is not None) == path.stem.startswith("error_")


README = ROOT / "plugins/cloudformation/sam/README.md"


def listed(section):
    text = README.read_text().split("## " + section)[1].split("\n## ")[0]
    return sorted(re.findall(r"^\| `(\w+)` \|", text, re.M))


def test_readme_lists_what_is_known():
    known = json.loads(subprocess.run([TOOL, "--known"], capture_output=True, check=True).stdout)
    assert listed("Resources") == sorted(known["resources"])
    assert listed("Events of functions") == sorted(known["events"])


def test_no_property_is_missing():
    """The properties of resources and events that the translator knows, but for those of types
    that are no part of this transform."""
    from samtranslator.model import eventsources, sam_resources  # noqa: F401
    known = json.loads(subprocess.run([TOOL, "--known"], capture_output=True, check=True).stdout)
    for name in dir(sam_resources):
        kind = getattr(sam_resources, name)
        short = str(getattr(kind, "resource_type", "")).replace("AWS::Serverless::", "")
        if name.startswith("Sam") and short in known["resources"] and short != "Connector":
            assert set(kind.property_types) == set(known["resources"][short]), short
    types = sam_resources.SamFunction.event_resolver.resource_types
    known_types = {t: set(c.property_types) for t, c in types.items() if t and c.property_types}
    assert {t: set(p) for t, p in known["events"].items()} == {
        t: known_types[t] for t in known["events"]}
    assert set(known["events"]) == set(known_types)
