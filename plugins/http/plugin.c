/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of http.so: any HTTP server, such as the API of a stack, for `require "slrun.http"`. */
#include <slrun/slrun.h>

#include "client/ops.h"

extern const char http_prelude[];

SLRUN_PLUGIN("http", "0.1.0", "HTTP requests to any address, such as a stack's API.", NULL, NULL,
             &http_service, http_ops, HTTP_OPS, http_prelude, NULL);
