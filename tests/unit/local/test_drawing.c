/* SPDX-License-Identifier: Apache-2.0 */
/* Who hands on to whom, by the names that stand in texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "local/page/drawing.h"

struct given {
    const char *service, *kind, *key, *name;
    const char *from, *to; /* JSON texts; NULL: none */
};

static json_t *value(const char *text)
{
    return text ? json_loads(text, JSON_DECODE_ANY, NULL) : NULL;
}

/* The ways between boxes, as "0>1 1>2"; free(). */
static char *ways_of(const struct given *given, size_t n)
{
    json_t *boxes = json_array(), *way;
    for (size_t i = 0; i < n; i++) {
        json_t *name = json_string(given[i].name), *list = json_array();
        const struct slrun_look_box box = {
            .says = "", .from = value(given[i].from), .to = value(given[i].to)};
        json_array_append_new(list, drawing_box(given[i].key, name, &box));
        drawing_add(boxes, list, given[i].service, given[i].kind);
        json_decref(name);
        json_decref(list);
    }
    json_t *drawing = drawing_of(boxes);
    char *text = calloc(1, 16 * json_array_size(json_object_get(drawing, "ways")) + 1);
    size_t i, at = 0;
    json_array_foreach (json_object_get(drawing, "ways"), i, way)
        at += (size_t)sprintf(text + at, "%s%d>%d", i ? " " : "",
                              (int)json_integer_value(json_array_get(way, 0)),
                              (int)json_integer_value(json_array_get(way, 1)));
    for (i = 0; i < n; i++) {
        assert_null(json_object_get(json_array_get(boxes, i), "from"));
        assert_null(json_object_get(json_array_get(boxes, i), "to"));
    }
    json_decref(drawing);
    json_decref(boxes);
    return text;
}

static void assert_ways(const char *expected, const struct given *given, size_t n)
{
    char *text = ways_of(given, n);
    assert_string_equal(text, expected);
    free(text);
}

#define ASSERT_WAYS(expected, ...)                                                                 \
    assert_ways(expected, (const struct given[]){__VA_ARGS__},                                     \
                sizeof(struct given[]){__VA_ARGS__} / sizeof(struct given))

#define ORDERS                                                                                     \
    {                                                                                              \
        "sqs", "queues", "arn:aws:sqs:us-east-1:000000000000:orders", "orders", NULL, NULL         \
    }

static void test_arns_urls_and_names(void **state)
{
    (void)state;
    ASSERT_WAYS(
        "1>0", ORDERS,
        {"sns", "topics", "t", "news", NULL, "\"arn:aws:sqs:us-east-1:000000000000:orders\""});
    ASSERT_WAYS("1>0", ORDERS,
                {"lambda", "functions", "f", "worker", NULL,
                 "{\"URL\": \"http://127.0.0.1:4566/000000000000/orders\", \"N\": 1}"});
    ASSERT_WAYS("0>1", ORDERS, {"lambda", "functions", "f", "worker", "[\"orders\"]", NULL});
    ASSERT_WAYS("1>0", ORDERS,
                {"states", "machines", "m", "flow", NULL,
                 "\"{\\\"QueueUrl\\\":\\\"http://localhost/0/orders\\\"}\""});
}

static void test_parts_of_words_are_no_names(void **state)
{
    (void)state;
    ASSERT_WAYS("", ORDERS,
                {"lambda", "functions", "f", "worker", NULL,
                 "[\"orders-2\", \"my_orders\", \"orders.fifo\", \"Orders\"]"});
}

static void test_things_are_called_by_the_end_of_their_keys(void **state)
{
    (void)state;
    ASSERT_WAYS("1>0", {"apigateway", "apis", "wq434syb3o", "front door", NULL, NULL},
                {"lambda", "functions", "f", "worker", NULL,
                 "\"http://127.0.0.1:4566/_api/wq434syb3o/prod\""});
}

static void test_one_way_is_drawn_once_and_none_to_itself(void **state)
{
    (void)state;
    ASSERT_WAYS("0>1",
                {"sqs", "queues", "a:orders", "orders", NULL, "[\"orders\", \"dead\", \"dead\"]"},
                {"sqs", "queues", "a:dead", "dead", "\"orders\"", NULL});
}

static void test_of_one_name_the_service_decides(void **state)
{
    (void)state;
    struct given table = {"dynamodb", "tables", "a/orders", "orders", NULL, NULL};
    ASSERT_WAYS("2>0", ORDERS, table,
                {"lambda", "functions", "f", "worker", NULL,
                 "\"arn:aws:sqs:us-east-1:000000000000:orders\""});
    ASSERT_WAYS("2>1", ORDERS, table,
                {"lambda", "functions", "f", "worker", NULL,
                 "\"arn:aws:dynamodb:us-east-1:000000000000:table/orders\""});
    ASSERT_WAYS("2>0 2>1", ORDERS, table,
                {"lambda", "functions", "f", "worker", NULL, "\"orders\""});
}

static void test_bounds(void **state)
{
    enum { N = 40 };
    struct given given[N];
    char names[N][8], *list = calloc(1, 16 * N);
    (void)state;
    strcpy(list, "[\"x\"");
    for (size_t i = 0; i < N; i++) {
        (void)snprintf(names[i], sizeof names[i], "n-%zu", i);
        (void)sprintf(list + strlen(list), ",\"%s\"", names[i]);
    }
    strcat(list, "]");
    for (size_t i = 0; i < N; i++)
        given[i] = (struct given){"sqs", "queues", names[i], names[i], NULL, list};
    char *text = ways_of(given, N);
    size_t n = 1;
    for (const char *at = text; *at; at++)
        n += *at == ' ';
    assert_int_equal(n, DRAWING_WAYS_MAX); /* of 1,560 */
    free(text);
    free(list);
    char *huge = malloc(DRAWING_TEXT_MAX + 16);
    memset(huge, ' ', DRAWING_TEXT_MAX + 8);
    huge[0] = '"';
    strcpy(huge + DRAWING_TEXT_MAX + 1, "orders\"");
    ASSERT_WAYS("", ORDERS, {"lambda", "functions", "f", "worker", NULL, huge});
    free(huge);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arns_urls_and_names),
        cmocka_unit_test(test_parts_of_words_are_no_names),
        cmocka_unit_test(test_things_are_called_by_the_end_of_their_keys),
        cmocka_unit_test(test_one_way_is_drawn_once_and_none_to_itself),
        cmocka_unit_test(test_of_one_name_the_service_decides),
        cmocka_unit_test(test_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
