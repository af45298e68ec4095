/* SPDX-License-Identifier: Apache-2.0 */
#include "echo_cloud.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "net/loop.h"
#include "plugin/host.h"

enum { GUARD_MS = 20000 };

struct echo echo;

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
const struct slrun_resource_type echo_types[] = {{.type = "Test::Echo::Thing",
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
    .open = echo_open, .close = nothing, .serve = serve, .reset = nothing, .resources = echo_types};
static const struct slrun_plugin echo_plugin = {
    .name = "echo", .service = &echo_service, .ops = &say, .n_ops = 1, .local = &echo_half};

void env_open(struct env *env)
{
    struct slrun_error error = {0};
    memset(&echo, 0, sizeof echo);
    env->loop = loop_new(&error);
    env->auth = auth_new(false);
    env->cloud = cloud_new(env->loop, host_table(), NULL, env->auth);
    assert_int_equal(cloud_add(env->cloud, &(struct cloud_plugin){&echo_plugin, NULL}, &error), 0);
    env->api = &env->cloud->api;
}

void env_close(struct env *env)
{
    cloud_free(env->cloud);
    auth_free(env->auth);
    loop_free(env->loop);
}

static void on_guard(uv_timer_t *timer)
{
    *(bool *)timer->data = true;
}

void env_run_until(struct env *env, const unsigned *count, unsigned wanted)
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
