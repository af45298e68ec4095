/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/names.h"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>

enum { SUFFIX = 12, PART_MAX = 24 };

/* Where there is no randomness the bytes stay as they are: ids of one moment then agree. */
static void random_bytes(unsigned char *bytes, size_t size)
{
    memset(bytes, 0, size);
    (void)getrandom(bytes, size, 0);
}

void name_uuid(char uuid[UUID_SIZE])
{
    unsigned char b[16];
    random_bytes(b, sizeof b);
    b[6] = (unsigned char)((b[6] & 0x0f) | 0x40);
    b[8] = (unsigned char)((b[8] & 0x3f) | 0x80);
    (void)snprintf(uuid, UUID_SIZE,
                   "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0],
                   b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13],
                   b[14], b[15]);
}

void name_resource(char name[RESOURCE_NAME_SIZE], const char *stack, const char *logical_id)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    unsigned char bytes[SUFFIX];
    char suffix[SUFFIX + 1];
    random_bytes(bytes, sizeof bytes);
    for (size_t i = 0; i < SUFFIX; i++)
        suffix[i] = letters[bytes[i] % (sizeof letters - 1)];
    suffix[SUFFIX] = '\0';
    (void)snprintf(name, RESOURCE_NAME_SIZE, "%.*s-%.*s-%s", PART_MAX, stack, PART_MAX, logical_id,
                   suffix);
}
