# SPDX-License-Identifier: Apache-2.0
"""Each source of credentials, against a scripted peer or real files: what is asked and what is made
of the answer, expiry, renewal while they are in use, wrong answers, silence.

SLRUN_CREDENTIAL_TOOL names the built tests/unit/net/credential_tool."""
import hashlib
import json
import os
import re
import stat
import time

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from aws_peer import Place, shell, stamp, start_peer  # pylint: disable=unused-import

KEYS = "aws_access_key_id = {0}\naws_secret_access_key = secret of {0}\n"
ROLE = "role_arn = arn:aws:iam::123456789012:role/r\n"


@pytest.fixture
def place(tmp_path, peer):
    return Place(tmp_path, peer)


def signed_by(request, access_key, region="us-east-1"):
    """Whether the request carries the signature that botocore makes with that key."""
    sent = request.headers["authorization"]
    names = sent.split("SignedHeaders=")[1].split(",")[0].split(";")
    again = AWSRequest(method=request.method, url=f"http://{request.headers['host']}{request.path}", data=request.body,
                       headers={name: request.headers[name] for name in names})
    auth = SigV4Auth(Credentials(access_key, f"secret of {access_key}"), "sts", region)
    again.context["timestamp"] = request.headers["x-amz-date"]
    text = auth.string_to_sign(again, auth.canonical_request(again))
    return sent.startswith(f"AWS4-HMAC-SHA256 Credential={access_key}/") and \
        sent.endswith("Signature=" + auth.signature(text, again))


def good(answer, method, key, token=None):
    assert "error" not in answer, answer
    assert (answer["method"], answer["access_key"], answer["secret_key"]) == (method, key, f"secret of {key}")
    assert answer["token"] == (f"token of {key}" if token is None else token)


def fails(answer, *texts, method=None):
    assert "error" in answer, answer
    for text in texts:
        assert text in answer["error"], answer
    if method:
        assert answer["method"] == method
    assert not re.search("(secret|token) of [A-Z]|the.jwt", json.dumps(answer)), answer
    return answer


# ---- environment and files ----

def test_environment(place):
    place.variables = {"AWS_ACCESS_KEY_ID": "E", "AWS_SECRET_ACCESS_KEY": "secret of E", "AWS_SESSION_TOKEN": "token of E"}
    good(place.want(), "env", "E")
    del place.variables["AWS_SESSION_TOKEN"]
    good(place.want(), "env", "E", "")
    place.variables["AWS_CREDENTIAL_EXPIRATION"] = stamp(-5)
    fails(place.want(), "environment: they have expired", method="env")
    place.variables["AWS_CREDENTIAL_EXPIRATION"] = "tomorrow"
    fails(place.want(), "AWS_CREDENTIAL_EXPIRATION is no time")
    place.variables = {"AWS_ACCESS_KEY_ID": "E"}
    fails(place.want(), "AWS_SECRET_ACCESS_KEY is not", method="env")


def test_files(place):
    place.write("config", "[default]\n" + KEYS.format("C") + "[profile p]\n" + KEYS.format("D"))
    good(place.want(), "config-file", "C", "")
    place.write("credentials", "[default]\n" + KEYS.format("S") + "aws_session_token = token of S\n")
    good(place.want(), "shared-credentials-file", "S")
    good(place.want("profile=p"), "config-file", "D", "")
    place.write("credentials", "[default]\naws_access_key_id = S\n")
    fails(place.want(), "has no aws_secret_access_key", method="shared-credentials-file")


def test_nothing_says_what_was_tried(place):
    answer = fails(place.want())
    for text in ("environment: AWS_ACCESS_KEY_ID is not set", "role: the profile 'default' has no role_arn",
                 "web identity: ", "IAM Identity Center: ", "credentials file: ", "credential_process: ", "config file: ",
                 "container: ", "instance metadata: AWS_EC2_METADATA_DISABLED is set"):
        assert text in answer["error"]
    assert answer["method"] is None and "aws configure sso" in answer["hint"]


def test_a_profile_that_is_not_there(place):
    place.write("config", "[profile staging]\n")
    place.variables = {"AWS_PROFILE": "stagin"}
    assert "there is no profile 'stagin'" in place.want()["error"]
    place.write("config", "[profile staging\n")
    assert "config:1: a section" in place.want()["error"]


def test_aws_login_is_refused(place):
    place.write("config", "[default]\nlogin_session = arn:aws:iam::123456789012:user/ada\n")
    assert "export-credentials" in fails(place.want(), "aws login", method="login")["hint"]


# ---- roles ----

def test_role(place, peer):
    place.write("config", "[default]\nsource_profile = base\nexternal_id = x/1\nrole_session_name = me\n"
                "duration_seconds = 900\n" + ROLE)
    place.write("credentials", "[base]\n" + KEYS.format("BASE"))
    good(place.want(), "assume-role", "ASSUMEROLE1")
    request, = peer.asked("AssumeRole")
    assert request.form == {"Action": "AssumeRole", "Version": "2011-06-15", "ExternalId": "x/1", "RoleSessionName": "me",
                            "RoleArn": "arn:aws:iam::123456789012:role/r", "DurationSeconds": "900"}
    assert signed_by(request, "BASE") and not signed_by(request, "OTHER")


def test_role_of_a_role(place, peer):
    place.write("config", "[default]\nsource_profile = mid\n" + ROLE + "[profile mid]\nsource_profile = base\n" + ROLE)
    place.write("credentials", "[base]\n" + KEYS.format("BASE"))
    good(place.want(), "assume-role", "ASSUMEROLE2")
    first, second = peer.asked("AssumeRole")
    assert signed_by(first, "BASE") and signed_by(second, "ASSUMEROLE1")
    assert second.headers["x-amz-security-token"] == "token of ASSUMEROLE1"
    assert first.form["RoleSessionName"].startswith("slrun-")


def test_role_of_itself_and_circles(place):
    place.write("config", "[default]\nsource_profile = default\n" + ROLE + KEYS.format("SELF"))
    good(place.want(), "assume-role", "ASSUMEROLE1")
    place.write("config", "[default]\nsource_profile = default\n" + ROLE)
    fails(place.want(), "in a circle", method="assume-role")
    place.write("config", "[default]\nsource_profile = b\n" + ROLE + "[profile b]\nsource_profile = default\n" + ROLE)
    fails(place.want(), "in a circle", method="assume-role")
    deep = "[default]\nsource_profile = p0\n" + ROLE
    for i in range(12):
        deep += f"[profile p{i}]\nsource_profile = p{i + 1}\n" + ROLE
    place.write("config", deep)
    fails(place.want(), "in a circle")


@pytest.mark.parametrize("profile, why", [
    ("source_profile = gone\n", "'gone' of the profile 'default' is nowhere"),
    ("source_profile = base\ncredential_source = Environment\n", "both source_profile and credential_source"),
    ("", "no source_profile or credential_source"),
    ("credential_source = Moon\n", "'Moon'"),
    ("credential_source = Environment\n", "environment: AWS_ACCESS_KEY_ID is not set"),
    ("source_profile = base\n", "so there are no credentials to assume the role"),
    ("source_profile = base\nmfa_serial = arn:aws:iam::1:mfa/ada\n", "mfa_serial"),
])
def test_role_that_cannot_be(place, peer, profile, why):
    place.write("config", "[default]\n" + profile + ROLE + "[profile base]\n")
    fails(place.want(), why, method="assume-role")
    assert not peer.requests


@pytest.mark.parametrize("source, kind, variables", [
    ("Environment", "E", {"AWS_ACCESS_KEY_ID": "E", "AWS_SECRET_ACCESS_KEY": "secret of E"}),
    ("EcsContainer", "CONTAINER1", {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "{}/c"}),
    ("Ec2InstanceMetadata", "IMDS1", {"AWS_EC2_METADATA_SERVICE_ENDPOINT": "{}", "AWS_EC2_METADATA_DISABLED": "false"}),
])
def test_credential_source(place, peer, source, kind, variables):
    place.write("config", f"[profile p]\ncredential_source = {source}\n" + ROLE)
    place.variables = {name: value.format(peer.url) for name, value in variables.items()}
    good(place.want("profile=p"), "assume-role", "ASSUMEROLE1")
    assert signed_by(peer.asked("AssumeRole")[0], kind)


@pytest.mark.parametrize("status, body, why", [
    (403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not you</Message></Error></ErrorResponse>",
     "AccessDenied: not you (status 403)"),
    (200, "<R/>", "no credentials"),
    (200, "<R><AccessKeyId>A</AccessKeyId><SecretAccessKey>S</SecretAccessKey><SessionToken>T</SessionToken></R>",
     "Expiration is no time"),
    (200, "<R><AccessKeyId>A</AccessKeyId><SecretAccessKey>S</SecretAccessKey><SessionToken>T</SessionToken>"
     f"<Expiration>{stamp(-60)}</Expiration></R>", "expired at"),
    (200, "<R>", "no XML"), (200, "{}", "no XML"), (500, "<R/>", "status 500"),
    (200, "<R><AccessKeyId>" + "A" * 70000 + "</AccessKeyId></R>", "no XML"),
    (200, "x" * 300000, "over 262144 bytes"),
])
def test_wrong_answers_of_sts(place, peer, status, body, why):
    place.write("config", "[default]\nsource_profile = default\n" + ROLE + KEYS.format("SELF"))
    peer.script["AssumeRole"] = lambda request: (status, body)
    fails(place.want(), "AssumeRole of arn:aws:iam::123456789012:role/r" if "expired" not in why else "role", why,
          method="assume-role")
    assert len(peer.asked("AssumeRole")) == (3 if status == 500 else 1)


def test_silent_sts(place, peer):
    place.write("config", "[default]\nsource_profile = default\n" + ROLE + KEYS.format("SELF"))
    peer.script["AssumeRole"] = peer.silent
    fails(place.want("exchange_ms=100"), "within 100 ms")
    assert len(peer.asked("AssumeRole")) == 3


def test_web_identity(place, peer):
    (place.path / "token").write_text("the.jwt\n")
    place.variables = {"AWS_WEB_IDENTITY_TOKEN_FILE": str(place.path / "token"), "AWS_ROLE_ARN": "arn:r", "AWS_ROLE_SESSION_NAME": "ci"}
    good(place.want(), "assume-role-with-web-identity", "ASSUMEROLEWITHWEBIDENTITY1")
    request, = peer.asked("AssumeRoleWithWebIdentity")
    assert request.form == {"Action": "AssumeRoleWithWebIdentity", "Version": "2011-06-15", "RoleArn": "arn:r",
                            "RoleSessionName": "ci", "WebIdentityToken": "the.jwt"}
    assert "authorization" not in request.headers
    peer.script["AssumeRoleWithWebIdentity"] = lambda r: (
        400, "<E><Code>ExpiredTokenException</Code><Message>Token expired</Message></E>")
    fails(place.want(), "AssumeRoleWithWebIdentity of arn:r: ExpiredTokenException")
    (place.path / "token").unlink()
    fails(place.want(), "No such file")
    del place.variables["AWS_ROLE_ARN"]
    fails(place.want(), "no AWS_ROLE_ARN")


def test_web_identity_of_a_source_profile(place, peer):
    (place.path / "token").write_text("the.jwt")
    place.write("config", f"[default]\nsource_profile = web\n{ROLE}[profile web]\nweb_identity_token_file = ~/token\n{ROLE}")
    place.variables = {"AWS_WEB_IDENTITY_TOKEN_FILE": "/nowhere"}
    good(place.want("profile=default"), "assume-role", "ASSUMEROLE1")
    assert signed_by(peer.asked("AssumeRole")[0], "ASSUMEROLEWITHWEBIDENTITY1")


# ---- IAM Identity Center ----

SSO = "sso_account_id = 123456789012\nsso_role_name = tester & co\n"
SESSION = "[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.example\n"


def token_file(place, name, **members):
    path = place.path / ".aws" / "sso" / "cache" / (hashlib.sha1(name.encode()).hexdigest() + ".json")
    path.write_text(json.dumps({"accessToken": "at", "expiresAt": stamp(3600), "startUrl": "u", "region": "r"} | members))
    return path


RENEWABLE = {"refreshToken": "r1", "clientId": "id", "clientSecret": "cs"}


def test_sso(place, peer):
    place.write("config", "[default]\nsso_session = corp\n" + SSO + SESSION)
    token_file(place, "corp")
    good(place.want(), "sso", "SSO1")
    request, = peer.asked("sso")
    assert request.path == "/federation/credentials?role_name=tester%20%26%20co&account_id=123456789012"
    assert request.headers["x-amz-sso_bearer_token"] == "at" and "authorization" not in request.headers


def test_sso_in_the_older_form(place, peer):
    place.write("config", "[default]\nsso_start_url = https://old.example\nsso_region = us-east-1\n" + SSO)
    token_file(place, "https://old.example", expiresAt=stamp(3600).replace("Z", "UTC"))
    good(place.want(), "sso", "SSO1")
    token_file(place, "https://old.example", expiresAt=stamp(-10), registrationExpiresAt=stamp(999), **RENEWABLE)
    assert "aws sso login --profile default" in fails(place.want(), "has expired", method="sso")["hint"]
    assert not peer.asked("oidc")


def test_sso_renews_its_token(place, peer):
    place.write("config", "[default]\nsso_session = corp\n" + SSO + SESSION)
    path = token_file(place, "corp", expiresAt=stamp(60), registrationExpiresAt=stamp(999), other="kept", **RENEWABLE)
    good(place.want(), "sso", "SSO1")
    assert json.loads(peer.asked("oidc")[0].body) == {"clientId": "id", "clientSecret": "cs", "grantType": "refresh_token",
                                                      "refreshToken": "r1"}
    assert peer.asked("sso")[0].headers["x-amz-sso_bearer_token"] == "renewed"
    kept = json.loads(path.read_text())
    assert (kept["accessToken"], kept["refreshToken"], kept["other"], kept["clientId"]) == ("renewed", "r2", "kept", "id")
    assert kept["expiresAt"] > stamp(28000) and stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize("expires, answer, method", [
    (60, (400, '{"error": "invalid_grant"}'), None),
    (-60, (400, '{"error": "invalid_grant"}'), "invalid_grant"),
    (-60, (200, "{}"), "is no token"), (-60, (200, "<x/>"), "is no token"), (-60, (500, ""), "refused"),
])
def test_sso_that_cannot_renew(place, peer, expires, answer, method):
    place.write("config", "[default]\nsso_session = corp\n" + SSO + SESSION)
    token_file(place, "corp", expiresAt=stamp(expires), registrationExpiresAt=stamp(999), **RENEWABLE)
    peer.script["oidc"] = lambda request: answer
    if method is None:
        good(place.want(), "sso", "SSO1")
    else:
        fails(place.want(), "the token of 'corp' has expired", method, method="sso")


def test_sso_that_is_wrong(place, peer):
    place.write("config", "[default]\nsso_session = corp\n" + SSO + SESSION)
    assert "aws sso login" in fails(place.want(), "nobody has logged in")["hint"]
    token_file(place, "corp", expiresAt="never")
    fails(place.want(), "holds no token")
    token_file(place, "corp")
    peer.script["sso"] = lambda request: (401, '{"message": "Session token not found or invalid"}')
    assert "aws sso login" in fails(place.want(), "Session token not found", "(status 401)")["hint"]
    peer.script["sso"] = lambda request: (200, "{}")
    fails(place.want(), "no roleCredentials")
    peer.script["sso"] = lambda request: (200, '{"roleCredentials": {"accessKeyId": "A", "secretAccessKey": "S"}}')
    fails(place.want(), "the answer has no sessionToken")
    place.write("config", "[default]\nsso_session = other\n" + SSO + SESSION)
    fails(place.want(), "[sso-session other] is not there")
    place.write("config", "[default]\nsso_session = corp\nsso_region = x\n" + SSO + SESSION)
    fails(place.want(), "differ in their sso_region")
    place.write("config", "[default]\nsso_account_id = 1\nsso_role_name = r\n")
    fails(place.want(), "has no sso_start_url")


# ---- credential_process ----

def process(place, text):
    place.write("config", f"[default]\ncredential_process = {text}\n")


def test_process(place):
    out = json.dumps({"Version": 1, "AccessKeyId": "P", "SecretAccessKey": "secret of P", "SessionToken": "token of P",
                      "Expiration": stamp(900)})
    (place.path / "a file").write_text(out)
    process(place, '/bin/cat "a file"')
    good(place.want(), "custom-process", "P")
    process(place, "/bin/cat a\\ file")
    good(place.want(), "custom-process", "P")
    (place.path / "a file").write_text('{"Version": 1, "AccessKeyId": "P", "SecretAccessKey": "secret of P"}')
    good(place.want(), "custom-process", "P", "")


@pytest.mark.parametrize("command, why", [
    (shell("exit 3"), "status 3"), (shell("kill -9 $$"), "signal 9"), ("/nowhere/x", "no such file"),
    ('"', "is no command"), ("", "is no command"), ("/bin/echo hello", "no JSON object"), (shell("exec sleep 60"), "not end in time"),
    (shell("sleep 60 & exit 0"), "not end in time"),
    ('/bin/echo {\\"Version\\": 2}', '"Version": 1'), ('/bin/echo {\\"Version\\": 1}', "no AccessKeyId"),
    (shell("yes | head -c 400000"), "over 262144 bytes"),
    ('/bin/echo {\\"Version\\":1,\\"AccessKeyId\\":\\"A\\",\\"SecretAccessKey\\":\\"S\\",\\"Expiration\\":\\"x\\"}', "no time"),
    ('/bin/echo {\\"Version\\":1,\\"AccessKeyId\\":\\"A\\",\\"SecretAccessKey\\":\\"S\\",'
     '\\"Expiration\\":\\"2020-01-01T00:00:00Z\\"}', "expired at 2020-01-01"),
])
def test_process_that_fails(place, command, why):
    process(place, command)
    fails(place.want("process_ms=500"), "credential_process: ", why, method="custom-process")


# ---- containers and instances ----

def test_container(place, peer):
    place.variables = {"AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{peer.url}/v2/c?x=1", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "auth"}
    good(place.want(), "container-role", "CONTAINER1")
    request, = peer.asked("container")
    assert request.path == "/v2/c?x=1" and request.headers["authorization"] == "auth"
    (place.path / "auth").write_text("from the file")
    place.variables["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = str(place.path / "auth")
    place.variables["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = "/relative"
    good(place.want(f"container={peer.url}"), "container-role", "CONTAINER2")
    request = peer.asked("container")[1]
    assert request.path == "/relative" and request.headers["authorization"] == "from the file"


@pytest.mark.parametrize("variables, why", [
    ({"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://example.org/c"}, "neither https nor on this machine"),
    ({"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.2.example.org/c"}, "neither https nor on this machine"),
    ({"AWS_CONTAINER_CREDENTIALS_FULL_URI": "ftp://127.0.0.1/c"}, "no http or https URL"),
    ({"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1:1@example.org/c"}, "no http or https URL"),
    ({"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "c"}, "begin with a slash"),
    ({"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1:1/c", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "a\nb"}, "line end"),
    ({"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1:1/c", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/nowhere"},
     "No such file"),
    ({"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1:1/c"}, "Connection refused"),
])
def test_container_that_cannot_be(place, variables, why):
    place.variables = variables
    fails(place.want(), "container: ", why, method="container-role")


@pytest.mark.parametrize("answer, why", [
    ((404, "{}"), "status 404"), ((200, "x"), "no JSON object"), ((200, "[]"), "no JSON object"), ((200, "{}"), "no AccessKeyId"),
    ((200, '{"AccessKeyId": "A", "SecretAccessKey": ""}'), "no SecretAccessKey"),
    ((200, '{"AccessKeyId": "A", "SecretAccessKey": "S", "Expiration": 5}'), "no time"),
])
def test_wrong_answers_of_containers(place, peer, answer, why):
    place.variables = {"AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{peer.url}/c"}
    peer.script["container"] = lambda request: answer
    fails(place.want(), why, method="container-role")


def on_instance(place, peer):
    place.variables = {"AWS_EC2_METADATA_SERVICE_ENDPOINT": peer.url, "AWS_EC2_METADATA_DISABLED": "false"}


def test_instance(place, peer):
    on_instance(place, peer)
    good(place.want(), "iam-role", "IMDS1")
    token, role, credentials = (request for _, request in peer.requests)
    assert (token.method, token.headers["x-aws-ec2-metadata-token-ttl-seconds"]) == ("PUT", "21600")
    assert role.headers["x-aws-ec2-metadata-token"] == credentials.headers["x-aws-ec2-metadata-token"] == "the token"
    assert credentials.path == "/latest/meta-data/iam/security-credentials/the-role"
    with place.tool() as tool:
        assert tool.ask("region") == {"region": "eu-south-2"}
    place.variables["AWS_DEFAULT_REGION"] = "eu-west-3"
    with place.tool() as tool:
        assert tool.ask("region") == {"region": "eu-west-3"}
    place.variables["AWS_REGION"] = "eu-west-2"
    with place.tool() as tool:
        assert tool.ask("region") == {"region": "eu-west-2"}


@pytest.mark.parametrize("kind, answer, why", [
    ("imds-token", (403, ""), "status 403"), ("imds-token", (200, "a\r\nb"), "calls a token"),
    ("imds-role", (404, ""), "status 404"), ("imds-role", (200, "../../x"), "calls a role"), ("imds-role", (200, ""), "status 200"),
    ("imds", (200, "x"), "no JSON object"), ("imds", (200, '{"Code": "AssumeRoleUnauthorizedAccess"}'), "AssumeRoleUnauthorizedAccess"),
    ("imds", (200, '{"Code": "Success", "AccessKeyId": "A", "SecretAccessKey": "S"}'), "no Token"),
])
def test_wrong_answers_of_instances(place, peer, kind, answer, why):
    on_instance(place, peer)
    peer.script[kind] = lambda request: answer
    fails(place.want(), "instance metadata: ", why)


def test_silent_instance(place, peer):
    on_instance(place, peer)
    place.variables["AWS_METADATA_SERVICE_TIMEOUT"] = "1"
    place.variables["AWS_METADATA_SERVICE_NUM_ATTEMPTS"] = "2"
    peer.script["imds-token"] = peer.silent
    fails(place.want(), "within 1000 ms")
    assert len(peer.asked("imds-token")) == 2
    with place.tool() as tool:
        answer = tool.ask("region")
    assert "AWS_REGION and AWS_DEFAULT_REGION are not set" in answer["error"] and "within 1000 ms" in answer["error"]


# ---- in use ----

def by_container(place, peer):
    place.variables = {"AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{peer.url}/c"}


def test_all_wait_for_one_fetch(place, peer):
    by_container(place, peer)
    with place.tool() as tool:
        answer = tool.ask("want 500")
        assert (answer["ready"], answer["at_once"]) == (500, 0)
        assert tool.ask("want 500")["at_once"] == 500
    assert len(peer.asked("container")) == 1


def test_all_are_told_of_one_failure(place, peer):
    by_container(place, peer)
    peer.script["container"] = lambda request: (404, "")
    with place.tool() as tool:
        assert tool.ask("want 50")["failed"] == 50
        assert len(peer.asked("container")) == 1
        del peer.script["container"]
        assert tool.ask("want 1")["access_key"] == "CONTAINER2"


def until_end(peer, part):
    """Sleeps into the last part of the life of the credentials that the peer gave last: not a wait for something to happen,
    but the passing of the time that the test is about."""
    time.sleep(max(0.0, peer.ends - part * peer.life - time.time()))


def test_renewed_in_time(place, peer):
    by_container(place, peer)
    peer.life = 12
    with place.tool() as tool:
        assert tool.ask("want 1")["access_key"] == "CONTAINER1"
        until_end(peer, 0.2)  # the last quarter, but not the last tenth: renewed beside
        assert tool.ask("want 3")["at_once"] == 3
        assert tool.ask("settle")["access_key"] == "CONTAINER2"
        assert tool.ask("want 1")["access_key"] == "CONTAINER2"
        until_end(peer, 0)  # over: waited for, once for all
        answer = tool.ask("want 100")
        assert (answer["access_key"], answer["ready"]) == ("CONTAINER3", 100)
    assert len(peer.asked("container")) == 3


def test_renewal_that_fails(place, peer):
    by_container(place, peer)
    peer.life = 8
    with place.tool() as tool:
        tool.ask("want 1")
        peer.script["container"] = lambda request: (404, "")
        until_end(peer, 0.2)
        assert tool.ask("want 1")["access_key"] == "CONTAINER1"  # they are still good
        tool.ask("settle")
        assert tool.ask("want 5")["at_once"] == 5
        assert len(peer.asked("container")) == 2  # and it is not tried again at once
        until_end(peer, 0)
        fails(tool.ask("want 5"), "container: ", "status 404")


def test_renewal_asks_the_same_source(place, peer):
    """Another source would be another identity."""
    by_container(place, peer)
    on_machine = dict(place.variables)
    on_instance(place, peer)
    place.variables |= on_machine
    peer.life = 3
    with place.tool() as tool:
        tool.ask("want 1")
        peer.script["container"] = lambda request: (404, "")
        until_end(peer, 0)
        fails(tool.ask("want 1"), "container: ", method="container-role")
    assert not peer.asked("imds")


def test_called_expired_by_aws(place, peer):
    """Keys without an end in a file, which a tool writes anew."""
    place.write("credentials", "[default]\n" + KEYS.format("OLD"))
    by_container(place, peer)
    with place.tool() as tool:
        assert tool.ask("want 1")["access_key"] == "OLD"
        assert tool.ask("expired OLD") == {"again": False}  # so soon there are no others
        assert tool.ask("expired OLDER") == {"again": True}
        time.sleep(5)
        place.write("credentials", "[default]\n" + KEYS.format("NEW"))
        assert tool.ask("expired OLD") == {"again": True}
        assert tool.ask("want 20")["access_key"] == "NEW"
        time.sleep(5)
        place.write("credentials", "[default]\n")
        assert tool.ask("expired NEW") == {"again": True}
        fails(tool.ask("want 1"), "no aws_access_key_id")  # the container's would be another identity
    assert not peer.requests


def test_identity(place, peer):
    place.variables = {"AWS_ACCESS_KEY_ID": "E", "AWS_SECRET_ACCESS_KEY": "secret of E"}
    with place.tool("region=eu-west-1") as tool:
        tool.ask("want 1")
        assert tool.ask("identify") == {"account": "123456789012", "arn": "arn:aws:iam::123456789012:user/ada"}
        assert signed_by(peer.asked("GetCallerIdentity")[0], "E", "eu-west-1")
        peer.script["GetCallerIdentity"] = lambda request: (
            403, "<E><Error><Code>InvalidClientTokenId</Code><Message>The token is invalid.</Message></Error></E>")
        assert "InvalidClientTokenId: The token is invalid." in tool.ask("identify")["error"]
