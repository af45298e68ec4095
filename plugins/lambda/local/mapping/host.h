/* SPDX-License-Identifier: Apache-2.0 */
/* What Lambda does for the engine (struct engine_host); `arg` is the service. */
#ifndef SLRUN_LAMBDA_HOST_H
#define SLRUN_LAMBDA_HOST_H

#include "local/mapping/engine.h"

enum invoke_answer host_invoke(void *arg, const struct invoke_start *start, void **invocation);
void host_forget(void *invocation);
const char *host_role(void *arg, const char *function);

#endif
