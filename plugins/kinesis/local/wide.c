/* SPDX-License-Identifier: Apache-2.0 */
/* Schoolbook arithmetic in limbs of 32 bits. */
#include "wide.h"

#include <string.h>

enum { CHUNK_DIGITS = 9, CHUNKS = (WIDE_TEXT_SIZE - 1 + CHUNK_DIGITS - 1) / CHUNK_DIGITS };

static const uint32_t CHUNK = 1000000000; /* 10^CHUNK_DIGITS */

/* n * factor + more; false: it does not fit. */
static bool scale(struct wide *n, uint32_t factor, uint32_t more)
{
    uint64_t carry = more;
    for (int i = 0; i < WIDE_LIMBS; i++) {
        carry += (uint64_t)n->limb[i] * factor;
        n->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return carry == 0;
}

bool wide_from_text(struct wide *n, const char *digits)
{
    memset(n, 0, sizeof *n);
    if (*digits == '\0')
        return false;
    for (; *digits != '\0'; digits++)
        if (*digits < '0' || *digits > '9' || !scale(n, 10, (uint32_t)(*digits - '0')))
            return false;
    return true;
}

struct wide wide_divide(const struct wide *a, uint32_t b, uint32_t *remainder)
{
    struct wide quotient;
    uint64_t rest = 0;
    for (int i = WIDE_LIMBS - 1; i >= 0; i--) {
        rest = rest << 32 | a->limb[i];
        quotient.limb[i] = (uint32_t)(rest / b);
        rest %= b;
    }
    if (remainder != NULL)
        *remainder = (uint32_t)rest;
    return quotient;
}

void wide_to_text(const struct wide *n, char text[WIDE_TEXT_SIZE])
{
    char digits[CHUNKS * CHUNK_DIGITS];
    struct wide rest = *n;
    char *at = digits + sizeof digits;
    while (at > digits) {
        uint32_t chunk;
        rest = wide_divide(&rest, CHUNK, &chunk);
        for (int i = 0; i < CHUNK_DIGITS; i++) {
            *--at = (char)('0' + chunk % 10);
            chunk /= 10;
        }
    }
    while (at < digits + sizeof digits - 1 && *at == '0')
        at++;
    size_t length = (size_t)(digits + sizeof digits - at);
    memcpy(text, at, length);
    text[length] = '\0';
}

struct wide wide_from_bytes(const unsigned char bytes[16])
{
    struct wide n = {{0}};
    for (int i = 0; i < 16; i++)
        n.limb[3 - i / 4] |= (uint32_t)bytes[i] << 8 * (3 - i % 4);
    return n;
}

struct wide wide_power(unsigned bits)
{
    struct wide n = {{0}};
    n.limb[bits / 32] = UINT32_C(1) << bits % 32;
    return n;
}

int wide_compare(const struct wide *a, const struct wide *b)
{
    for (int i = WIDE_LIMBS - 1; i >= 0; i--)
        if (a->limb[i] != b->limb[i])
            return a->limb[i] < b->limb[i] ? -1 : 1;
    return 0;
}

struct wide wide_add(const struct wide *a, const struct wide *b)
{
    struct wide sum;
    uint64_t carry = 0;
    for (int i = 0; i < WIDE_LIMBS; i++) {
        carry += (uint64_t)a->limb[i] + b->limb[i];
        sum.limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return sum;
}

struct wide wide_subtract(const struct wide *a, const struct wide *b)
{
    struct wide difference;
    uint64_t borrow = 0;
    for (int i = 0; i < WIDE_LIMBS; i++) {
        uint64_t limb = (UINT64_C(1) << 32) + a->limb[i] - b->limb[i] - borrow;
        difference.limb[i] = (uint32_t)limb;
        borrow = limb >> 32 == 0;
    }
    return difference;
}

struct wide wide_add_small(const struct wide *a, uint32_t b)
{
    const struct wide wide = {{b}};
    return wide_add(a, &wide);
}

struct wide wide_subtract_small(const struct wide *a, uint32_t b)
{
    const struct wide wide = {{b}};
    return wide_subtract(a, &wide);
}

struct wide wide_multiply(const struct wide *a, uint32_t b)
{
    struct wide product = *a;
    (void)scale(&product, b, 0);
    return product;
}

uint64_t wide_bits(const struct wide *n, unsigned at, unsigned count)
{
    uint64_t value = 0;
    for (unsigned i = 0; i < count; i++) {
        uint64_t bit = n->limb[(at + i) / 32] >> (at + i) % 32 & 1;
        value |= bit << i;
    }
    return value;
}

void wide_set_bits(struct wide *n, unsigned at, unsigned count, uint64_t value)
{
    for (unsigned i = 0; i < count; i++)
        n->limb[(at + i) / 32] |= (uint32_t)(value >> i & 1) << (at + i) % 32;
}
