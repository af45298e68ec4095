/* SPDX-License-Identifier: Apache-2.0 */
/* Requests to AWS Step Functions as the local cloud offers it: see requests.h. Needs states_local.
 */
#include "requests.h"

#include "local/local.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct slrun_service service = {.target = "AWSStepFunctions",
                                                 .json_version = "1.0"};
    static const struct requests requests = {.half = {.local = &states_local, .service = &service},
                                             .step_ms = 700};
    requests_serve(&requests, data, size);
    return 0;
}
