/* SPDX-License-Identifier: Apache-2.0 */
/* What Lambda does for the engine (struct engine_host); `arg` is the service. */
#ifndef SLRUN_LAMBDA_HOST_H
#define SLRUN_LAMBDA_HOST_H

#include "readers/engine.h"

enum invoke_answer host_invoke(void *arg, const struct invoke_start *start, void **invocation);
void host_forget(void *invocation);
const char *host_role(void *arg, const char *function);
void host_on_behalf(void *arg, const char *function, bool sends, struct slrun_calling *calling);
json_t *host_lost(void *arg, const struct engine_loss *loss);

#endif
