/* SPDX-License-Identifier: Apache-2.0 */
/* What the marks of a case make of how it ended. */
#ifndef SLRUN_RUN_VERDICT_H
#define SLRUN_RUN_VERDICT_H

#include "run/collect/collect.h"
#include "run/life/result.h"

/* Fills in whose result it is: path, name, line, pattern and tags. */
void verdict_name(const struct item *item, struct result *result);

/* Fills the result of a case that is not to run; false: it runs. */
bool verdict_skip(const struct item *item, struct result *result);

/* Fills the result of a case that could not be started: an error, for `why`. */
void verdict_not_run(const struct item *item, struct result *result, const char *why);

/* Whether this try of a case has failed and nobody expected it: then --keep leaves what it used.
 * Before verdict_apply(). */
bool verdict_keeps(const struct item *item, const struct result *result);

/* A case has ended, this try of it: applies xfail, and flaky after earlier tries. True: `retries`
 * or --reruns gives it another try. */
bool verdict_apply(const struct item *item, struct result *result);

#endif
