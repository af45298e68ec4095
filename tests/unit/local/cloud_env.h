/* SPDX-License-Identifier: Apache-2.0 */
/* A local cloud with the services of fake_service.h, a client, and what is asked of it. */
#ifndef SLRUN_TESTS_CLOUD_ENV_H
#define SLRUN_TESTS_CLOUD_ENV_H

#include <uv.h>

#include "harness/cmocka_all.h"

#include "local/cloud.h"
#include "net/client/http_client.h"
#include "net/signature/sigv4.h"

#define KEYS .access = "test", .secret = "test"

struct env {
    struct uv_loop_s *loop;
    struct auth *auth;
    struct cloud *cloud;
    struct http_server *server;
    struct http_client *client;
    struct sigv4 *sigv4;
    char base[80], host[64];
};

/* What is asked, and what came back. */
struct ask {
    const char *method, *path, *target, *body;
    const char *access, *secret, *service; /* access NULL: not signed */
    const char *extra, *extra_value;       /* a header */
    bool tamper;                           /* sends another body than was signed */
    int64_t skew;                          /* seconds */

    struct http_call call;
    struct slrun_request request;
    struct slrun_header headers[8];
    char buffer[SIGV4_BUFFER_SIZE];
    bool done;
    int status;
    char answer[16384], id[64];
};

void env_open(struct env *env, bool strict);
void env_close(struct env *env);

/* Sends it; `done` is set when the answer is there. */
void submit(struct env *env, struct ask *a);

/* Sends it and waits for the answer. */
void ask(struct env *env, struct ask *a);

/* Runs the loop until *done, or for so long. */
void run_until(struct env *env, const bool *done, uint64_t ms);

#endif
