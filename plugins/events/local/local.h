/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of events.so. */
#ifndef SLRUN_EVENTS_LOCAL_H
#define SLRUN_EVENTS_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local events_local;

#endif
