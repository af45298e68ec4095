/* SPDX-License-Identifier: Apache-2.0 */
/* Unsigned numbers of 192 bits: hash keys have 128 bits, sequence numbers up to 187. */
#ifndef SLRUN_KINESIS_WIDE_H
#define SLRUN_KINESIS_WIDE_H

#include <stdbool.h>
#include <stdint.h>

enum {
    WIDE_LIMBS = 6,
    WIDE_BITS = 32 * WIDE_LIMBS,
    WIDE_TEXT_SIZE = 59 /* 2^192 has 58 digits */
};

/* The least limb first. */
struct wide {
    uint32_t limb[WIDE_LIMBS];
};

/* Reads decimal digits; false: other characters, none, or too many for 192 bits. */
bool wide_from_text(struct wide *n, const char *digits);
void wide_to_text(const struct wide *n, char text[WIDE_TEXT_SIZE]);

/* A number of 16 bytes, the most significant first (a digest). */
struct wide wide_from_bytes(const unsigned char bytes[16]);

/* 2^bits. */
struct wide wide_power(unsigned bits);

int wide_compare(const struct wide *a, const struct wide *b); /* < 0, 0, > 0 */

/* These wrap around at 2^192. */
struct wide wide_add(const struct wide *a, const struct wide *b);
struct wide wide_subtract(const struct wide *a, const struct wide *b);
struct wide wide_add_small(const struct wide *a, uint32_t b);
struct wide wide_subtract_small(const struct wide *a, uint32_t b);
struct wide wide_multiply(const struct wide *a, uint32_t b);
struct wide wide_divide(const struct wide *a, uint32_t b, uint32_t *remainder); /* b > 0 */

/* `count` bits (at most 64) from bit `at` on; setting takes bits that are 0 so far. */
uint64_t wide_bits(const struct wide *n, unsigned at, unsigned count);
void wide_set_bits(struct wide *n, unsigned at, unsigned count, uint64_t value);

#endif
