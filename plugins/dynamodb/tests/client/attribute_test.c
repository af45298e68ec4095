/* SPDX-License-Identifier: Apache-2.0 */
/* AttributeValues in both directions, as tables of JSON text. */
#define _POSIX_C_SOURCE 200809L /* strdup */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "client/attribute.h"
#include "support.h"

/* A plain value and its wire form; each is what the other becomes. */
static const struct {
    const char *plain;
    const char *wire;
} pairs[] = {
    {"\"x\"", "{\"S\":\"x\"}"},
    {"\"\"", "{\"S\":\"\"}"},
    {"\"gr\xc3\xbc\xc3\x9f \\\"'\"", "{\"S\":\"gr\xc3\xbc\xc3\x9f \\\"'\"}"},
    {"1", "{\"N\":\"1\"}"},
    {"-9223372036854775808", "{\"N\":\"-9223372036854775808\"}"},
    {"1.1", "{\"N\":\"1.1\"}"},
    {"{\"$slrun\":\"number\",\"value\":\"12345678901234567890123456789012345678\"}",
     "{\"N\":\"12345678901234567890123456789012345678\"}"},
    {"true", "{\"BOOL\":true}"},
    {"false", "{\"BOOL\":false}"},
    {"null", "{\"NULL\":true}"},
    {"{\"$slrun\":\"binary\",\"value\":\"AAH/\"}", "{\"B\":\"AAH/\"}"},
    {"{\"$slrun\":\"binary\",\"value\":\"\"}", "{\"B\":\"\"}"},
    {"[]", "{\"L\":[]}"},
    {"[1,\"a\",[true]]", "{\"L\":[{\"N\":\"1\"},{\"S\":\"a\"},{\"L\":[{\"BOOL\":true}]}]}"},
    {"{}", "{\"M\":{}}"},
    {"{\"S\":\"x\"}", "{\"M\":{\"S\":{\"S\":\"x\"}}}"},
    {"{\"a\":{\"b\":[null]}}", "{\"M\":{\"a\":{\"M\":{\"b\":{\"L\":[{\"NULL\":true}]}}}}}"},
    {"{\"$slrun\":\"map\",\"value\":{\"$slrun\":\"binary\",\"value\":\"AA==\"}}",
     "{\"M\":{\"$slrun\":{\"S\":\"binary\"},\"value\":{\"S\":\"AA==\"}}}"},
    {"{\"$slrun\":\"string_set\",\"value\":[\"a\",\"b\"]}", "{\"SS\":[\"a\",\"b\"]}"},
    {"{\"$slrun\":\"number_set\",\"value\":[1,2.5,"
     "{\"$slrun\":\"number\",\"value\":\"3.00000000000000000001\"}]}",
     "{\"NS\":[\"1\",\"2.5\",\"3.00000000000000000001\"]}"},
    {"{\"$slrun\":\"binary_set\",\"value\":[{\"$slrun\":\"binary\",\"value\":\"AA==\"}]}",
     "{\"BS\":[\"AA==\"]}"},
};

/* A value converted, as text, or the error's message; free() it. */
static char *converted(const char *json,
                       json_t *(*convert)(struct slrun_ctx *, json_t *, const struct attr_path *))
{
    struct call call;
    struct attr_path path = {.key = "Item"};
    assert_int_equal(call_open(&call, NULL), 0);
    json_t *given = json_loads(json, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    assert_non_null(given);
    char *before = sorted_text(given);
    json_t *result = convert(&call.ctx, given, &path);
    char *after = sorted_text(given);
    assert_string_equal(before, after); /* the input stays as it is */
    char *text = result != NULL ? sorted_text(result) : strdup(call.error.message);
    free(before);
    free(after);
    json_decref(given);
    json_decref(result);
    call_close(&call);
    return text;
}

static void check(const char *given, const char *expected,
                  json_t *(*convert)(struct slrun_ctx *, json_t *, const struct attr_path *))
{
    char *text = converted(given, convert);
    assert_string_equal(text, expected);
    free(text);
}

static void plain_values_go_to_the_wire(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        check(pairs[i].plain, pairs[i].wire, attr_to_wire);
    check("2.0", "{\"N\":\"2\"}", attr_to_wire);
}

static void wire_values_come_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        check(pairs[i].wire, pairs[i].plain, attr_from_wire);
}

static void what_has_no_wire_form_is_named(void **state)
{
    static const char *const rows[][2] = {
        {"{\"$slrun\":\"number\",\"value\":\"1x\"}",
         "Item: the text of this dynamodb.number is no decimal number"},
        {"{\"$slrun\":\"number\",\"value\":1}",
         "Item: the text of this dynamodb.number is no decimal number"},
        {"{\"$slrun\":\"number\",\"value\":\"1\\u00002\"}",
         "Item: the text of this dynamodb.number is no decimal number"},
        {"{\"tags\":[1,2,{\"$slrun\":\"binary\",\"value\":\"*\"}]}",
         "Item.tags[3]: not valid base64"},
        {"{\"a b\":{\"$slrun\":\"string_set\",\"value\":[1]}}",
         "Item[\"a b\"][1]: expected a string"},
        {"{\"a\\nb\":{\"$slrun\":\"string_set\",\"value\":[]}}",
         "Item[\"a?b\"]: not a set with at least one member"},
        {"{\"$slrun\":\"number_set\",\"value\":[1,\"2\"]}", "Item[2]: expected a number"},
        {"{\"$slrun\":\"binary_set\",\"value\":[\"AA==\"]}", "Item[1]: expected binary"},
        {"{\"$slrun\":\"map\",\"value\":1}", "Item: not a map"},
        {"{\"$slrun\":\"stream\",\"value\":1}",
         "Item: DynamoDB has no type for this kind of value"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(rows[i][0], rows[i][1], attr_to_wire);
}

static void what_is_no_attribute_value_is_named(void **state)
{
    static const char *const rows[][2] = {
        {"1", "Item: not an AttributeValue: an object with one member"},
        {"[]", "Item: not an AttributeValue: an object with one member"},
        {"{}", "Item: not an AttributeValue: an object with one member"},
        {"{\"S\":\"a\",\"N\":\"1\"}", "Item: not an AttributeValue: an object with one member"},
        {"{\"X\":1}", "Item: an AttributeValue of an unknown type"},
        {"{\"S\":1}", "Item: not a string"},
        {"{\"N\":1}", "Item: not a decimal number in a string"},
        {"{\"N\":\"1\\u0000\"}", "Item: not a decimal number in a string"},
        {"{\"N\":\"NaN\"}", "Item: not a decimal number in a string"},
        {"{\"B\":\"A\"}", "Item: not a base64 string"},
        {"{\"B\":\"A===\"}", "Item: not a base64 string"},
        {"{\"B\":\"AA=A\"}", "Item: not a base64 string"},
        {"{\"B\":null}", "Item: not a base64 string"},
        {"{\"BOOL\":\"true\"}", "Item: not a boolean"},
        {"{\"NULL\":false}", "Item: NULL is not true"},
        {"{\"L\":{}}", "Item: not a list"},
        {"{\"M\":[]}", "Item: not a map"},
        {"{\"SS\":[]}", "Item: not a set with at least one member"},
        {"{\"SS\":\"a\"}", "Item: not a set with at least one member"},
        {"{\"NS\":[\"1\",\"x\"]}", "Item[2]: not a decimal number in a string"},
        {"{\"M\":{\"a\":{\"L\":[{\"S\":\"\"},{\"S\":2}]}}}", "Item.a[2]: not a string"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(rows[i][0], rows[i][1], attr_from_wire);
}

/* `depth` lists around a number, in plain or in wire form; free() it. */
static char *nested(int depth, const char *open, const char *close, const char *inner)
{
    char *text = calloc(1, (size_t)depth * (strlen(open) + strlen(close)) + strlen(inner) + 1);
    assert_non_null(text);
    for (int i = 0; i < depth; i++)
        strcat(text, open);
    strcat(text, inner);
    for (int i = 0; i < depth; i++)
        strcat(text, close);
    return text;
}

static void depth_is_bounded(void **state)
{
    static const struct {
        int depth;
        const char *end;
    } rows[] = {{ATTR_DEPTH_MAX, NULL},
                {ATTR_DEPTH_MAX + 1, "lists and maps are nested more than 32 levels deep"}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *plain = nested(rows[i].depth, "[", "]", "1");
        char *wire = nested(rows[i].depth, "{\"L\":[", "]}", "{\"N\":\"1\"}");
        char *out = converted(plain, attr_to_wire), *back = converted(wire, attr_from_wire);
        if (rows[i].end == NULL) {
            assert_string_equal(out, wire);
            assert_string_equal(back, plain);
        } else {
            assert_non_null(strstr(out, rows[i].end));
            assert_non_null(strstr(back, rows[i].end));
        }
        free(plain);
        free(wire);
        free(out);
        free(back);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_values_go_to_the_wire),
        cmocka_unit_test(wire_values_come_back),
        cmocka_unit_test(what_has_no_wire_form_is_named),
        cmocka_unit_test(what_is_no_attribute_value_is_named),
        cmocka_unit_test(depth_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
