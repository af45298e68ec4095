/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Answers to one client half: see answers.h. It is compiled once for each service with
 * CLIENT_SERVICE, CLIENT_OPS and CLIENT_N_OPS, as the unit tests' slrun_client_support().
 */
#include "answers.h"

#include "client/ops.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct answers of = {&CLIENT_SERVICE, CLIENT_OPS, CLIENT_N_OPS};
    answers_parse(&of, data, size);
    return 0;
}
