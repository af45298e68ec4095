/* SPDX-License-Identifier: Apache-2.0 */
/* Java's regular expressions, as AllowedPattern has them, by those of POSIX. */
#ifndef SLRUN_CLOUDFORMATION_PATTERN_H
#define SLRUN_CLOUDFORMATION_PATTERN_H

/* Whether the whole value matches: 1 or 0; -1: the pattern has what POSIX cannot say (look-ahead,
 * classes such as \D in brackets, references to groups), is larger than it is worth, or is none. */
int pattern_matches(const char *pattern, const char *value);

#endif
