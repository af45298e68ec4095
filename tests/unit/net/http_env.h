/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of the HTTP client share: a loop, a scripted peer, a client, and calls that note
 * what became of them. */
#ifndef SLRUN_TESTS_HTTP_ENV_H
#define SLRUN_TESTS_HTTP_ENV_H

/* cmocka wants these before itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "http_script.h"
#include "net/client/http_client.h"

struct env;
typedef void script(struct http_script_conn *conn, const struct http_script_request *request,
                    struct env *env);

struct env {
    struct uv_loop_s *loop;
    struct http_script *peer;
    struct http_client *client;
    script *play;
    int step; /* the script's, and its notes */
    char note[512];
};

/* A call with what became of it. */
struct one {
    struct http_call call;
    struct slrun_request request;
    struct env *env;
    int status;
    enum slrun_errno kind;
    char body[256], header[64], message[SLRUN_ERROR_MESSAGE_MAX], hint[SLRUN_ERROR_HINT_MAX];
    size_t size;
    bool done;
    int place;         /* in the order of done() */
    struct one *chain; /* submitted from inside done() */
};

extern int places; /* given so far; set to 0 by env_open() */

void env_open(struct env *env, const struct http_client_options *options);
void env_close(struct env *env);
void one_init(struct env *env, struct one *one);
void submit(struct one *one);
/* Runs the loop until `*count` is `n` or more; for a while. */
void run_until(struct env *env, const int *count, int n);
void run_ms(struct env *env, uint64_t ms);

/* Scripts: answers at once; after 5 ms; never. */
script hello, slow, silent;

#endif
