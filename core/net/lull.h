/* SPDX-License-Identifier: Apache-2.0 */
/* Tells when the loop is about to sleep: nothing is left to do before a time or something from
 * outside comes. */
#ifndef SLRUN_NET_LULL_H
#define SLRUN_NET_LULL_H

#include <stdbool.h>

struct uv_loop_s; /* uv_loop_t */
struct lull;

struct lull_options {
    bool (*wanted)(void *arg); /* whether anybody would listen: cheap, asked on every turn */
    void (*come)(void *arg);   /* what it starts or sets is heeded before the loop sleeps */
    void *arg;
};

/* It does not keep the loop alive. NULL: out of memory. */
struct lull *lull_new(struct uv_loop_s *loop, const struct lull_options *options);

/* The loop has closing handles to run. NULL is allowed. */
void lull_free(struct lull *lull);

#endif
