/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of the logs plugin: the service itself, inside the embedded local cloud. */
#ifndef SLRUN_LOGS_LOCAL_H
#define SLRUN_LOGS_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local logs_local;

#endif
