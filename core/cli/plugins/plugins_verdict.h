/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a check of `slrun plugins check` finds. Checks that call into the plugin run in a child
 * process with a time limit, so that a crash or a hang is one more thing found.
 */
#ifndef SLRUN_CLI_PLUGINS_VERDICT_H
#define SLRUN_CLI_PLUGINS_VERDICT_H

#include "base/buf.h"

enum {
    VERDICT_PROBLEMS_MAX = 5, /* of one check that are told */
    VERDICT_LIMIT_MS = 20000, /* of what a child tries at one time (verdict_at) */
    VERDICT_STACK = 2 << 20,  /* bytes of stack that a child has at most */
};

struct verdict {
    int fd;            /* in a child: where its findings go; 0: keep them here */
    unsigned problems; /* found, told or not */
    struct buf text;   /* those that are told, one a line */
};

/* One problem: a phrase without a line end. */
void verdict_add(struct verdict *v, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Says what is being tried, for the report should it crash; its time begins. Does nothing outside
 * a child. */
void verdict_at(struct verdict *v, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Runs check(v, arg) in a child and takes over what it finds, or how it died. The child's standard
 * output is dropped; it inherits all memory and gives none back. */
void verdict_in_child(struct verdict *v, void (*check)(struct verdict *v, void *arg), void *arg);

/* Prints "ok    TITLE", or "FAIL  TITLE: problem" for each, frees the texts; true: no problem. */
bool verdict_print(struct verdict *v, const char *title);

#endif
