/* SPDX-License-Identifier: Apache-2.0 */
/* What handlers return of a batch, as bytes from anywhere: what failed was in the batch. Needs
 * readers. */
#include <stdint.h>
#include <stdlib.h>

#include "readers/response.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    json_t *known = json_pack("{s:n, s:n, s:n}", "1", "a",
                              "49590338271490256608559692538361571095921575989136588898");
    json_t *failed = response_failures((const char *)data, size, known), *value;
    const char *id;
    json_object_foreach (failed, id, value)
        if (json_object_get(known, id) == NULL)
            abort();
    json_decref(failed);
    json_decref(known);
    return 0;
}
