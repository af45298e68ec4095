/* SPDX-License-Identifier: Apache-2.0 */
/* JSON as text: jansson is the judge. */
#include "harness/cmocka_all.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_text.h"

enum { RANDOM_DOCUMENTS = 5000, RANDOM_SEED = 4, DEPTH = 4, DEEP = 200, MEMBERS = 80 };

static void same(const json_t *json, size_t flags)
{
    size_t size = 0;
    char *expected = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY | flags);
    char *text = json_text(json, flags, &size);
    assert_non_null(expected);
    assert_non_null(text);
    assert_string_equal(text, expected);
    assert_int_equal(size, strlen(expected));
    free(text);
    free(expected);
}

static void same_text(const char *document)
{
    json_t *json = json_loads(document, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    assert_non_null(json);
    same(json, 0);
    same(json, JSON_REAL_PRECISION(15));
    same(json, JSON_SORT_KEYS);
    json_decref(json);
}

static void documents(void **state)
{
    (void)state;
    static const char *const all[] = {
        "{}",
        "[]",
        "null",
        "true",
        "false",
        "0",
        "-9223372036854775808",
        "9223372036854775807",
        "0.1",
        "1e300",
        "-0.0",
        "100000000000000000000.0",
        "\"\"",
        "\"a\\u0000b\"",
        "[[],{},[{}]]",
        "{\"\":\"\",\"a\":[1,2.5,\"x\",null,true,false],\"b\":{\"c\":{\"d\":[]}}}",
        "\"{\\\"quoted\\\":\\\"in\\\\\\\\side\\\"}\"",
        "{\"k\\u00e9y\\n\\\"\":\"v\\u20ac\\t\"}",
        "\"\\ud83d\\ude00 and more\"",
        "\"/slashes/ stay\"",
        "\"\\\"\"",
        "\"\\\\\"",
        "{\"z\":1,\"a\":2,\"m\":3}"};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        same_text(all[i]);
}

static void reals(void **state)
{
    (void)state;
    for (int exponent = -310; exponent <= 307; exponent++) {
        for (int i = 1; i < 1000; i += 37) {
            char text[32];
            snprintf(text, sizeof text, "%d.%03de%d", i % 10, i, exponent);
            json_t *json = json_real(i % 2 ? strtod(text, NULL) : -strtod(text, NULL));
            same(json, 0);
            same(json, JSON_REAL_PRECISION(9));
            json_decref(json);
        }
    }
}

/* Each character alone, and in the middle. */
static void characters(void **state)
{
    (void)state;
    for (int c = 0; c < 0x80; c++) {
        const char text[] = {'a', (char)c, 'b'};
        json_t *alone = json_stringn(text + 1, 1), *within = json_stringn(text, sizeof text);
        same(alone, 0);
        same(within, 0);
        json_t *object = json_object();
        assert_int_equal(json_object_setn_new(object, text, sizeof text, within), 0);
        same(object, 0);
        json_decref(object);
        json_decref(alone);
    }
}

/* A generator of its own (Knuth's MMIX): the documents are the same everywhere. */
static unsigned draw(uint64_t *random, unsigned below)
{
    *random = *random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*random >> 33) % below;
}

static json_t *random_string(uint64_t *random)
{
    static const char *const pieces[] = {
        "a", "Zz", " ", "\"", "\\", "\n", "\x7f", "/", "\x01", "é", "\xf0\x9f\x98\x80", "words "};
    char text[256] = "";
    for (unsigned n = draw(random, 12); n; n--)
        strcat(text, pieces[draw(random, sizeof pieces / sizeof *pieces)]);
    return json_string(text);
}

static json_t *random_value(uint64_t *random, int depth)
{
    json_t *made = NULL;
    switch (draw(random, depth ? 8 : 6)) {
    case 0:
        return json_null();
    case 1:
        return json_boolean(draw(random, 2));
    case 2:
        return json_integer((json_int_t)(*random >> draw(random, 64)));
    case 3:
        return json_real((double)draw(random, 1000000) / (1 + draw(random, 1000)));
    case 4:
    case 5:
        return random_string(random);
    case 6:
        made = json_array();
        for (unsigned n = draw(random, 5); n; n--)
            json_array_append_new(made, random_value(random, depth - 1));
        return made;
    default:
        made = json_object();
        for (unsigned n = draw(random, 5); n; n--) {
            json_t *key = random_string(random);
            json_object_set_new(made, json_string_value(key), random_value(random, depth - 1));
            json_decref(key);
        }
        return made;
    }
}

static void any(void **state)
{
    (void)state;
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < RANDOM_DOCUMENTS; i++) {
        json_t *json = random_value(&random, DEPTH);
        same(json, i % 2 ? JSON_REAL_PRECISION(15) : 0);
        same(json, JSON_REAL_PRECISION(15) | JSON_SORT_KEYS);
        json_decref(json);
    }
}

/* Names of all lengths, and more of them than are sorted here. */
static void sorted(void **state)
{
    (void)state;
    json_t *json = json_object();
    for (int i = 0; i < MEMBERS; i++) {
        char name[16];
        snprintf(name, sizeof name, "%x", i * 7919 % 65536);
        json_object_set_new(json, name, json_pack("{s:i,s:i,s:i}", "b", i, "ab", i, "a", i));
        same(json, JSON_SORT_KEYS);
    }
    json_decref(json);
}

static void deep(void **state)
{
    (void)state;
    json_t *json = json_integer(1);
    for (int i = 0; i < DEEP; i++)
        json = i % 2 ? json_pack("[o]", json) : json_pack("{s:o}", "k", json);
    same(json, 0);
    json_decref(json);
}

static void refused(void **state)
{
    (void)state;
    json_t *list = json_array(), *inner = json_array();
    json_t *bad = json_stringn_nocheck("\xff", 1);
    assert_null(json_text(NULL, 0, NULL));
    assert_null(json_text(bad, 0, NULL));
    json_array_append_new(list, bad);
    assert_null(json_text(list, 0, NULL));
    json_array_clear(list);
    json_array_append(list, inner);
    json_array_append(inner, list); /* a loop */
    assert_null(json_text(list, 0, NULL));
    json_array_clear(inner);
    json_decref(inner);
    json_decref(list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents), cmocka_unit_test(reals),  cmocka_unit_test(characters),
        cmocka_unit_test(any),       cmocka_unit_test(sorted), cmocka_unit_test(deep),
        cmocka_unit_test(refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
