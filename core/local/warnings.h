/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the local cloud has warned of lately, as it stands on standard error: a function that cannot
 * begin, an answer that API Gateway cannot use. What a failed wait tells of its stack comes from
 * here, too.
 */
#ifndef SLRUN_LOCAL_WARNINGS_H
#define SLRUN_LOCAL_WARNINGS_H

#include "local/exchange.h"

enum {
    WARNINGS_MAX = 64, /* the oldest goes */
    WARNING_SIZE = 512 /* bytes of one, with the NUL; the rest is cut */
};

struct warnings;

/* Hears the warnings and errors that this thread logs from here on (log_hear()), until
 * warnings_free(). NULL: out of memory. */
struct warnings *warnings_new(struct cloud *cloud);
void warnings_free(struct warnings *warnings);

/* Answers with {"warnings": [{"at_ms", "text"}]}, the last one first; none where nobody hears
 * them. */
void warnings_answer(struct cloud *cloud, struct slrun_exchange *x);

/* Forgets them. NULL is fine. */
void warnings_clear(struct warnings *warnings);

#endif
