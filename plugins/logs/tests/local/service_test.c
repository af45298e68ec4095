/* SPDX-License-Identifier: Apache-2.0 */
/* What cases of data cannot say: large batches and pages, bad requests, and what is kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "cloud.h"
#include "local/local.h"

static json_t *ok(struct cloud *cloud, const char *operation, const char *body)
{
    json_t *answer = cloud_call(cloud, operation, body);
    if (cloud->status != 200)
        fail_msg("%s: %s", operation, cloud->body);
    return answer;
}

static void stream(struct cloud *cloud)
{
    json_decref(ok(cloud, "CreateLogGroup", "{\"logGroupName\":\"g\"}"));
    json_decref(ok(cloud, "CreateLogStream", "{\"logGroupName\":\"g\",\"logStreamName\":\"s\"}"));
}

/* `n` events of `size` characters each; the answer. */
static json_t *put(struct cloud *cloud, size_t n, size_t size)
{
    char *message = calloc(1, size + 1);
    assert_non_null(message);
    memset(message, 'x', size);
    json_t *events = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(events, json_pack("{s:I, s:s}", "timestamp",
                                                (json_int_t)cloud->now_ms, "message", message));
    json_t *args = json_pack("{s:s, s:s, s:o}", "logGroupName", "g", "logStreamName", "s",
                             "logEvents", events);
    char *body = json_dumps(args, JSON_COMPACT);
    json_t *answer = cloud_call(cloud, "PutLogEvents", body);
    free(body);
    free(message);
    json_decref(args);
    return answer;
}

static void put_fails(struct cloud *cloud, size_t n, size_t size, const char *message)
{
    json_t *answer = put(cloud, n, size);
    const char *got = json_string_value(json_object_get(answer, "message"));
    size_t end = strlen(got), wanted = strlen(message);
    assert_int_equal(cloud->status, 400);
    assert_true(end >= wanted);
    assert_string_equal(got + end - wanted, message);
    json_decref(answer);
}

/* Events in all pages of an operation; how many pages that were. */
static size_t count(struct cloud *cloud, const char *operation, const char *token_name,
                    size_t *pages)
{
    json_t *args = json_pack("{s:s, s:s}", "logGroupName", "g", "logStreamName", "s"), *token;
    size_t n = 0, new = 1;
    if (strcmp(operation, "FilterLogEvents") == 0)
        json_object_del(args, "logStreamName");
    else
        json_object_set_new(args, "startFromHead", json_true());
    *pages = 0;
    while (new > 0) {
        ++*pages;
        char *body = json_dumps(args, JSON_COMPACT);
        json_t *answer = ok(cloud, operation, body);
        free(body);
        new = json_array_size(json_object_get(answer, "events"));
        n += new;
        token = json_incref(json_object_get(answer, token_name));
        json_decref(answer);
        if (!token)
            break;
        json_object_set_new(args, "nextToken", token);
    }
    json_decref(args);
    return n;
}

static void limits(void **state)
{
    struct cloud cloud;
    size_t pages;
    (void)state;
    cloud_open(&cloud, NULL);
    stream(&cloud);
    put_fails(&cloud, 10001, 1, "Member must have length less than or equal to 10000");
    put_fails(&cloud, 1, 1048576 - 25,
              "Log event too large: 1048577 bytes exceeds limit of 1048576");
    put_fails(&cloud, 2, 524288 - 25, "Upload too large: 1048578 bytes exceeds limit of 1048576");
    json_decref(put(&cloud, 1, 1048576 - 26));
    assert_int_equal(cloud.status, 200);
    json_decref(put(&cloud, 2, 524288 - 26));
    assert_int_equal(cloud.status, 200);
    json_decref(put(&cloud, 10000, 1));
    assert_int_equal(cloud.status, 200);
    assert_int_equal(count(&cloud, "FilterLogEvents", "nextToken", &pages), 10003);
    assert_int_equal(pages, 3); /* 1 MiB, 1 MiB, 10,000 events */
    assert_int_equal(count(&cloud, "GetLogEvents", "nextForwardToken", &pages), 10003);
    assert_int_equal(pages, 4); /* and an empty one at the end */
    json_t *answer = ok(&cloud, "DescribeLogGroups", "{}");
    json_t *group = json_array_get(json_object_get(answer, "logGroups"), 0);
    assert_int_equal(json_integer_value(json_object_get(group, "storedBytes")),
                     2 * 1048576 + 10000 * 27);
    json_decref(answer);
    cloud_close(&cloud);
}

static void malformed(void **state)
{
    static const char *const bodies[] = {"",
                                         "[]",
                                         "{",
                                         "null",
                                         "{\"logGroupName\":1}",
                                         "{\"limit\":\"1\"}",
                                         "\xff",
                                         "{\"logGroupName\":\"\\u0000\"}"};
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        json_t *answer = cloud_call(&cloud, "GetLogEvents", bodies[i]);
        assert_int_equal(cloud.status, 400);
        assert_string_equal(json_string_value(json_object_get(answer, "__type")),
                            "SerializationException");
        json_decref(answer);
    }
    json_t *answer = cloud_call(&cloud, "Nothing", "{}");
    assert_string_equal(json_string_value(json_object_get(answer, "__type")),
                        "UnknownOperationException");
    json_decref(answer);
    cloud_close(&cloud);
}

static void reset(void **state)
{
    struct cloud cloud;
    size_t pages;
    (void)state;
    cloud_open(&cloud, NULL);
    stream(&cloud);
    json_decref(put(&cloud, 5, 5));
    logs_local.reset(cloud.service);
    stream(&cloud);
    assert_int_equal(count(&cloud, "FilterLogEvents", "nextToken", &pages), 0);
    cloud_close(&cloud);
}

/* What was answered is there after the next start, and what expired meanwhile is not. */
static void kept(void **state)
{
    char directory[] = "/tmp/slrun-logs-XXXXXX", path[64];
    struct cloud cloud;
    size_t pages;
    (void)state;
    assert_non_null(mkdtemp(directory));
    cloud_open(&cloud, directory);
    stream(&cloud);
    json_decref(put(&cloud, 5, 5));
    cloud_close(&cloud);
    cloud_open(&cloud, directory);
    assert_int_equal(count(&cloud, "FilterLogEvents", "nextToken", &pages), 5);
    json_decref(ok(&cloud, "PutRetentionPolicy", "{\"logGroupName\":\"g\",\"retentionInDays\":1}"));
    cloud_close(&cloud);
    cloud_open(&cloud, directory);
    cloud_advance(&cloud, 86400000);
    assert_int_equal(count(&cloud, "FilterLogEvents", "nextToken", &pages), 0);
    cloud_close(&cloud);
    snprintf(path, sizeof path, "%s/logs.sqlite", directory);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(directory), 0);
}

static void unreadable(void **state)
{
    struct slrun_error error;
    (void)state;
    cloud_refuse("/nowhere/at/all", &error);
    assert_int_equal(error.kind, SLRUN_E_IO);
    assert_non_null(strstr(error.message, "/nowhere/at/all/logs.sqlite"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits), cmocka_unit_test(malformed),  cmocka_unit_test(reset),
        cmocka_unit_test(kept),   cmocka_unit_test(unreadable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
