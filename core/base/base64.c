/* SPDX-License-Identifier: Apache-2.0 */
#include "base/base64.h"

#include <stdint.h>
#include <stdlib.h>

#include <openssl/evp.h>

char *base64_text(const void *bytes, size_t size, size_t *length)
{
    if (size > (size_t)INT32_MAX / 4 * 3)
        return NULL;
    char *text = malloc((size + 2) / 3 * 4 + 1);
    int n = text ? EVP_EncodeBlock((unsigned char *)text, bytes, (int)size) : 0;
    if (length)
        *length = (size_t)n;
    return text;
}
