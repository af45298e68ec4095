/* SPDX-License-Identifier: Apache-2.0 */
/* The local half of secretsmanager.so: AWS Secrets Manager as the embedded local cloud offers it.
 */
#ifndef SLRUN_SECRETSMANAGER_LOCAL_H
#define SLRUN_SECRETSMANAGER_LOCAL_H

#include <slrun/local.h>

extern const struct slrun_local secretsmanager_local;

#endif
