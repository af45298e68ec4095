/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of sts.so: AWS Security Token Service, API version 2011-06-15. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

SLRUN_PLUGIN("sts", "0.1.0", "AWS STS: who is calling, and temporary credentials.", NULL, NULL,
             &sts_service, sts_ops, STS_OPS, NULL, &sts_local);
