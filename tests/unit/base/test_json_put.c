/* SPDX-License-Identifier: Apache-2.0 */
/* JSON written piece by piece: jansson reads it back, and writes strings the same. */
#include "harness/cmocka_all.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_put.h"

enum { RANDOM_SEED = 11, RANDOM_TEXTS = 20000, RANDOM_SIZE = 40 };

static void a_document(void **state)
{
    (void)state;
    struct buf text = BUF_INIT(1 << 16);
    json_t *tree = json_pack("{s:[i, n], s:f}", "t", 1, "r", 0.1);
    buf_puts(&text, "line before\n");
    size_t from = text.len;
    json_put_open(&text, NULL, '{');
    json_put_text(&text, "text", "a \"b\"");
    json_put_text(&text, "none", NULL);
    json_put_open(&text, "list", '[');
    json_put_integer(&text, NULL, -5);
    json_put_bool(&text, NULL, true);
    json_put_open(&text, NULL, '{');
    json_put_close(&text, '}');
    json_put_real(&text, NULL, 0.25, 3);
    json_put_real(&text, NULL, NAN, 3);
    json_put_close(&text, ']');
    json_put_json(&text, "tree", tree);
    json_put_json(&text, "no_tree", NULL);
    json_put_raw(&text, "raw", "[[]]", 4);
    json_put_text(&text, "space", " ");
    json_put_close(&text, '}');
    assert_string_equal(
        text.data + from,
        "{\"text\":\"a \\\"b\\\"\",\"none\":null,\"list\":[-5,true,{},0.25,null],"
        "\"tree\":{\"t\":[1,null],\"r\":0.1},\"no_tree\":null,\"raw\":[[]],\"space\":\" \"}");
    json_decref(tree);
    buf_free(&text);
}

static void escaped(const char *bytes, size_t size, const char *expected)
{
    struct buf text = BUF_INIT(1 << 16);
    json_put_bytes(&text, NULL, bytes, size);
    assert_string_equal(buf_str(&text), expected);
    buf_free(&text);
}

static void what_is_no_utf8(void **state)
{
    (void)state;
    escaped("a\xff"
            "b",
            3,
            "\"a\xef\xbf\xbd"
            "b\"");
    escaped("half \xe2\x82\xac", 7, "\"half \xef\xbf\xbd\xef\xbf\xbd\""); /* cut in a character */
    escaped("nul\0nul", 7, "\"nul\\u0000nul\"");
    escaped("\x01\x1f\x7f\t\b\f", 6, "\"\\u0001\\u001F\x7f\\t\\b\\f\"");
}

/* Each length, and each character at each place of the words that are looked at together. */
static void as_jansson_has_it(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "a",    "~",    " ", "\"",       "\\",           "\n",
        "\x1f", "\x7f", "/", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80",
        "!",    "#",    "[", "]"};
    srand(RANDOM_SEED);
    for (int i = 0; i < RANDOM_TEXTS; i++) {
        struct buf bytes = BUF_INIT(1000), text = BUF_INIT(10000);
        for (int n = rand() % RANDOM_SIZE, k = 0; k < n; k++)
            buf_puts(&bytes,
                     rand() % 4 ? "x" : parts[(size_t)rand() % (sizeof parts / sizeof *parts)]);
        json_t *json = json_string(buf_str(&bytes));
        char *expected = json_dumps(json, JSON_ENCODE_ANY);
        json_put_text(&text, NULL, buf_str(&bytes));
        assert_string_equal(buf_str(&text), expected);
        free(expected);
        json_decref(json);
        buf_free(&bytes);
        buf_free(&text);
    }
}

static void too_long(void **state)
{
    (void)state;
    struct buf text = BUF_INIT(10);
    json_put_open(&text, NULL, '{');
    json_put_text(&text, "key", "a value that is too long");
    json_put_close(&text, '}');
    assert_true(text.failed);
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document),
        cmocka_unit_test(what_is_no_utf8),
        cmocka_unit_test(as_jansson_has_it),
        cmocka_unit_test(too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
