# SPDX-License-Identifier: Apache-2.0
"""slrun --target aws against a scripted peer that stands for AWS: where requests go, as whom, what
the head of the report says, what is refused before any case, credentials that end in mid-run."""
import os
import re
import subprocess

import pytest

from aws_peer import Place, WAIT, start_peer  # pylint: disable=unused-import

GET = "DynamoDB_20120810.GetItem"
HEAD = 'local dynamodb <const> = require "slrun.dynamodb"\n'
ONE = HEAD + 'case "one" (function() dynamodb.get_item { TableName = "t", Key = { k = "v" } } end)\n'


@pytest.fixture
def place(tmp_path, peer):
    place = Place(tmp_path, peer)
    place.stand_for_aws()
    return place


def run(place, spec, *options, target="aws"):
    (place.path / "x_spec.lua").write_text(spec)
    done = subprocess.run([os.environ["SLRUN"], "--target", target, *options, "x_spec.lua"], cwd=place.path, text=True,
                          env=place.environment(), capture_output=True, timeout=WAIT)
    text = done.stdout + done.stderr
    assert not re.search("(secret|token) of [A-Z]", text), text
    return done.returncode, text


def key_of(request):
    return re.search("Credential=([^/]+)/[0-9]+/([^/]+)/", request.headers["authorization"]).groups()


def test_head(place, peer):
    code, text = run(place, ONE)
    assert code == 0, text
    assert ("account 123456789012, as arn:aws:iam::123456789012:user/ada, credentials: env, profile default, "
            f"endpoint {peer.url}\n") in text
    assert "target aws, region eu-west-1" in text and "not used" not in text
    assert key_of(peer.asked(GET)[0]) == ("E", "eu-west-1")


def test_variables_that_are_not_used(place, peer):
    place.variables["AWS_ENDPOINT_URL_S3"] = "http://127.0.0.1:1"
    code, text = run(place, 'case "one" (function() end)\n', target="local")
    assert code == 0 and not peer.requests, text
    line, = re.findall("not used: (.*)", text)
    assert "AWS_ENDPOINT_URL," in line and "AWS_ENDPOINT_URL_S3" in line and "--endpoint-url" in line
    code, text = run(place, ONE, target="endpoint")
    assert code == 0, text
    assert f"target endpoint ({peer.url})" in text and len(peer.asked(GET)) == 1
    assert "AWS_ENDPOINT_URL," not in text and "AWS_ENDPOINT_URL_S3" in text


def test_profile(place, peer):
    place.write("config", "[profile dev]\nregion = eu-north-1\nrole_arn = arn:r\nsource_profile = base\n")
    place.write("credentials", "[base]\naws_access_key_id = BASE\naws_secret_access_key = secret of BASE\n")
    del place.variables["AWS_REGION"]
    code, text = run(place, ONE, "--profile", "dev")
    assert code == 0, text
    assert "region eu-north-1" in text and "credentials: assume-role, profile dev" in text
    assert key_of(peer.asked(GET)[0]) == ("ASSUMEROLE1", "eu-north-1")
    assert key_of(peer.asked("AssumeRole")[0]) == ("BASE", "eu-north-1")
    code, text = run(place, ONE, "--profile", "dev", target="endpoint")
    assert code == 0 and key_of(peer.asked(GET)[1])[0] == "ASSUMEROLE2", text


@pytest.mark.parametrize("options, why", [
    (["--allowed-account", "210987654321"], "the account 123456789012 is not among those allowed"),
    (["--allowed-region", "us-east-1"], "the region eu-west-1 is not among those allowed"),
    (["--profile", "gone"], "there is no profile 'gone'"),
    (["--region", "x.example.org/"], "slrun: 'x.example.org/' is no name of a region\n"),
    (["--region", "EU-WEST-1"], "  hint: did you mean 'eu-west-1'?\n"),
])
def test_refused_before_any_case(place, peer, options, why):
    code, text = run(place, ONE, *options)
    assert code == 4 and why in text, text
    assert not peer.asked(GET)


@pytest.mark.parametrize("target", ["local", "endpoint"])
def test_regions_elsewhere(place, target):
    place.variables["AWS_REGION"] = "EU"
    code, text = run(place, 'case "one" (function() end)\n', target=target)
    assert code == 4 and "slrun: 'EU' is no name of a region\n" in text, text
    for region, note in (("us-esat-1", "the region us-esat-1 is none that slrun knows; did you mean us-east-1?\n"), ("local", "")):
        code, text = run(place, 'case "one" (function() end)\n', "--region", region, target=target)
        assert code == 0 and f"region {region}" in text and (note in text if note else "none that slrun knows" not in text), text


def test_allowed(place, peer):
    code, text = run(place, ONE, "--allowed-account", "1", "--allowed-account", "123456789012", "--allowed-region", "eu-west-1")
    assert code == 0, text


def test_credentials_that_aws_refuses(place, peer):
    peer.script["GetCallerIdentity"] = lambda r: (
        403, "<E><Code>InvalidClientTokenId</Code><Message>The security token included in the request is invalid.</Message></E>")
    code, text = run(place, ONE)
    assert code == 4 and "AWS does not take the credentials (env): GetCallerIdentity: InvalidClientTokenId" in text
    assert not peer.asked(GET)


def test_no_sts(place, peer):
    """Who cannot reach STS can run, but not in accounts that are pinned."""
    place.variables["AWS_ENDPOINT_URL_STS"] = "http://127.0.0.1:1"
    code, text = run(place, ONE)
    assert code == 0 and "account unknown, GetCallerIdentity: " in text, text
    code, text = run(place, ONE, "--allowed-account", "123456789012")
    assert code == 4 and "cannot be told" in text


def test_none_at_all(place, peer):
    del place.variables["AWS_ACCESS_KEY_ID"], place.variables["AWS_REGION"]
    code, text = run(place, ONE)
    assert code == 4 and "no region: AWS_REGION and AWS_DEFAULT_REGION are not set" in text
    code, text = run(place, ONE, "--region", "eu-west-1")
    assert code == 4 and "no credentials for AWS (profile 'default'): environment: AWS_ACCESS_KEY_ID is not set; role: " in text


MANY = HEAD + """
for i = 1, 40 do
  case("number " .. i) {
    act = function(t) t.n = 0 end,
    poll = function(t) t.n = t.n + 1; return dynamodb.get_item { TableName = "t", Key = { k = "v" } } end,
    check = function(t) expect(t.n >= 25):equals(true) end,
    every = "200ms", sla = "20s",
  }
end
"""


def test_renewed_in_mid_run(place, peer):
    """40 cases of 5 s, with credentials that live 3 s: one fetch each time, however many wait."""
    del place.variables["AWS_ACCESS_KEY_ID"]
    place.variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = f"{peer.url}/c"
    peer.life = 3
    code, text = run(place, MANY)
    assert code == 0, text
    keys = [key_of(request)[0] for request in peer.asked(GET)]
    numbers = [int(key.removeprefix("CONTAINER")) for key in keys]
    # in order, but for what was under way at a change
    assert all(before <= after + 1 for before, after in zip(numbers, numbers[1:]))
    assert not any(number < numbers[i - 64] for i, number in enumerate(numbers) if i >= 64)
    assert len(keys) >= 1000 and 2 <= len(set(keys)) == len(peer.asked("container")) <= 20


def test_expired_in_mid_run(place, peer):
    """Keys without an end, which AWS calls expired once: whoever gets that tries once more."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        del place.variables[name]
    place.write("credentials", "[default]\naws_access_key_id = OLD\naws_secret_access_key = secret of OLD\n")
    (place.path / "wait").write_text("")

    def answer(request):
        if key_of(request)[0] == "OLD":
            place.write("credentials", "[default]\naws_access_key_id = NEW\naws_secret_access_key = secret of NEW\n")
            return 400, '{"__type": "com.amazon.coral.service#ExpiredTokenException", "message": "expired"}'
        return 200, "{}"
    peer.script[GET] = answer
    code, text = run(place, HEAD + """
case "one" (function(t)
  t:sleep "5500ms"
  dynamodb.get_item { TableName = "t", Key = { k = "v" } }
end)
""")
    assert code == 0, text
    assert [key_of(request)[0] for request in peer.asked(GET)] == ["OLD", "NEW"]


def test_expired_and_no_others(place, peer):
    peer.script[GET] = lambda request: (400, '{"__type": "ExpiredTokenException", "message": "it is over"}')
    code, text = run(place, ONE)
    assert code == 1 and "it is over" in text and len(peer.asked(GET)) == 1, text


def test_another_region(place, peer):
    code, text = run(place, HEAD + """
local there = dynamodb:with { region = "us-west-2" }
case "there" (function()
  there.get_item { TableName = "t", Key = { k = "v" } }
  dynamodb.get_item { TableName = "t", Key = { k = "v" } }
end)
""")
    assert code == 0, text
    assert [key_of(request)[1] for request in peer.asked(GET)] == ["us-west-2", "eu-west-1"]


@pytest.mark.parametrize("spec, why", [
    ('case "x" (function() dynamodb:with { region = "a/b" } end)', "region is the name of one"),
    ('case "x" (function() dynamodb:with { regoin = "eu-west-1" } end)', "knows only the key 'region'"),
    ('case "x" (function() dynamodb.with {} end)', "takes a table"),
    ('case "x" (function(t) dynamodb:with { region = "eu-west-1" }.create_table { TableName = t.id, BillingMode = '
     '"PAY_PER_REQUEST", KeySchema = {}, AttributeDefinitions = {} } end)', "creates nothing"),
    ('case "x" (function() dynamodb:with { region = "eu-west-1" }.get_itme {} end)', "did you mean 'get_item'"),
    ('case "x" (function() dynamodb:with { region = "us-east-1" }.get_item { TableName = "t", Key = { k = "v" } } end)',
     "the region us-east-1 is not among those allowed"),
])
def test_clients_that_cannot_be(place, peer, spec, why):
    code, text = run(place, HEAD + spec, "--allowed-region", "eu-west-1")
    assert code == 1 and why in text, text
    assert not peer.asked(GET)
