# SPDX-License-Identifier: Apache-2.0
"""The suites by others: where each stands, which of its files are needed, how it is aimed at a server.

Nothing of them is kept in this repository. Commits are pinned, so that a figure means the same next year.
"""
import dataclasses
import pathlib

HERE = pathlib.Path(__file__).parent


@dataclasses.dataclass(frozen=True)
class Suite:
    name: str
    url: str
    commit: str
    paths: tuple  # of the checkout, as `git sparse-checkout` takes them
    must: float  # the part of `of` that has to pass
    of: str  # what the figure is a part of, in words
    command: callable  # (Run) -> argument list; it runs in the checkout
    python: tuple = ()  # what pip installs for it
    npm: tuple = ()
    environ: callable = lambda run: {}
    left_out: dict = dataclasses.field(default_factory=dict)  # what does not run, and why
    options: callable = lambda run: ()  # of `slrun local`
    port: int = 0  # that the suite wants; 0: any
    home: str = ""  # the folder of its checkout and what it needs, where suites share one


# Files that test ScyllaDB itself, not DynamoDB.
SCYLLA_ONLY = ("test_metrics.py", "test_scylla.py", "test_system_tables.py", "test_tracing.py", "test_cql_rbac.py")

# Marks of tests that AWS fails, or of services and extensions other than S3 itself.
S3_NOT = ("fails_on_aws", "bucket_logging", "bucket_logging_cleanup", "lifecycle_expiration", "lifecycle_transition",
          "cloud_transition", "cloud_restore", "iam_account", "iam_user", "iam_role", "iam_tenant", "test_of_sts",
          "webidentity_test", "s3select", "sns")


# Of floci's tests and robotocore's: the files that were looked into.
FLOCI = ("s3", "s3_cors", "s3_notifications", "sqs", "sns", "kinesis")
ROBOTOCORE = ("sqs", "s3", "s3_ext", "s3_notifications", "sns", "kinesis")


def pytest(run, *arguments):
    return [run.python, "-m", "pytest", "-p", "no:cacheprovider", "-q", "--tb=line", "-o", "junit_logging=no",
            "-o", "junit_family=xunit1", f"--junitxml={run.report}", *arguments]


def alternator(run):
    files = sorted((run.checkout / "test/alternator").glob("test_*.py"))
    wanted = [str(file.relative_to(run.checkout)) for file in files if file.name not in SCYLLA_ONLY]
    # xfail marks what Alternator does not do: AWS passes it
    return pytest(run, "-c", "test/pytest.ini", "--rootdir=test", "--confcutdir=test/alternator", "--runxfail",
                  f"--url={run.url}", *(run.only or wanted))


def kinesalite(run):
    # one sleeps for 300 s, one starts kinesalite's own server with TLS
    wait = "ExpiredIteratorException if ShardIterator has expired|should connect to SSL"
    return [run.node_bin / "mocha", "--require", "should", "--require", HERE / "relay.js", "--reporter", HERE / "junit.js",
            "--exit",
            "-t", "10s", "-g", wait, "-i"]


def dynalite(run):
    return [run.node_bin / "mocha", "--require", "should", "--require", HERE / "relay.js", "--reporter", HERE / "junit.js",
            "--exit", "-t", "20s", "-g", "very over the limit|should connect to SSL|incorrect types in UpdateExpression", "-i"]


def vitest(run):
    return [run.node_bin / "vitest", "run", "--reporter=junit", f"--outputFile={run.report}", *(run.only or ())]


def s3_tests(run):
    marks = "not " + " and not ".join(S3_NOT)
    files = run.only or ["s3tests/functional/test_s3.py", "s3tests/functional/test_headers.py"]
    return pytest(run, "-p", "reset", "-m", marks, *files)


def s3_environ(run):
    return {"S3TEST_CONF": str(run.write("s3tests.conf", s3_configuration(run))), "PYTHONPATH": str(HERE)}


def s3_configuration(run):
    """Its four users: the access key names the account, as everywhere in the local cloud."""
    lines = ["[DEFAULT]", "host = localhost", f"port = {run.port}", "is_secure = False", "ssl_verify = False",
             "[fixtures]", "bucket prefix = fidelity-{random}-", "iam name prefix = s3-tests-",
             "iam path prefix = /s3-tests/"]
    users = {"s3 main": "test", "s3 alt": "000000000002", "s3 tenant": "000000000003", "iam": "000000000004",
             "iam root": "000000000005", "iam alt root": "000000000006"}
    for section, key in users.items():
        account = "000000000000" if key == "test" else key
        lines += [f"[{section}]", f"access_key = {key}", "secret_key = test", f"display_name = {account}",
                  f"user_id = {run.canonical_user(account)}", f"email = {account}@example.com", "api_name =",
                  "tenant = testx"]
    return "\n".join(lines) + "\n"


def s3_options(run):
    """Its users' keys are known, and others are refused."""
    keys = "\n".join(f"[{n}]\naws_access_key_id = {n:012d}\naws_secret_access_key = test" for n in range(2, 7))
    return "--strict-signatures", "--credentials", run.write("credentials", keys + "\n")


def floci(run):
    """Those of the services whose tests need nothing but the service."""
    folder = "compatibility-tests/sdk-test-python"
    files = run.only or [f"{folder}/tests/test_{name}.py" for name in FLOCI]
    return pytest(run, "-c", f"{folder}/pytest.ini", f"--rootdir={folder}", "-o", "addopts=", *files)


def robotocore(run):
    return pytest(run, "--confcutdir=tests/compatibility", "--timeout=60",
                  *(run.only or [f"tests/compatibility/test_{name}_compat.py" for name in ROBOTOCORE]))


def moto(*folders, ignore=(), deselect=()):
    """Tests of moto; what is left out stands in `left_out`."""
    left = [f"--ignore=tests/{file}" for file in ignore] + [f"--deselect=tests/{test}" for test in deselect]
    return lambda run: pytest(run, "-p", "letters", *left, *(run.only or [f"tests/{folder}" for folder in folders]))


def moto_environ(run):
    # moto compares the URLs of queues with localhost:5000
    return {"TEST_SERVER_MODE": "true", "TEST_SERVER_MODE_ENDPOINT": run.url.replace("127.0.0.1", "localhost"),
            "PYTHONPATH": str(HERE)}


def moto_suite(name, must, command, **more):
    """One of those that share a checkout of moto. They compare ARNs with moto's account."""
    return Suite(name, "https://github.com/getmoto/moto", "5.2.1",
                 ("/tests/*.py", "/tests/test_sqs", "/tests/test_kinesis", "/tests/test_dynamodbstreams", "/tests/test_s3",
                  "/tests/test_dynamodb", "/tests/test_sns"), must, "what ran", command, python=("moto[server]==5.2.1", "pytest==8.4.2", "freezegun"),
                 environ=moto_environ, port=5000, options=lambda run: ("--account", "123456789012"), home="moto", **more)


# Files that test moto's own Python, not a server.
MOTO_S3_INSIDE = ("test_s3/test_s3_utils.py", "test_s3/test_s3_file_handles.py", "test_s3/test_server.py",
                  "test_s3/test_multiple_accounts_server.py", "test_s3/test_s3_config.py")
MOTO_DYNAMODB_INSIDE = ("test_dynamodb/models", "test_dynamodb/test_dynamodb_validation.py", "test_dynamodb/test_dynamodb_executor.py",
                        "test_dynamodb/test_dynamodb_utils.py", "test_dynamodb/test_dynamodb_expression_tokenizer.py",
                        "test_dynamodb/test_dynamodb_expressions.py", "test_dynamodb/test_server.py",
                        "test_dynamodb/test_dynamodb_account_mode.py", "test_dynamodb/test_dynamodb_iam_permission.py")


def alternator_options(run):
    """Signatures count, and this is the key it signs with where there is no ScyllaDB to ask for one."""
    keys = run.write("credentials", "[fidelity]\naws_access_key_id = unknown_user\naws_secret_access_key = unknown_secret\n")
    return "--strict-signatures", "--credentials", keys


SUITES = {suite.name: suite for suite in (
    Suite("dynamodb", "https://github.com/scylladb/scylladb", "1a717f3014bcb0b45c664c93a3f2ef7310b251fe",
          ("/test/__init__.py", "/test/conftest.py", "/test/pytest.ini", "/test/alternator"), 0.95, "what ran",
          alternator, python=("pytest==8.4.2", "boto3==1.40.0", "requests==2.32.5"),
          environ=lambda run: {"PYTHONPATH": f"{HERE / 'stub'}:{run.checkout}"}, options=alternator_options,
          left_out={"five files that test ScyllaDB alone": ", ".join(SCYLLA_ONLY)}),
    Suite("kinesis", "https://github.com/mhart/kinesalite", "c76689da192ab96c87c5db8f95c1e3fba1985433",
          ("/*",), 0.95, "what ran", kinesalite,
          # it signs for no service, which AWS would refuse: the signatures of keys that are not known do not count
          environ=lambda run: {"AWS_ACCESS_KEY_ID": "AKIDFIDELITY"}, npm=("mocha@6.2.3", "should@13.2.3", "aws4@1.9.1", "kinesalite@3.3.3"),
          left_out={"two tests": "one sleeps for 300 s, one starts a server of its own with TLS"}),
    Suite("s3", "https://github.com/ceph/s3-tests", "8f0ae7b404a3a2fcf7038bf1e6bf29544fe9b6a3", ("/*",), 0.75,
          "what was selected", s3_tests,
          python=("pytest==8.4.2", "boto3==1.40.0", "PyYAML", "munch", "gevent", "isodate", "requests", "pytz",
                  "httplib2", "lxml"), environ=s3_environ, options=s3_options,
          left_out={"marks": ", ".join(S3_NOT)}),
    Suite("dynamodb-conformance", "https://github.com/nubo-db/dynamodb-conformance",
          "0ba4393668860db921afa5728feffe68b55e3e93", ("/*",), 1, "what ran", vitest,
          environ=lambda run: {"DYNAMODB_ENDPOINT": run.url},
          # another account's table has to be another's, and theirs is 000000000000
          options=lambda run: ("--account", "123456789012"),
          npm=("@aws-sdk/client-dynamodb@3.908.0", "@aws-sdk/client-dynamodb-streams@3.908.0",
               "@aws-sdk/lib-dynamodb@3.908.0", "vitest@3.2.7", "vite@6.3.5")),  # the last for Node.js 18
    Suite("dynalite", "https://github.com/architect/dynalite", "c5e5b46ef5e51e7d907411c001db7839dd146088", ("/*",), 0.90, "what ran", dynalite,
          environ=lambda run: {"AWS_ACCESS_KEY_ID": "AKIDFIDELITY"},
          npm=("mocha@11.7.2", "should@13.2.3", "aws4@1.12.0", "async@3.2.6", "once@1.4.0"),
          left_out={"three tests": "one wants BatchGetItem to stop at 1 MB, not at 16, and leaves what it read to others; one "
                                   "starts a server of its own with TLS; one fails in the name of another"}),
    Suite("floci", "https://github.com/floci-io/floci", "a2389e7733249102c9736cfb3698cf409f41bc4b",
          ("/compatibility-tests/sdk-test-python",), 1, "what ran", floci, environ=lambda run: {"FLOCI_ENDPOINT": run.url},
          options=lambda run: ("--at-once",), python=("pytest==8.4.2", "pytest-timeout==2.4.0", "boto3==1.43.69", "cryptography"),
          left_out={"other files": "IAM, AWS KMS and others that are not there; DynamoDB, Lambda and others were not looked into"}),
    Suite("robotocore", "https://github.com/robotocore/robotocore", "0741e7120f45d3a02b4076ead742e8dc97438aad",
          ("/tests/compatibility", "/pyproject.toml"), 0.90, "what ran", robotocore, environ=lambda run: {"ENDPOINT_URL": run.url},
          options=lambda run: ("--at-once",), python=("pytest==8.4.2", "pytest-timeout==2.4.0", "boto3==1.43.69", "requests"),
          left_out={"other files": "services that are not there, or were not looked into"}),
    moto_suite("sqs", 0.95, moto("test_sqs", ignore=["test_sqs/test_sqs_integration.py"]),
               left_out={"test_sqs_integration.py": "it wants moto's own IAM and Lambda"}),
    moto_suite("moto-kinesis", 0.80, moto("test_kinesis", ignore=["test_kinesis/test_server.py"]),
               left_out={"test_server.py": "moto's own Python"}),
    moto_suite("moto-sns", 0.75, moto("test_sns", ignore=["test_sns/test_server.py", "test_sns/test_utils.py"]),
               left_out={"two files": "moto's own Python"}),
    moto_suite("moto-streams", 0.95, moto("test_dynamodbstreams")),
    moto_suite("moto-s3", 0.85,
               moto("test_s3", ignore=[*MOTO_S3_INSIDE, "test_s3/test_s3_auth.py", "test_s3/test_s3_lambda_integration.py",
                                       "test_s3/test_s3_eventbridge_integration.py"],
                    deselect=["test_s3/test_s3.py::test_list_buckets"]),
               left_out={"five files": "moto's own Python", "test_s3_auth.py": "it wants moto's own IAM",
                         "test_s3_lambda_integration.py, test_s3_eventbridge_integration.py":
                             "they read queues and logs before the events can be there, and want moto's own IAM",
                         "test_list_buckets...": "two pass where random names come in the order of their bytes"}),
    moto_suite("moto-dynamodb", 0.75,
               moto("test_dynamodb", ignore=MOTO_DYNAMODB_INSIDE,
                    deselect=["test_dynamodb/test_dynamodb.py::test_list_tables[multiple-tables]"]),
               left_out={"eight files and a folder": "moto's own Python, or its IAM",
                         "one test": "it passes where random names come in the order of their bytes"}),
)}
