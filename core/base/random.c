/* SPDX-License-Identifier: Apache-2.0 */
#include "base/random.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/error.h"

int random_bytes(void *out, size_t size, struct slrun_error *error)
{
    ssize_t n;
    do {
        n = getrandom(out, size, 0);
    } while (n < 0 && errno == EINTR);
    if (n != (ssize_t)size)
        return error_set(error, SLRUN_E_INTERNAL, "the system gives no random bytes: %s",
                         strerror(errno));
    return 0;
}

int random_id(char out[RANDOM_ID_MAX], struct slrun_error *error)
{
    unsigned char bytes[13];
    if (random_bytes(bytes, sizeof bytes, error) != 0)
        return -1;
    out[0] = 'r';
    for (int i = 0; i < 9; i++)
        out[1 + i] = "0123456789abcdefghijklmnopqrstuvwxyz"[bytes[i] % 36];
    out[10] = '\0';
    long seed;
    memcpy(&seed, bytes + 5, sizeof seed);
    srand48(seed);
    return 0;
}

static void write_uuid(unsigned char b[16], char *at)
{
    b[6] = (unsigned char)((b[6] & 0x0f) | 0x40); /* version */
    b[8] = (unsigned char)((b[8] & 0x3f) | 0x80); /* variant */
    for (size_t i = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *at++ = '-';
        *at++ = "0123456789abcdef"[b[i] >> 4];
        *at++ = "0123456789abcdef"[b[i] & 15];
    }
    *at = '\0';
}

int random_uuid(char out[RANDOM_UUID_MAX], struct slrun_error *error)
{
    unsigned char bytes[16];
    if (random_bytes(bytes, sizeof bytes, error) != 0)
        return -1;
    write_uuid(bytes, out);
    return 0;
}

uint64_t random_next(uint64_t state[2])
{
    uint64_t a = state[0], b = state[1];
    state[0] = b;
    a ^= a << 23;
    state[1] = a ^ b ^ (a >> 17) ^ (b >> 26);
    return state[1] + b;
}

void random_next_uuid(uint64_t state[2], char out[RANDOM_UUID_MAX])
{
    const uint64_t halves[2] = {random_next(state), random_next(state)};
    unsigned char bytes[16];
    memcpy(bytes, halves, sizeof bytes);
    write_uuid(bytes, out);
}
