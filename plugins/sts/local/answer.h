/* SPDX-License-Identifier: Apache-2.0 */
/* Answers of the query protocol. */
#ifndef SLRUN_STS_ANSWER_H
#define SLRUN_STS_ANSWER_H

#include <slrun/local.h>

/* One request at work. */
struct call {
    const struct slrun_cloud *cloud;
    struct slrun_exchange *x;
    const char *action;
};

/* Answers with <ACTIONResponse>, the result as a printf of XML in it. */
void answer_result(const struct call *call, const char *format, ...) SLRUN_PRINTF(2, 3);

/* Answers with <ErrorResponse>; the message is a printf. */
void answer_error(const struct call *call, int status, const char *code, const char *format, ...)
    SLRUN_PRINTF(4, 5);

#endif
