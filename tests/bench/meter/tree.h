/* SPDX-License-Identifier: Apache-2.0 */
/* The memory of all descendants of a process, as /proc has it at one moment. */
#ifndef SLRUN_BENCH_TREE_H
#define SLRUN_BENCH_TREE_H

#include <stdbool.h>
#include <sys/types.h>

struct tree_sample {
    long rss_kb; /* sum of resident sizes: a page shared by two processes counts twice */
    long pss_kb; /* sum of proportional sizes: a shared page is divided among its users */
    int processes;
};

/* Adds up the descendants of a process, without itself. Those that end meanwhile are left out. */
struct tree_sample tree_sample(pid_t ancestor);

/* Raises each figure of `peak` to that of `now`. */
void tree_peak(struct tree_sample *peak, const struct tree_sample *now);

#endif
