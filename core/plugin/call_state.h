/* SPDX-License-Identifier: Apache-2.0 */
/* A call as the files call*.c have it: call.c its life, call_build.c its request, call_retry.c what
 * follows a failure. */
#ifndef SLRUN_PLUGIN_CALL_STATE_H
#define SLRUN_PLUGIN_CALL_STATE_H

#include "net/alarm.h"
#include "plugin/call.h"
#include "plugin/observe.h"

/* Thousands wait in the client's queue: small, and without what building and parsing need. */
struct op_call {
    struct call_env *env;
    struct op_call_options o;
    struct slrun_arena *arena;
    struct slrun_ctx ctx;
    struct slrun_request request;
    size_t n_built; /* headers of the plugin; the signature's come behind them */
    struct http_call http;
    struct credentials_wait wait; /* for credentials that are being renewed */
    const char *signed_by;        /* the access key; only where they can be renewed */
    uint64_t submitted_ns;
    struct alarm pause;          /* before it is sent again */
    struct retry_client *client; /* its quota and clock; NULL: out of memory */
    const char *last;            /* why it was sent again, or NULL */
    struct file_body *file;      /* in the arena, while it is read; made where the body is a file */
    uint64_t number;             /* while its request is in flight, else 0 */
    int attempt;
    int extra;     /* attempts that are beside those of the retry mode */
    unsigned cost; /* of its last retry */
    bool has_token;
    bool pausing;
    bool renewed;   /* AWS has called its credentials expired: once is enough */
    bool corrected; /* the clock, the same way */
    bool doubtful;  /* one that was sent before may have done its work */
    bool counted;
    const struct slrun_response *answer; /* to its last try, while done() runs; or NULL */
    struct call_watch watch;
};

/* ---- call_build.c ---- */

struct slrun_ctx call_context(struct call_env *env, const struct plugin *plugin,
                              const struct slrun_op *op);
int call_add_header(struct op_call *call, const char *name, const char *value);

/* Checks the arguments and has the plugin make the request. 0, or -1 with the error filled. */
int call_make(struct op_call *call);
/* The same for a request that will be sent, and how it will be. */
int call_prepare(struct op_call *call);
void call_forget_args(struct op_call *call);

/* ---- call_retry.c ---- */

/* Finds the call's client, which must have its address. */
void call_find_client(struct op_call *call);
/* What a client's clock is off by, in seconds. */
int64_t call_skew(const struct op_call *call);

/* An attempt has failed: true when the call goes on, at once or after a pause. Else `*why` may say
 * why not. `answer` is NULL where none came. */
bool call_goes_on(struct op_call *call, const struct slrun_response *answer,
                  const struct slrun_error *error, const char **why);
void call_stop_pause(struct op_call *call);

/* ---- call.c ---- */

void call_send_again(struct op_call *call);

#endif
