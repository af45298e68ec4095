/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of xray.so: AWS X-Ray, API version 2016-04-12. */
#include <slrun/slrun.h>

#include "client/ops.h"

SLRUN_PLUGIN("xray", "0.1.0", "AWS X-Ray: traces.", NULL, NULL, &xray_service, xray_ops, XRAY_OPS,
             NULL, NULL);
