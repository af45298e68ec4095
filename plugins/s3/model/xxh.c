/* SPDX-License-Identifier: Apache-2.0 */
/* xxHash, inlined: its library would be one more to load at each start. */
#include "model/xxh.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

void *xxh_begin(enum xxh_kind kind)
{
    if (kind == XXH_64) {
        XXH64_state_t *state = XXH64_createState();
        if (state != NULL)
            (void)XXH64_reset(state, 0);
        return state;
    }
    XXH3_state_t *state = XXH3_createState();
    if (state != NULL)
        (void)(kind == XXH_3 ? XXH3_64bits_reset(state) : XXH3_128bits_reset(state));
    return state;
}

bool xxh_add(enum xxh_kind kind, void *state, const void *data, size_t size)
{
    if (size == 0)
        return true;
    return (kind == XXH_64  ? XXH64_update(state, data, size)
            : kind == XXH_3 ? XXH3_64bits_update(state, data, size)
                            : XXH3_128bits_update(state, data, size)) == XXH_OK;
}

size_t xxh_end(enum xxh_kind kind, const void *state, unsigned char bytes[XXH_BYTES_MAX])
{
    if (kind == XXH_128) {
        XXH128_canonical_t of_128;
        XXH128_canonicalFromHash(&of_128, XXH3_128bits_digest(state));
        memcpy(bytes, of_128.digest, sizeof of_128.digest);
        return sizeof of_128.digest;
    }
    XXH64_canonical_t of_64;
    XXH64_canonicalFromHash(&of_64,
                            kind == XXH_64 ? XXH64_digest(state) : XXH3_64bits_digest(state));
    memcpy(bytes, of_64.digest, sizeof of_64.digest);
    return sizeof of_64.digest;
}

void xxh_drop(enum xxh_kind kind, void *state)
{
    (void)(kind == XXH_64 ? XXH64_freeState(state) : XXH3_freeState(state));
}
