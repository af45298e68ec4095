/* SPDX-License-Identifier: Apache-2.0 */
/* Policies of topics. They are kept and told; the local cloud lets everybody do everything. */
#ifndef SLRUN_SNS_PERMISSION_H
#define SLRUN_SNS_PERMISSION_H

#include <jansson.h>

/* What a new topic has: its owner may do all. A new reference. */
json_t *permission_default(const char *account, const char *arn);

#endif
