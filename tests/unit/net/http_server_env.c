/* SPDX-License-Identifier: Apache-2.0 */
#include "http_server_env.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "net/loop.h"

void echo(struct http_exchange *x)
{
    struct buf text = BUF_INIT(HTTP_SERVER_BODY_MAX);
    const char *one = "";
    for (size_t i = 0; i < x->n_headers; i++)
        if (!strcmp(x->headers[i].name, "X-One"))
            one = x->headers[i].value;
    buf_printf(&text, "%s %s %s %zu %.20s", x->method, x->target, one, x->size,
               (const char *)x->body);
    const struct slrun_header headers[] = {{"X-Two", "2"}, {"X-Empty", ""}};
    const struct slrun_reply reply = {.status = 200,
                                      .content_type = "text/plain",
                                      .headers = headers,
                                      .n_headers = 2,
                                      .body = text.data,
                                      .size = text.len};
    http_server_reply(x, &reply);
    buf_free(&text);
}

static void serve(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    env->n_served++;
    if (x->refusal) {
        assert_int_equal(x->size, 0);
        http_server_reply(x, &(struct slrun_reply){.status = x->refusal});
        return;
    }
    if (strcmp(x->target, "/hold") != 0) {
        echo(x);
        return;
    }
    assert_true(env->n_held < HELD_MAX);
    x->data = &env->held[env->n_held];
    env->held[env->n_held++] = x;
}

static bool gone(void *arg, struct http_exchange *x, bool closing)
{
    struct env *env = arg;
    env->n_gone++;
    if (env->keep && !closing)
        return false;
    *(struct http_exchange **)x->data = NULL;
    return true;
}

void env_open(struct env *env)
{
    struct slrun_error error = {0};
    struct http_server_options options = {.serve = serve, .gone = gone, .arg = env};
    memset(env, 0, sizeof *env);
    env->loop = loop_new(&error);
    assert_non_null(env->loop);
    env->server = http_server_new(env->loop, &options, &error);
    assert_non_null(env->server);
    assert_int_not_equal(http_server_port(env->server), 0);
}

void env_close(struct env *env)
{
    http_server_free(env->server);
    loop_free(env->loop);
}
