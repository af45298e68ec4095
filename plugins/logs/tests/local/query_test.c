/* SPDX-License-Identifier: Apache-2.0 */
/* Logs Insights' query language, without a service. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "local/insights/insights.h"

static const char *const messages[] = {
    "{\"level\": \"ERROR\", \"size\": 5, \"user\": {\"name\": \"a\", \"tags\": [\"x\", true]}}",
    "{\"level\": \"info\", \"size\": 1.5}",
    "user=kim, took 42 ms",
    "REPORT RequestId: 1-2\tDuration: 12.5 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax "
    "Memory Used: 64 MB\t",
    "{\"level\": \"ERROR\", \"size\": 3}",
};
enum { N = sizeof messages / sizeof *messages };

/* The rows as "field=value field=value; ...", without @ptr. Events are a minute apart. */
static char *rows(const char *text)
{
    char error[QUERY_ERROR_MAX], *out = calloc(1, 8192);
    struct query *query = query_parse(text, error);
    if (!query)
        fail_msg("%s: %s", text, error);
    struct query_run *run = query_begin(query, 100);
    for (size_t i = N; i > 0; i--)
        query_add(run, &(struct query_event){.at_ms = INT64_C(1700000000000) + (int64_t)i * 60000,
                                             .ingested_ms = 1,
                                             .message = messages[i - 1],
                                             .stream = "s",
                                             .log = "0:g",
                                             .pointer = "p"});
    json_t *result = query_end(run), *row, *cell;
    size_t i, j;
    json_array_foreach (result, i, row) {
        json_array_foreach (row, j, cell) {
            const char *field = json_string_value(json_object_get(cell, "field"));
            size_t n = strlen(out);
            if (strcmp(field, "@ptr") != 0)
                (void)snprintf(out + n, 8192 - n, "%s%s=%s", j ? " " : "", field,
                               json_string_value(json_object_get(cell, "value")));
        }
        (void)strcat(out, ";");
    }
    json_decref(result);
    query_free(query);
    return out;
}

static void answers(void **state)
{
    static const struct {
        const char *query, *rows;
    } cases[] = {
        {"fields level, size * 2 as twice | filter size > 2 | sort size desc",
         "level=ERROR twice=10;level=ERROR twice=6;"},
        {"fields size | filter ispresent(size) | limit 1", "size=3;"},
        {"fields user.name, user.tags.1 as t | filter ispresent(user.name)", "user.name=a t=1;"},
        {"filter level like /(?i)err/ and size < 4 | display size", "size=3;"},
        {"filter level in ['info', 'x'] | display `size`", "size=1.5;"},
        {"filter @message not like 'RequestId' and not ispresent(level) | fields strlen(@message) "
         "as n",
         "n=20;"},
        {"parse @message \"user=*, took * ms\" as who, ms | filter ispresent(who) | display who, "
         "ms + 1 as more",
         "who=kim more=43;"},
        {"parse /took (?<ms>\\d+) ms/ | stats sum(ms) as total", "total=42;"},
        {"filter @type = 'REPORT' | fields @duration, @memorySize / 1000000 as mb",
         "@duration=12.5 mb=128;"},
        {"stats count(*) as n, avg(size), max(size) - min(size) as spread by level | sort n desc, "
         "level",
         "n=2;level=ERROR n=2 avg(size)=4 spread=2;level=info n=1 avg(size)=1.5 spread=0;"},
        {"filter ispresent(size) | stats pct(size, 50) as p, count_distinct(level) as kinds, "
         "latest(size) as l by bin(1h)",
         "bin(1h)=2023-11-14 22:00:00.000 p=3 kinds=2 l=3;"},
        {"filter ispresent(level) | dedup level | fields level", "level=ERROR;level=info;"},
        {"dedup user.name | stats count(*) as n", "n=5;"},
        {"filter size = 5 | fields concat(upper(level), '-', substr(level, 1, 2)) as c, "
         "coalesce(nope, size) as d",
         "c=ERROR-RR d=5;"},
        {"# of errors\nfilter size = 3 | fields @timestamp, datefloor(@timestamp, 1h) as h",
         "@timestamp=2023-11-14 22:18:20.000 h=2023-11-14 22:00:00.000;"},
        {"filter 1 + 2 * 3 ^ 2 = 19 and (2 - 3 - 1 = -2 or 1 = 2) | limit 1 | display 7 % 4 as m",
         "m=3;"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *found = rows(cases[i].query);
        if (strcmp(found, cases[i].rows) != 0)
            fail_msg("%s\n  gives %s\n  and not %s", cases[i].query, found, cases[i].rows);
        free(found);
    }
}

static void refusals(void **state)
{
    static const struct {
        const char *query, *error;
    } cases[] = {
        {"", "unexpected symbol found the end at line 1 and position 1"},
        {"find x", "unexpected symbol found find x at line 1 and position 1"},
        {"fields a |", "position 11"},
        {"fields count(*)", "a function, with its arguments"},
        {"stats count(a, b)", "a function of stats"},
        {"filter (a = 1", "\")\""},
        {"filter a = ", "a field, a value or a function"},
        {"filter a like /x(?=y)/", "a regular expression"},
        {"filter a like /(a{1,60}){1,60}/", "a regular expression"},
        {"parse @message 'a*' as x, y", "a name for each *"},
        {"limit 0", "a number from 1 to 10000"},
        {"fields 'open", "the end of what is quoted"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char error[QUERY_ERROR_MAX];
        assert_null(query_parse(cases[i].query, error));
        if (!strstr(error, cases[i].error))
            fail_msg("%s: %s", cases[i].query, error);
    }
}

/* However deep or long, it is refused and not followed. */
static void bounds(void **state)
{
    char error[QUERY_ERROR_MAX], text[9000] = "filter ";
    (void)state;
    for (size_t i = 0; i < 4000; i++)
        (void)strcpy(text + 7 + i, "(");
    assert_null(query_parse(text, error));
    assert_non_null(strstr(error, "a flatter query"));
    (void)strcpy(text, "filter ");
    for (size_t i = 0; i < 2000; i++)
        (void)strcpy(text + 7 + 4 * i, "not ");
    assert_null(query_parse(text, error));
    assert_non_null(strstr(error, "a flatter query"));
    (void)strcpy(text, "fields a");
    for (size_t i = 0; i < 2000; i++)
        (void)strcpy(text + 8 + 4 * i, " + a");
    assert_null(query_parse(text, error));
    assert_non_null(strstr(error, "a shorter query"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers),
        cmocka_unit_test(refusals),
        cmocka_unit_test(bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
