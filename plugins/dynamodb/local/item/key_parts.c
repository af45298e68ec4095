/* SPDX-License-Identifier: Apache-2.0 */
/* Keys of several attributes. */
#include "item/key_parts.h"

#include <stdlib.h>
#include <string.h>

enum { ESCAPE = 0xFF, CLOSE = 1, CLOSE_SIZE = 2 };

/* Behind data[size], where there is room; the new size. */
static size_t put_escaped(unsigned char *data, size_t size, const struct value_bytes *part)
{
    for (size_t i = 0; i < part->size; i++) {
        data[size++] = part->data[i];
        if (part->data[i] == 0)
            data[size++] = ESCAPE;
    }
    return size;
}

static bool append(struct value_bytes *key, const struct value_bytes *part, enum key_part kind)
{
    unsigned char *data = realloc(key->data, key->size + 2 * part->size + CLOSE_SIZE);
    if (data == NULL)
        return false;
    key->data = data;
    if (kind != KEY_PART_LAST) {
        key->size = put_escaped(data, key->size, part);
    } else if (part->size != 0) {
        memcpy(data + key->size, part->data, part->size);
        key->size += part->size;
    }
    if (kind == KEY_PART_CLOSED) {
        data[key->size++] = 0;
        data[key->size++] = CLOSE;
    }
    return true;
}

bool key_parts_add(struct value_bytes *key, const json_t *value, enum key_part kind)
{
    struct value_bytes part = {0};
    if (key->data == NULL && kind == KEY_PART_LAST) /* the only one, as of most keys */
        return value_key_encode(value, key);
    bool ok = value_key_encode(value, &part) && append(key, &part, kind);
    value_bytes_free(&part);
    if (!ok)
        value_bytes_free(key);
    return ok;
}
