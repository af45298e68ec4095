/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of sns.so: Amazon Simple Notification Service, API version 2010-03-31. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char sns_prelude[]; /* prelude.lua, embedded by the build */

SLRUN_PLUGIN("sns", "0.1.0", "Amazon SNS: topics, subscriptions, filter policies, messages.", NULL,
             NULL, &sns_service, sns_ops, SNS_OPS, sns_prelude, &sns_local);
