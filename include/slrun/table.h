/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shapes as initialisers, for files that are tables of parameters and results:
 *
 *     {"Name", S_STRING, SLRUN_REQUIRED, "Name of the queue."},
 *     {"Tags", S_MAP(shape_string), 0, "Names and values."},
 *
 * No other header includes this one: its names are short, and without the prefix of slrun.
 */
#ifndef SLRUN_TABLE_H
#define SLRUN_TABLE_H

#include <slrun/shape.h>

/* `of_` is a struct slrun_shape, `members_` a list of struct slrun_param, `words_` one of texts. */
/* clang-format off */
#define S_STRING              {.type = SLRUN_STRING}
#define S_WORD(words_)        {.type = SLRUN_STRING, .values = (words_)}
#define S_INTEGER             {.type = SLRUN_INTEGER}
#define S_FLOAT               {.type = SLRUN_FLOAT}
#define S_BOOLEAN             {.type = SLRUN_BOOLEAN}
#define S_TIMESTAMP           {.type = SLRUN_TIMESTAMP}
#define S_BLOB                {.type = SLRUN_BLOB}
#define S_DOCUMENT            {.type = SLRUN_DOCUMENT}
#define S_LIST(of_)           {.type = SLRUN_LIST, .of = &(of_)}
#define S_MAP(of_)            {.type = SLRUN_MAP, .of = &(of_)}
#define S_STRUCTURE(members_) {.type = SLRUN_STRUCTURE, .members = (members_)}
/* clang-format on */

#endif
