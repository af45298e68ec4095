/* SPDX-License-Identifier: Apache-2.0 */
/* Ids made from texts. */
#include "uuid.h"

#include <stdio.h>

void uuid_of(const char *const *parts, uint64_t seed, char out[UUID_SIZE])
{
    uint64_t high = 1469598103934665603U;
    uint64_t low = seed;
    for (; *parts != NULL; parts++) {
        for (const char *at = *parts; *at != '\0'; at++) {
            high = (high ^ (unsigned char)*at) * 1099511628211U;
            low = (low ^ (high >> 29)) * 6364136223846793005U + 1442695040888963407U;
        }
    }
    snprintf(out, UUID_SIZE, "%08x-%04x-4%03x-%04x-%012llx", (unsigned)(high >> 32),
             (unsigned)(high >> 16) & 0xffffU, (unsigned)high & 0xfffU,
             0x8000U | ((unsigned)(low >> 48) & 0x3fffU),
             (unsigned long long)low & 0xffffffffffffU);
}
