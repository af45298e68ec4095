/* SPDX-License-Identifier: Apache-2.0 */
/* AWS's managed policies (AWS Managed Policy Reference), as far as functions use them and as far as
 * they are about services of the local cloud. */
#ifndef SLRUN_LOCAL_MANAGED_H
#define SLRUN_LOCAL_MANAGED_H

#include <jansson.h>

/* The policy document of "arn:aws:iam::aws:policy/service-role/AWSLambdaRole"; a new reference, or
 * NULL: it is not known here, or there is no memory. */
json_t *managed_policy(const char *arn);

#endif
