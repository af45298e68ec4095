/* SPDX-License-Identifier: Apache-2.0 */
/* A server that answers what it was asked, and requests for /hold when the test does. */
#ifndef SLRUN_TESTS_HTTP_SERVER_ENV_H
#define SLRUN_TESTS_HTTP_SERVER_ENV_H

#include <stdbool.h>

#include "net/server/http_server.h"

enum { HELD_MAX = 300 };

struct env {
    struct uv_loop_s *loop;
    struct http_server *server;
    struct http_exchange *held[HELD_MAX]; /* requests for /hold */
    unsigned n_held, n_gone, n_served;
    bool keep; /* answers those who have left all the same */
};

void env_open(struct env *env);
void env_close(struct env *env);

/* A request, as it came: "METHOD TARGET X-ONE SIZE BODY". */
void echo(struct http_exchange *x);

#endif
