/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.5. Texts against patterns with wildcards, as policies, event patterns and Amazon States
 * Language have them. Compiled into who includes it: no part of the binary interface.
 */
#ifndef SLRUN_WILD_H
#define SLRUN_WILD_H

/* What a pattern means besides '*', which stands for any characters, or none. */
enum slrun_wild {
    SLRUN_WILD_ONE = 1,     /* '?' stands for any one byte */
    SLRUN_WILD_ESCAPED = 2, /* behind a backslash stands what counts as itself */
    SLRUN_WILD_FOLDED = 4,  /* ASCII letters are the same in either case */
    /* The text is a pattern too: all that it stands for is to fit, so a '*' in it fits no '?'. */
    SLRUN_WILD_COVERS = 8
};

static inline char slrun_wild_folded(char c, unsigned how)
{
    return how & SLRUN_WILD_FOLDED && c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Bytes of the pattern that fit the byte `c`, or 0. */
static inline unsigned slrun_wild_step(const char *pattern, char c, unsigned how)
{
    unsigned escape = how & SLRUN_WILD_ESCAPED && pattern[0] == '\\' && pattern[1];
    if (how & SLRUN_WILD_ONE && *pattern == '?' && !(how & SLRUN_WILD_COVERS && c == '*'))
        return 1;
    return slrun_wild_folded(pattern[escape], how) == slrun_wild_folded(c, how) ? escape + 1 : 0;
}

/* Whether a text fits a pattern: 1 or 0. `how`: of enum slrun_wild. Greedy with one place to go
 * back to: no more steps than the one's length times the other's. */
static inline int slrun_wild(const char *pattern, const char *text, unsigned how)
{
    const char *star = 0, *from = 0;
    while (*text) {
        unsigned step = slrun_wild_step(pattern, *text, how);
        if (*pattern == '*') {
            star = ++pattern;
            from = text;
        } else if (step) {
            pattern += step;
            text++;
        } else if (star) {
            pattern = star;
            text = ++from;
        } else {
            return 0;
        }
    }
    while (*pattern == '*')
        pattern++;
    return !*pattern;
}

#endif
