/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of the sts plugin: the service itself, inside the embedded local cloud. */
#ifndef SLRUN_STS_LOCAL_H
#define SLRUN_STS_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local sts_local;

#endif
