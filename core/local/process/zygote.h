/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Processes that are copied from others (slrun_cloud.process_copy). A zygote is asked over a
 * socket; where it refuses, is slow or dies, the program is executed instead, so that nothing
 * depends on it.
 */
#ifndef SLRUN_LOCAL_ZYGOTE_H
#define SLRUN_LOCAL_ZYGOTE_H

#include "local/process/process_inner.h"

/* The socket to a zygote, whose own end is stored in *its_end. NULL with `error` filled. */
struct zygote *zygote_open(struct slrun_process *process, int *its_end, struct slrun_error *error);
/* What it has been asked for and has not made is executed instead. */
void zygote_close(struct zygote *z);

/* Asks for a copy that writes to these two descriptors, which this takes over; p->copying is then
 * set. False: it cannot, and the descriptors stay the caller's. */
bool zygote_ask(struct zygote *z, struct slrun_process *p,
                const struct slrun_process_options *options, const int fds[STREAMS]);
/* The process is not wanted any more. */
void zygote_cancel(struct copying *c);
/* Sends a signal when the process is there. */
void zygote_signal(struct copying *c, int signal);

#endif
