/* SPDX-License-Identifier: Apache-2.0 */
/* CBOR as bytes from anywhere: what is read must be written so that it is read again as the same.
 * Needs kinesis_local. */
#include <stdint.h>
#include <stdlib.h>

#include "cbor/cbor_form.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What the writer makes of it, read. Blobs that are no base64 and fractions of milliseconds change
 * with the first writing, not with the second. NULL: it has no form in CBOR. */
static json_t *again(const json_t *json)
{
    size_t size;
    char *bytes = cbor_form_write(json, &size);
    json_t *read = bytes == NULL ? NULL : cbor_form_read(bytes, size);
    if (bytes != NULL && read == NULL)
        abort();
    free(bytes);
    return read;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    json_t *first = cbor_form_read(data, size);
    json_t *second = first == NULL ? NULL : again(first);
    json_t *third = second == NULL ? NULL : again(second);
    if (third != NULL && !json_equal(second, third))
        abort();
    json_decref(first);
    json_decref(second);
    json_decref(third);
    return 0;
}
