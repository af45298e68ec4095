/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256, ids and dates as Lambda writes them. */
#include "local/bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <slrun/base64.h>
#include <slrun/time.h>

bool growing_add(struct growing *bytes, const void *data, size_t size, size_t most)
{
    if (size > most || bytes->size > most - size)
        return false;
    if (bytes->size + size + 1 > bytes->room) {
        size_t room = (bytes->size + size + 1) * 2;
        char *more = realloc(bytes->data, room);
        if (!more)
            return false;
        bytes->data = more;
        bytes->room = room;
    }
    if (size > 0)
        memcpy(bytes->data + bytes->size, data, size);
    bytes->size += size;
    bytes->data[bytes->size] = '\0';
    return true;
}

bool sha256_text(const void *data, size_t size, char text[SHA_TEXT_SIZE])
{
    unsigned char sum[EVP_MAX_MD_SIZE];
    unsigned n = 0;
    if (EVP_Digest(data, size, sum, &n, EVP_sha256(), NULL) != 1)
        return false;
    slrun_base64_write(sum, n, text);
    return true;
}

static void random_bytes(unsigned char *bytes, size_t size)
{
    if (RAND_bytes(bytes, (int)size) != 1)
        abort(); /* ids that can be guessed would let any page of the browser in */
}

void uuid_make(char text[UUID_SIZE])
{
    unsigned char b[16];
    random_bytes(b, sizeof b);
    b[6] = (unsigned char)((b[6] & 0x0f) | 0x40);
    b[8] = (unsigned char)((b[8] & 0x3f) | 0x80);
    for (size_t i = 0; i < sizeof b; i++)
        text += sprintf(text, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", b[i]);
}

void hex_id_make(char text[HEX_ID_SIZE])
{
    unsigned char b[16];
    random_bytes(b, sizeof b);
    for (size_t i = 0; i < sizeof b; i++)
        text += sprintf(text, "%02x", b[i]);
}

double random_share(void)
{
    unsigned char b[4];
    random_bytes(b, sizeof b);
    return (double)((uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3]) /
           4294967296.0;
}

void date_text(int64_t ms, char text[DATE_SIZE])
{
    char zulu[SLRUN_TIME_SIZE];
    slrun_time_text(ms, 1, zulu);
    (void)snprintf(text, DATE_SIZE, "%.*s+0000", (int)strcspn(zulu, "Z"), zulu);
}

double real_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1000.0 + (double)now.tv_nsec / 1e6;
}
