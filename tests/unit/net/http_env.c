/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of the HTTP client share. */
#include "http_env.h"

#include <stdio.h>
#include <string.h>
#include <uv.h>

#include "net/loop.h"

enum { GUARD_MS = 60000 }; /* a test that takes longer has hung */

int places;

static void on_request(struct http_script_conn *conn, const struct http_script_request *request,
                       void *arg)
{
    struct env *env = arg;
    env->play(conn, request, env);
}

void hello(struct http_script_conn *conn, const struct http_script_request *request,
           struct env *env)
{
    (void)request, (void)env;
    http_script_reply(conn, 200, "hello");
}

void env_open(struct env *env, const struct http_client_options *options)
{
    struct slrun_error error = {0};
    memset(env, 0, sizeof *env);
    places = 0;
    env->loop = loop_new(&error);
    assert_non_null(env->loop);
    env->peer = http_script_new(env->loop, on_request, env);
    env->client = http_client_new(env->loop, options, &error);
    assert_non_null(env->client);
    env->play = hello;
}

void env_close(struct env *env)
{
    http_client_free(env->client);
    http_script_free(env->peer);
    loop_free(env->loop);
}

static void on_done(struct http_call *call, const struct slrun_response *response,
                    const struct slrun_error *error)
{
    struct one *one = call->data;
    assert_true((response == NULL) != (error == NULL));
    one->done = true;
    one->place = ++places;
    if (error) {
        one->kind = error->kind;
        snprintf(one->message, sizeof one->message, "%s", error->message);
        snprintf(one->hint, sizeof one->hint, "%s", error->hint);
        return;
    }
    one->status = response->status;
    one->size = response->size;
    snprintf(one->body, sizeof one->body, "%s", (const char *)response->body);
    for (size_t i = 0; i < response->n_headers; i++)
        if (!strcmp(response->headers[i].name, "X-Peer"))
            snprintf(one->header, sizeof one->header, "%s", response->headers[i].value);
    if (one->chain)
        assert_int_equal(http_client_submit(one->env->client, &one->chain->call), 0);
}

void one_init(struct env *env, struct one *one)
{
    memset(one, 0, sizeof *one);
    one->env = env;
    one->call.base = http_script_base(env->peer);
    one->call.request = &one->request;
    one->call.done = on_done;
    one->call.data = one;
}

void submit(struct one *one)
{
    assert_int_equal(http_client_submit(one->env->client, &one->call), 0);
    assert_false(one->done);
}

static void on_guard(uv_timer_t *timer)
{
    *(bool *)timer->data = true;
}

/* Runs the loop until `*count` is `n` or more. */
void run_until(struct env *env, const int *count, int n)
{
    uv_timer_t guard;
    bool over = false;
    uv_timer_init(env->loop, &guard);
    guard.data = &over;
    uv_timer_start(&guard, on_guard, GUARD_MS, 0);
    while (*count < n && !over)
        uv_run(env->loop, UV_RUN_ONCE);
    uv_close((uv_handle_t *)&guard, NULL);
    uv_run(env->loop, UV_RUN_NOWAIT);
    assert_false(over);
}

void run_ms(struct env *env, uint64_t ms)
{
    uv_timer_t guard;
    bool over = false;
    uv_timer_init(env->loop, &guard);
    guard.data = &over;
    uv_timer_start(&guard, on_guard, ms, 0);
    while (!over)
        uv_run(env->loop, UV_RUN_ONCE);
    uv_close((uv_handle_t *)&guard, NULL);
    uv_run(env->loop, UV_RUN_NOWAIT);
}

void slow(struct http_script_conn *conn, const struct http_script_request *request, struct env *env)
{
    (void)request, (void)env;
    http_script_later(conn, 5, 200, "slow");
}

void silent(struct http_script_conn *conn, const struct http_script_request *request,
            struct env *env)
{
    (void)conn, (void)request, (void)env;
}
