/* SPDX-License-Identifier: Apache-2.0 */
#include "jsonata/functions/random.h"

#include <stdint.h>
#include <string.h>

#include <openssl/rand.h>

void jn_random_bytes(void *bytes, size_t size)
{
    if (RAND_bytes(bytes, (int)size) != 1)
        memset(bytes, 0, size);
}

double jn_random(void)
{
    uint64_t bits = 0;
    jn_random_bytes(&bits, sizeof bits);
    return (double)(bits >> 11) / 9007199254740992.0;
}
