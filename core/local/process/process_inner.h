/* SPDX-License-Identifier: Apache-2.0 */
/* What the two halves of processes share: process.c starts and ends them, zygote.c has them copied.
 */
#ifndef SLRUN_LOCAL_PROCESS_INNER_H
#define SLRUN_LOCAL_PROCESS_INNER_H

#include <sys/types.h>
#include <uv.h>

#include "base/buf.h"
#include "local/process/process.h"
#include "local/turn.h"

enum { OUT, ERR, STREAMS };

struct stream {
    uv_poll_t poll;
    struct slrun_process *process;
    int fd; /* -1: closed */
    struct buf line;
};

struct copying;
struct zygote;

struct slrun_process {
    struct cloud *cloud;
    struct slrun_process *prev, *next;
    struct slrun_process_options options; /* of it, the callbacks */
    struct stream streams[STREAMS];
    uv_signal_t child;
    pid_t pid;                /* 0: it has ended, or is still being copied */
    int closing;              /* handles that are still closing */
    bool closed;              /* nobody wants to hear of it any more */
    struct zygote *zygote;    /* it is one */
    struct copying *copying;  /* it is still being copied */
    struct turn_task nothing; /* tells that it could not be started after all */
};

/* The process of a copy is there. It may have ended already: p may be gone after this. */
void process_begun(struct slrun_process *p, pid_t pid);
/* There will be none: ended() comes with status 127. */
void process_cannot_begin(struct slrun_process *p);

#endif
