/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The runner's side of the local cloud: starts this same binary as `slrun local` in a process of
 * its own, and holds one end of a socket, the lifeline. The child tells its port on it and ends by
 * itself when the other end is closed, so it is gone even when slrun is killed.
 */
#ifndef SLRUN_LOCAL_LAUNCH_H
#define SLRUN_LOCAL_LAUNCH_H

#include <stdbool.h>

#include <jansson.h>

#include <slrun/error.h>

struct uv_loop_s; /* uv_loop_t */
struct lifeline_word;
struct local_launch;

enum {
    LOCAL_LAUNCH_READY_MS = 10000, /* until it must listen */
    LOCAL_LAUNCH_STOP_MS = 2000,   /* until it is killed, once it was told to end */
    LOCAL_LAUNCH_WORDS_MAX = 32    /* further words of the command line */
};

struct local_launch_options {
    const char *binary;       /* the program; NULL: the one that is running */
    const char *const *words; /* more words behind `slrun local`, ended by NULL; may be NULL */
    const char *access_key; /* a pair of keys that it shall know besides test/test; may be NULL. */
    const char *secret_key; /* They go over the lifeline: no other user can see them. */
    /*
     * Required. Called once, on a later turn of the loop: with the endpoint
     * ("http://127.0.0.1:PORT"; belongs to the launch), or with an error: it could not be started,
     * ended at once, or did not listen in time.
     */
    void (*ready)(void *arg, const char *url, const struct slrun_error *error);
    /* Optional. Called once when it ends by itself after ready(). */
    void (*died)(void *arg, const struct slrun_error *error);
    /* Optional. A word about the clock, after ready(). */
    void (*heard)(void *arg, const struct lifeline_word *word);
    /* Optional. AWS would refuse what a function has called: {"name", "function", "text", "hint"};
     * borrowed. */
    void (*denied)(void *arg, json_t *refusal);
    void *arg;
};

/* Starts it; local_launch_stop() must follow, whatever the callbacks say. NULL with `error` filled:
 * no process could be made, and no callback comes. */
struct local_launch *local_launch(struct uv_loop_s *loop,
                                  const struct local_launch_options *options,
                                  struct slrun_error *error);

/* Says something about the clock, so that the local cloud hears it before any request that is sent
 * later; after ready(). false: it cannot be told at once, and will not be. */
bool local_launch_say(struct local_launch *launch, const struct lifeline_word *word);

/*
 * Ends it and returns when the process is gone: told by the lifeline, killed after
 * LOCAL_LAUNCH_STOP_MS. No callback comes afterwards. The memory goes when the loop has run its
 * closing handles. May be called from ready() and died(). NULL is allowed.
 */
void local_launch_stop(struct local_launch *launch);

#endif
