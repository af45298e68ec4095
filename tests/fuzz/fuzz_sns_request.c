/* SPDX-License-Identifier: Apache-2.0 */
/* Requests to Amazon SNS as the local cloud offers it: see requests.h. Needs sns_local. */
#include "requests.h"

#include "local/local.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct slrun_service service = {.query_version = "2010-03-31"};
    static const struct requests requests = {
        .half = {.local = &sns_local, .service = &service}, .step_ms = 60000, .may_log = true};
    requests_serve(&requests, data, size);
    return 0;
}
