/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a run and a worker process say to each other: lines of JSON on a pair of sockets
 * (docs/architecture.md has the words). The run never waits for a worker to read; a worker waits
 * for the run, so that all it has said is there when it dies.
 */
#ifndef SLRUN_RUN_WIRE_H
#define SLRUN_RUN_WIRE_H

#include <stdbool.h>

#include <jansson.h>
#include <uv.h>

#include "base/buf.h"

enum { WIRE_LINE_MAX = 2000000000, WIRE_READ = 64 * 1024 };

/* A member of its owner. */
struct wire {
    uv_pipe_t pipe;
    uv_idle_t later; /* hands out what was read while wire_await() waited */
    struct buf in;
    size_t scanned;                                    /* bytes of it without a line's end */
    json_t *kept;                                      /* messages that wire_await() passed over */
    void (*heard)(struct wire *wire, json_t *message); /* borrowed */
    void (*ended)(struct wire *wire);                  /* the other side is gone */
    void (*closed)(struct wire *wire);
    void *owner;
    bool listens, over, closing;
    int open; /* handles */
};

/* Makes the handles; `heard`, `ended` and `owner` are the caller's to set before. The pipe is to be
 * connected (uv_spawn, uv_pipe_open). */
void wire_init(struct wire *wire, uv_loop_t *loop);

/* From now on heard() is called, first with what wire_await() has read already. */
void wire_listen(struct wire *wire);

/* Says it: takes the reference over. `wait`: until it is written. */
void wire_say(struct wire *wire, json_t *message, bool wait);

/* The same of a message that is text already, without a line's end; `text` gets one. */
void wire_say_text(struct wire *wire, struct buf *text, bool wait);

/* Blocks until a message has come that has the member `key` (a new reference); those before it are
 * handed out later, but not before wire_listen(). NULL: the other side is gone. */
json_t *wire_await(struct wire *wire, const char *key);

/* Closes it; closed() comes on a later turn of the loop. */
void wire_close(struct wire *wire, void (*closed)(struct wire *wire));

#endif
