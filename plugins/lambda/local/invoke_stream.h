/* SPDX-License-Identifier: Apache-2.0 */
/* InvokeWithResponseStream (API Reference): the answer is an event stream. */
#ifndef SLRUN_LAMBDA_INVOKE_STREAM_H
#define SLRUN_LAMBDA_INVOKE_STREAM_H

#include "local/run/invocation.h"

/* For struct invoke_order; `call` is a struct call. */
void invoke_piece(void *call, const struct invoke_piece *piece);
void invoke_streamed(void *call, const struct invoke_outcome *outcome);

#endif
