# SPDX-License-Identifier: Apache-2.0
"""Which source of credentials is used, against botocore's Session().get_credentials().method: many
environments and files, each with some of the sources there are.

SLRUN_CREDENTIAL_TOOL names the built tests/unit/net/credential_tool."""
import hashlib
import itertools
import json
import os
import random
from unittest import mock

import botocore.session
import pytest
from botocore.exceptions import BotoCoreError

from aws_peer import Peer, Place, stamp

KEYS = "aws_access_key_id = {0}\naws_secret_access_key = secret of {0}\n"
PROCESS = "credential_process = /bin/echo " + json.dumps(
    {"Version": 1, "AccessKeyId": "P", "SecretAccessKey": "S"}).replace('"', '\\"').replace(" ", "") + "\n"

# What a source adds: lines of the profile in the config file, of that in the credentials file, variables.
SOURCES = {
    "environment": ("", "", {"AWS_ACCESS_KEY_ID": "E", "AWS_SECRET_ACCESS_KEY": "S"}),
    "role": ("role_arn = arn:r\nsource_profile = base\n", "", {}),
    "web identity": ("", "", {"AWS_WEB_IDENTITY_TOKEN_FILE": "{home}/token", "AWS_ROLE_ARN": "arn:w"}),
    "web identity in the file": ("web_identity_token_file = {home}/token\nrole_arn = arn:w\n", "", {}),
    "sso": ("sso_session = corp\nsso_account_id = 1\nsso_role_name = r\n", "", {}),
    "credentials file": ("", KEYS.format("S"), {}),
    "process": (PROCESS, "", {}),
    "config file": (KEYS.format("C"), "", {}),
    "container": ("", "", {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "{url}/c"}),
    "instance": ("", "", {"AWS_EC2_METADATA_DISABLED": "false", "AWS_EC2_METADATA_SERVICE_ENDPOINT": "{url}"}),
}
# How the profile is named: its section, the variables, and whether by the program itself.
PROFILES = [("default", {}, None), ("dev", {"AWS_PROFILE": "dev"}, None), ("dev", {"AWS_DEFAULT_PROFILE": "dev"}, None),
            ("dev", {}, "dev"), ("dev", {"AWS_PROFILE": "other"}, "dev")]


def combinations():
    """Each source alone, all pairs, and some larger ones, with the profile named in turn."""
    names, rng = list(SOURCES), random.Random(7)
    sets = [[]] + [[name] for name in names] + [list(pair) for pair in itertools.combinations(names, 2)]
    sets += [rng.sample(names, rng.randint(3, 7)) for _ in range(44)]
    return [(chosen, PROFILES[i % len(PROFILES)]) for i, chosen in enumerate(sets)]


@pytest.fixture(scope="module")
def peer():
    peer = Peer()
    yield peer
    peer.close()


def furnish(place, chosen, profile):
    home, url = str(place.path), place.peer.url
    section, variables, _ = profile
    lines = "".join(SOURCES[name][0] for name in dict.fromkeys(chosen))
    if lines.count("role_arn") > 1:  # botocore refuses a key that comes twice
        lines = lines.replace("role_arn = arn:w\n", "")
    header = "[default]" if section == "default" else f"[profile {section}]"
    place.write("config", f"{header}\nregion = eu-west-1\n{lines.replace('{home}', home)}"
                "[profile other]\nregion = us-west-2\n"
                "[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.example\n")
    place.write("credentials", f"[{section}]\n" + "".join(SOURCES[name][1] for name in chosen) + "[base]\n" + KEYS.format("B"))
    (place.path / "token").write_text("jwt")
    (place.path / ".aws" / "sso" / "cache" / (hashlib.sha1(b"corp").hexdigest() + ".json")).write_text(
        json.dumps({"accessToken": "at", "expiresAt": stamp(9999)}))
    for name in chosen:
        variables = variables | {key: value.format(home=home, url=url) for key, value in SOURCES[name][2].items()}
    place.variables = variables


@pytest.mark.parametrize("number", range(len(combinations())))
def test_order(tmp_path, peer, number):
    chosen, profile = combinations()[number]
    place = Place(tmp_path, peer)
    furnish(place, chosen, profile)
    with mock.patch.dict(os.environ, place.environment(), clear=True):
        try:
            found = botocore.session.Session(profile=profile[2]).get_credentials()
            theirs = found.method if found else None
        except BotoCoreError as error:
            theirs = f"error: {type(error).__name__}"
    answer = place.want(*([f"profile={profile[2]}"] if profile[2] else []))
    if theirs and theirs.startswith("error"):
        assert "error" in answer, (chosen, profile, theirs, answer)
    else:
        assert answer["method"] == theirs, (chosen, profile, answer)
        assert ("error" in answer) == (theirs is None), answer
