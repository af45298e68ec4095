/* SPDX-License-Identifier: Apache-2.0 */
/* Classes of characters in regular expressions: \d and its kin as POSIX has them (regex(7)). */
#ifndef SLRUN_LOGS_POSIX_CLASS_H
#define SLRUN_LOGS_POSIX_CLASS_H

#include <stdbool.h>

/* What stands for \`letter`; NULL: there is none. */
const char *posix_class(char letter, bool in_brackets);

#endif
