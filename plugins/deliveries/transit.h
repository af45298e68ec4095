/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is on its way from one service to another: it is called for, waits and is called for again,
 * and survives the end of the local cloud where it was kept. Whoever delivers embeds a struct
 * transit as the first member of what it delivers, so that a pointer to the one is a pointer to the
 * other.
 */
#ifndef SLRUN_DELIVERIES_TRANSIT_H
#define SLRUN_DELIVERIES_TRANSIT_H

#include <stdbool.h>

#include <jansson.h>
#include <slrun/cloud.h>

struct transit {
    struct transits *of;
    struct transit *next;
    struct slrun_calling *calling; /* whoever delivers sets it, and NULL when it has its answer */
    struct slrun_timer *timer;
    void (*go)(void *one);       /* when the timer fires */
    char key[SLRUN_DOC_KEY_MAX]; /* of its document; "": it has none */
};

/* All of one service. */
struct transits {
    const struct slrun_cloud *cloud;
    struct slrun_doc_kind kept;
    void (*free)(void *one); /* frees one with what it has */
    struct transit *all;     /* NULL at first */
};

/* One has begun. */
void transit_begin(struct transits *all, struct transit *one);
/* Keeps what it takes to begin it anew; `doc` is taken over. */
void transit_keep(struct transit *one, json_t *doc);
/* Calls go(one) when the local cloud's clock says so; without memory for that it is over. */
void transit_wait(struct transit *one, int64_t due_ms, void (*go)(void *one));
/* It has come to its end, and not the local cloud: what was kept goes, too. */
void transit_over(struct transit *one);
/* Whether a call that failed may succeed later: the receiver is overloaded, or broken. */
bool transit_may_pass(const struct slrun_error *error);

/* Begins all anew that was kept when the local cloud ended (it comes at least once): begin(arg,
 * doc) begins one, for which go() is called then, or returns NULL. */
void transits_take_up(struct transits *all, void *(*begin)(void *arg, const json_t *doc),
                      void (*go)(void *one), void *arg);
/* Ends all; what is kept stays so. */
void transits_end(struct transits *all);

#endif
