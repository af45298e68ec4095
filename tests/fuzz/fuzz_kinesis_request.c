/* SPDX-License-Identifier: Apache-2.0 */
/* Requests to Kinesis as the local cloud offers it: see requests.h. Needs kinesis_local. */
#include "requests.h"

#include "cbor/cbor_form.h"
#include "local.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static json_t *read_cbor(const char *body, size_t size)
{
    return cbor_form_read(body, size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct slrun_service service = {.target = "Kinesis_20131202",
                                                 .json_version = "1.1"};
    static const struct requests requests = {.half = {.local = &kinesis_local, .service = &service},
                                             .step_ms = 90,
                                             .may_fail = true,
                                             .read_cbor = read_cbor};
    requests_serve(&requests, data, size);
    return 0;
}
