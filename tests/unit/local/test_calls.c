/* SPDX-License-Identifier: Apache-2.0 */
/* Services of the local cloud that call others, and faults of such calls. */
#include "echo_cloud.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "local/clock/jump.h"
#include "local/inject.h"

struct heard {
    unsigned n;
    bool parsed;
    char said[64], code[SLRUN_ERROR_CODE_MAX], message[SLRUN_ERROR_MESSAGE_MAX];
};

static void on_said(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct heard *h = arg;
    h->n++;
    h->parsed = json_is_true(json_object_get(result, "parsed"));
    if (result)
        snprintf(h->said, sizeof h->said, "%s", json_string_value(json_object_get(result, "said")));
    else
        snprintf(h->message, sizeof h->message, "%s", error->message);
    if (error)
        snprintf(h->code, sizeof h->code, "%s", error->code);
}

static struct slrun_calling *call_wire(struct env *env, const char *word, int wire,
                                       struct heard *heard)
{
    return env->api->call(env->api,
                          &(struct slrun_cloud_call){.service = "echo",
                                                     .operation = "say",
                                                     .args = json_pack("{s:s}", "Word", word),
                                                     .account = "111122223333",
                                                     .caller = "tester",
                                                     .done = on_said,
                                                     .arg = heard,
                                                     .wire = wire});
}

static struct slrun_calling *call_say(struct env *env, const char *word, struct heard *heard)
{
    return call_wire(env, word, 0, heard);
}

static void test_call(void **state)
{
    struct env env;
    struct heard heard = {0};
    (void)state;
    env_open(&env);
    assert_non_null(call_say(&env, "hello", &heard));
    assert_int_equal(echo.served, 0); /* not from inside call() */
    env_run_until(&env, &heard.n, 1);
    assert_string_equal(heard.said, "us-east-1 111122223333");
    call_say(&env, "fail", &heard);
    env_run_until(&env, &heard.n, 2);
    assert_string_equal(heard.code, "ValidationException");
    env_close(&env);
}

static void test_call_of_the_wire(void **state)
{
    struct env env;
    struct heard heard = {0};
    (void)state;
    env_open(&env);
    call_say(&env, "hello", &heard);
    env_run_until(&env, &heard.n, 1);
    assert_true(heard.parsed);
    call_wire(&env, "hello", 1, &heard);
    env_run_until(&env, &heard.n, 2);
    assert_string_equal(heard.said, "us-east-1 111122223333");
    assert_false(heard.parsed);
    call_wire(&env, "fail", 1, &heard);
    env_run_until(&env, &heard.n, 3);
    assert_string_equal(heard.code, "ValidationException");
    env_close(&env);
}

/* A service that asked gets an open answer when it is whole. */
static void test_open_answer(void **state)
{
    struct env env;
    struct heard heard = {0}, other = {0};
    (void)state;
    env_open(&env);
    call_say(&env, "open", &heard);
    call_say(&env, "hello", &other);
    env_run_until(&env, &other.n, 1);
    assert_int_equal(heard.n, 0);
    assert_true(jump_at_rest(env.cloud)); /* it is parked, though something was fed */
    call_say(&env, "close", &other);
    env_run_until(&env, &heard.n, 1);
    assert_string_equal(heard.said, "in parts");
    call_say(&env, "open", &heard);
    call_say(&env, "cut", &other);
    env_run_until(&env, &heard.n, 2);
    assert_non_null(strstr(heard.message, "closed without an answer"));
    struct slrun_calling *left = call_say(&env, "open", &heard);
    call_say(&env, "hello", &other);
    env_run_until(&env, &other.n, 4);
    env.api->call_cancel(left);
    assert_int_equal(echo.gone, 1);
    call_say(&env, "open", &heard);
    call_say(&env, "hello", &other);
    env_run_until(&env, &other.n, 5);
    env_close(&env); /* with one that is open */
    assert_int_equal(echo.gone, 2);
}

/* What a test asks to fail fails for calls as well: nothing of it reaches the service. */
static void test_faults(void **state)
{
    struct env env;
    struct slrun_error error = {0};
    struct heard heard = {0};
    (void)state;
    env_open(&env);
    json_t *rule = json_pack("{s:s, s:s, s:s, s:i}", "service", "echo", "operation", "Say", "error",
                             "Injected", "times", 1);
    assert_int_equal(inject_add(env.cloud, rule, &error), 0);
    json_decref(rule);
    rule = json_pack("{s:s, s:b, s:i}", "resource", "hello", "drop", 1, "times", 1);
    assert_int_equal(inject_add(env.cloud, rule, &error), 0);
    json_decref(rule);
    rule = json_pack("{s:i, s:i}", "latency_ms", 5, "times", 1);
    assert_int_equal(inject_add(env.cloud, rule, &error), 0);
    json_decref(rule);
    call_say(&env, "hello", &heard);
    env_run_until(&env, &heard.n, 1);
    assert_string_equal(heard.code, "Injected");
    call_say(&env, "hello", &heard);
    env_run_until(&env, &heard.n, 2);
    assert_non_null(strstr(heard.message, "closed"));
    assert_int_equal(echo.served, 0);
    call_say(&env, "hello", &heard); /* late, but served */
    env_run_until(&env, &heard.n, 3);
    assert_int_equal(echo.served, 1);
    assert_string_equal(heard.said, "us-east-1 111122223333");
    json_t *list = inject_list(env.cloud);
    assert_int_equal(json_array_size(list), 3);
    json_decref(list);
    rule = json_pack("{s:i}", "latency_ms", 60000);
    assert_int_equal(inject_add(env.cloud, rule, &error), 0);
    json_decref(rule);
    call_say(&env, "hello", &heard); /* still held up as the cloud closes */
    for (int i = 0; i < 3; i++)
        uv_run(env.loop, UV_RUN_NOWAIT);
    assert_int_equal(echo.served, 1);
    env_close(&env);
}

/* What no fault is. */
static void test_wrong_faults(void **state)
{
    static const char *const wrong[] = {"[]",
                                        "{}",
                                        "{\"servce\":\"a\",\"error\":\"b\"}",
                                        "{\"error\":1}",
                                        "{\"error\":\"a\",\"drop\":true}",
                                        "{\"error\":\"a\",\"status\":200}",
                                        "{\"error\":\"a\",\"probability\":2}",
                                        "{\"error\":\"a\",\"times\":-2}",
                                        "{\"chance\":\"rain\"}",
                                        "{\"latency_ms\":-1}"};
    struct env env;
    (void)state;
    env_open(&env);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct slrun_error error = {0};
        json_t *rule = json_loads(wrong[i], 0, NULL);
        assert_int_equal(inject_add(env.cloud, rule, &error), -1);
        assert_int_not_equal(error.kind, SLRUN_E_NONE);
        error_clear(&error);
        json_decref(rule);
    }
    env_close(&env);
}

static void test_wrong_calls(void **state)
{
    static const struct {
        const char *service, *operation, *member, *message;
    } wrong[] = {{"ecco", "say", "Word", "the local cloud has no service 'ecco'"},
                 {"echo", "shout", "Word", "echo has no operation 'shout'"},
                 {"echo", "say", "Words", "Words"}};
    struct env env;
    (void)state;
    env_open(&env);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct heard heard = {0};
        env.api->call(env.api,
                      &(struct slrun_cloud_call){.service = wrong[i].service,
                                                 .operation = wrong[i].operation,
                                                 .args = json_pack("{s:s}", wrong[i].member, "x"),
                                                 .caller = "tester",
                                                 .done = on_said,
                                                 .arg = &heard});
        assert_int_equal(heard.n, 0);
        env_run_until(&env, &heard.n, 1);
        assert_non_null(strstr(heard.message, wrong[i].message));
    }
    assert_int_equal(echo.served, 0);
    env_close(&env);
}

static void test_parked_call(void **state)
{
    struct env env;
    struct heard waits = {0}, goes = {0};
    (void)state;
    env_open(&env);
    call_say(&env, "wait", &waits);
    env_run_until(&env, &echo.served, 1);
    assert_int_equal(waits.n, 0);
    call_say(&env, "go", &goes);
    env_run_until(&env, &goes.n, 1);
    env_run_until(&env, &waits.n, 1);
    assert_string_equal(waits.said, "at last");
    env_close(&env);
}

static void test_cancelled_call(void **state)
{
    struct env env;
    struct heard heard = {0};
    (void)state;
    env_open(&env);
    struct slrun_calling *calling = call_say(&env, "wait", &heard);
    env.api->call_cancel(call_say(&env, "hello", &heard)); /* before it is served */
    env_run_until(&env, &echo.served, 1);
    env.api->call_cancel(calling);
    assert_int_equal(echo.gone, 1);
    call_say(&env, "wait", &heard); /* the cloud closes on this one */
    env_run_until(&env, &echo.served, 2);
    env_close(&env);
    assert_int_equal(echo.gone, 2);
    assert_int_equal(heard.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_call),         cmocka_unit_test(test_call_of_the_wire),
        cmocka_unit_test(test_open_answer),  cmocka_unit_test(test_faults),
        cmocka_unit_test(test_wrong_faults), cmocka_unit_test(test_wrong_calls),
        cmocka_unit_test(test_parked_call),  cmocka_unit_test(test_cancelled_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
