/* SPDX-License-Identifier: Apache-2.0 */
#include "http2_env.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "net/http_header.h"
#include "net/loop.h"

static enum http_body head(void *arg, struct http_exchange *x)
{
    (void)arg;
    if (!strcmp(x->target, "/refused")) {
        http_server_reply(x, &(struct slrun_reply){.status = 403, .body = "no", .size = 2});
        return HTTP_BODY_DROP;
    }
    return strcmp(x->target, "/stream") ? HTTP_BODY_COLLECT : HTTP_BODY_STREAM;
}

static void on_data(void *arg, struct http_exchange *x, const void *data, size_t size)
{
    struct env *env = arg;
    (void)x, (void)data;
    env->streamed += size;
}

static void dropped(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    (void)x;
    env->n_dropped++;
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

void env_fill(struct env *env, struct http_exchange *x)
{
    static const char piece[PIECE];
    int more = 1;
    for (; env->left && more == 1; env->left -= PIECE)
        more = http_server_feed(x, piece, PIECE);
    assert_true(more >= 0);
    if (!env->left)
        http_server_feed_end(x, true);
}

static void room(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    env->n_room++;
    env_fill(env, x);
}

static void hold(struct env *env, struct http_exchange *x)
{
    assert_true(env->n_held < HELD_MAX);
    x->data = &env->held[env->n_held];
    env->held[env->n_held++] = x;
}

void env_echo(struct http_exchange *x)
{
    const char *host = http_header(x->headers, x->n_headers, "Host");
    const struct slrun_header headers[] = {{"X-Method", x->method},
                                           {"X-Target", x->target},
                                           {"X-Host", host ? host : ""},
                                           {"X-Authority", x->authority ? x->authority : ""},
                                           {"Connection", "close"}};
    http_server_reply(x, &(struct slrun_reply){.status = 200,
                                               .content_type = "text/plain",
                                               .headers = headers,
                                               .n_headers = 5,
                                               .body = x->body,
                                               .size = x->size});
}

void env_send_file(struct http_exchange *x, size_t claimed)
{
    char name[] = "/tmp/slrun-http2-XXXXXX";
    int fd = mkstemp(name);
    assert_true(fd >= 0 && !unlink(name) && !ftruncate(fd, LARGE));
    http_server_reply_file(x, &(struct slrun_reply){.status = 200},
                           &(struct http_file){fd, 1, claimed});
}

static void reply_header(struct http_exchange *x, const struct slrun_header *header)
{
    http_server_reply(x, &(struct slrun_reply){.status = 200, .headers = header, .n_headers = 1});
}

static void serve(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    if (x->refusal)
        http_server_reply(x, &(struct slrun_reply){.status = x->refusal});
    else if (!strcmp(x->target, "/hold"))
        hold(env, x);
    else if (!strcmp(x->target, "/open")) {
        hold(env, x);
        http_server_reply_open(x, &(struct slrun_reply){.status = 200});
    } else if (!strcmp(x->target, "/file"))
        env_send_file(x, LARGE - 1);
    else if (!strcmp(x->target, "/short"))
        env_send_file(x, LARGE);
    else if (!strcmp(x->target, "/drop"))
        http_server_drop(x);
    else if (!strcmp(x->target, "/wrong"))
        reply_header(x, &(struct slrun_header){"X", "a\nb"});
    else if (!strcmp(x->target, "/wrong-name"))
        reply_header(x, &(struct slrun_header){"X Y", "a"});
    else if (!strcmp(x->target, "/none"))
        http_server_reply(x, &(struct slrun_reply){.status = 204});
    else
        env_echo(x);
}

void env_open(struct env *env)
{
    struct slrun_error error = {0};
    const struct http_server_options options = {.head = head,
                                                .data = on_data,
                                                .dropped = dropped,
                                                .serve = serve,
                                                .gone = gone,
                                                .room = room,
                                                .arg = env};
    memset(env, 0, sizeof *env);
    env->loop = loop_new(&error);
    env->server = http_server_new(env->loop, &options, &error);
    assert_non_null(env->server);
}

void env_close(struct env *env)
{
    http_server_free(env->server);
    loop_free(env->loop);
}
