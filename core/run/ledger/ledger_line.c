/* SPDX-License-Identifier: Apache-2.0 */
#include "run/ledger/ledger_line.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD "{\"crc32\":\""
#define MID  "\",\"entry\":"

enum {
    CRC_DIGITS = 8,
    HEAD_SIZE = sizeof HEAD - 1 + CRC_DIGITS + sizeof MID - 1,
};

static uint32_t crc32(const char *data, size_t size)
{
    uint32_t crc = 0xffffffffu;
    for (size_t i = 0; i < size; i++) {
        crc ^= (unsigned char)data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

static void head_of(const char *entry, size_t size, char head[HEAD_SIZE + 1])
{
    snprintf(head, HEAD_SIZE + 1, HEAD "%08" PRIx32 MID, crc32(entry, size));
}

bool ledger_line_add(struct buf *lines, const json_t *entry)
{
    char head[HEAD_SIZE + 1];
    char *text = json_dumps(entry, JSON_COMPACT | JSON_SORT_KEYS);
    size_t size = text ? strlen(text) : 0, before = lines->len;
    bool fits = text && size + HEAD_SIZE + 1 <= LEDGER_LINE_MAX;
    if (fits) {
        head_of(text, size, head);
        fits = buf_add(lines, head, HEAD_SIZE) && buf_add(lines, text, size) &&
               buf_add(lines, "}\n", 2);
    }
    if (!fits) {
        lines->len = before;
        lines->failed = false;
    }
    free(text);
    return fits;
}

json_t *ledger_line_parse(const char *line, size_t size)
{
    char head[HEAD_SIZE + 1];
    if (size <= HEAD_SIZE + 1 || size > LEDGER_LINE_MAX || line[size - 1] != '}')
        return NULL;
    const char *entry = line + HEAD_SIZE;
    size -= HEAD_SIZE + 1;
    head_of(entry, size, head);
    if (memcmp(line, head, HEAD_SIZE) != 0)
        return NULL;
    json_t *json = json_loadb(entry, size, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, NULL);
    if (json && !json_is_object(json)) {
        json_decref(json);
        return NULL;
    }
    return json;
}
