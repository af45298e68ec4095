/* SPDX-License-Identifier: Apache-2.0 */
/* Requests to API Gateway as the local cloud offers it, and to the APIs that they make: see
 * requests.h. Needs apigateway_local. */
#include "requests.h"

#include "local/service.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct slrun_service service = {.signing_name = "apigateway"};
    static const struct requests requests = {
        .half = {.local = &apigateway_local, .service = &service}, .step_ms = 700, .may_log = true};
    requests_serve(&requests, data, size);
    return 0;
}
