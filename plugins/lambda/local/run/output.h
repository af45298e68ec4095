/* SPDX-License-Identifier: Apache-2.0 */
/* What a process says, line by line, on its way into CloudWatch Logs. */
#ifndef SLRUN_LAMBDA_OUTPUT_H
#define SLRUN_LAMBDA_OUTPUT_H

#include "local/run/machine.h"

enum { TAIL_MAX = 4096 /* API Reference, "Invoke": the last 4 KB of the log */ };

struct output;

/* A log stream of `group`; NULL: no memory. */
struct output *output_open(struct machine *machine, const char *region, const char *account,
                           const char *group);
/* What is still to be put is put; then it frees itself. */
void output_close(struct output *out);
/* At the very end: frees those that are still putting. */
void outputs_close(struct machine *machine);

const char *output_stream(const struct output *out);

/* A line of stream 1 or 2. True where it ends the output of an invocation ("\0slrun"). */
bool output_line(struct output *out, int stream, const char *text, size_t size);
/* A line of the platform: a printf. */
void output_say(struct output *out, const char *format, ...) SLRUN_PRINTF(2, 3);
/*
 * An invocation begins. What a process says before its first one is held back until then, and lost
 * if there is none: AWS starts no process without an invocation, and so makes no log group, which
 * the function's stack may want to make itself.
 */
void output_invoked(struct output *out);
/* Puts what has come; in order, one request at a time. */
void output_flush(struct output *out);

/* Begins the tail anew; what has been said since then, at most TAIL_MAX bytes of it. */
void output_mark(struct output *out);
const char *output_tail(const struct output *out, size_t *size);

#endif
