/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests of services to others on this machine: a test's own server that a topic has for a
 * subscriber. Nothing goes further: a test must not call the world by accident.
 */
#ifndef SLRUN_LOCAL_OUTWARD_H
#define SLRUN_LOCAL_OUTWARD_H

#include "local/calling_way.h"

enum {
    OUTWARD_MS = 15000,            /* for the whole of an answer, real time */
    OUTWARD_BODY_MAX = 1024 * 1024 /* of it */
};

/* Whether a target is a URL and not a path of the local cloud. */
bool outward_is(const char *target);

/* Sends the request, whose target is a URL; responded() comes on a later turn, and frees the
 * calling. 0, or -1 with its error filled. */
int outward_send(struct slrun_calling *c);

/* No answer is wanted any more. Harmless for a calling that sent nothing. */
void outward_end(struct slrun_calling *c);

#endif
