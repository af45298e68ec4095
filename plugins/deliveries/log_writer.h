/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What services write into CloudWatch Logs by themselves ("vended logs": executions of state
 * machines, accesses of APIs). Mostly the log group is the user's and must be there; streams are
 * made as they are needed. As with AWS nobody waits for a line, and one that cannot be written is
 * lost, which a warning tells.
 */
#ifndef SLRUN_DELIVERIES_LOG_WRITER_H
#define SLRUN_DELIVERIES_LOG_WRITER_H

#include <stdbool.h>

#include <slrun/local.h>

struct log_writer;

/* All writers of a service. Zero but for the first two. */
struct log_writers {
    const struct slrun_cloud *cloud;
    const char *service; /* that writes: "states" */
    struct log_writer *first;
};

struct log_line {
    const char *group; /* arn:aws:logs:REGION:ACCOUNT:log-group:NAME, perhaps with :* behind it */
    const char *stream;
    const char *text; /* NULL: only the stream is made */
    bool own;         /* the group is the service's own, which makes it */
};

/* Writes a line, with the time that it is now, soon. All is copied. */
void log_write(struct log_writers *writers, const struct log_line *line);
/* Forgets what is not written yet. */
void log_writers_end(struct log_writers *writers);

#endif
