/* SPDX-License-Identifier: Apache-2.0 */
/* What may stand in a table of the language, and the errors for what may not. */
#ifndef SLRUN_LUA_KEYS_H
#define SLRUN_LUA_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include <lua.h>

/* What a key takes; several may be or'ed. */
enum key_type {
    KEY_STRING = 1 << 0,
    KEY_FUNCTION = 1 << 1,
    KEY_TABLE = 1 << 2,
    KEY_TRUE = 1 << 3,     /* a boolean */
    KEY_COUNT = 1 << 4,    /* an integer from 0 to KEYS_COUNT_MAX */
    KEY_DURATION = 1 << 5, /* a string such as "15s" */
    KEY_STRINGS = 1 << 6,  /* a list of strings */
    KEY_PAUSE = 1 << 7,    /* with KEY_DURATION: a millisecond or more */
};

enum { KEYS_COUNT_MAX = 100, KEYS_STRINGS_MAX = 1000 };

struct key {
    const char *name;
    unsigned types;
    const char *what; /* for messages: "a function" */
    bool mark;        /* keys_check() tells that it is there */
};

/*
 * Checks each key of the table at `index` against the list, which ends with a NULL name: known, and
 * of its type. True when a mark is among them. Mistakes are raised with the line of the key, where
 * the source has it, and the nearest right word. `word` names the table: "case".
 */
bool keys_check(lua_State *L, int index, const char *word, const struct key *keys);

/* Raises with the file and line of `key` in the table that is given in the call under way. */
int keys_error(lua_State *L, const char *key, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* A duration at key `name` of the table at `index` (checked before), or `otherwise`. */
int64_t keys_duration(lua_State *L, int index, const char *name, int64_t otherwise);

/* The line of the function that called the one that runs. */
int keys_caller_line(lua_State *L);

#endif
