/* SPDX-License-Identifier: Apache-2.0 */
/* JSON from text: jansson is the judge. */
#include "harness/cmocka_all.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_read.h"

enum { RANDOM_DOCUMENTS = 20000, RANDOM_SEED = 7, DEEP = 3000, TEXT_MAX = 512 };

static const size_t flags[] = {0,
                               JSON_ALLOW_NUL,
                               JSON_DECODE_ANY,
                               JSON_DECODE_ANY | JSON_ALLOW_NUL,
                               JSON_REJECT_DUPLICATES,
                               JSON_DISABLE_EOF_CHECK,
                               JSON_DECODE_INT_AS_REAL};

/* The order of members and the types of numbers count, too. */
static void same_value(const json_t *made, const json_t *expected)
{
    const size_t how = JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(17);
    char *left = json_dumps(made, how), *right = json_dumps(expected, how);
    assert_int_equal(json_equal(made, expected), 1);
    assert_string_equal(left, right);
    free(left);
    free(right);
}

/* The text stands at the end of its memory, so that nothing behind it is read. */
static void same(const char *text, size_t size)
{
    char *alone = malloc(size ? size : 1);
    assert_non_null(alone);
    memcpy(alone, text, size);
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        json_error_t at, expected_at;
        json_t *expected = json_loadb(alone, size, flags[i], &expected_at);
        json_t *made = json_read(alone, size, flags[i], &at);
        assert_int_equal(made != NULL, expected != NULL);
        if (expected)
            same_value(made, expected);
        else
            assert_string_equal(at.text, expected_at.text);
        json_decref(made);
        json_decref(expected);
    }
    free(alone);
}

static void documents(void **state)
{
    (void)state;
    static const char *const all[] = {
        "",
        " ",
        "{",
        "}",
        "{}",
        "[]",
        " \t\r\n[ ] \n",
        "[] x",
        "[]]",
        "[] \"x",
        "{}\"\\\"",
        "{} tru",
        "[] [",
        "[]\v",
        "\f[]",
        "[\v1]",
        "null",
        "[null,true,false]",
        "[nul]",
        "[truex]",
        "[true false]",
        "[0,-0,1,-1,01,1]",
        "[0]",
        "[-0]",
        "[-]",
        "[1]",
        "[-7,12]",
        "[123456789012345678]",
        "[-123456789012345678]",
        "[1234567890123456789]",
        "[9223372036854775807]",
        "[9223372036854775808]",
        "[1",
        "[1.5,1e3,-2E-2,1.0]",
        "[1e999]",
        "[1x]",
        "[,]",
        "[1,]",
        "[1 2]",
        "{\"a\":1,\"b\":[{\"c\":\"d\"}]}",
        "{\"a\":1,\"a\":2}",
        "{\"b\":1,\"a\":2,\"b\":3}",
        "{\"a\" : 1 , \"b\" : 2 }",
        "{\"a\":1,}",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{\"a\":1\"b\":2}",
        "{\"\":\"\"}",
        "[\"\"]",
        "[\"12345678\",\"1234567\",\"123456789\"]",
        "[\"1234567\\\"\",\"\\\\\",\"\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\u0041\",\"\\u0000\",\"\\ud83d\\ude00\",\"\\ud83d\"]",
        "[\"\\x\"]",
        "[\"\\",
        "[\"abc",
        "[\"abc\\\"",
        "{\"k\\n\\\"\\\\\":1}",
        "{\"k\\u0000\":1}",
        "[\"\xc3\xa9\",\"12345678\xe2\x82\xac\"]",
        "[\"\xff\"]",
        "[\"a\x7f\"]",
        "[\"a\x01\"]",
        "[\"a\nb\"]",
        "\xef\xbb\xbf[]",
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        same(all[i], strlen(all[i]));
    same("[\"a\0b\"]", 7);
    same("[]\0", 3);
    same("[1\0]", 4);
}

/* Each character, at each place of a word of eight bytes. */
static void characters(void **state)
{
    (void)state;
    for (int c = 0; c < 0x100; c++)
        for (size_t place = 2; place < 20; place++) {
            char text[] = "[\"aaaaaaaaaaaaaaaaaaa\"]";
            text[place] = (char)c;
            same(text, sizeof text - 1);
        }
}

static void deep(void **state)
{
    (void)state;
    static char text[2 * DEEP];
    for (size_t depth = 60; depth <= DEEP; depth += depth < 70 ? 1 : 980) {
        memset(text, '[', depth);
        memset(text + depth, ']', depth);
        same(text, 2 * depth);
    }
}

static void long_keys(void **state)
{
    (void)state;
    for (size_t size = 250; size < 262; size++) {
        char text[TEXT_MAX] = "{\"\\n";
        size_t n = strlen(text);
        memset(text + n, 'k', size);
        memcpy(text + n + size, "\":1}", 4);
        same(text, n + size + 4);
    }
}

/* A generator of its own (Knuth's MMIX): the documents are the same everywhere. */
static unsigned draw(uint64_t *random, unsigned below)
{
    *random = *random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*random >> 33) % below;
}

/* Pieces in any order: some are documents, most are nearly. */
static void pieces(void **state)
{
    (void)state;
    static const char *const all[] = {"{",   "}",     "[",    "]",       ",",     ":",    "\"",
                                      "\"a", "\"b\"", "\\n",  "\\\"",    "\\u00", "1",    "-2",
                                      "0",   ".5",    "e1",   "true",    "null",  "\xc3", "\xa9",
                                      " ",   "\n",    "\x7f", "12345678"};
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < RANDOM_DOCUMENTS; i++) {
        char text[TEXT_MAX] = "[{\"k\":";
        for (unsigned n = draw(&random, 9); n; n--)
            strcat(text, all[draw(&random, sizeof all / sizeof *all)]);
        if (draw(&random, 2))
            strcat(text, "}]");
        same(text, strlen(text));
    }
}

static void nothing(void **state)
{
    (void)state;
    json_error_t error;
    assert_null(json_read(NULL, 0, 0, &error));
    assert_null(json_read("[", 1, 0, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents), cmocka_unit_test(characters), cmocka_unit_test(deep),
        cmocka_unit_test(long_keys), cmocka_unit_test(pieces),     cmocka_unit_test(nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
