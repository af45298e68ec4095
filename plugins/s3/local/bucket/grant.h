/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud asks to judge the roles of those who call (slrun/iam.h). */
#ifndef SLRUN_S3_GRANT_H
#define SLRUN_S3_GRANT_H

#include "service.h"

/* slrun_local.grant_args of a call whose address has been read. */
json_t *grant_args(struct call *call);
/* slrun_local.policy */
json_t *grant_policy(struct service *service, const char *arn);

#endif
