/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tells reporters of cases and calls on a thread of its own, where these end so fast that making
 * their texts and writing their files is what a run would wait for.
 *
 * What is told is copied, in the order it came, and handed over in batches; the thread reads the
 * copies and what lives as long as the session (ids, patterns, tags, what cases printed), none of
 * which changes once a case has ended. The reporters belong to the thread while it has something to
 * tell; until there is a thread, all is told at once. Whatever is neither a call nor a case that
 * went well (a failure, a fixture, the end) waits until it has nothing, and is told as without it.
 */
#ifndef SLRUN_REPORT_BEHIND_H
#define SLRUN_REPORT_BEHIND_H

#include "report/reporter.h"

struct behind;

/* `reporters`: all that are told by it; they may be added later, before the run begins. NULL: out
 * of memory. */
struct behind *behind_new(const struct reporters *reporters);

/* From now on there may be a thread. */
void behind_start(struct behind *behind);

/* All was told; the reporters may be closed. NULL is allowed. */
void behind_free(struct behind *behind);

/* Its `self` is the struct behind. */
extern const struct observer behind_observer;

#endif
