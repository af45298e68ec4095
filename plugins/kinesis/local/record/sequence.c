/* SPDX-License-Identifier: Apache-2.0 */
/* The fields of sequence numbers, as bits from the bottom. */
#include "record/sequence.h"

/* Version 2 (and 1, where it has the field): */
enum {
    VERSION_AT = 0,
    VERSION_BITS = 4,
    SHARD_AT = 4,
    SHARD_BITS = 32,
    SECOND_AT = 36,
    SECOND_BITS = 36,
    BEHIND_AT = 72,
    BEHIND_BITS = 8,
    INDEX_AT = 80,
    INDEX_BITS = 64,
    SHARD_DIGIT_AT = 144,
    SHARD_DIGIT_BITS = 4,
    CREATED_AT = 148,
    HEAD_AT = 184,
    HEAD_BITS = 4
};

enum { OLD_INDEX_AT = 36, OLD_INDEX_BITS = 8, OLD_SECOND_AT = 100 };             /* version 1 */
enum { OLDEST_CREATED_AT = 88, OLDEST_SHARD_BITS = 16, OLDEST_HEAD_BITS = 129 }; /* version 0 */

#define CREATED_END INT64_C(16025175000) /* from here on AWS takes no second of creation */

static int64_t second(const struct wide *n, unsigned at)
{
    return (int64_t)wide_bits(n, at, SECOND_BITS);
}

/* What the number is by its size: 0, 1 or 2 with the version in its last digit, or -1. */
static int version_of(const struct wide *n)
{
    const struct wide end = wide_power(OLDEST_HEAD_BITS), from = wide_power(HEAD_AT + 1);
    if (wide_compare(n, &end) < 0)
        return 0;
    bool new_form = wide_compare(n, &from) > 0 && wide_bits(n, HEAD_AT, HEAD_BITS) == 2 &&
                    wide_bits(n, HEAD_AT + HEAD_BITS, WIDE_BITS - HEAD_AT - HEAD_BITS) == 0;
    int version = new_form ? (int)wide_bits(n, VERSION_AT, VERSION_BITS) : -1;
    return version == 1 || version == 2 ? version : -1;
}

bool sequence_read(struct sequence *sequence, const char *text)
{
    const struct wide oldest = wide_power(OLDEST_HEAD_BITS - 5);
    struct wide n;
    if (!wide_from_text(&n, text))
        return false;
    if (wide_compare(&n, &oldest) < 0)
        n = wide_add(&n, &oldest);
    *sequence = (struct sequence){.version = version_of(&n)};
    switch (sequence->version) {
    case 0:
        sequence->created_s = second(&n, OLDEST_CREATED_AT);
        sequence->second = sequence->created_s;
        sequence->shard = (int32_t)wide_bits(&n, 0, OLDEST_SHARD_BITS);
        return sequence->created_s < CREATED_END;
    case 1:
        sequence->created_s = second(&n, CREATED_AT);
        sequence->second = second(&n, OLD_SECOND_AT);
        sequence->index = wide_bits(&n, OLD_INDEX_AT, OLD_INDEX_BITS);
        sequence->shard = (int32_t)(uint32_t)wide_bits(&n, SHARD_AT, SHARD_BITS);
        return true;
    case 2:
        sequence->created_s = second(&n, CREATED_AT);
        sequence->second = second(&n, SECOND_AT);
        sequence->index = wide_bits(&n, INDEX_AT, INDEX_BITS);
        sequence->behind = wide_bits(&n, BEHIND_AT, BEHIND_BITS) != 0;
        sequence->shard = (int32_t)(uint32_t)wide_bits(&n, SHARD_AT, SHARD_BITS);
        return sequence->index <= SEQUENCE_INDEX_MAX && sequence->created_s < CREATED_END;
    default:
        return false;
    }
}

void sequence_write(const struct sequence *sequence, char text[WIDE_TEXT_SIZE])
{
    struct wide n = {{0}};
    uint32_t shard = (uint32_t)sequence->shard;
    wide_set_bits(&n, HEAD_AT, HEAD_BITS, 2);
    wide_set_bits(&n, CREATED_AT, SECOND_BITS, (uint64_t)sequence->created_s);
    wide_set_bits(&n, SHARD_DIGIT_AT, SHARD_DIGIT_BITS, shard & 15);
    wide_set_bits(&n, INDEX_AT, INDEX_BITS, sequence->index);
    wide_set_bits(&n, SECOND_AT, SECOND_BITS, (uint64_t)sequence->second);
    wide_set_bits(&n, BEHIND_AT, BEHIND_BITS, sequence->behind);
    wide_set_bits(&n, SHARD_AT, SHARD_BITS, shard);
    wide_set_bits(&n, VERSION_AT, VERSION_BITS, 2);
    wide_to_text(&n, text);
}
