/* SPDX-License-Identifier: Apache-2.0 */
/* Messages of event streams (application/vnd.amazon.eventstream). */
#ifndef SLRUN_LOCAL_EVENT_STREAM_H
#define SLRUN_LOCAL_EVENT_STREAM_H

#include <slrun/answer.h>

#include "base/buf.h"

enum { EVENT_STREAM_MESSAGE_MAX = 24 << 20 /* as the SDKs bound what they read */ };

/* Adds one message to `to`. false: out of memory, too large, or zlib is not there. */
bool event_stream_write(struct buf *to, const struct slrun_event *event);

#endif
