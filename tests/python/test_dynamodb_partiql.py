# SPDX-License-Identifier: Apache-2.0
"""PartiQL statements of DynamoDB as the local cloud offers it.

Endpoint, region and keys come from the environment alone (with_local.py). Nothing here is particular
to slrun: the same tests make sense against any DynamoDB.
"""

import uuid

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError


@pytest.fixture(scope="module")
def client():
    return boto3.client("dynamodb", config=Config(retries={"max_attempts": 0}))


@pytest.fixture
def table(client):
    name = "slrun-" + uuid.uuid4().hex
    client.create_table(
        TableName=name,
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "N"},
            {"AttributeName": "g", "AttributeType": "S"},
        ],
        GlobalSecondaryIndexes=[
            {
                "IndexName": "by_g",
                "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}],
                "Projection": {"ProjectionType": "KEYS_ONLY"},
            }
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    client.get_waiter("table_exists").wait(TableName=name)
    yield name
    client.delete_table(TableName=name)


@pytest.fixture
def execute(client, table):
    """Runs a statement, in which TABLE stands for the table; str parameters are S, int ones N."""

    def run(statement, *parameters, **rest):
        values = [{"S": p} if isinstance(p, str) else {"N": str(p)} for p in parameters]
        if values:
            rest["Parameters"] = values
        return client.execute_statement(Statement=statement.replace("TABLE", f'"{table}"'), **rest)

    return run


@pytest.fixture
def five(execute):
    for i in range(5):
        execute("INSERT INTO TABLE VALUE {'pk':'a','sk':?,'g':'x','n':?,'m':{'l':[1,'two']}}", i, i * 10)


def numbers(answer):
    return [int(item["sk"]["N"]) for item in answer["Items"]]


def refused(call, *args, **rest):
    with pytest.raises(ClientError) as caught:
        call(*args, **rest)
    return caught.value.response["Error"]["Code"], caught.value.response["Error"]["Message"]


def test_insert_keeps_types(client, table, execute):
    answer = execute(
        "INSERT INTO TABLE VALUE {'pk':'a','sk':1,'t':'it''s','n':-1.50,'b':true,'z':null,"
        "'l':[1,'x'],'m':{'k':{}},'s':<<'a','b'>>,'i':<<1,2>>}"
    )
    assert answer["Items"] == []
    item = client.get_item(TableName=table, Key={"pk": {"S": "a"}, "sk": {"N": "1"}})["Item"]
    assert {name: item[name] for name in "tnbzlmsi"} == {
        "t": {"S": "it's"},
        "n": {"N": "-1.5"},
        "b": {"BOOL": True},
        "z": {"NULL": True},
        "l": {"L": [{"N": "1"}, {"S": "x"}]},
        "m": {"M": {"k": {"M": {}}}},
        "s": {"SS": ["a", "b"]},
        "i": {"NS": ["1", "2"]},
    }


def test_insert_is_no_put(execute):
    execute("INSERT INTO TABLE VALUE {'pk':'a','sk':1}")
    assert refused(execute, "INSERT INTO TABLE VALUE {'pk':'a','sk':1}") == (
        "DuplicateItemException",
        "Duplicate primary key exists in table",
    )


@pytest.mark.parametrize(
    "where,found",
    [
        ("pk = 'a'", [0, 1, 2, 3, 4]),
        ("pk = 'b'", []),
        ("pk = 'a' AND sk >= 3", [3, 4]),
        ("pk = 'a' AND 3 > sk", [0, 1, 2]),
        ("pk = 'a' AND sk BETWEEN 1 AND 2", [1, 2]),
        ("pk = 'a' AND (sk = 1 OR sk = 4)", [1, 4]),
        ("pk = 'a' AND sk > 0 AND sk <> 2", [1, 3, 4]),
        ("pk IN ['a', 'b'] AND NOT n < 20", [2, 3, 4]),
        ("n IN (10, 30, 70)", [1, 3]),
        ("pk = 'a' AND n = 10 AND contains(m.l, 'two') AND m.l[0] = 1", [1]),
        ("pk = 'a' AND size(m.l) > 2", []),
        ("pk = 'a' AND n IS NOT MISSING AND q IS MISSING AND attribute_type(n, 'N')", [0, 1, 2, 3, 4]),
        ("pk = 'a' ORDER BY sk DESC", [4, 3, 2, 1, 0]),
        ("n NOT IN [0, 10] AND n NOT BETWEEN 30 AND 40 -- of five", [2]),
        ("pk = 'a' AND begins_with(g, 'y') = false AND m IS STRUCT AND n IS NOT STRING AND sk = .1e1", [1]),
    ],
)
def test_select(execute, five, where, found):
    assert numbers(execute(f"SELECT sk FROM TABLE WHERE {where}", ConsistentRead=True)) == found


def test_select_paths(execute, five):
    answer = execute("SELECT n, m.l FROM TABLE WHERE pk = 'a' AND sk = 1")
    assert answer["Items"] == [{"n": {"N": "10"}, "l": {"L": [{"N": "1"}, {"S": "two"}]}}]


def test_pages(execute, five):
    found, token = [], {}
    while True:
        answer = execute("SELECT * FROM TABLE WHERE pk = ?", "a", Limit=2, **token)
        found += numbers(answer)
        if "NextToken" not in answer:
            break
        token = {"NextToken": answer["NextToken"]}
    assert found == [0, 1, 2, 3, 4]
    assert refused(execute, "SELECT * FROM TABLE WHERE pk = ?", "b", **token) == (
        "ValidationException",
        "NextToken does not match request",
    )


def test_index(execute, five):
    answer = execute("SELECT * FROM TABLE.by_g WHERE g = 'x' AND sk = 1", ReturnConsumedCapacity="TOTAL")
    assert answer["Items"] == [{"pk": {"S": "a"}, "sk": {"N": "1"}, "g": {"S": "x"}}]
    assert answer["ConsumedCapacity"]["CapacityUnits"] == 0.5
    assert refused(execute, "SELECT * FROM TABLE.nope") == (
        "ValidationException",
        "The table does not have the specified index",
    )
    assert refused(execute, "SELECT * FROM TABLE.by_g", ConsistentRead=True) == (
        "ValidationException",
        "Strongly consistent read is not supported on Global Secondary Indexes",
    )


def test_filter_of_an_index(execute, five):
    """What is read by key is filtered by what the index has; a scan of it has nothing else."""
    code, message = refused(execute, "SELECT sk FROM TABLE.by_g WHERE g = 'x' AND n = 10")
    assert (code, message) == (
        "ValidationException",
        "One or more parameter values were invalid: Secondary index by_g does not project one or more filter "
        "attributes: [n]",
    )
    assert refused(execute, "SELECT sk FROM TABLE.by_g WHERE g IN ['x', 'y'] AND n = 10") == (code, message)
    assert execute("SELECT sk FROM TABLE.by_g WHERE n = 10")["Items"] == []
    assert refused(execute, "SELECT n, g, m FROM TABLE.by_g") == (
        "ValidationException",
        "One or more parameter values were invalid: Global secondary index by_g does not project [n, m]",
    )
    assert sorted(numbers(execute("SELECT sk FROM TABLE.by_g WHERE NOT n = 10"))) == [0, 1, 2, 3, 4]


def test_update(execute, five):
    where = "WHERE pk = 'a' AND sk = 1"
    answer = execute(f"UPDATE TABLE SET n = n + 5 SET t = <<'a'>> REMOVE g {where} RETURNING ALL NEW *")
    assert answer["Items"][0] == {
        "pk": {"S": "a"},
        "sk": {"N": "1"},
        "n": {"N": "15"},
        "t": {"SS": ["a"]},
        "m": {"M": {"l": {"L": [{"N": "1"}, {"S": "two"}]}}},
    }
    answer = execute(f"UPDATE TABLE SET t = set_add(t, <<'b'>>) {where} RETURNING MODIFIED NEW *")
    assert sorted(answer["Items"][0]["t"]["SS"]) == ["a", "b"]
    answer = execute(f"UPDATE TABLE SET t = set_delete(t, <<'a'>>) {where} RETURNING MODIFIED OLD *")
    assert sorted(answer["Items"][0]["t"]["SS"]) == ["a", "b"]
    answer = execute(f"UPDATE TABLE SET m.l = list_append(m.l, [?]) {where} AND n = 15", 9)
    assert answer["Items"] == []


@pytest.mark.parametrize(
    "where", ["pk = 'a' AND sk = 9", "pk = 'a' AND sk = 1 AND n = 99", "pk = 'a' AND sk = 1 AND (n = 0 OR q = 1)"]
)
def test_update_wants_the_item(execute, five, where):
    code, _ = refused(execute, f"UPDATE TABLE SET n = 1 WHERE {where}")
    assert code == "ConditionalCheckFailedException"


def test_delete(execute, five):
    answer = execute("DELETE FROM TABLE WHERE pk = 'a' AND sk = 1 AND n = 10 RETURNING ALL OLD *")
    assert numbers(answer) == [1]
    assert execute("DELETE FROM TABLE WHERE pk = 'a' AND sk = 1 AND n = 10")["Items"] == []
    code, _ = refused(execute, "DELETE FROM TABLE WHERE pk = 'a' AND sk = 2 AND n = 10")
    assert code == "ConditionalCheckFailedException"
    assert numbers(execute("SELECT sk FROM TABLE WHERE pk = 'a'")) == [0, 2, 3, 4]


@pytest.mark.parametrize(
    "statement,message",
    [
        ("SLECT * FROM TABLE", "Statement wasn't well formed, can't be processed: Expected data manipulation"),
        ("SELECT * FROM TABLE WHERE", "Statement wasn't well formed, can't be processed: Unexpected term"),
        ("SELECT * FROM TABLE t", "Aliasing is not supported"),
        ("SELECT * FROM TABLE WHERE pk = ?", "Number of parameters in request and statement don't match."),
        (
            "UPDATE TABLE SET n = 1 WHERE pk = 'a'",
            "Where clause does not contain a mandatory equality on all key attributes",
        ),
        ("SELECT * FROM TABLE WHERE EXISTS(n) AND pk = 'a'", "Unrecognized function: exists at 1:62:6"),
        (
            "SELECT * FROM TABLE WHERE m.inner = 1",
            "Statement wasn't well formed, can't be processed: Invalid path dot component",
        ),
        (
            "SELECT * FROM TABLE WHERE pk = 'x' AND n < true",
            "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL",
        ),
    ],
)
def test_refused(execute, statement, message):
    assert refused(execute, statement) == ("ValidationException", message)


@pytest.mark.parametrize(
    "value,message",
    [
        ({"N": "1e2147483648"}, "The parameter cannot be converted to a numeric value: 1e2147483648"),
        ({"L": [{"NS": ["1", "1e-99999999999"]}]}, "The parameter cannot be converted to a numeric value: 1e-99999999999"),
        (
            {"M": {"n": {"N": "1e2147483647"}}},
            "Number underflow. Attempting to store a number with magnitude smaller than supported range",
        ),
        ({"N": "one"}, "The parameter cannot be converted to a numeric value: one"),
    ],
)
def test_numbers_of_parameters(client, table, value, message):
    """They are read with exponents of 32 bits, before anything is said of the statement."""
    wrong = {"Statement": f"SELECT * FROM \"{table}\" WHERE pk = 'a' AND n = ?", "Parameters": [value]}
    assert refused(client.execute_statement, **wrong) == ("ValidationException", message)
    assert refused(client.execute_transaction, TransactStatements=[wrong]) == ("ValidationException", message)
    answer = client.batch_execute_statement(Statements=[wrong])
    assert answer["Responses"][0]["Error"] == {"Code": "ValidationError", "Message": message}


def test_no_table(client):
    assert refused(client.execute_statement, Statement="SELECT * FROM nowhere") == (
        "ResourceNotFoundException",
        "Requested resource not found",
    )


def test_batch_of_reads(client, table, five):
    answer = client.batch_execute_statement(
        Statements=[
            {
                "Statement": f'SELECT n FROM "{table}" WHERE pk = ? AND sk = ?',
                "Parameters": [{"S": "a"}, {"N": "1"}],
            },
            {"Statement": f"SELECT * FROM \"{table}\" WHERE pk = 'a' AND sk = 9"},
            {"Statement": f"SELECT * FROM \"{table}\" WHERE pk = 'a'"},
            {"Statement": "SELECT * FROM nowhere WHERE pk = 'a'"},
        ],
        ReturnConsumedCapacity="TOTAL",
    )
    assert answer["Responses"][:2] == [{"TableName": table, "Item": {"n": {"N": "10"}}}, {"TableName": table}]
    assert [r["Error"]["Code"] for r in answer["Responses"][2:]] == ["ValidationError", "ResourceNotFound"]
    assert answer["ConsumedCapacity"] == [{"TableName": table, "CapacityUnits": 1.0}]


def test_batch_of_writes(client, table, five, execute):
    answer = client.batch_execute_statement(
        Statements=[
            {"Statement": f"INSERT INTO \"{table}\" VALUE {{'pk':'b','sk':1}}"},
            {"Statement": f"INSERT INTO \"{table}\" VALUE {{'pk':'a','sk':1}}"},
            {"Statement": "SLECT"},
            {"Statement": f"DELETE FROM \"{table}\" WHERE pk = 'a' AND sk = 2 RETURNING ALL OLD *"},
            {"Statement": f"UPDATE \"{table}\" SET n = 7 WHERE pk = 'a' AND sk = 8"},
        ]
    )
    responses = answer["Responses"]
    assert responses[0] == {"TableName": table}
    assert [r.get("Error", {}).get("Code") for r in responses[1:]] == [
        "DuplicateItem",
        "ValidationError",
        None,
        "ConditionalCheckFailed",
    ]
    assert responses[3]["Item"]["n"] == {"N": "20"}
    assert numbers(execute("SELECT sk FROM TABLE WHERE pk = 'a'")) == [0, 1, 3, 4]


def statements(table, *texts):
    return [{"Statement": text.replace("TABLE", f'"{table}"')} for text in texts]


def test_transaction_of_reads(client, table, five):
    answer = client.execute_transaction(
        TransactStatements=statements(
            table,
            "SELECT m.l FROM TABLE WHERE pk = 'a' AND sk = 1",
            "SELECT * FROM TABLE WHERE pk = 'a' AND sk = 9",
        )
    )
    assert answer["Responses"] == [{"Item": {"l": {"L": [{"N": "1"}, {"S": "two"}]}}}, {}]


def test_transaction_of_writes(client, table, five, execute):
    writes = statements(
        table,
        "INSERT INTO TABLE VALUE {'pk':'b','sk':1}",
        "UPDATE TABLE SET n = n + 1 WHERE pk = 'a' AND sk = 1",
        "DELETE FROM TABLE WHERE pk = 'a' AND sk = 2",
        "EXISTS(SELECT * FROM TABLE WHERE pk = 'a' AND sk = 3 AND n = 30)",
    )
    token = uuid.uuid4().hex
    for _ in range(2):  # the second is the first one, sent again
        answer = client.execute_transaction(TransactStatements=writes, ClientRequestToken=token)
        assert answer["Responses"] == []
    assert execute("SELECT n FROM TABLE WHERE pk = 'a' AND sk = 1")["Items"] == [{"n": {"N": "11"}}]
    assert numbers(execute("SELECT sk FROM TABLE WHERE pk = 'a'")) == [0, 1, 3, 4]
    code, _ = refused(client.execute_transaction, TransactStatements=writes[:1], ClientRequestToken=token)
    assert code == "IdempotentParameterMismatchException"


def test_transaction_is_cancelled(client, table, five, execute):
    with pytest.raises(client.exceptions.TransactionCanceledException) as caught:
        client.execute_transaction(
            TransactStatements=statements(
                table,
                "DELETE FROM TABLE WHERE pk = 'a' AND sk = 2",
                "INSERT INTO TABLE VALUE {'pk':'a','sk':1}",
                "EXISTS(SELECT * FROM TABLE WHERE pk = 'a' AND sk = 3 AND n = 31)",
            )
        )
    response = caught.value.response
    codes = [reason["Code"] for reason in response["CancellationReasons"]]
    assert codes == ["None", "DuplicateItem", "ConditionalCheckFailed"]
    assert response["Error"]["Message"].endswith("[None, DuplicateItem, ConditionalCheckFailed]")
    assert numbers(execute("SELECT sk FROM TABLE WHERE pk = 'a'")) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    "texts,message",
    [
        (
            ["SELECT * FROM TABLE WHERE pk = 'a' AND sk = 1", "DELETE FROM TABLE WHERE pk = 'a' AND sk = 2"],
            "ExecuteTransaction API does not support both read and write operations in the same request.",
        ),
        (
            ["SELECT * FROM TABLE WHERE pk = 'a'"],
            "Validation failed in TransactStatements[0]: Select statements within ExecuteTransaction must "
            "specify the primary key in the where clause.",
        ),
        (
            ["DELETE FROM TABLE WHERE pk = 'a' AND sk = 2 RETURNING ALL OLD *"],
            "Validation failed in TransactStatements[0]: RETURNING clause is not supported in ExecuteTransaction.",
        ),
        (
            ["SELECT * FROM TABLE.by_g WHERE g = 'x'"],
            "Validation failed in TransactStatements[0]: Reads on indices are not supported within transactions.",
        ),
    ],
)
def test_transaction_refused(client, table, texts, message):
    call = client.execute_transaction
    assert refused(call, TransactStatements=statements(table, *texts)) == ("ValidationException", message)
