/* SPDX-License-Identifier: Apache-2.0 */
/* Routing, signatures, timers and replies of the local cloud, by signed requests over HTTP. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "cloud_env.h"
#include "fake_service.h"
#include "local/failures.h"
#include "local/inject.h"

static void test_routes(void **state)
{
    struct env env;
    (void)state;
    env_open(&env, false);
    struct ask json = {KEYS, .service = "fake", .target = "Fake_2020.PutThing", .body = "{}"};
    ask(&env, &json);
    assert_int_equal(json.status, 200);
    assert_non_null(strstr(json.answer, "\"service\":\"json\",\"operation\":\"PutThing\","
                                        "\"region\":\"eu-west-1\",\"account\":\"000000000000\""));
    assert_non_null(strstr(json.answer, "\"body\":\"{}\""));

    struct ask query = {KEYS, .service = "other", .body = "Action=List"};
    ask(&env, &query);
    assert_non_null(strstr(query.answer, "\"service\":\"query\",\"operation\":null"));
    assert_string_not_equal(query.id, json.id);

    struct ask unknown = {KEYS, .service = "kinesis", .target = "Kinesis_2013.ListStreams"};
    ask(&env, &unknown);
    assert_int_equal(unknown.status, 400);
    assert_non_null(strstr(unknown.answer, "#UnknownOperationException"));
    assert_non_null(strstr(unknown.answer, "it has: fake other"));

    struct ask longer = {KEYS, .service = "fake", .target = "Fake_20201.PutThing"};
    ask(&env, &longer); /* the target decides, and it is not exactly one that is known */
    assert_non_null(strstr(longer.answer, "#UnknownOperationException"));
    env_close(&env);
}

static void test_own(void **state)
{
    static const struct {
        const char *method, *path, *extra;
        int status;
        const char *text;
        unsigned resets;
    } rows[] = {
        {"GET", "/", NULL, 200, "\"name\":\"slrun local cloud\"", 0},
        {"GET", "/?x", NULL, 200, "\"services\":[\"fake\",\"other\"]", 0},
        {"GET", "/_slrun/health", NULL, 200, "\"status\":\"ok\"", 0},
        {"GET", "/_slrun/reset", NULL, 404, "ResourceNotFoundException", 0},
        {"POST", "/_slrun/reset", "Origin", 403, "not for web pages", 0},
        {"POST", "/_slrun/reset", "Sec-Fetch-Site", 403, "not for web pages", 0},
        {"GET", "/_slrun/look", "Origin", 403, "not for web pages", 0},
        {"GET", "/_slrun/look", NULL, 200, "\"services\":[]", 0},
        {"GET", "/_slrun/look/fake", NULL, 404, "ResourceNotFoundException", 0},
        {"POST", "/_slrun/look", NULL, 404, "ResourceNotFoundException", 0},
        {"POST", "/_slrun/reset", NULL, 200, "\"status\":\"reset\"", 2},
        {"POST", "/moto-api/reset", "Origin", 403, "not for web pages", 2},
        {"POST", "/moto-api/reset", NULL, 200, "\"status\":\"reset\"", 4},
        {"GET", "/moto-api/data.json", NULL, 404, "ResourceNotFoundException", 4},
        {"POST", "/", NULL, 400, "#MissingAuthenticationTokenException", 4},
    };
    struct env env;
    (void)state;
    env_open(&env, false);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ask a = {.method = rows[i].method,
                        .path = rows[i].path,
                        .extra = rows[i].extra,
                        .extra_value = "http://evil.example"};
        ask(&env, &a);
        assert_int_equal(a.status, rows[i].status);
        assert_non_null(strstr(a.answer, rows[i].text));
        assert_int_equal(fake_counts.resets, rows[i].resets);
    }
    env_close(&env);
}

/* A request that is refused for its signature. */
static void refused(struct env *env, int operation)
{
    char target[64];
    snprintf(target, sizeof target, "Fake_2020.Op%d", operation);
    struct ask a = {KEYS, .service = "fake", .target = target, .body = "{}", .tamper = true};
    ask(env, &a);
    assert_int_equal(a.status, 400);
}

static void test_failures(void **state)
{
    struct env env;
    int n = 0;
    (void)state;
    env_open(&env, false);
    for (int i = 0; i < FAILURES_MAX + 3; i++)
        refused(&env, i);
    refused(&env, FAILURES_MAX);
    struct ask good = {KEYS, .service = "fake", .target = "Fake_2020.Good", .body = "{}"};
    ask(&env, &good);
    assert_int_equal(good.status, 200);
    struct ask a = {.method = "GET", .path = "/_slrun/failures"};
    ask(&env, &a);
    for (const char *at = a.answer; (at = strstr(at, "\"at_ms\":")); at++)
        n++;
    assert_int_equal(n, FAILURES_MAX);
    const char *twice = strstr(a.answer, "\"times\":2,\"service\":\"fake\",\"operation\":\"Op64\","
                                         "\"region\":\"eu-west-1\",\"status\":400");
    assert_non_null(twice);
    assert_true(twice < strstr(a.answer, "\"Op66\"")); /* it is the last again */
    assert_non_null(strstr(a.answer, "\"Op3\""));
    assert_null(strstr(a.answer, "\"Op2\""));
    assert_null(strstr(a.answer, "\"Good\""));
    struct ask reset = {.path = "/_slrun/reset"}, none = {.method = "GET", .path = a.path};
    ask(&env, &reset);
    ask(&env, &none);
    assert_string_equal(none.answer, "{\"failures\":[]}");
    env_close(&env);
}

static void test_signatures(void **state)
{
    static const char run_key[] = "AKIARUN", run_secret[] = "s3cret";
    static const struct {
        bool strict;
        const char *access, *secret, *service;
        bool tamper;
        int64_t skew;
        const char *code; /* NULL: accepted */
    } rows[] = {
        {false, "test", "test", "fake", false, 0, NULL},
        {false, "test", "wrong", "fake", false, 0, "InvalidSignatureException"},
        {false, "test", "test", "fake", true, 0, "InvalidSignatureException"},
        {false, "test", "test", "other", false, 0, "InvalidSignatureException"},
        {false, "test", "test", "fake", false, -3600, "InvalidSignatureException"},
        {false, run_key, run_secret, "fake", false, 0, NULL},
        {false, run_key, "test", "fake", false, 0, "InvalidSignatureException"},
        {false, "AKIAUNKNOWN", "any", "fake", false, 0, NULL},
        {true, "AKIAUNKNOWN", "any", "fake", false, 0, "UnrecognizedClientException"},
        {true, "test", "test", "fake", false, 0, NULL},
        {true, NULL, NULL, "fake", false, 0, "MissingAuthenticationTokenException"},
        {false, NULL, NULL, "fake", false, 0, "MissingAuthenticationTokenException"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct env env;
        char want[128];
        env_open(&env, rows[i].strict);
        assert_int_equal(auth_add_key(env.auth, run_key, run_secret), 0);
        struct ask a = {.access = rows[i].access,
                        .secret = rows[i].secret,
                        .service = rows[i].service,
                        .tamper = rows[i].tamper,
                        .skew = rows[i].skew,
                        .target = "Fake_2020.Get",
                        .body = "{}"};
        ask(&env, &a);
        snprintf(want, sizeof want, "{\"__type\":\"com.amazon.coral.service#%s\",",
                 rows[i].code ? rows[i].code : "");
        if (rows[i].code) {
            assert_in_range(a.status, 400, 403);
            assert_non_null(strstr(a.answer, want));
        } else {
            assert_int_equal(a.status, 200);
        }
        env_close(&env);
    }
}

static void test_too_many_keys(void **state)
{
    struct auth *auth = auth_new(false);
    int n = 0;
    (void)state;
    while (n <= AUTH_KEYS_MAX && !auth_add_key(auth, "a", "b"))
        n++;
    assert_int_equal(n, AUTH_KEYS_MAX - 1);
    auth_free(auth);
}

static void test_later(void **state)
{
    struct env env;
    (void)state;
    env_open(&env, false);
    struct ask a = {KEYS, .service = "fake", .target = "Fake_2020.Later", .body = "{}"};
    int64_t before = env.cloud->api.now_ms(&env.cloud->api);
    ask(&env, &a);
    assert_int_equal(a.status, 200);
    assert_true(env.cloud->api.now_ms(&env.cloud->api) >= before + 20);
    struct ask waits = {KEYS, .service = "fake", .target = "Fake_2020.Later", .body = "{}"};
    submit(&env, &waits);
    run_until(&env, &waits.done, 5); /* the timer and the exchange end with the cloud */
    env_close(&env);
}

static void test_client_leaves(void **state)
{
    struct env env;
    bool never = false;
    (void)state;
    env_open(&env, false);
    struct ask told = {KEYS, .service = "fake", .target = "Fake_2020.Wait", .body = "{}"};
    struct ask untold = {KEYS, .service = "fake", .target = "Fake_2020.Later", .body = "{}"};
    struct ask stays = {KEYS, .service = "fake", .target = "Fake_2020.Wait", .body = "{}"};
    submit(&env, &told);
    submit(&env, &untold);
    submit(&env, &stays);
    run_until(&env, &never, 10);
    http_client_cancel(env.client, &told.call);
    http_client_cancel(env.client, &untold.call);
    for (int i = 0; i < 1000 && fake_counts.gone < 1; i++)
        run_until(&env, &never, 5);
    assert_int_equal(fake_counts.gone, 1);
    run_until(&env, &never, 30); /* the service answers `untold`, which nobody hears */
    env_close(&env);
    assert_int_equal(fake_counts.gone, 2); /* `stays` was told at the end */
}

/* What a fault holds up is no longer at work when nobody waits for it. */
static void test_client_leaves_a_fault(void **state)
{
    struct env env;
    struct slrun_error error = {0};
    bool never = false;
    (void)state;
    env_open(&env, false);
    json_t *rule = json_pack("{s:i}", "latency_ms", 3600 * 1000);
    assert_int_equal(inject_add(env.cloud, rule, &error), 0);
    json_decref(rule);
    struct ask held = {KEYS, .service = "fake", .target = "Fake_2020.Wait", .body = "{}"};
    submit(&env, &held);
    for (int i = 0; i < 1000 && env.cloud->n_exchanges < 1; i++)
        run_until(&env, &never, 5);
    run_until(&env, &never, 10);
    assert_int_equal(env.cloud->n_exchanges, 1);
    http_client_cancel(env.client, &held.call);
    for (int i = 0; i < 1000 && env.cloud->n_exchanges > 0; i++)
        run_until(&env, &never, 5);
    assert_int_equal(env.cloud->n_exchanges, 0);
    env_close(&env);
}

static void count(void *arg)
{
    ++*(int *)arg;
}

static void test_timers(void **state)
{
    struct env env;
    int fired = 0, stopped = 0;
    bool never = false;
    (void)state;
    env_open(&env, false);
    const struct slrun_cloud *cloud = &env.cloud->api;
    cloud->timer_start(cloud, cloud->now_ms(cloud) - 5, count, &fired);
    struct slrun_timer *timer =
        cloud->timer_start(cloud, cloud->now_ms(cloud) + 5, count, &stopped);
    cloud->timer_start(cloud, cloud->now_ms(cloud) + 1000000000, count, &stopped);
    cloud->timer_stop(timer);
    run_until(&env, &never, 30);
    assert_int_equal(fired, 1);
    assert_int_equal(stopped, 0);
    env_close(&env);
}

/* Its milliseconds are those of the wall clock, not some that begin in their midst: what comes
 * after the millisecond in which a runner did something is told with a later one. */
static void test_milliseconds(void **state)
{
    static const double near_ms = 0.1; /* what two readings of the two clocks may differ by */
    struct env env;
    (void)state;
    env_open(&env, false);
    const struct slrun_cloud *cloud = &env.cloud->api;
    double ahead = clock_wall_offset_ms();
    for (int i = 0; i < 100000; i++) {
        double before = (double)clock_mono_ns() / 1e6 + ahead;
        int64_t now = cloud->now_ms(cloud);
        double after = (double)clock_mono_ns() / 1e6 + ahead;
        assert_true(now >= (int64_t)(before - near_ms) && now <= (int64_t)(after + near_ms));
    }
    env_close(&env);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_routes),        cmocka_unit_test(test_own),
        cmocka_unit_test(test_failures),      cmocka_unit_test(test_signatures),
        cmocka_unit_test(test_too_many_keys), cmocka_unit_test(test_later),
        cmocka_unit_test(test_client_leaves), cmocka_unit_test(test_client_leaves_a_fault),
        cmocka_unit_test(test_timers),        cmocka_unit_test(test_milliseconds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
