/* SPDX-License-Identifier: Apache-2.0 */
/* PartiQL statements: the requests they become, and the messages of those that are refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <string.h>

#include "partiql/partiql.h"

static const struct expr_key_schema keys = {{{"pk", VALUE_S}, {"sk", VALUE_N}}, 1, 2};

/* {'a':1} for {"a":1}; strings of PartiQL inside are written ~a~. */
static json_t *json(const char *text)
{
    char copy[2048];
    snprintf(copy, sizeof copy, "%s", text);
    for (char *c = copy; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c == '~' ? '\'' : *c;
    json_t *value = json_loads(copy, 0, NULL);
    if (value == NULL)
        fail_msg("no JSON: %s", copy);
    return value;
}

static json_t *compile(const char *text, const json_t *parameters, bool *query,
                       struct expr_error *error)
{
    struct partiql_scope scope = {&keys, parameters};
    struct partiql *statement = partiql_parse(text, error);
    json_t *args = NULL;
    *query = false;
    if (statement != NULL) {
        args = partiql_reads(statement) ? partiql_select(statement, &scope, query, error)
                                        : partiql_write(statement, &scope, error);
    }
    partiql_free(statement);
    return args;
}

static void test_requests(void **state)
{
    static const struct {
        const char *text;
        bool query;
        const char *result;
    } rows[] = {
        {"select * from t", false, "{}"},
        {"SELECT a, \"b c\" FROM t;", false,
         "{'ProjectionExpression':'#n0, #n1',"
         "'ExpressionAttributeNames':{'#n0':'a','#n1':'b c'}}"},
        {"SELECT a.b, a[0] FROM t", false,
         "{'ProjectionExpression':'#n0','ExpressionAttributeNames':{'#n0':'a'}}"},
        {"SELECT * FROM t WHERE pk='x'", true,
         "{'KeyConditionExpression':'#n0 = :v0','ExpressionAttributeNames':{'#n0':'pk'},"
         "'ExpressionAttributeValues':{':v0':{'S':'x'}}}"},
        {"SELECT * FROM t WHERE 'it''s' = pk AND 3 > sk ORDER BY sk DESC", true,
         "{'KeyConditionExpression':'#n0 = :v0 AND #n1 < :v1','ScanIndexForward':false,"
         "'ExpressionAttributeNames':{'#n0':'pk','#n1':'sk'},"
         "'ExpressionAttributeValues':{':v0':{'S':'it~s'},':v1':{'N':'3'}}}"},
        {"SELECT * FROM t WHERE a.b[1] IS NOT MISSING AND NOT (x IS NULL OR y != -1.50)", false,
         "{'FilterExpression':'attribute_exists(#n0.#n1[1]) AND NOT (attribute_type(#n2, :v0) OR "
         "#n3 <> :v1)','ExpressionAttributeNames':{'#n0':'a','#n1':'b','#n2':'x','#n3':'y'},"
         "'ExpressionAttributeValues':{':v0':{'S':'NULL'},':v1':{'N':'-1.5'}}}"},
        {"SELECT * FROM t WHERE (a = 1 OR b = 2 AND c = 3) AND d IN [1, 'x'] AND BEGINS_WITH(e, ?)",
         false,
         "{'FilterExpression':'(#n0 = :v0 OR (#n1 = :v1 AND #n2 = :v2)) AND #n3 IN (:v3, :v4) AND "
         "begins_with(#n4, :v5)',"
         "'ExpressionAttributeNames':{'#n0':'a','#n1':'b','#n2':'c','#n3':'d','#n4':'e'},"
         "'ExpressionAttributeValues':{':v0':{'N':'1'},':v1':{'N':'2'},':v2':{'N':'3'},"
         "':v3':{'N':'1'},':v4':{'S':'x'},':v5':{'S':'p'}}}"},
        {"SELECT * FROM t WHERE a NOT IN [1] AND b NOT BETWEEN 1 AND 2 AND (size(c) = 1) = false",
         false,
         "{'FilterExpression':'NOT #n0 IN (:v0) AND NOT #n1 BETWEEN :v1 AND :v2 AND NOT size(#n2) "
         "= "
         ":v3','ExpressionAttributeNames':{'#n0':'a','#n1':'b','#n2':'c'},"
         "'ExpressionAttributeValues':{':v0':{'N':'1'},':v1':{'N':'1'},':v2':{'N':'2'},"
         "':v3':{'N':'1'}}}"},
        {"SELECT * FROM t WHERE attribute_exists(a) = true AND b IS NOT Bool AND c IS tuple", false,
         "{'FilterExpression':'attribute_exists(#n0) AND NOT attribute_type(#n1, :v0) AND "
         "attribute_type(#n2, :v1)','ExpressionAttributeNames':{'#n0':'a','#n1':'b','#n2':'c'},"
         "'ExpressionAttributeValues':{':v0':{'S':'BOOL'},':v1':{'S':'M'}}}"},
        {"INSERT INTO t VALUE {'pk':'a','sk':1,'l':[true,null,{}],'s':<<'x','y'>>}", false,
         "{'Item':{'pk':{'S':'a'},'sk':{'N':'1'},'l':{'L':[{'BOOL':true},{'NULL':true},{'M':{}}]},"
         "'s':{'SS':['x','y']}},'ConditionExpression':'attribute_not_exists(#n0)',"
         "'ExpressionAttributeNames':{'#n0':'pk'}}"},
        {"UPDATE t SET a=a+1, s=set_add(s,<<1>>) REMOVE b[0] SET u=set_delete(u,<<'p'>>) "
         "WHERE pk='x' AND sk=1 AND (c=1 OR d=2) RETURNING MODIFIED NEW *",
         false,
         "{'ReturnValues':'UPDATED_NEW','Key':{'pk':{'S':'x'},'sk':{'N':'1'}},"
         "'UpdateExpression':' SET #n0 = #n0 + :v0 REMOVE #n1[0] ADD #n2 :v1 DELETE #n3 :v2',"
         "'ConditionExpression':'attribute_exists(#n4) AND (#n5 = :v3 OR #n6 = :v4)',"
         "'ExpressionAttributeNames':{'#n0':'a','#n1':'b','#n2':'s','#n3':'u','#n4':'pk',"
         "'#n5':'c','#n6':'d'},"
         "'ExpressionAttributeValues':{':v0':{'N':'1'},':v1':{'NS':['1']},':v2':{'SS':['p']},"
         "':v3':{'N':'1'},':v4':{'N':'2'}}}"},
        {"DELETE FROM t WHERE pk='x' AND sk=1 RETURNING ALL OLD *", false,
         "{'ReturnValues':'ALL_OLD','Key':{'pk':{'S':'x'},'sk':{'N':'1'}}}"},
        {"DELETE FROM t WHERE pk='x' AND sk=1 AND a='b'", false,
         "{'Key':{'pk':{'S':'x'},'sk':{'N':'1'}},"
         "'ConditionExpression':'attribute_not_exists(#n0) OR #n1 = :v0',"
         "'ExpressionAttributeNames':{'#n0':'pk','#n1':'a'},"
         "'ExpressionAttributeValues':{':v0':{'S':'b'}}}"},
        {"EXISTS(SELECT * FROM t WHERE pk='x' AND sk=1 AND a IS MISSING)", false,
         "{'Key':{'pk':{'S':'x'},'sk':{'N':'1'}},'ConditionExpression':'attribute_not_exists(#n0)',"
         "'ExpressionAttributeNames':{'#n0':'a'}}"},
    };
    json_t *parameters = json("[{'S':'p'}]");
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        bool query;
        json_t *wanted = json(rows[i].result);
        json_t *args = compile(rows[i].text, parameters, &query, &error);
        if (args == NULL)
            fail_msg("%s: %s", rows[i].text, error.message);
        if (!json_equal(args, wanted))
            fail_msg("%s: %s", rows[i].text, json_dumps(args, 0));
        assert_int_equal(query, rows[i].query);
        json_decref(args);
        json_decref(wanted);
    }
    json_decref(parameters);
}

#define NO_KEY "Where clause does not contain a mandatory equality on all key attributes"
#define BAG    "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags"

static void test_refused(void **state)
{
    static const struct {
        const char *text, *message;
    } rows[] = {
        {"SLECT", PARTIQL_MALFORMED "Expected data manipulation"},
        {"SELECT * FROM t WHERE pk='a' foo", PARTIQL_MALFORMED "Unexpected token after expression"},
        {"SELECT * FROM t ORDER BY pk WHERE pk='a'",
         PARTIQL_MALFORMED "Unexpected token after expression"},
        {"SELECT * FROM t; SELECT * FROM t", PARTIQL_MALFORMED "Unexpected token after expression"},
        {"SELECT * FROM t WHERE pk='a' AND",
         PARTIQL_MALFORMED "Missing right-hand side expression of infix operator"},
        {"SELECT * FROM t WHERE", PARTIQL_MALFORMED "Unexpected term"},
        {"SELECT * FROM t WHERE a IS FOO", PARTIQL_MALFORMED "Expected type name"},
        {"SELECT * FROM t WHERE a = LIKE", PARTIQL_MALFORMED "Unexpected operator"},
        {"SELECT * FROM t WHERE ORDER BY a", PARTIQL_MALFORMED "Unexpected keyword"},
        {"DELETE FROM", PARTIQL_MALFORMED "Expected identifier for simple path"},
        {"SELECT * FROM \"t", PARTIQL_MALFORMED},
        {"SELECT * FROM t /* a", PARTIQL_MALFORMED},
        {"SELECT * FROM t x", "Aliasing is not supported"},
        {"SELECT * FROM a.b.c", "A path may contain at most 2 components in the FROM clause"},
        {"SELECT * FROM \"\"", "Path component cannot be an empty string"},
        {"SELECT * FROM t WHERE a", "WHERE clause must contain an expression that resolves to a "
                                    "boolean"},
        {"SELECT * FROM t WHERE Foo(a) = 1", "Unrecognized function: foo at 1:23:3"},
        {"SELECT * FROM t\nWHERE '\xC3\xA9'=a AND EXISTS(a)",
         "Unrecognized function: exists at 2:17:6"},
        {"SELECT * FROM t WHERE COUNT(a) = 1", "Unsupported token in expression: count at 1:23:5"},
        {"SELECT * FROM t WHERE attribute_exists()",
         "Incorrect number of operands for operator or function; operator or function: "
         "attribute_exists, number of operands: 0"},
        {"SELECT size(a) FROM t", "Unexpected path component at 1:8:4"},
        {"SELECT count(*) FROM t", "Unexpected path component at 1:8:5"},
        {"SELECT a[1.5] FROM t", "Unexpected path component at 1:10:3"},
        {"SELECT a[-1] FROM t",
         "List index is not within the allowable range; index: [-1] at 1:11:1"},
        {"SELECT m.a, n.a FROM t", "Duplicate identifiers in select clause: a"},
        {"SELECT DISTINCT a FROM t", "Unsupported token in expression: DISTINCT"},
        {"SELECT * FROM t, u", "Only select from a single table or index is supported."},
        {"SELECT * FROM t LIMIT 1", "Unsupported clause: LIMIT at 1:23:1"},
        {"SELECT * FROM t GROUP BY a", "Unsupported clause: GROUP BY"},
        {"SELECT * FROM t WHERE a LIKE 'b%'",
         "Unsupported operator in Condition Expression. Operator: like"},
        {"SELECT * FROM t WHERE a || 'b' = 'c'",
         "Unsupported operator in Condition Expression. Operator: ||"},
        {"SELECT * FROM t WHERE a + 1 = 2",
         "Unsupported operator in Condition Expression. Operator: +"},
        {"SELECT * FROM t WHERE a = MISSING", "MISSING must be compared using IS operator"},
        {"SELECT * FROM t WHERE a IS INT",
         "Unsupported data type for IS operator: INTEGER. Supported data types are [MISSING, NULL, "
         "BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, TUPLE, LIST] at 1:23:1"},
        {"SELECT date FROM t", PARTIQL_MALFORMED "Unexpected keyword"},
        {"SELECT * FROM t WHERE m.inner = 1", PARTIQL_MALFORMED "Invalid path dot component"},
        {"UPDATE t SET date = 1", PARTIQL_MALFORMED "Expected identifier for simple path"},
        {"SELECT * FROM t WHERE a = 1e2147483648", PARTIQL_MALFORMED},
        {"SELECT * FROM t WHERE a = 1.5e-2147483647", PARTIQL_MALFORMED},
        {"SELECT * FROM t WHERE a = 1e-00000000000000000131",
         "Number underflow. Attempting to store a number with magnitude smaller than supported "
         "range under root"},
        {"SELECT * FROM t WHERE a = ?",
         "Number of parameters in request and statement don't match."},
        {"SELECT * FROM t WHERE pk = 1",
         "Key attribute's data type should match its data type in table's schema: Key pk"},
        {"SELECT * FROM t ORDER BY pk",
         "Must have WHERE clause in the statement when using ORDER BY clause."},
        {"SELECT * FROM t WHERE a=1 ORDER BY sk",
         "Must have at least one non-optional hash key condition in WHERE clause when using ORDER "
         "BY clause."},
        {"SELECT * FROM t WHERE pk='a' ORDER BY b",
         "Variable reference b in ORDER BY clause must be part of the primary key"},
        {"INSERT INTO t VALUE {'pk':'a'}", "Key attribute should be present in the item: Key sk"},
        {"INSERT INTO t VALUE {'pk':'a','sk':1,'m':{'x':[1e126]}}",
         "Number overflow. Attempting to store a number with magnitude larger than supported range "
         "under root.x[0]"},
        {"INSERT INTO t VALUE {'pk':'a','sk':1,'b':<<>>}", "Empty bags are not supported"},
        {"INSERT INTO t VALUE {'pk':'a','sk':1,'b':<<1,'a'>>}", BAG},
        {"INSERT INTO t VALUE {'pk':'a','sk':1,'b':<<1,1>>}",
         "Input collection contains duplicates"},
        {"INSERT INTO t VALUE {'pk':'a','sk':1,'b':<<'x','x'>>}",
         "One or more parameter values were invalid: Input collection [x, x] contains duplicates."},
        {"INSERT INTO t VALUE {'pk':'a','sk':1,'b':set_add(<<1>>, <<2>>)}",
         "Unsupported data type: set_add under key root at 1:42:7"},
        {"INSERT INTO t VALUE {'pk':'a','sk':1,'b':[MISSING]}",
         "Unsupported data type: MISSING under key root[0] at 1:43:7"},
        {"INSERT INTO t VALUE {'pk':'a','sk':1,'pk':'b'}",
         "Duplicate keys in tuple. Key: pk under root at 1:38:4"},
        {"INSERT INTO t VALUE {'pk':'a','sk':1,\"b\":2}",
         "Tuple keys must be of type String. Actual type: VariableReference under root at 1:38:3"},
        {"INSERT INTO t VALUE 'a'",
         "Unsupported format in item expression. Please use struct format {...} to express item "
         "values for insert statement. at 1:21:3"},
        {"INSERT INTO t VALUE {'pk':'a','sk':'b'}",
         "Key attribute's data type should match its data type in table's schema: Key sk"},
        {"INSERT INTO t VALUE {'pk':'a'} RETURNING ALL OLD *",
         "RETURNING is not supported in INSERT"},
        {"UPDATE t SET a = set_add(a) WHERE pk='a' AND sk=1",
         "SET_ADD must have exactly two arguments at 1:18:7"},
        {"UPDATE t SET a = set_add(m.a, <<1>>) WHERE pk='a' AND sk=1",
         "The first argument to SET_ADD must equal the assignment value at 1:18:7"},
        {"UPDATE t SET a = Set_Delete(a, 'x') WHERE pk='a' AND sk=1",
         "The second argument to SET_DELETE must be a value with type SET at 1:29:1"},
        {"UPDATE t SET a = a * 2 WHERE pk='a' AND sk=1",
         "Unsupported operator in Update Expression. Operator: *"},
        {"UPDATE t SET a=1", NO_KEY},
        {"UPDATE t SET a=1 WHERE pk='a'", NO_KEY},
        {"UPDATE t SET a=1 WHERE pk='a' OR sk=1", NO_KEY},
        {"DELETE FROM t WHERE pk='a' AND sk=1 RETURNING MODIFIED OLD *",
         "Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed "
         "in DELETE statements."},
        {"EXISTS(SELECT * FROM t WHERE pk='a' AND sk=1)",
         "EXISTS() must contain a single item read with additional condition"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        bool query;
        json_t *args = compile(rows[i].text, NULL, &query, &error);
        if (args != NULL || strcmp(error.message, rows[i].message) != 0)
            fail_msg("%s: %s", rows[i].text, args != NULL ? json_dumps(args, 0) : error.message);
    }
}

static void test_picks(void **state)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    struct partiql *statement = partiql_parse("SELECT a, m.x, m.l[1], m.l[9], b.c FROM t", &error);
    json_t *item = json("{'a':{'N':'1'},'b':{'S':'s'},"
                        "'m':{'M':{'x':{'S':'y'},'l':{'L':[{'N':'1'},{'N':'2'}]}}}}");
    json_t *wanted = json("{'a':{'N':'1'},'x':{'S':'y'},'_3':{'N':'2'}}");
    (void)state;
    assert_non_null(statement);
    assert_true(partiql_picks(statement));
    json_t *picked = partiql_pick(statement, item);
    assert_true(json_equal(picked, wanted));
    json_decref(picked);
    json_decref(wanted);
    json_decref(item);
    partiql_free(statement);
}

/* Brackets without end may not cost a stack. */
static void test_deep(void **state)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    char text[PARTIQL_TEXT_MAX + 1] = "INSERT INTO t VALUE {'pk':";
    size_t start = strlen(text);
    size_t half = (PARTIQL_TEXT_MAX - start - 2) / 2;
    (void)state;
    memset(text + start, '[', half);
    memset(text + start + half, ']', half);
    strcat(text, "}");
    assert_null(partiql_parse(text, &error));
    assert_string_equal(error.message, "The expression has too many nesting levels;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_requests),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_picks),
        cmocka_unit_test(test_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
