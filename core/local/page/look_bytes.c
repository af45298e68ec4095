/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as the local cloud's page shows them. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

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
    return json_pack("{s:o}", "base64", slrun_base64_json(data, size));
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
    size_t n;
    char *data = slrun_base64_bytes(text, size, &n);
    json_t *json = data ? look_bytes(data, n) : json_stringn(text, size);
    free(data);
    return json;
}
