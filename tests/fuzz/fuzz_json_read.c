/* SPDX-License-Identifier: Apache-2.0 */
/* JSON from bytes from anywhere: it must be what jansson reads. Needs slrun_base. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void compare(const json_t *made, const json_t *expected)
{
    const size_t how = JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(17);
    char *left = json_dumps(made, how), *right = json_dumps(expected, how);
    if ((left != NULL) != (right != NULL) || (left != NULL && strcmp(left, right) != 0))
        abort();
    free(left);
    free(right);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const size_t flags[] = {0, JSON_ALLOW_NUL, JSON_DECODE_ANY | JSON_ALLOW_NUL};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        json_t *made = json_read(data, size, flags[i], NULL);
        json_t *expected = json_loadb((const char *)data, size, flags[i], NULL);
        if ((made != NULL) != (expected != NULL))
            abort();
        compare(made, expected);
        json_decref(made);
        json_decref(expected);
    }
    return 0;
}
