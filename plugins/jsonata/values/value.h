/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values of the language. They are handed around as they are; what they point to belongs to the
 * memory of the expression or of the evaluation. Arrays and objects are shared, not copied: only
 * what has just made one puts something into it, and a transform into its own clone.
 */
#ifndef SLRUN_JSONATA_VALUE_H
#define SLRUN_JSONATA_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum jn_type {
    JN_UNDEFINED, /* nothing: what a path finds that leads nowhere */
    JN_NULL,
    JN_BOOLEAN,
    JN_NUMBER,
    JN_STRING,
    JN_ARRAY,
    JN_OBJECT,
    JN_FUNCTION
};

struct jn {
    enum jn_type type;
    uint32_t size; /* bytes of a string */
    union {
        bool yes;
        double number;
        const char *text; /* UTF-8, where halves of surrogate pairs may stand alone */
        struct jn_array *array;
        struct jn_object *object;
        const struct jn_function *function;
    };
};

/* Marks of arrays: sequences are what paths and functions find; one of a single value is that
 * value, unless it is to be kept. */
enum {
    JN_SEQUENCE = 1,
    JN_KEEP = 2,    /* as an array, also with a single value */
    JN_CONS = 4,    /* made by [...]: steps do not flatten it */
    JN_TUPLES = 8,  /* of objects that bind "@" and variables */
    JN_WRAPPER = 16 /* around an input that is an array */
};

struct jn_array {
    struct jn *at;
    size_t count, room;
    unsigned marks;
};

struct jn_member {
    struct jn name, value;
};

/* Members in the order in which they came; `slots` finds them by hash once they are many. */
struct jn_object {
    struct jn_member *at;
    size_t count, room;
    uint32_t *slots; /* 0: free, else the place of a member + 1 */
    size_t slot_count;
};

struct jn_run;

extern const struct jn JN_NOTHING;

struct jn jn_null(void);
struct jn jn_boolean(bool yes);
struct jn jn_number(double number);
/* A text that stays; it ends by a NUL, too. */
struct jn jn_literal(const char *text);
struct jn jn_string(const char *text, size_t size);
/* A copy of a text. */
struct jn jn_copy(struct jn_run *run, const char *text, size_t size);

/* Those that make something give JN_NOTHING, and let the run fail, where memory is at its end;
 * to put something into JN_NOTHING does nothing. */
struct jn jn_array(struct jn_run *run, unsigned marks);
struct jn jn_sequence(struct jn_run *run);
void jn_push(struct jn_run *run, struct jn array, struct jn value);
/* Each member of an array, or the value. */
void jn_push_all(struct jn_run *run, struct jn array, struct jn value);
size_t jn_count(struct jn array);
/* JN_NOTHING beyond the end. */
struct jn jn_at(struct jn array, size_t i);
bool jn_marked(struct jn value, unsigned mark);
/* An array, or an array of that value. */
struct jn jn_as_array(struct jn_run *run, struct jn value);

struct jn jn_object(struct jn_run *run);
void jn_set(struct jn_run *run, struct jn object, struct jn name, struct jn value);
struct jn jn_get(struct jn object, struct jn name);
struct jn_member *jn_find(struct jn object, struct jn name);
void jn_remove(struct jn_run *run, struct jn object, struct jn name);
/* Another object with the same members. */
struct jn jn_object_copy(struct jn_run *run, struct jn object);

bool jn_is(struct jn value, const char *text); /* is that string */
bool jn_same_text(struct jn a, struct jn b);
/* Order of two strings: negative, 0, positive. */
int jn_compare_text(struct jn a, struct jn b);
bool jn_equal(struct jn_run *run, struct jn a, struct jn b);
bool jn_truth(struct jn_run *run, struct jn value);
/* A number; the run fails (D1001) if it is infinite. */
bool jn_is_numeric(struct jn_run *run, struct jn value);
/* An array of numbers, or of strings, alone. */
bool jn_all_numbers(struct jn_run *run, struct jn value);
bool jn_all_strings(struct jn value);

#endif
