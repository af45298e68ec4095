/* SPDX-License-Identifier: Apache-2.0 */
/* JSON as text: what was read from bytes from anywhere is written as jansson writes it. Needs
 * slrun_base. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const size_t flags[] = {0, JSON_SORT_KEYS, JSON_REAL_PRECISION(17)};
    json_t *json = json_loadb((const char *)data, size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    for (size_t i = 0; json != NULL && i < sizeof flags / sizeof *flags; i++) {
        size_t n = 0;
        char *made = json_text(json, flags[i], &n);
        char *expected = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY | flags[i]);
        if (made == NULL || expected == NULL || n != strlen(expected) ||
            memcmp(made, expected, n) != 0)
            abort();
        free(made);
        free(expected);
    }
    json_decref(json);
    return 0;
}
