/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Zygotes: processes that have imported boto3, and of which the processes of Python functions are
 * copies, since that import takes most of a cold start (runtime/zygote.py). There is one for each
 * interpreter and folder of packages, once a function whose code names boto3 begins.
 */
#ifndef SLRUN_LAMBDA_ZYGOTE_H
#define SLRUN_LAMBDA_ZYGOTE_H

struct machine;
struct pool;
struct slrun_process;

enum zygote_use { ZYGOTE_UNKNOWN, ZYGOTE_USED, ZYGOTE_UNUSED };

/* The one for a pool whose interpreter and packages are known, started where there is none; NULL:
 * its processes start by themselves. SLRUN_PYTHON_FORK=off, in the environment of the local cloud
 * or among the function's variables, has them do so. */
struct slrun_process *zygote_of(struct pool *pool);
/* Ends them. */
void zygotes_close(struct machine *machine);

#endif
