/* SPDX-License-Identifier: Apache-2.0 */
/* Pictures of numbers: "#,##0.00;(#,##0.00)". */
#ifndef SLRUN_JSONATA_NUMBER_PICTURE_H
#define SLRUN_JSONATA_NUMBER_PICTURE_H

#include "jsonata/run.h"

enum jn_symbol {
    JN_POINT,
    JN_GROUPING,
    JN_EXPONENT,
    JN_MINUS,
    JN_PERCENT,
    JN_PER_MILLE,
    JN_ZERO,
    JN_OPTIONAL,
    JN_BETWEEN,
    JN_SYMBOLS
};
struct jn_symbols {
    uint32_t at[JN_SYMBOLS];
};
/* Those of the language, but for what the members of `options` say. */
void jn_symbols(struct jn_symbols *symbols, struct jn options);

struct jn_points {
    const uint32_t *at;
    size_t count;
};

enum { JN_GROUPS_OF_PICTURE = 16 };

/* What a part of a picture says. */
struct jn_number_picture {
    struct jn_points prefix, suffix;
    bool has_point, percent, per_mille;
    int integer_least, fraction_least, fraction_most, exponent_least;
    int scale; /* digits before the point, where there is an exponent */
    int integer_groups[JN_GROUPS_OF_PICTURE], fraction_groups[JN_GROUPS_OF_PICTURE];
    size_t integer_group_count, fraction_group_count;
    int every; /* separators stand regularly */
};
/* Its parts, the second of negative numbers. How many; 0: the run has failed. */
size_t jn_number_picture(struct jn_run *run, struct jn picture, const struct jn_symbols *symbols,
                         struct jn_number_picture parts[2]);

#endif
