/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who wants to know of the calls of a run: a trace, a report, the policy that they would need. A
 * call that nobody observes pays for the test of a pointer.
 */
#ifndef SLRUN_PLUGIN_OBSERVE_H
#define SLRUN_PLUGIN_OBSERVE_H

#include <stdbool.h>
#include <stdint.h>

#include <slrun/op.h>

#include "plugin/loader.h"

enum {
    CALL_REQUEST_ID_MAX = 128,
    CALL_TRIES_KEPT = 16, /* of a call; those behind them are only counted */
};

/* One request, with its answer if one came. */
struct call_try {
    int status; /* HTTP; 0: none came */
    char request_id[CALL_REQUEST_ID_MAX];
    char code[SLRUN_ERROR_CODE_MAX]; /* of the error, or the name of its kind; "": it worked */
    double delay_ms;                 /* the back-off before it */
    double queued_ms;                /* for credentials and a connection */
    double ms;                       /* from then on, until the answer was whole */
};

/* A parameter that a call cannot do without, as people read it. */
struct call_parameter {
    const char *name; /* static */
    const char *text; /* JSON, or what is in the string; NULL: out of memory */
    bool is_string;
};

/* A call whose arguments are checked. */
struct call_begin {
    struct slrun_arena *arena; /* of the call: the watch lives in it */
    const struct plugin *plugin;
    const struct slrun_op *op;
    const char *region;
    const json_t *args;
    void *owner;    /* of its options */
    bool presigned; /* someone else is to send it */
};

/* A call that is over, or was given up. All of it is borrowed, and nothing is masked:
 * plugin/call_text.h does that. */
struct call_record {
    const struct plugin *plugin;
    const struct slrun_op *op;
    const char *region;
    void *owner;                     /* of its options */
    void *noted;                     /* what begins() returned */
    const struct slrun_error *error; /* NULL: it worked, or was given up */
    bool cancelled;                  /* given up by the runner */
    bool detailed;                   /* what follows is there */

    const struct call_parameter *parameters; /* n_parameters, none of which is secret itself */
    size_t n_parameters;
    const json_t *secrets; /* a list: what its arguments marked as secret; or NULL */
    const json_t *result;  /* NULL: it failed */
    double began_ms;       /* since 1970 */
    uint64_t began_ns;     /* monotonic */
    double ms;             /* until now */
    const struct call_try *tries;
    size_t n_tries;                        /* of which the first CALL_TRIES_KEPT stand there */
    const char *base;                      /* "https://HOST[:PORT]" */
    const struct slrun_request *request;   /* of the last try, with its signature */
    const struct slrun_response *response; /* of the last try, or NULL */
};

struct call_observer {
    /* Optional. Before a call is built. Its result comes back in the record. */
    void *(*begins)(struct call_observer *observer, const struct call_begin *begin);
    /* Optional. Before the call's done(). */
    void (*ended)(struct call_observer *observer, const struct call_record *record);
    bool details;
};

/* What an observed call remembers of itself. */
struct call_watch {
    struct call_observer *observer;
    void *noted;
    struct call_details *details; /* NULL: the observer wants none, or there is no memory */
};

/* The arguments are checked: tells the observer. `watch` is all zero. */
void observe_begin(struct call_watch *watch, struct call_observer *observer,
                   const struct call_begin *begin);
/* What the service calls the request; "": it does not say so, or there is no answer (NULL). */
const char *observe_request_id(const struct slrun_response *response);

/* A try goes into the queue; is sent; is over. All may be called of a watch that is all zero. */
void observe_queued(struct call_watch *watch);
void observe_sent(struct call_watch *watch);
void observe_answered(struct call_watch *watch, const struct slrun_response *response,
                      const struct slrun_error *error);
/* Completes the record, of which the caller fills what the watch does not know, and tells the
 * observer; once. */
void observe_end(struct call_watch *watch, struct call_record *record);
void observe_free(struct call_watch *watch);

#endif
