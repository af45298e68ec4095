/* SPDX-License-Identifier: Apache-2.0 */
/* Looks into the source of a spec, for the line of a mistake. */
#ifndef SLRUN_LUA_SOURCE_H
#define SLRUN_LUA_SOURCE_H

enum { SOURCE_READ_MAX = 4 * 1024 * 1024 };

/*
 * The line of `key = ...` in the first table that opens at or behind `line` of the file: that of
 * the call at that line. Keys of tables and functions inside it do not count. 0: not found.
 */
int source_line_of_key(const char *path, int line, const char *key);

/*
 * The line of the last `return` of the function that begins at line `first` of the file and ends at
 * `last`; those of functions inside of it do not count. `first` where it has none.
 */
int source_line_of_return(const char *path, int first, int last);

/*
 * The line of the first expectation of the file without a matcher, which expects nothing: `expect(x
 * == 1)` that stands as a statement. 0: there is none.
 */
int source_loose_expectation(const char *path);

#endif
