/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of ssm.so: Parameter Store as the embedded local cloud offers it. */
#ifndef SLRUN_SSM_LOCAL_H
#define SLRUN_SSM_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local ssm_local;

#endif
