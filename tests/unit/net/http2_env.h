/* SPDX-License-Identifier: Apache-2.0 */
/* The server's side of tests of HTTP/2: what is asked for says how it is answered (serve()). */
#ifndef SLRUN_TESTS_HTTP2_ENV_H
#define SLRUN_TESTS_HTTP2_ENV_H

#include "harness/cmocka_all.h"

#include "net/server/http_server.h"

enum { HELD_MAX = 300, LARGE = 5 << 20, PIECE = 16 << 10 };

struct env {
    struct uv_loop_s *loop;
    struct http_server *server;
    struct http_exchange *held[HELD_MAX]; /* NULL: over */
    unsigned n_held, n_gone, n_dropped, n_room;
    size_t streamed; /* bytes that data() had */
    size_t left;     /* bytes that room() still has to feed */
    bool keep;       /* gone() wants to answer all the same */
};

void env_open(struct env *env);
void env_close(struct env *env);

/* Answers with what was asked: method, target and so on as headers, the body as the body. */
void env_echo(struct http_exchange *x);

/* Answers with a file of LARGE bytes from its second, of which so many are said to come. */
void env_send_file(struct http_exchange *x, size_t claimed);

/* Feeds what is left of an open answer, as far as there is room, and ends it. */
void env_fill(struct env *env, struct http_exchange *x);

#endif
