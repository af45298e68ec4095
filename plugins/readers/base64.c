/* SPDX-License-Identifier: Apache-2.0 */
#include "readers/base64.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

unsigned char *base64_decode(const char *text, size_t *size)
{
    size_t n = strlen(text), padding = 0;
    unsigned char *data = n < INT_MAX ? malloc(n / 4 * 3 + 4) : NULL;
    while (padding < 2 && padding < n && text[n - padding - 1] == '=')
        padding++;
    int decoded =
        data && n % 4 == 0 ? EVP_DecodeBlock(data, (const unsigned char *)text, (int)n) : -1;
    if (decoded < 0 || (size_t)decoded < padding) {
        free(data);
        return NULL;
    }
    *size = (size_t)decoded - padding;
    data[*size] = '\0';
    return data;
}
