/* SPDX-License-Identifier: Apache-2.0 */
/* JSON in tests, readable in C: with single quotes. */
#ifndef SLRUN_TESTS_JSON_QUOTED_H
#define SLRUN_TESTS_JSON_QUOTED_H

#include <string.h>

#include <jansson.h>

#include "harness/cmocka_all.h"

/* A new reference; what is no JSON, or longer than 4 KiB, fails the test. */
static inline json_t *json_quoted(const char *text)
{
    char json[4096];
    size_t n = strlen(text);
    assert_true(n < sizeof json);
    for (size_t i = 0; i <= n; i++)
        json[i] = text[i] == '\'' ? '"' : text[i];
    json_t *value = json_loads(json, JSON_DECODE_ANY, NULL);
    if (!value)
        fail_msg("no JSON: %s", json);
    return value;
}

#endif
