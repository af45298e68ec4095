/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Jumps of the local cloud's clock, which else is real time. With a runner at the other end of the
 * lifeline they are agreed on with it (lifeline.h). Run alone the clock keeps real time but for
 * what POST /_slrun/clock asks for.
 */
#ifndef SLRUN_LOCAL_JUMP_H
#define SLRUN_LOCAL_JUMP_H

#include <stdbool.h>

#include "local/exchange.h"

struct jump;

enum {
    JUMP_LEAST_MS = 1, /* less is not worth an agreement */
};

/* `lifeline`: descriptor, borrowed, or -1: run alone. NULL: out of memory. */
struct jump *jump_new(struct cloud *cloud, int lifeline);
/* The loop has a closing handle to run. NULL is allowed. */
void jump_free(struct jump *jump);

/* Reads what stands on the lifeline; false: it has ended. Not when run alone. */
bool jump_hear(struct jump *jump);

/*
 * Nothing is at work: no request but such as are parked, no call, no task that waits for its turn,
 * nothing that a service says it is busy with.
 */
bool jump_at_rest(const struct cloud *cloud);

/* Whether somebody waits for the loop to be about to sleep. */
bool jump_is_wanted(const struct jump *jump);

/* An exchange begins: hears first what the runner has said before it sent the request, and counts
 * it as the runner's if it is. */
void jump_meets(struct cloud *cloud, struct exchange *e);

/* Answers when nothing is at work and no event is left to deliver. */
void jump_settle(struct cloud *cloud, struct slrun_exchange *x);

/* Moves the clock on by so much, from due time to due time as all comes to rest, and answers then.
 * Refused where a runner has the clock. */
void jump_advance(struct cloud *cloud, struct slrun_exchange *x, double ms);

#endif
