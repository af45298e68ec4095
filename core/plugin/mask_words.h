/* SPDX-License-Identifier: Apache-2.0 */
/* Words without which nothing is hidden by its name: a quick look before the thorough one. */
#ifndef SLRUN_PLUGIN_MASK_WORDS_H
#define SLRUN_PLUGIN_MASK_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Whether one of them is in the text, in whatever case, with or without hyphens, underscores, dots
 * and blanks between its letters. */
bool mask_has_word(const char *text, size_t size);

#endif
