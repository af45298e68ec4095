/* SPDX-License-Identifier: Apache-2.0 */
/* SubscribeToShard: what its subscribers get, and when. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cloud.h"
#include "local.h"

enum { BODY_SIZE = 1024, MANY = 100, SECOND = 1000, RECORD = 700 << 10 };

#define STREAM_ARN "arn:aws:kinesis:us-east-1:000000000000:stream/s"
#define SHARD      "shardId-000000000000"

struct env {
    struct cloud cloud;
    char consumer[512]; /* its ARN */
};

static json_t *ok(struct cloud *cloud, const char *operation, const char *body)
{
    json_t *answer = cloud_call(cloud, operation, body);
    if (cloud->status != 200)
        fail_msg("%s: %d %s", operation, cloud->status, cloud->body);
    return answer;
}

static void does(struct env *env, const char *operation, const char *body)
{
    json_decref(ok(&env->cloud, operation, body));
}

static void env_open(struct env *env)
{
    cloud_open(&env->cloud, NULL);
    does(env, "CreateStream", "{\"StreamName\":\"s\",\"ShardCount\":1}");
    cloud_advance(&env->cloud, 200);
    json_t *answer = ok(&env->cloud, "RegisterStreamConsumer",
                        "{\"StreamARN\":\"" STREAM_ARN "\",\"ConsumerName\":\"c\"}");
    const char *arn =
        json_string_value(json_object_get(json_object_get(answer, "Consumer"), "ConsumerARN"));
    snprintf(env->consumer, sizeof env->consumer, "%s", arn);
    json_decref(answer);
}

static void env_open_active(struct env *env)
{
    env_open(env);
    cloud_advance(&env->cloud, 200);
}

static struct exchange *subscribe(struct env *env, const char *position)
{
    char body[BODY_SIZE];
    snprintf(body, sizeof body,
             "{\"ConsumerARN\":\"%s\",\"ShardId\":\"" SHARD "\",\"StartingPosition\":%s}",
             env->consumer, position);
    return cloud_post(&env->cloud, "SubscribeToShard", body);
}

static struct exchange *subscribes(struct env *env, const char *position)
{
    struct exchange *x = subscribe(env, position);
    if (x->status != 200)
        fail_msg("%d %s", x->status, x->body);
    assert_string_equal(exchange_header(x, "Content-Type"), "application/vnd.amazon.eventstream");
    assert_ptr_equal(strstr(x->body, "initial-response {}\n"), x->body);
    assert_true(x->open);
    return x;
}

static void is_refused(struct exchange *x, const char *text)
{
    assert_int_equal(x->status, 400);
    if (!strstr(x->body, text))
        fail_msg("no %s in %s", text, x->body);
}

static void put(struct env *env, const char *data)
{
    char body[BODY_SIZE];
    snprintf(body, sizeof body, "{\"StreamName\":\"s\",\"PartitionKey\":\"a\",\"Data\":\"%s\"}",
             data);
    does(env, "PutRecord", body);
    cloud_advance(&env->cloud, 0);
}

/* The n-th event, of any kind, as JSON; its name is checked. NULL: there are fewer. */
static json_t *event(const struct exchange *x, size_t n, const char *name)
{
    const char *at = x->body;
    for (; n && at; n--) {
        at = strchr(at, '\n');
        at = at ? at + 1 : NULL;
    }
    if (!at || !*at)
        return NULL;
    size_t length = strlen(name);
    if (strncmp(at, name, length) != 0 || at[length] != ' ')
        fail_msg("no %s: %s", name, at);
    json_t *json = json_loads(at + length, JSON_DISABLE_EOF_CHECK, NULL);
    assert_non_null(json);
    return json;
}

static size_t count(const struct exchange *x)
{
    size_t n = 0;
    for (const char *at = x->body; (at = strchr(at, '\n')); at++)
        n++;
    return n;
}

/* What the n-th event brings: "YQ==,Yg==". */
static void brings(const struct exchange *x, size_t n, const char *want)
{
    char got[256] = "";
    size_t i;
    json_t *record, *json = event(x, n, "SubscribeToShardEvent");
    assert_non_null(json);
    json_array_foreach (json_object_get(json, "Records"), i, record) {
        strcat(got, i ? "," : "");
        strcat(got, json_string_value(json_object_get(record, "Data")));
    }
    assert_string_equal(got, want);
    assert_int_equal(json_integer_value(json_object_get(json, "MillisBehindLatest")), 0);
    json_decref(json);
}

/* A starting position from the n-th event's ContinuationSequenceNumber. */
static const char *after(const struct exchange *x, size_t n, const char *type)
{
    static char position[256];
    json_t *json = event(x, n, "SubscribeToShardEvent");
    snprintf(position, sizeof position, "{\"Type\":\"%s\",\"SequenceNumber\":\"%s\"}", type,
             json_string_value(json_object_get(json, "ContinuationSequenceNumber")));
    json_decref(json);
    return position;
}

/* ---- tests ---- */

static void events_come_as_records_do(void **state)
{
    struct env env;
    (void)state;
    env_open_active(&env);
    put(&env, "YQ==");
    struct exchange *x = subscribes(&env, "{\"Type\":\"LATEST\"}");
    brings(x, 1, "");
    put(&env, "Yg==");
    brings(x, 2, "Yg==");
    does(&env, "PutRecords",
         "{\"StreamName\":\"s\",\"Records\":[{\"PartitionKey\":\"a\",\"Data\":\"Yw==\"},"
         "{\"PartitionKey\":\"b\",\"Data\":\"ZA==\"}]}");
    cloud_advance(&env.cloud, 0);
    brings(x, 3, "Yw==,ZA==");
    assert_int_equal(count(x), 4);
    exchange_leave(x);
    put(&env, "ZQ==");
    assert_int_equal(count(x), 4);
    cloud_close(&env.cloud);
}

static void an_idle_one_has_a_pulse(void **state)
{
    struct env env;
    (void)state;
    env_open_active(&env);
    struct exchange *x = subscribes(&env, "{\"Type\":\"TRIM_HORIZON\"}");
    cloud_advance(&env.cloud, 4 * SECOND);
    assert_int_equal(count(x), 2);
    put(&env, "YQ=="); /* counts as one */
    cloud_advance(&env.cloud, 4 * SECOND);
    assert_int_equal(count(x), 3);
    cloud_advance(&env.cloud, SECOND);
    assert_int_equal(count(x), 4);
    brings(x, 3, "");
    cloud_close(&env.cloud);
}

static void it_lives_five_minutes(void **state)
{
    struct env env;
    (void)state;
    env_open_active(&env);
    struct exchange *x = subscribes(&env, "{\"Type\":\"LATEST\"}");
    cloud_advance(&env.cloud, 300 * SECOND - 1);
    assert_true(x->open);
    cloud_advance(&env.cloud, 1);
    assert_false(x->open);
    assert_false(x->cut);
    put(&env, "YQ==");
    x = subscribes(&env, after(x, count(x) - 1, "AFTER_SEQUENCE_NUMBER"));
    brings(x, 1, "YQ==");
    cloud_close(&env.cloud);
}

/* Each kind of number is fit for each way to go on, and nothing is lost. */
static void it_goes_on_where_it_was(void **state)
{
    static const char *const types[] = {"AFTER_SEQUENCE_NUMBER", "AT_SEQUENCE_NUMBER"};
    struct env env;
    (void)state;
    env_open_active(&env);
    put(&env, "YQ==");
    struct exchange *x = subscribes(&env, "{\"Type\":\"LATEST\"}");
    for (size_t i = 0; i < 2; i++) { /* an event without records */
        exchange_leave(x);
        cloud_advance(&env.cloud, 5 * SECOND);
        x = subscribes(&env, after(x, 1, types[i]));
        brings(x, 1, "");
    }
    put(&env, "Yg==");
    brings(x, 2, "Yg==");
    exchange_leave(x);
    cloud_advance(&env.cloud, 5 * SECOND);
    struct exchange *y = subscribes(&env, after(x, 2, types[0]));
    brings(y, 1, "");
    exchange_leave(y);
    cloud_advance(&env.cloud, 5 * SECOND);
    x = subscribes(&env, after(x, 2, types[1])); /* the number of a record */
    brings(x, 1, "Yg==");
    cloud_close(&env.cloud);
}

static void at_a_time(void **state)
{
    char position[128];
    struct env env;
    (void)state;
    env_open_active(&env);
    put(&env, "YQ==");
    cloud_advance(&env.cloud, 2 * SECOND);
    snprintf(position, sizeof position, "{\"Type\":\"AT_TIMESTAMP\",\"Timestamp\":%lld}",
             (long long)(env.cloud.now_ms / 1000));
    cloud_advance(&env.cloud, SECOND);
    put(&env, "Yg==");
    brings(subscribes(&env, position), 1, "Yg==");
    cloud_close(&env.cloud);
}

static void one_for_a_consumer_and_shard(void **state)
{
    struct env env;
    (void)state;
    env_open_active(&env);
    struct exchange *x = subscribes(&env, "{\"Type\":\"LATEST\"}");
    cloud_advance(&env.cloud, 5 * SECOND - 1);
    is_refused(subscribe(&env, "{\"Type\":\"LATEST\"}"), "ResourceInUseException");
    assert_true(x->open);
    exchange_leave(x); /* that changes nothing */
    is_refused(subscribe(&env, "{\"Type\":\"LATEST\"}"), "Another active subscription exists");
    cloud_advance(&env.cloud, 1);
    x = subscribes(&env, "{\"Type\":\"LATEST\"}");
    cloud_advance(&env.cloud, 5 * SECOND);
    struct exchange *y = subscribes(&env, "{\"Type\":\"LATEST\"}");
    assert_false(x->open);
    json_t *json = event(x, count(x) - 1, "!ResourceInUseException");
    assert_non_null(
        strstr(json_string_value(json_object_get(json, "message")), "000000000000:s:" SHARD ":c"));
    json_decref(json);
    size_t before = count(x);
    put(&env, "YQ==");
    assert_int_equal(count(x), before);
    brings(y, 2, "YQ==");
    cloud_close(&env.cloud);
}

static void the_end_of_a_shard(void **state)
{
    struct env env;
    (void)state;
    env_open_active(&env);
    struct exchange *x = subscribes(&env, "{\"Type\":\"TRIM_HORIZON\"}");
    put(&env, "YQ==");
    does(&env, "SplitShard",
         "{\"StreamName\":\"s\",\"ShardToSplit\":\"" SHARD "\",\"NewStartingHashKey\":\"100\"}");
    cloud_advance(&env.cloud, 200);
    assert_false(x->open);
    assert_false(x->cut);
    brings(x, 2, "YQ==");
    json_t *json = event(x, 3, "SubscribeToShardEvent");
    assert_int_equal(json_array_size(json_object_get(json, "ChildShards")), 2);
    assert_int_equal(json_array_size(json_object_get(json, "Records")), 0);
    assert_null(json_object_get(json, "ContinuationSequenceNumber"));
    json_decref(json);
    assert_int_equal(count(x), 4);
    cloud_advance(&env.cloud, 5 * SECOND);
    x = subscribe(&env, "{\"Type\":\"LATEST\"}"); /* the last event again */
    assert_int_equal(count(x), 2);
    assert_non_null(strstr(x->body, "ChildShards"));
    assert_false(x->open);
    cloud_close(&env.cloud);
}

static void consumers_and_streams_go(void **state)
{
    char body[BODY_SIZE];
    struct env env;
    (void)state;
    env_open(&env);
    is_refused(subscribe(&env, "{\"Type\":\"LATEST\"}"), "is not in ACTIVE status");
    cloud_advance(&env.cloud, 200);
    struct exchange *x = subscribes(&env, "{\"Type\":\"LATEST\"}");
    snprintf(body, sizeof body, "{\"ConsumerARN\":\"%s\"}", env.consumer);
    does(&env, "DeregisterStreamConsumer", body);
    cloud_advance(&env.cloud, 200);
    assert_false(x->open);
    json_decref(event(x, 2, "!ResourceNotFoundException"));
    is_refused(subscribe(&env, "{\"Type\":\"LATEST\"}"), "ResourceNotFoundException");
    cloud_close(&env.cloud);
    env_open_active(&env);
    x = subscribes(&env, "{\"Type\":\"LATEST\"}");
    does(&env, "DeleteStream", "{\"StreamName\":\"s\",\"EnforceConsumerDeletion\":true}");
    cloud_advance(&env.cloud, 200);
    assert_false(x->open);
    json_decref(event(x, 2, "!ResourceNotFoundException"));
    cloud_close(&env.cloud);
    env_open_active(&env);
    x = subscribes(&env, "{\"Type\":\"LATEST\"}");
    env.cloud.half->local->reset(env.cloud.service);
    assert_false(x->open);
    cloud_close(&env.cloud);
}

static void wrong_requests(void **state)
{
    struct env env;
    (void)state;
    env_open_active(&env);
    is_refused(subscribe(&env, "{\"Type\":\"LAST\"}"), "ValidationException");
    is_refused(subscribe(&env, "{}"), "ValidationException");
    is_refused(subscribe(&env, "{\"Type\":\"AT_TIMESTAMP\"}"), "InvalidArgumentException");
    is_refused(subscribe(&env, "{\"Type\":\"AT_SEQUENCE_NUMBER\"}"), "InvalidArgumentException");
    is_refused(subscribe(&env, "{\"Type\":\"AFTER_SEQUENCE_NUMBER\",\"SequenceNumber\":\"x\"}"),
               "ValidationException");
    strcat(env.consumer, "1");
    is_refused(subscribe(&env, "{\"Type\":\"LATEST\"}"), "ResourceNotFoundException");
    subscribe(&env, "\"LATEST\"");
    assert_int_equal(env.cloud.status, 400);
    cloud_close(&env.cloud);
}

/* Who does not read is fed no more, loses nothing, and is no bar to the others. */
static void a_client_that_does_not_read(void **state)
{
    struct env env;
    (void)state;
    env_open_active(&env);
    struct exchange *x = subscribes(&env, "{\"Type\":\"LATEST\"}");
    x->full = true;
    put(&env, "YQ==");
    size_t before = count(x);
    put(&env, "Yg==");
    put(&env, "Yw==");
    cloud_advance(&env.cloud, 60 * SECOND);
    assert_int_equal(count(x), before);
    exchange_read(x);
    brings(x, before, "Yg==,Yw==");
    cloud_close(&env.cloud);
}

/* Of large records one event has few; with limits they come at 2 MiB a second. */
static void large_records(void **state)
{
    struct env env;
    char *body = malloc(2 * RECORD);
    (void)state;
    env_open_active(&env);
    int n = sprintf(body, "{\"StreamName\":\"s\",\"PartitionKey\":\"a\",\"Data\":\"");
    memset(body + n, 'A', RECORD / 3 * 4);
    strcpy(body + n + RECORD / 3 * 4, "\"}");
    does(&env, "AddTagsToStream", "{\"StreamName\":\"s\",\"Tags\":{\"slrun:limits\":\"on\"}}");
    for (int i = 0; i < 6; i++) {
        does(&env, "PutRecord", body);
        cloud_advance(&env.cloud, SECOND);
    }
    struct exchange *x = subscribes(&env, "{\"Type\":\"TRIM_HORIZON\"}");
    json_t *json = event(x, 1, "SubscribeToShardEvent");
    assert_int_equal(json_array_size(json_object_get(json, "Records")), 1);
    assert_true(json_integer_value(json_object_get(json, "MillisBehindLatest")) > 0);
    json_decref(json);
    assert_int_equal(count(x), 2);
    cloud_advance(&env.cloud, SECOND);
    assert_int_equal(count(x), 4);
    cloud_advance(&env.cloud, SECOND);
    assert_int_equal(count(x), 7);
    cloud_close(&env.cloud);
    free(body);
}

static void many(void **state)
{
    struct env env;
    struct exchange *x[MANY];
    char body[BODY_SIZE];
    (void)state;
    env_open_active(&env);
    does(&env, "CreateStream", "{\"StreamName\":\"m\",\"ShardCount\":100}");
    cloud_advance(&env.cloud, 200);
    json_t *answer = ok(&env.cloud, "RegisterStreamConsumer",
                        "{\"StreamARN\":\"arn:aws:kinesis:us-east-1:000000000000:stream/m\","
                        "\"ConsumerName\":\"c\"}");
    cloud_advance(&env.cloud, 200);
    for (int i = 0; i < MANY; i++) {
        snprintf(
            body, sizeof body,
            "{\"ConsumerARN\":\"%s\",\"ShardId\":\"shardId-%012d\",\"StartingPosition\":"
            "{\"Type\":\"LATEST\"}}",
            json_string_value(json_object_get(json_object_get(answer, "Consumer"), "ConsumerARN")),
            i);
        x[i] = cloud_post(&env.cloud, "SubscribeToShard", body);
        assert_true(x[i]->open);
    }
    does(&env, "PutRecord",
         "{\"StreamName\":\"m\",\"PartitionKey\":\"a\",\"Data\":\"YQ==\","
         "\"ExplicitHashKey\":\"0\"}");
    cloud_advance(&env.cloud, 0);
    brings(x[0], 2, "YQ==");
    for (int i = 1; i < MANY; i++)
        assert_int_equal(count(x[i]), 2);
    for (int i = 0; i < MANY; i += 2)
        exchange_leave(x[i]);
    json_decref(answer);
    cloud_close(&env.cloud);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_come_as_records_do),
        cmocka_unit_test(an_idle_one_has_a_pulse),
        cmocka_unit_test(it_lives_five_minutes),
        cmocka_unit_test(it_goes_on_where_it_was),
        cmocka_unit_test(at_a_time),
        cmocka_unit_test(one_for_a_consumer_and_shard),
        cmocka_unit_test(the_end_of_a_shard),
        cmocka_unit_test(consumers_and_streams_go),
        cmocka_unit_test(wrong_requests),
        cmocka_unit_test(a_client_that_does_not_read),
        cmocka_unit_test(large_records),
        cmocka_unit_test(many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
