/* SPDX-License-Identifier: Apache-2.0 */
/* Integers by a picture (XPath and XQuery Functions 3.1, 4.6 fn:format-integer). */
#ifndef SLRUN_JSONATA_INTEGER_H
#define SLRUN_JSONATA_INTEGER_H

#include "jsonata/run.h"

enum { JN_SEPARATORS_MAX = 16 };

enum jn_case { JN_LOWER, JN_UPPER, JN_TITLE };

struct jn_integer_format {
    enum { JN_DECIMAL, JN_LETTERS, JN_ROMAN, JN_WORDS } kind;
    enum jn_case letters;
    bool ordinal;
    uint32_t zero; /* of the digits */
    int mandatory, optional;
    struct {
        int position; /* digits behind it */
        uint32_t character;
    } separators[JN_SEPARATORS_MAX];
    size_t separator_count;
    int every; /* the first separator stands between so many digits each; 0: they stand as they are
                */
    int width; /* digits when it is read; 0: any number */
};

/* False: the run has failed (D3130, D3131). */
bool jn_integer_picture(struct jn_run *run, struct jn picture, struct jn_integer_format *format);
struct jn jn_format_integer(struct jn_run *run, double value,
                            const struct jn_integer_format *format);
/* False: it means no number, or the run has failed. */
bool jn_parse_integer(struct jn_run *run, struct jn text, const struct jn_integer_format *format,
                      double *value);
/* The distance in which places stand one after another; 0: not all in the same. */
int jn_regular(const int *places, size_t count);

/* ---- words.c ---- */

/* "One Thousand and First" */
struct jn jn_number_words(struct jn_run *run, double value, bool ordinal);
/* False: these are no words for a number. */
bool jn_words_number(struct jn text, double *value);
/* A regular expression of all words, as a part of one. */
struct jn jn_words_pattern(struct jn_run *run);

#endif
