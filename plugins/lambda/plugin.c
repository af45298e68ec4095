/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of lambda.so: AWS Lambda, API version 2015-03-31. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char lambda_prelude[]; /* prelude/, embedded by the build */

SLRUN_PLUGIN("lambda", "0.1.0", "Lambda: functions, invocations, layers, URLs, event sources.",
             NULL, NULL, &lambda_service, lambda_ops, LAMBDA_OPS, lambda_prelude, &lambda_local);
