/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Results as text of JSON: what a line "case_end" or "fixture_end" of --report-json says
 * (docs/reports.md), and what worker processes send; run/life/result_json.h reads both back. Each
 * adds members to an object that is open (base/json_put.h).
 */
#ifndef SLRUN_RUN_RESULT_PUT_H
#define SLRUN_RUN_RESULT_PUT_H

#include "base/buf.h"
#include "run/life/result.h"

enum { RESULT_DIGITS = 9 /* behind the point of seconds */ };

/* "id", "path::name". */
void result_put_id(struct buf *to, const struct result *result);

/* All of it. `data`: with the bytes of attachments, and with what happened when. */
void result_put(struct buf *to, const struct result *result, bool data);

/* The first of these members: those from id to phases. */
void result_put_head(struct buf *to, const struct result *result);

/* "tries": those before the last, the first of them first: "outcome", "seconds", "failure",
 * "notes", and what `also` (may be NULL) adds. */
void result_put_tries(struct buf *to, const struct result *result,
                      void (*also)(struct buf *to, const struct result *earlier));

/* A failure under this key: null where there is none. */
void failure_put(struct buf *to, const char *key, const struct failure *failure);

/* "problems". */
void problems_put(struct buf *to, const struct problem *problems);

void fixture_put(struct buf *to, const struct fixture_result *fixture);

#endif
