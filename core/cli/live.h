/* SPDX-License-Identifier: Apache-2.0 */
/* The live line of a terminal: what drives it. */
#ifndef SLRUN_CLI_LIVE_H
#define SLRUN_CLI_LIVE_H

#include <uv.h>

#include "report/term.h"
#include "run/session/session.h"

/* Zeroed at first. */
struct live {
    uv_timer_t timer;
    struct term *term;
    const struct session *session;
    bool open;
};

/* Whether this process has a terminal that wants one: a CI system shows lines only. */
bool live_wanted(void);

/* Draws it now and then, while the loop has other things to do. */
void live_start(struct live *live, uv_loop_t *loop, struct term *term,
                const struct session *session);
/* Draws no more. The loop has a closing handle to run. */
void live_stop(struct live *live);

#endif
