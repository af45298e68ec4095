/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as the local cloud's page shows them. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

#include "base/base64.h"
#include "local/page/look.h"

enum { BYTES_MAX = 1 << 20 /* that are looked at */ };

static bool is_text(const unsigned char *data, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (data[i] < ' ' && !strchr("\t\n\r\f\033", data[i]))
            return false;
    return memchr(data, 0, size) == NULL;
}

static json_t *encoded(const unsigned char *data, size_t size)
{
    char *text = base64_text(data, size, NULL);
    json_t *json = text ? json_pack("{s:s}", "base64", text) : NULL;
    free(text);
    return json;
}

json_t *look_bytes(const void *data, size_t size)
{
    size = size < BYTES_MAX ? size : BYTES_MAX;
    json_t *text = is_text(data, size) ? json_stringn(data, size) : NULL; /* NULL: no UTF-8 */
    return text ? text : encoded(data, size);
}

json_t *look_base64(const char *text, size_t size)
{
    size = (size < BYTES_MAX ? size : BYTES_MAX) / 4 * 4;
    unsigned char *data = malloc(size / 4 * 3 + 1);
    int n = data ? EVP_DecodeBlock(data, (const unsigned char *)text, (int)size) : -1;
    for (size_t i = size; n > 0 && i > size - 2 && text[i - 1] == '='; i--)
        n--;
    json_t *json = n >= 0 ? look_bytes(data, (size_t)n) : json_stringn(text, size);
    free(data);
    return json;
}
