/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a client of HTTP/2 may send: the first byte says in pieces of how many bytes, the rest
 * follows. Handlers answer as the path says; each exchange that they hear of must end once.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "net/server/http2_session.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { HELD_MAX = HTTP2_STREAMS_MAX };

struct env {
    struct http_exchange *held[HELD_MAX]; /* they wait to be answered */
    size_t n_held, begun, ended;
    int kept; /* exchanges that are answered after their client has left */
};

static const char body[] = "an answer";

static void check(bool ok)
{
    if (!ok)
        abort();
}

/* A letter of the path behind its slash. */
static char letter(const struct http_exchange *x)
{
    return x->target[0] ? x->target[1] : '\0';
}

static enum http_body head(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    env->begun++;
    for (size_t i = 0; i < x->n_headers; i++)
        check(x->headers[i].name && x->headers[i].value);
    if (letter(x) != 'r')
        return letter(x) == 's' ? HTTP_BODY_STREAM : HTTP_BODY_COLLECT;
    env->ended++;
    http_server_reply(x, &(struct slrun_reply){.status = 403});
    return HTTP_BODY_DROP;
}

static void on_data(void *arg, struct http_exchange *x, const void *data, size_t size)
{
    (void)arg, (void)x;
    check(size && data);
}

static void dropped(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    (void)x;
    env->ended++;
}

static void hold(struct env *env, struct http_exchange *x)
{
    check(env->n_held < HELD_MAX);
    x->data = &env->held[env->n_held];
    env->held[env->n_held++] = x;
}

static void answer(struct env *env, struct http_exchange *x)
{
    const struct slrun_header headers[] = {{"X-Method", x->method}, {"X-Target", x->target}};
    env->ended++;
    http_server_reply(x, &(struct slrun_reply){200, "text/plain", headers, 2, body, sizeof body});
}

static void serve(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    check(!x->size || strlen(x->body) <= x->size);
    switch (letter(x)) {
    case 'h':
        hold(env, x);
        return;
    case 'o':
        hold(env, x);
        http_server_reply_open(x, &(struct slrun_reply){.status = 200});
        http_server_feed(x, body, sizeof body);
        return;
    case 'd':
        env->ended++;
        http_server_drop(x);
        return;
    default:
        answer(env, x);
    }
}

static bool gone(void *arg, struct http_exchange *x, bool closing)
{
    struct env *env = arg;
    if (!closing && letter(x) == 'h' && env->kept++ < 3)
        return false;
    *(struct http_exchange **)x->data = NULL;
    env->ended++;
    return true;
}

static void room(void *arg, struct http_exchange *x)
{
    (void)arg;
    http_server_feed(x, body, sizeof body);
}

static void wake(void *arg)
{
    (void)arg;
}

static bool send_all(struct http2_session *session)
{
    const void *bytes;
    ssize_t n;
    while ((n = http2_session_send(session, &bytes)) > 0)
        check(bytes != NULL);
    return !n && !http2_session_is_over(session);
}

/* Every second of those that wait. */
static void answer_some(struct env *env)
{
    for (size_t i = 0; i < env->n_held; i += 2) {
        struct http_exchange *x = env->held[i];
        env->held[i] = NULL;
        if (x && letter(x) == 'h') {
            answer(env, x);
        } else if (x) {
            env->ended++;
            http_server_feed_end(x, i % 4 == 0);
        }
    }
}

static void answer_kept(struct env *env)
{
    for (size_t i = 0; i < env->n_held; i++)
        if (env->held[i])
            answer(env, env->held[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct env env = {0};
    struct slrun_error error = {0};
    const struct http_server_options server = {.head = head,
                                               .data = on_data,
                                               .dropped = dropped,
                                               .serve = serve,
                                               .gone = gone,
                                               .room = room,
                                               .arg = &env};
    if (!size)
        return 0;
    struct http2_session *session =
        http2_session_new(&(struct http2_session_options){&server, wake, NULL}, &error);
    check(session != NULL);
    size_t step = data[0] ? data[0] : size;
    bool goes_on = true;
    for (size_t at = 1; goes_on && at < size; at += step) {
        size_t n = size - at < step ? size - at : step;
        goes_on = http2_session_receive(session, data + at, n);
        goes_on = send_all(session) && goes_on;
        if (env.n_held > HELD_MAX / 2)
            break;
    }
    answer_some(&env);
    send_all(session);
    http2_session_free(session, false);
    answer_kept(&env);
    check(env.begun == env.ended);
    return 0;
}
