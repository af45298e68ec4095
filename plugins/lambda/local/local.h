/* SPDX-License-Identifier: Apache-2.0 */
/* AWS Lambda as the embedded local cloud offers it. */
#ifndef SLRUN_LAMBDA_LOCAL_H
#define SLRUN_LAMBDA_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local lambda_local;

#endif
