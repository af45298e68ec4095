/* SPDX-License-Identifier: Apache-2.0 */
/* Texts: how they are built, their characters, and what numbers and values look like as such. */
#ifndef SLRUN_JSONATA_TEXT_H
#define SLRUN_JSONATA_TEXT_H

#include "jsonata/run.h"

/* A text that grows; all zeros is an empty one. Where memory is at its end nothing is added. */
struct jn_text {
    char *at;
    size_t size, room;
};
void jn_add(struct jn_run *run, struct jn_text *text, const char *bytes, size_t size);
void jn_add_text(struct jn_run *run, struct jn_text *text, const char *added);
void jn_add_point(struct jn_run *run, struct jn_text *text, uint32_t point);
struct jn jn_text_value(struct jn_run *run, const struct jn_text *text);

/* The character at `at`, which is before `end`; its bytes are from 1 to 4. A byte that is no UTF-8
 * is a character of its own. */
uint32_t jn_point(const char *at, const char *end, size_t *bytes);
/* UTF-8 of a character, or of half a surrogate pair. Its bytes. */
size_t jn_point_bytes(uint32_t point, char bytes[4]);
/* Characters of a string, and the bytes before the `n`th of them. */
size_t jn_length(struct jn string);
size_t jn_offset(struct jn string, size_t n);
/* As above, but in the units of UTF-16 that regular expressions count in. */
size_t jn_units(struct jn string, size_t bytes);
size_t jn_units_offset(struct jn string, size_t units);
/* A part of a string, without copying it. */
struct jn jn_part(struct jn string, size_t from, size_t size);
/* The first place of a string in another from `from` on; SIZE_MAX: nowhere. */
size_t jn_search(struct jn string, struct jn part, size_t from);

enum { JN_NUMBER_SIZE = 64 };
/* A number as JavaScript writes it; `digits` is 17, or fewer to round it before. Its length. */
size_t jn_number_text(double number, int digits, char text[JN_NUMBER_SIZE]);

/* ---- json.c ---- */

/* JSON of a value as $string() has it: numbers with 15 digits, functions as "". */
void jn_dump(struct jn_run *run, struct jn_text *text, struct jn value, bool pretty);
struct jn jn_to_string(struct jn_run *run, struct jn value, bool pretty);
struct jn jn_from_json(struct jn_run *run, const json_t *json);
/* A new reference; NULL: the run fails, or there is nothing. */
json_t *jn_to_json(struct jn_run *run, struct jn value);
/* What a JSON text says; JN_NOTHING with `ok` false: it is none. */
struct jn jn_parse_json(struct jn_run *run, struct jn text, bool *ok);

#endif
