/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page is told stays within its bounds, and who may ask. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "local/origin.h"
#include "local/page/look.h"

/* ---- a service of so many rows ---- */

struct things {
    size_t n;      /* rows there are, */
    size_t given;  /* of which so many were given */
    size_t passed; /* and so many passed over */
    const char *text;
};

static void give(struct things *t, struct slrun_look *look)
{
    for (size_t i = 0; i < t->n; i++) {
        int wanted = look_api.want(look);
        if (wanted < 0)
            return;
        t->given += wanted > 0;
        t->passed += wanted == 0;
        if (wanted)
            look_api.row(look, "key", json_pack("[I s]", (json_int_t)i, t->text));
    }
}

static int show(void *service, struct slrun_look *look, const char *key)
{
    if (strcmp(key, "key") != 0)
        return -1;
    look_api.fact(look, "none", NULL);
    look_api.fact(look, "nothing", json_null());
    look_api.fact(look, "long", json_string(((struct things *)service)->text));
    look_api.table(look, "First", "n:number|text", NULL);
    give(service, look);
    look_api.table(look, "Second", "n:number|text", "other/things");
    give(service, look);
    look_api.see(look, "See", "other/things", "a/b");
    return 0;
}

static void list(void *service, struct slrun_look *look)
{
    give(service, look);
}

static const struct slrun_look_kind kind = {"things", "Things", "n:number|text", list, show};
static const struct slrun_look_kind hidden = {"hidden", "Hidden", NULL, NULL, show};

static json_t *asked(struct things *things, const char *key, const struct look_question *question)
{
    const struct cloud_service service = {.state = things};
    things->given = things->passed = 0;
    return key ? look_show(&service, &kind, key, question) : look_list(&service, &kind, question);
}

static const json_t *table_of(const json_t *told, size_t i)
{
    return json_array_get(json_object_get(told, "tables"), i);
}

static size_t n_rows(const json_t *told, size_t i)
{
    return json_array_size(json_object_get(table_of(told, i), "rows"));
}

static json_int_t next_of(const json_t *told, size_t i)
{
    const json_t *next = json_object_get(table_of(told, i), "next");
    return next ? json_integer_value(next) : -1;
}

static json_int_t first_of(const json_t *told, size_t i)
{
    const json_t *row = json_array_get(json_object_get(table_of(told, i), "rows"), 0);
    return json_integer_value(json_array_get(json_object_get(row, "cells"), 0));
}

/* ---- */

static void expect_page(struct things *things, const struct look_question *q, size_t rows,
                        json_int_t next)
{
    json_t *told = asked(things, NULL, q);
    assert_int_equal(n_rows(told, 0), rows);
    assert_int_equal(next_of(told, 0), next);
    assert_int_equal(things->given, rows);
    json_decref(told);
}

static void pages(void **state)
{
    (void)state;
    struct things things = {.n = 1050, .text = "x"};
    expect_page(&things, &(struct look_question){0}, LOOK_ROWS, LOOK_ROWS);
    expect_page(&things, &(struct look_question){.limit = 7}, 7, 7);
    expect_page(&things, &(struct look_question){.limit = SIZE_MAX}, LOOK_ROWS_MAX, LOOK_ROWS_MAX);
    expect_page(&things, &(struct look_question){.from = 1000}, 50, -1);
    expect_page(&things, &(struct look_question){.from = 950}, 100, -1);
    expect_page(&things, &(struct look_question){.from = 949}, 100, 1049);
    expect_page(&things, &(struct look_question){.from = 5000}, 0, -1);
    things.n = 0;
    expect_page(&things, &(struct look_question){0}, 0, -1);
}

static void pages_of_a_table(void **state)
{
    (void)state;
    struct things things = {.n = 150, .text = "x"};
    json_t *told = asked(&things, "key", &(struct look_question){.table = 1, .from = 100});
    assert_int_equal(n_rows(told, 0), 100);
    assert_int_equal(first_of(told, 0), 0);
    assert_int_equal(next_of(told, 0), 100);
    assert_int_equal(n_rows(told, 1), 50);
    assert_int_equal(first_of(told, 1), 100);
    assert_int_equal(next_of(told, 1), -1);
    assert_int_equal(json_array_size(json_object_get(told, "facts")), 1);
    json_decref(told);
    assert_null(asked(&things, "none", &(struct look_question){0}));
}

static void what_is_found(void **state)
{
    (void)state;
    struct things things = {.n = LOOK_SEARCHED_MAX + 500, .text = "some Text"};
    expect_page(&things, &(struct look_question){.find = "sOME t"}, LOOK_ROWS, LOOK_ROWS);
    json_t *told = asked(&things, NULL, &(struct look_question){.find = "19999"});
    assert_int_equal(n_rows(told, 0), 1);
    assert_int_equal(next_of(told, 0), LOOK_SEARCHED_MAX); /* no further at a time */
    json_decref(told);
    told = asked(&things, NULL, &(struct look_question){.find = "none", .from = LOOK_SEARCHED_MAX});
    assert_int_equal(n_rows(told, 0), 0);
    assert_int_equal(next_of(told, 0), -1);
    json_decref(told);
}

static void what_is_long(void **state)
{
    (void)state;
    char *text = calloc(1, 3 * LOOK_TEXT_MAX + 1);
    assert_non_null(text);
    for (size_t i = 0; i + 1 < LOOK_TEXT_MAX; i++)
        text[i] = 'x';
    strcpy(text + LOOK_TEXT_MAX - 1, "\xc3\xa9 and more"); /* a character across the bound */
    struct things things = {.n = LOOK_ROWS_MAX, .text = text};
    json_t *told = asked(&things, "key", &(struct look_question){.limit = LOOK_ROWS_MAX});
    const json_t *row = json_array_get(json_object_get(table_of(told, 0), "rows"), 0);
    const json_t *cut = json_object_get(json_object_get(row, "cut"), "1");
    const json_t *cell = json_array_get(json_object_get(row, "cells"), 1);
    assert_int_equal(json_integer_value(cut), strlen(text));
    assert_int_equal(json_string_length(cell), LOOK_TEXT_MAX - 1);
    assert_true(n_rows(told, 0) <= LOOK_BYTES_MAX / (LOOK_TEXT_MAX - 1) + 1);
    assert_int_equal(next_of(told, 0), n_rows(told, 0));
    const json_t *fact = json_array_get(json_object_get(told, "facts"), 0);
    assert_int_equal(json_integer_value(json_array_get(fact, 2)), strlen(text));
    json_decref(told);
    free(text);
}

static void kinds_without_a_list(void **state)
{
    (void)state;
    struct things things = {.n = 1, .text = ""};
    const struct cloud_service service = {.state = &things};
    assert_null(look_list(&service, &hidden, &(struct look_question){0}));
    json_t *told = look_show(&service, &hidden, "key", &(struct look_question){0});
    assert_int_equal(json_array_size(json_object_get(told, "see")), 1);
    json_decref(told);
}

/* ---- bytes ---- */

static void expect_json(json_t *json, const char *wanted)
{
    char *text = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY);
    assert_string_equal(text, wanted);
    free(text);
    json_decref(json);
}

static void bytes(void **state)
{
    (void)state;
    expect_json(look_bytes("<b>\xc3\xa9\n", 6), "\"<b>\xc3\xa9\\n\"");
    expect_json(look_bytes("\xff", 1), "{\"base64\":\"/w==\"}");
    expect_json(look_bytes("a\0b", 3), "{\"base64\":\"YQBi\"}");
    expect_json(look_bytes("", 0), "\"\"");
    expect_json(look_base64("", 0), "\"\"");
    expect_json(look_base64("YWI=", 4), "\"ab\"");
    expect_json(look_base64("YQ==", 4), "\"a\"");
    expect_json(look_base64("YWJj", 4), "\"abc\"");
    expect_json(look_base64("/w==", 4), "{\"base64\":\"/w==\"}");
}

/* ---- who may ask ---- */

static void hosts(void **state)
{
    (void)state;
    static const char *const own[] = {
        "localhost:4566",   "LOCALHOST",
        "127.0.0.1:1",      "10.1.2.3",
        "[::1]:4566",       "slrun:4566",
        "a.localhost:4566", "localhost.:4566",
        "s3.localhost",     "host.docker.internal",
    };
    static const char *const others[] = {
        "example.com",  "localhost.example.com:4566", "127.0.0.1.nip.io",
        "example.com.", "notlocalhost.com:1",         "",
        ":4566"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        assert_true(origin_host(own[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(origin_host(others[i]));
}

static bool allowed(const char *name, const char *value)
{
    const struct slrun_header headers[] = {{"host", "localhost:4566"}, {name, value}};
    const struct slrun_exchange x = {.headers = headers, .n_headers = 2};
    return origin_is_own(&x);
}

static void pages_of_others(void **state)
{
    (void)state;
    assert_true(allowed("Accept", "*/*"));
    assert_true(allowed("Sec-Fetch-Site", "same-origin"));
    assert_true(allowed("Sec-Fetch-Site", "none"));
    assert_false(allowed("Sec-Fetch-Site", "cross-site"));
    assert_false(allowed("sec-fetch-site", "same-site"));
    assert_false(allowed("Origin", "http://localhost:4566"));
    assert_false(allowed("Origin", "null"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages),
        cmocka_unit_test(pages_of_a_table),
        cmocka_unit_test(what_is_found),
        cmocka_unit_test(what_is_long),
        cmocka_unit_test(kinds_without_a_list),
        cmocka_unit_test(bytes),
        cmocka_unit_test(hosts),
        cmocka_unit_test(pages_of_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
