/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Things to do on the next turn of the loop, in the order in which they were asked for. So no
 * service is called while another, or the same, is in the middle of something.
 */
#ifndef SLRUN_LOCAL_TURN_H
#define SLRUN_LOCAL_TURN_H

#include <stdbool.h>

struct uv_loop_s; /* uv_loop_t */
struct turn;

/* Part of whoever waits for its turn; zeroed before its first use. */
struct turn_task {
    struct turn_task *next, *prev;
    bool waiting;
    void (*run)(struct turn_task *task); /* may free the task, and add others */
};

/* NULL: out of memory. */
struct turn *turn_new(struct uv_loop_s *loop);

/* Puts a task behind the others. Harmless for one that waits already. */
void turn_add(struct turn *turn, struct turn_task *task);

/* Takes it out again; harmless for one that does not wait. */
void turn_remove(struct turn *turn, struct turn_task *task);

/* Whether tasks wait. */
bool turn_waits(const struct turn *turn);

/* Tasks that still wait are forgotten. The loop has a closing handle to run. NULL is allowed. */
void turn_free(struct turn *turn);

#endif
