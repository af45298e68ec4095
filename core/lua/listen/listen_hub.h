/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of the listeners (listen.h): who listens to what, and what reads it. */
#ifndef SLRUN_LUA_LISTEN_HUB_H
#define SLRUN_LUA_LISTEN_HUB_H

#include <jansson.h>

#include "lua/listen/listen.h"

enum {
    LISTEN_BUCKETS = 1024,
    LISTEN_NOTES_MAX = 0, /* bytes: what a reader prints is nobody's, and is dropped */
    LISTEN_WHY_MAX = 128, /* bytes of a reason */
};

/* The first round of a listener that the run has not answered yet. */
#define LISTEN_FROM_UNKNOWN UINT64_MAX

struct source;
struct audience;
struct guest;

/* One of a case. It is the case's, and the source's as well, until it is forgotten. */
struct listener {
    struct audience *audience;
    struct coro_case *of;
    struct listener *next;         /* of its audience */
    struct listener *next_of_case; /* of its case */
    int object;                    /* registry reference: its table (parts/listener.lua) */
    uint64_t number;               /* of all in this process */
    uint64_t from;                 /* the first round that it hears */
    uint64_t settling;             /* the round whose records were being settled when it left */
    bool ready;                    /* it is handed out to the spec */
    bool left;                     /* it hears nothing more: closed, or the source failed */
};

/* The listeners of one source in one state. */
struct audience {
    struct source *source;
    struct spec *spec;
    int heard; /* registry reference: what came, for all of them */
    struct listener *listeners;
    struct audience *next; /* of its source */
};

/* Kept while it has a reader, listeners, or records that nobody has claimed. */
struct source {
    struct listen_hub *hub;
    struct source *next; /* of its bucket */
    uint64_t hash;
    char *key; /* plugin, name and arguments */
    char *plugin, *name, *label;
    json_t *args;
    struct coro_case of; /* what its reader belongs to */
    struct coro *reader; /* NULL: nobody listens, or it failed */
    json_t *batch;       /* being handed out */
    struct audience *audiences;
    size_t listening; /* those that have not left */
    size_t unclaimed; /* records */
    size_t number;    /* in the order of their first listener */
    uint64_t round;   /* that has begun; the first is 1 */
    bool settled;     /* who joins hears only rounds that begin later */
    bool opened;
    bool busy;            /* a round's records are handed out and settled */
    struct guest *guests; /* workers that listen (listen_relay.h) */
    size_t awaited;       /* those that have not said yet what of the batch they want; then: */
    bool *claimed;        /* n_claimed of it */
    size_t n_claimed;
};

struct listen_hub {
    struct lua_env *env;
    struct spec *spec; /* in whose state the readers are */
    struct source *buckets[LISTEN_BUCKETS];
    size_t n_sources, n_made, n_joined;
    struct listen_unclaimed *unclaimed;
};

/* What a source is asked for. Strings are borrowed. */
struct source_options {
    const char *plugin, *name, *label;
    json_t *args;
    bool settled;
};

/* The source, made if it is new; takes over the args, and raises. */
struct source *source_find(lua_State *L, const struct source_options *options);
/* The same, with args that are borrowed. NULL with `why` filled. */
struct source *source_get(struct lua_env *env, const struct source_options *options,
                          char why[LISTEN_WHY_MAX]);

/* Where a source is, for other processes: [bucket, number]. The source that is there, or NULL; the
 * first of the same bucket, which is the same in all processes. */
json_t *source_at(const struct source *source);
struct source *source_there(const struct lua_env *env, const json_t *at);
struct source *source_bucket(const struct lua_env *env, const json_t *at);

/* Has it read, on a later turn of the loop, if it does not yet. 0, or -1: out of memory. */
int source_read(struct source *source);

/* The first round that who joins now hears. */
uint64_t source_from(const struct source *source);
/* Listeners that have waited for this moment are handed out. */
void source_tell_ready(const struct source *source, uint64_t round);
/* What the round brought is settled. */
void source_round_over(struct source *source);

/* Ends its reader where it stands. */
void source_stop(struct source *source);

/* Frees what nobody needs any more. */
void source_tidy(struct source *source);
void source_free(struct source *source);

/* Ends all listeners of a source with an error: a table as plain() of parts/reader.lua makes it.
 */
void source_fail(struct source *source, const json_t *problem);

/* Hands source->batch to all that listen; claimed[i] becomes true for records that were wanted.
 * Whether anybody heard them. */
bool source_hand_out(struct source *source, bool *claimed, size_t n);

/* In a worker (listen_relay.c): the run is told. */
void relay_join(const struct listener *listener);
void relay_leave(const struct listener *listener);

/* In the run (listen_guest.c): workers are told. */
void guests_opened(const struct source *source);
void guests_over(struct source *source);
void guests_fail(struct source *source, const json_t *problem);
/* Whether any is to say what of source->batch it wants: the reader is then resumed with that. */
bool guests_hand_out(struct source *source, const bool *claimed, size_t n);
/* Nobody waits for what they want any more. */
void guests_forget(struct source *source);
void guests_free(struct source *source);

/* The half of the primitives that readers use. */
void listen_reader_primitives(lua_State *L);

#endif
