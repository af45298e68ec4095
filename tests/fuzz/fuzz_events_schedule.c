/* SPDX-License-Identifier: Apache-2.0 */
/* Cron expressions of EventBridge: what can be read has a next time behind any other, or none.
 * Needs deliveries. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "deliveries/cron.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct cron cron;
    char *text = calloc(1, size + 1);
    int64_t at = INT64_C(1700000000000);
    if (!text)
        return 0;
    memcpy(text, data, size);
    if (cron_read(text, &cron))
        for (int i = 0; i < 5 && at >= 0; i++) {
            int64_t next = cron_next(&cron, at);
            if (next >= 0 && (next <= at || next % 60000 != 0))
                abort();
            at = next;
        }
    free(text);
    return 0;
}
