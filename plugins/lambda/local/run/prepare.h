/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a pool needs before its first process: the interpreter, the folders of its layers, and the
 * packages that requirements.txt or package.json ask for and the machine does not have. Those are
 * installed once, into a cache by their content: ~/.cache/slrun or $XDG_CACHE_HOME/slrun.
 */
#ifndef SLRUN_LAMBDA_PREPARE_H
#define SLRUN_LAMBDA_PREPARE_H

#include "local/service.h"

struct pool;
struct preparation;

/* Ends in pool_prepared(), maybe before this returns. pool->preparation is set meanwhile. */
void prepare_start(struct pool *pool);
void prepare_cancel(struct preparation *preparation);

#endif
