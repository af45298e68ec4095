/* SPDX-License-Identifier: Apache-2.0 */
/* What services of the local cloud do together: calls, news, processes, resources of stacks. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <uv.h>

#include <cmocka.h>

#include <slrun/slrun.h>

#include "base/error.h"
#include "local/clock/jump.h"
#include "local/cloud.h"
#include "local/inject.h"
#include "net/loop.h"
#include "plugin/host.h"

enum { GUARD_MS = 20000 };

/* ---- a service ---- */

/* say { Word = } is answered with {"said": ...}, "fail" with an error, and "wait" is parked until
 * somebody says "go". "open" is answered by the first half of {"said": ...}; "close" brings the
 * other, and "cut" ends it without. */
static struct {
    struct slrun_exchange *parked;
    unsigned served, gone;
} echo;

static const struct slrun_service echo_service = {.signing_name = "echo",
                                                  .endpoint_prefix = "echo",
                                                  .target = "Echo_1",
                                                  .json_version = "1.0",
                                                  .iam_prefix = "echo"};
static const struct slrun_cloud *echo_cloud;

static void answer(struct slrun_exchange *x, int status, const char *text)
{
    const struct slrun_reply reply = {.status = status,
                                      .content_type = "application/x-amz-json-1.0",
                                      .body = text,
                                      .size = strlen(text)};
    echo_cloud->reply(x, &reply);
}

static void gone(struct slrun_exchange *x)
{
    assert_ptr_equal(x, echo.parked);
    echo.parked = NULL;
    echo.gone++;
}

static void serve(void *service, struct slrun_exchange *x)
{
    char text[256];
    (void)service;
    echo.served++;
    assert_string_equal(x->operation, "Say");
    assert_true(strcmp(x->caller, "tester") == 0 || strcmp(x->caller, "cloudformation") == 0);
    assert_non_null(x->access_key);
    if (strstr(x->body, "open")) {
        echo.parked = x;
        echo_cloud->on_gone(x, gone);
        echo_cloud->reply_open(x, &(struct slrun_reply){.status = 200}, NULL);
        assert_int_equal(echo_cloud->feed(x, "{\"said\":", 8), 1);
    } else if (strstr(x->body, "fail")) {
        answer(x, 400, "{\"__type\":\"a#ValidationException\",\"message\":\"no\"}");
    } else if (strstr(x->body, "wait")) {
        echo.parked = x;
        echo_cloud->on_gone(x, gone);
    } else {
        if (strstr(x->body, "close"))
            assert_int_equal(echo_cloud->feed(echo.parked, "\"in parts\"}", 11), 1);
        if (strstr(x->body, "close") || strstr(x->body, "cut"))
            echo_cloud->feed_end(echo.parked, strstr(x->body, "close") != NULL);
        if (strstr(x->body, "go"))
            answer(echo.parked, 200, "{\"said\":\"at last\"}");
        snprintf(text, sizeof text, "{\"said\":\"%s %s\"}", x->region, x->account);
        answer(x, 200, text);
    }
}

static int echo_open(const struct slrun_cloud *cloud, void **service, struct slrun_error *error)
{
    (void)service, (void)error;
    echo_cloud = cloud;
    assert_null(cloud->url(cloud));
    return 0;
}

static void nothing(void *service)
{
    (void)service;
}

static void said(void *service, struct slrun_resource *r, const json_t *results)
{
    (void)service;
    json_t *all = json_pack("{s:O}", "Arn", json_object_get(json_array_get(results, 0), "said"));
    assert_int_equal(json_array_size(results), 2);
    assert_true(json_is_null(json_array_get(results, 1)));
    echo_cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = "said", .attributes = all});
    json_decref(all);
}

/* By two operations, of which the second fails; that is ignored with Size 4. */
static void create_by_operations(struct slrun_resource *r, bool ignored)
{
    struct slrun_resource_call calls[] = {
        {.operation = "say", .args = json_pack("{s:s}", "Word", "hello")},
        {.service = "echo",
         .operation = "say",
         .args = json_pack("{s:s}", "Word", "fail"),
         .ignored = ignored ? "ValidationException" : "OtherException"}};
    echo_cloud->resource_run(echo_cloud, r,
                             &(struct slrun_resource_run){
                                 .service = "echo", .calls = calls, .n_calls = 2, .done = said});
}

/* Creates what has Size 1 at once, of Size 2 never says anything, of Size 4 and 5 by operations,
 * and fails for others. */
static void create(void *service, struct slrun_resource *r)
{
    struct slrun_error error = {0};
    json_int_t size = json_integer_value(json_object_get(r->properties, "Size"));
    (void)service;
    if (size == 2)
        return;
    if (size == 4 || size == 5) {
        create_by_operations(r, size == 4);
        return;
    }
    json_t *attributes = json_pack("{s:s}", "Arn", r->stack_id);
    error_set(&error, SLRUN_E_SERVICE, "too large: %s", r->logical_id);
    echo_cloud->resource_done(r, &(struct slrun_resource_result){.error = size == 1 ? NULL : &error,
                                                                 .physical_id = r->suggested_name,
                                                                 .attributes = attributes});
    json_decref(attributes);
}

static const struct slrun_param thing_properties[] = {{"Size", {SLRUN_INTEGER}, SLRUN_REQUIRED, ""},
                                                      {0}};
static const struct slrun_resource_type types[] = {{.type = "Test::Echo::Thing",
                                                    .doc = "A thing.",
                                                    .properties = thing_properties,
                                                    .create = create,
                                                    .remove = create},
                                                   {0}};

static int build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_json_build(ctx, args, req);
}

static json_t *parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *result = ctx->host->aws_json_parse(ctx, resp);
    if (result)
        json_object_set_new(result, "parsed", json_true());
    return result;
}

static const struct slrun_param say_params[] = {{"Word", {SLRUN_STRING}, SLRUN_REQUIRED, ""}, {0}};
static const struct slrun_op say = {.name = "say",
                                    .api = "Say",
                                    .doc = "Says.",
                                    .params = say_params,
                                    .build = build,
                                    .parse = parse};
static const struct slrun_local echo_half = {
    .open = echo_open, .close = nothing, .serve = serve, .reset = nothing, .resources = types};
static const struct slrun_plugin echo_plugin = {
    .name = "echo", .service = &echo_service, .ops = &say, .n_ops = 1, .local = &echo_half};

/* ---- the cloud of a test ---- */

struct env {
    uv_loop_t *loop;
    struct auth *auth;
    struct cloud *cloud;
    const struct slrun_cloud *api;
};

static void env_open(struct env *env)
{
    struct slrun_error error = {0};
    memset(&echo, 0, sizeof echo);
    env->loop = loop_new(&error);
    env->auth = auth_new(false);
    env->cloud = cloud_new(env->loop, host_table(), NULL, env->auth);
    assert_int_equal(cloud_add(env->cloud, &(struct cloud_plugin){&echo_plugin, NULL}, &error), 0);
    env->api = &env->cloud->api;
}

static void env_close(struct env *env)
{
    cloud_free(env->cloud);
    auth_free(env->auth);
    loop_free(env->loop);
}

static void on_guard(uv_timer_t *timer)
{
    *(bool *)timer->data = true;
}

static void run_until(struct env *env, const unsigned *count, unsigned wanted)
{
    uv_timer_t guard;
    bool late = false;
    guard.data = &late;
    uv_timer_init(env->loop, &guard);
    uv_timer_start(&guard, on_guard, GUARD_MS, 0);
    while (*count < wanted && !late)
        uv_run(env->loop, UV_RUN_ONCE);
    uv_close((uv_handle_t *)&guard, NULL);
    uv_run(env->loop, UV_RUN_NOWAIT);
    assert_false(late);
}

/* ---- calls ---- */

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
    run_until(&env, &heard.n, 1);
    assert_string_equal(heard.said, "us-east-1 111122223333");
    call_say(&env, "fail", &heard);
    run_until(&env, &heard.n, 2);
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
    run_until(&env, &heard.n, 1);
    assert_true(heard.parsed);
    call_wire(&env, "hello", 1, &heard);
    run_until(&env, &heard.n, 2);
    assert_string_equal(heard.said, "us-east-1 111122223333");
    assert_false(heard.parsed);
    call_wire(&env, "fail", 1, &heard);
    run_until(&env, &heard.n, 3);
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
    run_until(&env, &other.n, 1);
    assert_int_equal(heard.n, 0);
    assert_true(jump_at_rest(env.cloud)); /* it is parked, though something was fed */
    call_say(&env, "close", &other);
    run_until(&env, &heard.n, 1);
    assert_string_equal(heard.said, "in parts");
    call_say(&env, "open", &heard);
    call_say(&env, "cut", &other);
    run_until(&env, &heard.n, 2);
    assert_non_null(strstr(heard.message, "closed without an answer"));
    struct slrun_calling *left = call_say(&env, "open", &heard);
    call_say(&env, "hello", &other);
    run_until(&env, &other.n, 4);
    env.api->call_cancel(left);
    assert_int_equal(echo.gone, 1);
    call_say(&env, "open", &heard);
    call_say(&env, "hello", &other);
    run_until(&env, &other.n, 5);
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
    run_until(&env, &heard.n, 1);
    assert_string_equal(heard.code, "Injected");
    call_say(&env, "hello", &heard);
    run_until(&env, &heard.n, 2);
    assert_non_null(strstr(heard.message, "closed"));
    assert_int_equal(echo.served, 0);
    call_say(&env, "hello", &heard); /* late, but served */
    run_until(&env, &heard.n, 3);
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
        run_until(&env, &heard.n, 1);
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
    run_until(&env, &echo.served, 1);
    assert_int_equal(waits.n, 0);
    call_say(&env, "go", &goes);
    run_until(&env, &goes.n, 1);
    run_until(&env, &waits.n, 1);
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
    run_until(&env, &echo.served, 1);
    env.api->call_cancel(calling);
    assert_int_equal(echo.gone, 1);
    call_say(&env, "wait", &heard); /* the cloud closes on this one */
    run_until(&env, &echo.served, 2);
    env_close(&env);
    assert_int_equal(echo.gone, 2);
    assert_int_equal(heard.n, 0);
}

/* ---- news ---- */

struct watcher {
    struct slrun_watch *watch;
    unsigned n;
};

static void on_news(void *arg)
{
    ((struct watcher *)arg)->n++;
}

static void test_news(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    struct watcher a = {0}, b = {0}, c = {0};
    a.watch = env.api->watch(env.api, "arn:one", on_news, &a);
    b.watch = env.api->watch(env.api, "arn:two", on_news, &b);
    c.watch = env.api->watch(env.api, "arn:one", on_news, &c);
    env.api->notify(env.api, "arn:one");
    env.api->notify(env.api, "arn:one");
    assert_int_equal(env.api->watched(env.api, "arn:two"), 1);
    assert_int_equal(env.api->watched(env.api, "arn:three"), 0);
    env.api->watch_stop(c.watch); /* with news on the way */
    assert_int_equal(a.n, 0);
    run_until(&env, &a.n, 1);
    assert_int_equal(b.n + c.n, 0);
    env.api->notify(env.api, "arn:one");
    run_until(&env, &a.n, 2);
    env_close(&env); /* with watches left */
    assert_int_equal(a.n, 2);
}

/* ---- processes ---- */

struct program {
    unsigned ended;
    int status, signal;
    char text[512];
};

static void on_line(void *arg, int stream, const char *text, size_t size)
{
    struct program *p = arg;
    size_t have = strlen(p->text);
    assert_int_equal(strlen(text), size);
    assert_int_equal(p->ended, 0);
    snprintf(p->text + have, sizeof p->text - have, "%d:%s;", stream, text);
}

static void on_ended(void *arg, int status, int signal)
{
    struct program *p = arg;
    p->ended++;
    p->status = status;
    p->signal = signal;
}

static struct slrun_process *start(struct env *env, const char *script, struct program *program,
                                   struct slrun_error *error)
{
    const char *const argv[] = {"sh", "-c", script, NULL};
    const char *const environment[] = {"PATH=/usr/bin:/bin", "COLOUR=blue", NULL};
    const struct slrun_process_options options = {.argv = argv,
                                                  .environment = environment,
                                                  .directory = "/",
                                                  .line = on_line,
                                                  .ended = on_ended,
                                                  .arg = program};
    return env->api->process_start(env->api, &options, error);
}

static void test_process(void **state)
{
    struct env env;
    struct program p = {0};
    struct slrun_error error = {0};
    (void)state;
    env_open(&env);
    struct slrun_process *process =
        start(&env, "echo $COLOUR $HOME `pwd`; echo no >&2; printf end; exit 7", &p, &error);
    assert_non_null(process);
    run_until(&env, &p.ended, 1);
    assert_non_null(strstr(p.text, "1:blue /;"));
    assert_non_null(strstr(p.text, "2:no;"));
    assert_non_null(strstr(p.text, "1:end;"));
    assert_int_equal(p.status, 7);
    assert_int_equal(p.signal, 0);
    env.api->process_close(process);
    env_close(&env);
}

static void test_killed_process(void **state)
{
    struct env env;
    struct program killed = {0}, closed = {0}, left = {0};
    struct slrun_error error = {0};
    (void)state;
    env_open(&env);
    struct slrun_process *process = start(&env, "sleep 60 & sleep 60", &killed, &error);
    env.api->process_signal(process, SIGTERM);
    run_until(&env, &killed.ended, 1);
    assert_int_equal(killed.signal, SIGTERM);
    env.api->process_signal(process, SIGTERM); /* harmless now */
    env.api->process_close(process);
    env.api->process_close(start(&env, "echo late; sleep 60", &closed, &error));
    assert_non_null(start(&env, "sleep 60", &left, &error));
    env_close(&env); /* ends the one that is left */
    assert_int_equal(closed.ended + left.ended, 0);
    assert_string_equal(closed.text, "");
}

static void test_no_program(void **state)
{
    struct env env;
    struct slrun_error error = {0};
    const char *const argv[] = {"no-such-program", NULL}, *const environment[] = {NULL};
    const struct slrun_process_options options = {
        .argv = argv, .environment = environment, .line = on_line, .ended = on_ended};
    (void)state;
    env_open(&env);
    assert_null(env.api->process_start(env.api, &options, &error));
    assert_string_equal(error.message,
                        "no-such-program: cannot be started: No such file or directory");
    env_close(&env);
}

/* ---- resources ---- */

struct made {
    unsigned n;
    char id[64], arn[64], message[SLRUN_ERROR_MESSAGE_MAX];
};

static void on_made(void *arg, const struct slrun_resource_result *result)
{
    struct made *m = arg;
    m->n++;
    if (result->error)
        snprintf(m->message, sizeof m->message, "%s", result->error->message);
    if (result->physical_id)
        snprintf(m->id, sizeof m->id, "%s", result->physical_id);
    const char *arn = json_string_value(json_object_get(result->attributes, "Arn"));
    if (arn)
        snprintf(m->arn, sizeof m->arn, "%s", arn);
}

static void order(struct env *env, const json_t *properties, struct made *made)
{
    char name[] = "stack-Thing-1";
    struct slrun_resource_order order = {
        .action = SLRUN_RESOURCE_CREATE,
        .resource = {.type = env->api->resource_type(env->api, "Test::Echo::Thing"),
                     .logical_id = "Thing",
                     .stack_id = "arn:stack",
                     .properties = properties,
                     .suggested_name = name},
        .done = on_made,
        .arg = made};
    assert_non_null(env->api->provision(env->api, &order));
    memset(name, 'x', sizeof name - 1); /* it was copied */
}

/* A resource that is made by operations ends with their results, or with the first error. */
static void test_resources_by_operations(void **state)
{
    struct env env;
    struct made good = {0}, bad = {0};
    (void)state;
    env_open(&env);
    json_t *sizes[] = {json_pack("{s:i}", "Size", 4), json_pack("{s:i}", "Size", 5)};
    order(&env, sizes[0], &good);
    order(&env, sizes[1], &bad);
    run_until(&env, &good.n, 1);
    run_until(&env, &bad.n, 1);
    assert_string_equal(good.message, "");
    assert_string_equal(good.id, "said");
    assert_string_equal(good.arn, "us-east-1 000000000000");
    assert_string_equal(bad.message, "no");
    assert_string_equal(bad.id, "");
    order(&env, sizes[0], &good); /* the cloud ends in the middle of it */
    env_close(&env);
    json_decref(sizes[0]);
    json_decref(sizes[1]);
}

static void test_resources(void **state)
{
    struct env env;
    struct made good = {0}, bad = {0}, never = {0};
    (void)state;
    env_open(&env);
    assert_null(env.api->resource_type(env.api, "Test::Echo::Other"));
    assert_ptr_equal(env.api->resource_type_at(env.api, 0), types);
    assert_null(env.api->resource_type_at(env.api, 1));
    json_t *sizes[] = {json_pack("{s:i}", "Size", 1), json_pack("{s:i}", "Size", 3),
                       json_pack("{s:i}", "Size", 2)};
    order(&env, sizes[0], &good);
    order(&env, sizes[1], &bad);
    order(&env, sizes[2], &never);
    assert_int_equal(good.n, 0);
    run_until(&env, &good.n, 1);
    run_until(&env, &bad.n, 1);
    assert_string_equal(good.id, "stack-Thing-1");
    assert_string_equal(good.arn, "arn:stack");
    assert_string_equal(bad.message, "too large: Thing");
    assert_int_equal(never.n, 0);
    env_close(&env);
    for (size_t i = 0; i < 3; i++)
        json_decref(sizes[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_call),           cmocka_unit_test(test_call_of_the_wire),
        cmocka_unit_test(test_open_answer),    cmocka_unit_test(test_wrong_calls),
        cmocka_unit_test(test_faults),         cmocka_unit_test(test_wrong_faults),
        cmocka_unit_test(test_parked_call),    cmocka_unit_test(test_cancelled_call),
        cmocka_unit_test(test_news),           cmocka_unit_test(test_process),
        cmocka_unit_test(test_killed_process), cmocka_unit_test(test_no_program),
        cmocka_unit_test(test_resources),      cmocka_unit_test(test_resources_by_operations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
