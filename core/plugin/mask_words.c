/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/mask_words.h"

#include <stdint.h>

/*
 * What is hidden by a name needs one of these words in it, in whatever case, with or without
 * hyphens, underscores, dots and blanks between its letters: the names above, and those that
 * lua/parts/mask.lua goes by. The byte that such a text cannot do without otherwise is an @.
 */
#define WORDS(X, c)                                                                                \
    X(c, 0, "password", 'p', 'a', 's')                                                             \
    X(c, 1, "passwd", 'p', 'a', 's')                                                               \
    X(c, 2, "passphrase", 'p', 'a', 's')                                                           \
    X(c, 3, "secret", 's', 'e', 'c')                                                               \
    X(c, 4, "authorization", 'a', 'u', 't')                                                        \
    X(c, 5, "apikey", 'a', 'p', 'i')                                                               \
    X(c, 6, "privatekey", 'p', 'r', 'i')                                                           \
    X(c, 7, "credential", 'c', 'r', 'e')                                                           \
    X(c, 8, "cookie", 'c', 'o', 'o')                                                               \
    X(c, 9, "signature", 's', 'i', 'g')                                                            \
    X(c, 10, "token", 't', 'o', 'k')                                                               \
    X(c, 11, "pwd", 'p', 'w', 'd')                                                                 \
    X(c, 12, "accesskey", 'a', 'c', 'c')                                                           \
    X(c, 13, "aws4", 'a', 'w', 's')                                                                \
    X(c, 14, "bearer", 'b', 'e', 'a')                                                              \
    X(c, 15, "customerkey", 'c', 'u', 's')                                                         \
    X(c, 16, "amzmfa", 'a', 'm', 'z')

#define WORD_LISTED(c, i, word, first, second, third) word,
static const char *const words[] = {WORDS(WORD_LISTED, 0)};

/*
 * For a byte, the words that it may stand in, in 32 bits each: of two bytes side by side the first
 * as the first letter of a word (low) or behind it (high), and the second as what then follows. A
 * row serves both cases of a letter, and other bytes besides, which does no harm; one for what may
 * stand between letters.
 */
#define WORD_IN(c, i, letter) (uint64_t)((c) == (letter)) << (i)
#define WORD_HERE(c, i, word, first, second, third)                                                \
    | WORD_IN(c, i, first) | WORD_IN(c, i + 32, second)
#define WORD_NEXT(c, i, word, first, second, third)                                                \
    | WORD_IN(c, i, second) | WORD_IN(c, i + 32, second) | WORD_IN(c, i + 32, third)
#define HERE(c)         [(c)&0x5f] = 0 WORDS(WORD_HERE, c)
#define NEXT(c)         [(c)&0x5f] = 0 WORDS(WORD_NEXT, c)
#define BETWEEN_HERE(c) [(c)&0x5f] = (uint64_t)UINT32_MAX << 32
#define BETWEEN_NEXT(c) [(c)&0x5f] = UINT64_MAX
#define BETWEEN(ROW)    ROW(' '), ROW('-'), ROW('.'), ROW('_')
#define LETTERS(ROW)                                                                               \
    ROW('a'), ROW('b'), ROW('c'), ROW('d'), ROW('e'), ROW('f'), ROW('g'), ROW('h'), ROW('i'),      \
        ROW('j'), ROW('k'), ROW('l'), ROW('m'), ROW('n'), ROW('o'), ROW('p'), ROW('q'), ROW('r'),  \
        ROW('s'), ROW('t'), ROW('u'), ROW('v'), ROW('w'), ROW('x'), ROW('y'), ROW('z')
static const uint64_t here[0x60] = {BETWEEN(BETWEEN_HERE), LETTERS(HERE)};
static const uint64_t next[0x60] = {BETWEEN(BETWEEN_NEXT), LETTERS(NEXT)};

static bool is_between(char c)
{
    return c == '-' || c == '_' || c == '.' || c == ' ';
}

static bool is_word_at(const char *word, const char *at, const char *end)
{
    for (; *word; word++, at++) {
        while (at < end && is_between(*at))
            at++;
        if (at == end || (*at | 0x20) != *word)
            return false;
    }
    return true;
}

static bool is_a_word_at(uint32_t candidates, const char *at, const char *end)
{
    for (; candidates; candidates &= candidates - 1)
        if (is_word_at(words[__builtin_ctz(candidates)], at, end))
            return true;
    return false;
}

/* Whether one of these words begins at this place (low) or before it (high). */
static bool is_around(uint64_t may, const char *text, size_t i, size_t size)
{
    uint32_t behind = i + 2 < size ? (uint32_t)(next[text[i + 2] & 0x5f] >> 32) & (uint32_t)may : 0;
    uint32_t before = i > 0 ? (uint32_t)here[text[i - 1] & 0x5f] & (uint32_t)(may >> 32) : 0;
    return (behind && is_a_word_at(behind, text + i, text + size)) ||
           (before && is_a_word_at(before, text + i - 1, text + size));
}

/* A word has three letters at least, so that two of its bytes stand at every second place and the
 * one behind it; nearly all such pairs are in no word. */
bool mask_has_word(const char *text, size_t size)
{
    for (size_t i = 0; i + 1 < size; i += 2) {
        uint64_t may = here[text[i] & 0x5f] & next[text[i + 1] & 0x5f];
        if (may && is_around(may, text, i, size))
            return true;
    }
    return false;
}
