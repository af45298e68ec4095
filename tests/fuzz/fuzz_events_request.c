/* SPDX-License-Identifier: Apache-2.0 */
/* Requests to Amazon EventBridge as the local cloud offers them: see requests.h. Needs
 * events_local. */
#include "requests.h"

#include "local/local.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct slrun_service service = {.target = "AWSEvents", .json_version = "1.1"};
    static const struct requests requests = {
        .half = {.local = &events_local, .service = &service}, .step_ms = 700, .may_log = true};
    requests_serve(&requests, data, size);
    return 0;
}
