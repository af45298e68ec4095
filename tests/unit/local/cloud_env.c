/* SPDX-License-Identifier: Apache-2.0 */
#include "cloud_env.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/error.h"
#include "fake_service.h"
#include "net/loop.h"

enum { GUARD_MS = 30000 };

void env_open(struct env *env, bool strict)
{
    struct slrun_error error = {0};
    memset(env, 0, sizeof *env);
    memset(&fake_counts, 0, sizeof fake_counts);
    env->loop = loop_new(&error);
    env->auth = auth_new(strict);
    env->cloud = cloud_new(env->loop, &fake_host, NULL, env->auth);
    assert_non_null(env->cloud);
    assert_int_equal(cloud_add(env->cloud, &(struct cloud_plugin){&fake_json, NULL}, &error), 0);
    assert_int_equal(cloud_add(env->cloud, &(struct cloud_plugin){&fake_client, NULL}, &error), 0);
    assert_int_equal(cloud_add(env->cloud, &(struct cloud_plugin){&fake_query, NULL}, &error), 0);
    const struct http_server_options options = {CLOUD_HANDLERS(env->cloud)};
    env->server = http_server_new(env->loop, &options, &error);
    env->client = http_client_new(env->loop, NULL, &error);
    env->sigv4 = sigv4_new();
    assert_non_null(env->server);
    snprintf(env->host, sizeof env->host, "127.0.0.1:%u", http_server_port(env->server));
    snprintf(env->base, sizeof env->base, "http://%s", env->host);
}

void env_close(struct env *env)
{
    http_client_free(env->client);
    http_server_free(env->server);
    cloud_free(env->cloud);
    auth_free(env->auth);
    sigv4_free(env->sigv4);
    loop_free(env->loop);
    assert_int_equal(fake_counts.opened, fake_counts.closed);
}

static void on_done(struct http_call *call, const struct slrun_response *response,
                    const struct slrun_error *error)
{
    struct ask *a = call->data;
    a->done = true;
    assert_null(error);
    a->status = response->status;
    snprintf(a->answer, sizeof a->answer, "%s", (const char *)response->body);
    for (size_t i = 0; i < response->n_headers; i++)
        if (!strcmp(response->headers[i].name, "x-amzn-RequestId"))
            snprintf(a->id, sizeof a->id, "%s", response->headers[i].value);
}

static void sign(struct env *env, struct ask *a)
{
    struct slrun_request *r = &a->request;
    const struct sigv4_credentials keys = {.access_key = a->access, .secret_key = a->secret};
    const struct sigv4_request request = {.method = r->method,
                                          .target = r->target,
                                          .headers = r->headers,
                                          .n_headers = r->n_headers,
                                          .body = a->tamper ? "other" : r->body.data,
                                          .body_size = a->tamper ? 5 : r->body.size};
    const struct sigv4_options options = {.credentials = &keys,
                                          .region = "eu-west-1",
                                          .service = a->service,
                                          .time = (int64_t)time(NULL) + a->skew};
    struct sigv4_output out = {.buffer = a->buffer, .size = sizeof a->buffer};
    assert_int_equal(sigv4_sign(env->sigv4, &request, &options, &out), SIGV4_OK);
    for (size_t i = 0; i < out.n_headers; i++)
        r->headers[r->n_headers++] = out.headers[i];
}

void submit(struct env *env, struct ask *a)
{
    struct slrun_request *r = &a->request;
    *r = (struct slrun_request){.method = a->method ? a->method : "POST",
                                .target = a->path ? a->path : "/",
                                .headers = a->headers};
    a->headers[r->n_headers++] = (struct slrun_header){"Host", env->host};
    if (a->target)
        a->headers[r->n_headers++] = (struct slrun_header){"X-Amz-Target", a->target};
    if (a->extra)
        a->headers[r->n_headers++] = (struct slrun_header){a->extra, a->extra_value};
    if (a->body)
        r->body =
            (struct slrun_body){.kind = SLRUN_BODY_BYTES, .data = a->body, .size = strlen(a->body)};
    if (a->access)
        sign(env, a);
    a->call = (struct http_call){.base = env->base, .request = r, .done = on_done, .data = a};
    assert_int_equal(http_client_submit(env->client, &a->call), 0);
}

static void on_guard(uv_timer_t *timer)
{
    *(bool *)timer->data = true;
}

void run_until(struct env *env, const bool *done, uint64_t ms)
{
    uv_timer_t guard;
    bool over = false;
    uv_timer_init(env->loop, &guard);
    guard.data = &over;
    uv_timer_start(&guard, on_guard, ms, 0);
    while (!*done && !over)
        uv_run(env->loop, UV_RUN_ONCE);
    uv_close((uv_handle_t *)&guard, NULL);
    uv_run(env->loop, UV_RUN_NOWAIT);
}

void ask(struct env *env, struct ask *a)
{
    submit(env, a);
    run_until(env, &a->done, GUARD_MS);
    assert_true(a->done);
    assert_int_equal(strlen(a->id), CLOUD_REQUEST_ID_MAX - 1);
}
