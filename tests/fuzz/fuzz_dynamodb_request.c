/* SPDX-License-Identifier: Apache-2.0 */
/* Requests to DynamoDB and its streams as the local cloud offers them: see requests.h. Needs
 * dynamodb_local. */
#include "requests.h"

#include "local.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct slrun_service service = {.target = "DynamoDB_20120810",
                                                 .json_version = "1.0"};
    static const struct requests requests = {
        .half = {.local = &dynamodb_local, .service = &service}, .step_ms = 500};
    requests_serve(&requests, data, size);
    return 0;
}
