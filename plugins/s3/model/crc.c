/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CRCs. A register of n bits has the coefficient of x^(n - 1 - i) in bit i, so has a block of the
 * text read as a little-endian number, and the first byte stands for the highest powers.
 */
#include "model/crc.h"

#include <pthread.h>

enum { SLICES = 8, BLOCK = 16, BLOCKS = 4 };

/* x to the n modulo the polynomial, times what comes with n more bits. */
struct fold {
    uint64_t first, second; /* of the first and the second 8 bytes of a block */
};

struct crc {
    uint64_t slices[SLICES][256];
    struct fold by_one, by_four; /* blocks */
    bool folds;                  /* the processor can */
};

static struct crc crcs[CRC_KINDS];

static const struct {
    uint64_t polynomial; /* reflected */
    size_t bytes;
} forms[] = {[CRC_32] = {0xedb88320, 4},
             [CRC_32C] = {0x82f63b78, 4},
             [CRC_64NVME] = {UINT64_C(0x9a6c9329ac4bc9b5), 8}};

/* ---- by tables ---- */

static uint64_t shift(enum crc_kind kind, uint64_t crc)
{
    return crc >> 1 ^ ((crc & 1) != 0 ? forms[kind].polynomial : 0);
}

static void make_slices(enum crc_kind kind)
{
    uint64_t(*slices)[256] = crcs[kind].slices;
    for (unsigned i = 0; i < 256; i++) {
        slices[0][i] = i;
        for (int bit = 0; bit < 8; bit++)
            slices[0][i] = shift(kind, slices[0][i]);
    }
    for (int slice = 1; slice < SLICES; slice++) {
        for (unsigned i = 0; i < 256; i++) {
            uint64_t crc = slices[slice - 1][i];
            slices[slice][i] = crc >> 8 ^ slices[0][crc & 255];
        }
    }
}

/* Little-endian; compilers make one instruction of it. */
static uint64_t load(const unsigned char *at)
{
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 |
           (uint64_t)at[7] << 56;
}

/* Works for both widths: a CRC of 32 bits has nothing in the upper half. The eight are written out:
 * a loop over them takes three times as long. */
uint64_t crc_add_by_tables(enum crc_kind kind, uint64_t crc, const void *data, size_t size)
{
    const uint64_t(*t)[256] = (const uint64_t(*)[256])crcs[kind].slices;
    const unsigned char *at = data;
    for (; size >= SLICES; size -= SLICES, at += SLICES) {
        uint64_t w = load(at) ^ crc;
        crc = t[7][w & 255] ^ t[6][w >> 8 & 255] ^ t[5][w >> 16 & 255] ^ t[4][w >> 24 & 255] ^
              t[3][w >> 32 & 255] ^ t[2][w >> 40 & 255] ^ t[1][w >> 48 & 255] ^ t[0][w >> 56];
    }
    for (; size > 0; size--, at++)
        crc = crc >> 8 ^ t[0][(crc ^ *at) & 255];
    return crc;
}

/* ---- by products ---- */

#if defined(__x86_64__)
#include <immintrin.h>

#define FOLDING __attribute__((target("pclmul,sse4.1")))

static bool can_fold(void)
{
    return __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("sse4.1");
}

/* x^n as a register of 64 bits, whatever the width. */
static uint64_t power(enum crc_kind kind, unsigned n)
{
    uint64_t value = UINT64_C(1) << (8 * forms[kind].bytes - 1);
    while (n-- > 0)
        value = shift(kind, value);
    return value << (64 - 8 * forms[kind].bytes);
}

/* Moves a block `bits` on. A product of registers is one x short of what it stands for. */
static struct fold make_fold(enum crc_kind kind, unsigned bits)
{
    return (struct fold){power(kind, bits + 63), power(kind, bits - 1)};
}

FOLDING static __m128i as_factors(const struct fold *fold)
{
    return _mm_set_epi64x((long long)fold->second, (long long)fold->first);
}

FOLDING static __m128i load_block(const unsigned char *at)
{
    return _mm_loadu_si128((const __m128i *)(const void *)at);
}

/* The block moved on, and what is there already. */
FOLDING static __m128i fold(__m128i block, __m128i factors, __m128i there)
{
    __m128i first = _mm_clmulepi64_si128(block, factors, 0x00);
    __m128i second = _mm_clmulepi64_si128(block, factors, 0x11);
    return _mm_xor_si128(_mm_xor_si128(first, second), there);
}

/* Whole blocks, at least four, behind bytes of a CRC. */
struct whole {
    const unsigned char *at;
    size_t size;
    uint64_t crc;
};

/* What is left of them is one block with the same CRC. */
FOLDING static void fold_all(const struct crc *c, const struct whole *whole,
                             unsigned char left[BLOCK])
{
    const __m128i one = as_factors(&c->by_one), four = as_factors(&c->by_four);
    const unsigned char *at = whole->at + BLOCKS * BLOCK;
    size_t size = whole->size - BLOCKS * BLOCK;
    __m128i b[BLOCKS];
    for (int i = 0; i < BLOCKS; i++)
        b[i] = load_block(whole->at + i * BLOCK);
    b[0] = _mm_xor_si128(b[0], _mm_set_epi64x(0, (long long)whole->crc));
    for (; size >= BLOCKS * BLOCK; size -= BLOCKS * BLOCK, at += BLOCKS * BLOCK) {
        b[0] = fold(b[0], four, load_block(at));
        b[1] = fold(b[1], four, load_block(at + BLOCK));
        b[2] = fold(b[2], four, load_block(at + 2 * BLOCK));
        b[3] = fold(b[3], four, load_block(at + 3 * BLOCK));
    }
    for (int i = 1; i < BLOCKS; i++)
        b[i] = fold(b[i - 1], one, b[i]);
    for (; size > 0; size -= BLOCK, at += BLOCK)
        b[BLOCKS - 1] = fold(b[BLOCKS - 1], one, load_block(at));
    _mm_storeu_si128((__m128i *)(void *)left, b[BLOCKS - 1]);
}

/* Takes whole blocks, if there are enough; how many bytes. */
static size_t add_blocks(enum crc_kind kind, uint64_t *crc, const unsigned char *at, size_t size)
{
    const struct crc *c = &crcs[kind];
    const struct whole whole = {at, size - size % BLOCK, *crc};
    unsigned char left[BLOCK];
    if (!c->folds || whole.size < BLOCKS * BLOCK)
        return 0;
    fold_all(c, &whole, left);
    *crc = crc_add_by_tables(kind, 0, left, sizeof left);
    return whole.size;
}

static void make_folds(enum crc_kind kind)
{
    struct crc *c = &crcs[kind];
    c->folds = can_fold();
    c->by_one = make_fold(kind, 8 * BLOCK);
    c->by_four = make_fold(kind, 8 * BLOCK * BLOCKS);
}

static void make(enum crc_kind kind)
{
    make_slices(kind);
    make_folds(kind);
}
#else
static size_t add_blocks(enum crc_kind kind, uint64_t *crc, const unsigned char *at, size_t size)
{
    (void)kind, (void)crc, (void)at, (void)size;
    return 0;
}

static void make(enum crc_kind kind)
{
    make_slices(kind);
}
#endif

/* ---- both ---- */

static void make_32(void)
{
    make(CRC_32);
}

static void make_32c(void)
{
    make(CRC_32C);
}

static void make_64nvme(void)
{
    make(CRC_64NVME);
}

size_t crc_bytes(enum crc_kind kind)
{
    return forms[kind].bytes;
}

uint64_t crc_begin(enum crc_kind kind)
{
    static pthread_once_t made[CRC_KINDS] = {PTHREAD_ONCE_INIT, PTHREAD_ONCE_INIT,
                                             PTHREAD_ONCE_INIT};
    static void (*const makers[CRC_KINDS])(void) = {make_32, make_32c, make_64nvme};
    (void)pthread_once(&made[kind], makers[kind]);
    return UINT64_MAX >> (64 - 8 * forms[kind].bytes);
}

uint64_t crc_add(enum crc_kind kind, uint64_t crc, const void *data, size_t size)
{
    size_t taken = add_blocks(kind, &crc, data, size);
    return crc_add_by_tables(kind, crc, (const unsigned char *)data + taken, size - taken);
}
