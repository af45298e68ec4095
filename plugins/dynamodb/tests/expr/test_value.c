/* SPDX-License-Identifier: Apache-2.0 */
/* AttributeValues: validation, canonical form, equality, order, size, keys. */
#include <stdio.h>
#include <string.h>

#include "support.h"

#define INVALID "One or more parameter values were invalid: "
#define EMPTY                                                                                      \
    "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
#define SEVERAL                                                                                    \
    "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the "    \
    "supported datatypes"

static void test_canonical(void **state)
{
    static const char *const rows[][2] = {
        {"{'S':''}", "{'S':''}"},
        {"{'S':'a'}", "{'S':'a'}"},
        {"{'N':'1.0'}", "{'N':'1'}"},
        {"{'N':'-0'}", "{'N':'0'}"},
        {"{'B':''}", "{'B':''}"},
        {"{'B':'YQ=='}", "{'B':'YQ=='}"},
        {"{'BOOL':false}", "{'BOOL':false}"},
        {"{'BOOL':'yes'}", "{'BOOL':true}"},
        {"{'NULL':true}", "{'NULL':true}"},
        {"{'L':[]}", "{'L':[]}"},
        {"{'M':{}}", "{'M':{}}"},
        {"{'L':[{'N':'1e1'},{'M':{'a':{'N':'01'}}}]}", "{'L':[{'N':'10'},{'M':{'a':{'N':'1'}}}]}"},
        {"{'SS':['b','a']}", "{'SS':['b','a']}"},
        {"{'NS':['1.50','2']}", "{'NS':['1.5','2']}"},
        {"{'BS':['YQ==','Yg==']}", "{'BS':['YQ==','Yg==']}"},
        {"{'S':'a','N':null}", "{'S':'a'}"},
        {"{'S':'a\\u0000b'}", "{'S':'a\\u0000b'}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        json_t *value = load(rows[i][0]);
        json_t *canonical = value_canonical(value, &error);
        if (canonical == NULL)
            fail_msg("%s: %s", rows[i][0], error.message);
        assert_json(canonical, rows[i][1], rows[i][0]);
        json_decref(value);
    }
}

static void test_refused(void **state)
{
    static const struct {
        const char *value, *message;
        enum expr_error_kind kind;
    } rows[] = {
        {"{}", EMPTY, EXPR_ERROR_VALIDATION},
        {"{'a':''}", EMPTY, EXPR_ERROR_VALIDATION},
        {"{'M':{'a':{}}}", EMPTY, EXPR_ERROR_VALIDATION},
        {"{'L':[{}]}", EMPTY, EXPR_ERROR_VALIDATION},
        {"{'L':[{'a':{}}]}", EMPTY, EXPR_ERROR_VALIDATION},
        {"{'S':'a','N':'1'}", SEVERAL, EXPR_ERROR_VALIDATION},
        {"{'S':'a','N':'b'}", "The parameter cannot be converted to a numeric value: b",
         EXPR_ERROR_VALIDATION},
        {"{'NULL':'no'}", INVALID "Null attribute value types must have the value of true",
         EXPR_ERROR_VALIDATION},
        {"{'NULL':false}", INVALID "Null attribute value types must have the value of true",
         EXPR_ERROR_VALIDATION},
        {"{'SS':[]}", INVALID "An string set  may not be empty", EXPR_ERROR_VALIDATION},
        {"{'NS':[]}", INVALID "An number set  may not be empty", EXPR_ERROR_VALIDATION},
        {"{'BS':[]}", INVALID "Binary sets should not be empty", EXPR_ERROR_VALIDATION},
        {"{'SS':['a','b','a']}", INVALID "Input collection [a, b, a] contains duplicates.",
         EXPR_ERROR_VALIDATION},
        {"{'BS':['Yg==','Yg==']}",
         INVALID "Input collection [Yg==, Yg==]of type BS contains duplicates.",
         EXPR_ERROR_VALIDATION},
        {"{'NS':['1','1.0']}", "Input collection contains duplicates", EXPR_ERROR_VALIDATION},
        {"{'NS':['1','']}", "The parameter cannot be converted to a numeric value",
         EXPR_ERROR_VALIDATION},
        {"{'N':'123456789012345678901234567890123456789'}",
         "Attempting to store more than 38 significant digits in a Number", EXPR_ERROR_VALIDATION},
        {"{'M':{'':{'S':'a'}}}", "Empty attribute name", EXPR_ERROR_VALIDATION},
        {"{'L':[{'M':{'':{'S':'a'}}},{'N':'b'}]}",
         "The parameter cannot be converted to a numeric value: b", EXPR_ERROR_VALIDATION},
        {"{'S':1}", "NUMBER_VALUE cannot be converted to String", EXPR_ERROR_SERIALIZATION},
        {"{'N':123}", "NUMBER_VALUE cannot be converted to String", EXPR_ERROR_SERIALIZATION},
        {"{'N':1.5}", "DECIMAL_VALUE cannot be converted to String", EXPR_ERROR_SERIALIZATION},
        {"{'S':true}", "TRUE_VALUE cannot be converted to String", EXPR_ERROR_SERIALIZATION},
        {"{'S':[]}", "Unrecognized collection type class java.lang.String",
         EXPR_ERROR_SERIALIZATION},
        {"{'S':{}}", "Start of structure or map found where not expected",
         EXPR_ERROR_SERIALIZATION},
        {"{'BOOL':'23'}", "Unexpected token received from parser", EXPR_ERROR_SERIALIZATION},
        {"{'BOOL':23}", "NUMBER_VALUE cannot be converted to Boolean", EXPR_ERROR_SERIALIZATION},
        {"{'B':true}", "only base-64-encoded strings are convertible to bytes",
         EXPR_ERROR_SERIALIZATION},
        {"{'B':'23456'}", "Base64 encoded length is expected a multiple of 4 bytes but found: 5",
         EXPR_ERROR_SERIALIZATION},
        {"{'B':'=+/='}", "Invalid last non-pad Base64 character dectected",
         EXPR_ERROR_SERIALIZATION},
        {"{'B':'+/+='}", "Invalid last non-pad Base64 character dectected",
         EXPR_ERROR_SERIALIZATION},
        {"{'SS':'a'}", "Unexpected field type", EXPR_ERROR_SERIALIZATION},
        {"{'L':{}}", "Start of structure or map found where not expected",
         EXPR_ERROR_SERIALIZATION},
        {"{'M':[]}",
         "Unrecognized collection type java.util.Map<java.lang.String, "
         "com.amazonaws.dynamodb.v20120810.AttributeValue>",
         EXPR_ERROR_SERIALIZATION},
        {"'a'", "Unexpected value type in payload", EXPR_ERROR_SERIALIZATION},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        json_t *value = load(rows[i].value);
        assert_null(value_canonical(value, &error));
        assert_message(&error, rows[i].message, rows[i].value);
        assert_int_equal(error.kind, rows[i].kind);
        json_decref(value);
    }
}

/* What is wrong is the same in the newer words. */
static void test_refused_in_newer_words(void **state)
{
    static const char *const rows[][2] = {
        {"{'SS':['c','b','a','b','c']}",
         INVALID "Input collection [\"a\", \"b\", \"c\", \"b\", \"c\"] contains duplicates."},
        {"{'SS':['a','a']}", INVALID "Input collection [\"a\", \"a\"] contains duplicates."},
        {"{'BS':['/w==','AA==','AA==']}",
         INVALID "Input collection [\"AA==\",\"/w==\",\"AA==\"]of type BS contains duplicates."},
        {"{'NS':['2','1','2.0']}", INVALID "Input collection contains duplicates."},
        {"{'N':''}", "The parameter cannot be converted to a numeric value: "},
        {"{'N':'0e126'}", "Number overflow. Attempting to store a number with magnitude larger "
                          "than supported range"},
        {"{'SS':[]}", INVALID "An string set  may not be empty"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.words = EXPR_WORDS_NEWER};
        json_t *value = load(rows[i][0]);
        assert_null(value_canonical(value, &error));
        assert_message(&error, rows[i][1], rows[i][0]);
        json_decref(value);
    }
}

/* `wraps` lists around a string. */
static json_t *nested(int wraps)
{
    json_t *value = json_pack("{s:s}", "S", "leaf");
    for (int i = 0; i < wraps; i++)
        value = json_pack("{s:[o]}", "L", value);
    return value;
}

static void test_depth(void **state)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    json_t *deepest = nested(31), *deeper = nested(32);
    (void)state;
    json_t *canonical = value_canonical(deepest, &error);
    assert_non_null(canonical);
    json_decref(canonical);
    assert_null(value_canonical(deeper, &error));
    assert_message(&error,
                   "Nesting Levels have exceeded supported limits: Attributes in the item have "
                   "nested levels beyond supported limit",
                   "32 wraps");
    json_decref(deepest);
    json_decref(deeper);
}

static void test_item(void **state)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    json_t *item = load("{'a':{'N':'1.0'},'b':{'S':'x'}}");
    (void)state;
    assert_json(value_item_canonical(item, &error), "{'a':{'N':'1'},'b':{'S':'x'}}", "item");
    json_decref(item);
    item = load("{'a':{'N':'x'}}");
    assert_null(value_item_canonical(item, &error));
    json_decref(item);
}

/* 65535 bytes of a name are the most. */
static void test_long_name(void **state)
{
    static char name[VALUE_NAME_SIZE_MAX + 2];
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    (void)state;
    memset(name, 'a', VALUE_NAME_SIZE_MAX);
    json_t *item = json_pack("{s:{s:s}}", name, "S", "x");
    json_t *copy = value_item_canonical(item, &error);
    assert_non_null(copy);
    assert_int_equal(value_item_size(copy), VALUE_NAME_SIZE_MAX + 1);
    json_decref(copy);
    json_decref(item);
    name[VALUE_NAME_SIZE_MAX] = 'a';
    item = json_pack("{s:{s:s}}", name, "S", "x");
    assert_null(value_item_canonical(item, &error));
    assert_message(&error, INVALID "Attribute name is too large, must be less than 65536 bytes",
                   "name");
    json_decref(item);
}

static void test_equality(void **state)
{
    static const struct {
        const char *a, *b;
        bool equal;
    } rows[] = {
        {"{'S':'a'}", "{'S':'a'}", true},
        {"{'S':'a'}", "{'S':'b'}", false},
        {"{'S':'1'}", "{'N':'1'}", false},
        {"{'BOOL':true}", "{'BOOL':false}", false},
        {"{'NULL':true}", "{'NULL':true}", true},
        {"{'SS':['a','b']}", "{'SS':['b','a']}", true},
        {"{'SS':['a','b']}", "{'SS':['a']}", false},
        {"{'SS':['a']}", "{'L':[{'S':'a'}]}", false},
        {"{'NS':['1','2']}", "{'NS':['2','1']}", true},
        {"{'BS':['YQ==','Yg==']}", "{'BS':['Yg==','YQ==']}", true},
        {"{'L':[{'SS':['a','b']}]}", "{'L':[{'SS':['b','a']}]}", true},
        {"{'L':[{'S':'a'},{'S':'b'}]}", "{'L':[{'S':'b'},{'S':'a'}]}", false},
        {"{'M':{'x':{'SS':['a','b']}}}", "{'M':{'x':{'SS':['b','a']}}}", true},
        {"{'M':{'x':{'S':'a'}}}", "{'M':{'y':{'S':'a'}}}", false},
        {"{'M':{}}", "{'M':{}}", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_t *a = load(rows[i].a), *b = load(rows[i].b);
        assert_int_equal(value_equal(a, b), rows[i].equal);
        assert_int_equal(value_equal(b, a), rows[i].equal);
        json_decref(a);
        json_decref(b);
    }
}

static int sign(int order)
{
    return (order > 0) - (order < 0);
}

static void test_order(void **state)
{
    static const struct {
        const char *a, *b;
        int order; /* 9: no order */
    } rows[] = {
        {"{'S':'a'}", "{'S':'b'}", -1},
        {"{'S':'a'}", "{'S':'aa'}", -1},
        {"{'S':''}", "{'S':''}", 0},
        {"{'S':'z'}", "{'S':'\\u00e9'}", -1},
        {"{'N':'10'}", "{'N':'9'}", 1},
        {"{'B':'fw=='}", "{'B':'gA=='}", -1},
        {"{'B':'/w=='}", "{'B':'AA=='}", 1},
        {"{'S':'1'}", "{'N':'1'}", 9},
        {"{'BOOL':true}", "{'BOOL':true}", 9},
        {"{'L':[]}", "{'L':[]}", 9},
        {"{'S':'\\uffff'}", "{'S':'\\ud83d\\ude00'}", -1}, /* UTF-8 order, not UTF-16 */
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_t *a = load(rows[i].a), *b = load(rows[i].b);
        struct value_bytes x, y;
        int order = 9;
        if (value_compare(a, b, &order)) {
            assert_true(value_key_encode(a, &x) && value_key_encode(b, &y));
            size_t common = x.size < y.size ? x.size : y.size;
            int bytes = common > 0 ? memcmp(x.data, y.data, common) : 0;
            assert_int_equal(sign(bytes != 0 ? bytes : (int)x.size - (int)y.size), rows[i].order);
            value_bytes_free(&x);
            value_bytes_free(&y);
            order = sign(order);
        }
        assert_int_equal(order, rows[i].order);
        json_decref(a);
        json_decref(b);
    }
}

static void test_sizes(void **state)
{
    static const struct {
        const char *item;
        size_t size;
    } rows[] = {
        {"{}", 0},
        {"{'id':{'S':'abc'}}", 5},
        {"{'\\u00e9':{'S':'\\u00e9'}}", 4},
        {"{'n':{'N':'0'}}", 2},
        {"{'n':{'N':'12345'}}", 5},
        {"{'b':{'B':'YWJj'}}", 4},
        {"{'t':{'BOOL':true},'z':{'NULL':true}}", 4},
        {"{'l':{'L':[]}}", 4},
        {"{'l':{'L':[{'S':'ab'},{'N':'1'}]}}", 10},
        {"{'m':{'M':{'k':{'S':'v'}}}}", 7},
        {"{'s':{'SS':['a','bc']}}", 4},
        {"{'s':{'NS':['1','22']}}", 5},
        {"{'s':{'BS':['YQ==','YWI=']}}", 4},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_t *item = load(rows[i].item);
        if (value_item_size(item) != rows[i].size)
            fail_msg("%s: %zu, not %zu", rows[i].item, value_item_size(item), rows[i].size);
        json_decref(item);
    }
}

static void test_successor(void **state)
{
    static const struct {
        const char *prefix, *next;
        size_t size;
        bool unbounded;
    } rows[] = {
        {"ab", "ac", 2, false},    {"a\xFF", "b", 1, false}, {"a\xFF\xFF", "b", 1, false},
        {"\xFF\xFF", "", 0, true}, {"", "", 0, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        unsigned char data[8] = {0};
        struct value_bytes prefix = {data, strlen(rows[i].prefix)}, next;
        bool unbounded;
        memcpy(data, rows[i].prefix, prefix.size);
        assert_true(value_key_successor(&prefix, &next, &unbounded));
        assert_int_equal(unbounded, rows[i].unbounded);
        assert_int_equal(next.size, rows[i].size);
        if (next.size > 0)
            assert_memory_equal(next.data, rows[i].next, next.size);
        value_bytes_free(&next);
    }
}

static void test_key_values(void **state)
{
    static const char *const rows[][2] = {
        {"{'S':'a'}", NULL},
        {"{'N':'0'}", NULL},
        {"{'S':''}", "One or more parameter values are not valid. The AttributeValue for a key "
                     "attribute cannot contain an empty string value. Key: pk"},
        {"{'B':''}", "One or more parameter values are not valid. The AttributeValue for a key "
                     "attribute cannot contain an empty binary value. Key: pk"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        json_t *value = load(rows[i][0]);
        assert_int_equal(value_check_key("pk", value, &error), rows[i][1] == NULL);
        if (rows[i][1] != NULL)
            assert_message(&error, rows[i][1], rows[i][0]);
        json_decref(value);
    }
}

/* A message with a name of 64 KB is cut, between characters. */
static void test_long_message(void **state)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    char name[EXPR_ERROR_MESSAGE_MAX * 2];
    (void)state;
    for (size_t i = 0; i + 2 < sizeof name; i += 2)
        memcpy(name + i, "\xC3\xA9", 3);
    for (size_t shift = 0; shift < 2; shift++) {
        assert_false(expr_fail(&error, "%s%s", shift == 0 ? "" : "x", name));
        json_t *json = json_string(error.message); /* NULL unless it is UTF-8 */
        assert_non_null(json);
        json_decref(json);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_canonical),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_refused_in_newer_words),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_item),
        cmocka_unit_test(test_long_name),
        cmocka_unit_test(test_equality),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_successor),
        cmocka_unit_test(test_key_values),
        cmocka_unit_test(test_long_message),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
