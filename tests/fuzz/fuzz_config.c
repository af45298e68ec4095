/* SPDX-License-Identifier: Apache-2.0 */
/* The configuration files of AWS's tools, as bytes from anywhere. The first byte says which of the
 * two it is. Needs slrun_net. */
#include <stdint.h>
#include <stdlib.h>

#include "net/credential/config.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct config_fault fault = {0};
    if (size == 0)
        return 0;
    enum config_kind kind = data[0] & 1 ? CONFIG_CREDENTIALS : CONFIG_SHARED;
    json_t *root = config_parse(kind, (const char *)data + 1, size - 1, &fault);
    if (root == NULL ? fault.line == 0 || fault.text == NULL : json_object_size(root) != 3)
        abort();
    json_decref(root);
    return 0;
}
