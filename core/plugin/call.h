/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One call of an operation: check, build, sign, send, try again, parse. The plugin says what, this
 * says when. A call owns its memory and ends in exactly one done(), or in a cancel.
 */
#ifndef SLRUN_PLUGIN_CALL_H
#define SLRUN_PLUGIN_CALL_H

#include <stdbool.h>

#include <uv.h>

#include "net/client/http_client.h"
#include "net/credential/credential.h"
#include "net/endpoint.h"
#include "net/signature/sigv4.h"
#include "plugin/flights.h"
#include "plugin/loader.h"
#include "plugin/observe.h"
#include "plugin/retry.h"

enum {
    CALL_TIMEOUT_MS =
        60 * 1000, /* of one attempt, beyond what it holds the connection; unless told */
    CALL_ARENA_MAX = 64 * 1024 * 1024,
    PRESIGNED_MAX = 16 * 1024, /* bytes of a presigned URL's path and query */
    /* Requests that wait for a connection: enough until the next turn of those that wait outside
     * (REST_TRICKLE_MS), and each has a Lua thread. */
    CALL_CROWD = 32,
};

/* What a run has under way, for who must know whether anything is (core/lua/waiting/quiet.h). */
struct call_counts {
    bool numbered;          /* requests to the endpoint tell their numbers (FLIGHTS_HEADER) */
    uint64_t number;        /* of the last one sent */
    size_t alive;           /* calls that are not over: they may queue, or wait to be tried again */
    size_t pausing;         /* of those, calls that wait to be tried again, on their clock */
    size_t plain;           /* of the flights, those that are no long polls */
    struct flights flights; /* requests that are sent and not answered */
};

/* Where calls go, and as whom. Shared by all calls of a run. */
struct call_env {
    uv_loop_t *loop;
    struct http_client *client;
    struct sigv4 *signer;
    const char *endpoint; /* "http://127.0.0.1:4566"; NULL with `aws` */
    bool aws;             /* AWS's own endpoints, by service and region: never by accident */
    const struct endpoint_rules *rules; /* with `aws` */
    const char *region;
    const char *const *allowed_regions;   /* ended by NULL; NULL: all */
    struct sigv4_credentials credentials; /* those of now */
    struct credentials *source;           /* which renews them; NULL: they stay as they are */
    struct call_counts counts;
    struct call_observer *observer; /* of all calls; NULL: nobody wants to know of them */
    struct retry retry;
    int64_t timeout_ms; /* of one attempt; 0: CALL_TIMEOUT_MS */
};

struct alarms; /* net/alarm.h */
struct op_call;

/* `result` is borrowed (NULL on error), `error` too (NULL on success). The call is freed when it
 * returns. */
typedef void op_call_done(void *owner, const json_t *result, const struct slrun_error *error);

struct op_call_options {
    const struct plugin *plugin;
    const struct slrun_op *op;
    json_t *args; /* a reference that the call takes over, also when it fails to start */
    const json_t
        *tags; /* that what it creates gets (name to string), or NULL; until it is started */
    const char *region; /* instead of the run's, or NULL; as long as the call */
    int64_t left_ms;    /* time until the caller's deadline: clamps a long poll; INT64_MAX: none */
    /* Optional: milliseconds until that deadline now, or INT64_MAX. No pause goes beyond it. */
    int64_t (*left)(void *owner);
    struct alarms *clock; /* that pauses go by; NULL: nothing is sent again after one */
    op_call_done *done;
    /* Optional: it is sent now, again at every retry, after so long in the queue for a connection.
     */
    void (*sent)(void *owner, double queued_ms);
    /* Optional: the plugin is about to parse an answer, outside of all that the owner does; or has.
     */
    void (*parses)(void *owner, bool begins);
    void *owner;
};

/* Starts a call; done() comes on a later turn of the loop. NULL with `error` (zeroed before) filled
 * when the arguments are wrong: nothing was sent. */
struct op_call *op_call_start(struct call_env *env, const struct op_call_options *options,
                              struct slrun_error *error);

/* Whether so many requests wait for a connection that who would send one more had better wait
 * itself, while it takes less memory. */
bool call_crowded(const struct call_env *env);

/* Ends it where it stands, its HTTP request included; no done(). */
void op_call_cancel(struct op_call *call);

/* Tells the observer now, while the owner is whole, of a call that will be cancelled. */
void op_call_given_up(struct op_call *call, const struct slrun_error *error);

/* What the service calls the request that was answered, until done() returns; "": it does not say
 * so. */
const char *op_call_request_id(const struct op_call *call);
/* How often it has been sent; from its done(). */
int op_call_attempts(const struct op_call *call);
/* Whether an attempt before the last one may have done its work. */
bool op_call_doubtful(const struct op_call *call);
/* "put_item failed 2 times before, the last time so: ...", to be free()d; NULL where no attempt has
 * failed yet. */
char *op_call_story(const struct op_call *call);
const struct slrun_op *op_call_op(const struct op_call *call);

/* A request that someone else sends, without credentials. */
struct op_presigned {
    char *url;       /* to be free()d; secret: who has it may do what it says */
    json_t *headers; /* a new reference: name to value, all of which must be sent with it */
};

struct op_presign_options {
    struct call_env *env;
    const struct plugin *plugin;
    const struct slrun_op *op;
    json_t *args;     /* a reference that is taken over, also when it fails */
    unsigned expires; /* how many seconds the URL is valid */
};

/* Signs the request of an operation in its URL. Nothing is sent. 0, or -1 with `error` filled. */
int op_presign(const struct op_presign_options *o, struct op_presigned *out,
               struct slrun_error *error);

/* An operation that creates something, before its call (`result` NULL) or after it. */
struct op_undo_options {
    struct call_env *env;
    const struct plugin *plugin;
    const struct slrun_op *op;
    const json_t *args, *result;
    struct slrun_arena *arena;
};

/* What would undo it: 0 and `undo` filled (its strings live in the arena; free what it refers to
 * with op_undo_free), 1: nothing, -1 with `error` filled. */
int op_undo(const struct op_undo_options *options, struct slrun_undo *undo,
            struct slrun_error *error);
void op_undo_free(struct slrun_undo *undo);

#endif
