/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is wrong with a template: a list of problems, each with the resource, the property and the
 * line where it stands. Everything that judges a template adds to it and goes on, so that an author
 * sees all of them at once.
 */
#ifndef SLRUN_CLOUDFORMATION_PROBLEM_H
#define SLRUN_CLOUDFORMATION_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

#include <slrun/abi.h>

enum {
    PROBLEMS_MAX = 20, /* that are kept; more are counted */
    PROBLEM_TEXT_MAX = 600,
    PROBLEM_NAME_MAX = 256
};

/* Where it is. Strings are copied. */
struct problem_place {
    const char *resource; /* logical id, or NULL: not in a resource */
    const char
        *property; /* "Events.Api.Properties.Path", below the resource's Properties; or NULL */
    int line;      /* from 1; 0: not known */
};

struct problem {
    char resource[PROBLEM_NAME_MAX]; /* "": none, as with property */
    char property[PROBLEM_NAME_MAX];
    int line;
    char text[PROBLEM_TEXT_MAX]; /* a sentence, without the place */
};

struct problems {
    char lead[PROBLEM_NAME_MAX]; /* what the text of all begins with: a transform's name */
    bool by_macro;               /* a macro's function failed: the template may be right */
    struct problem all[PROBLEMS_MAX];
    size_t n;     /* of those kept */
    size_t total; /* of all */
};

/* Adds one; the same sentence at the same place is added once. Returns false, so that
 * `return problems_add(...)` ends a function that says whether all is well. */
bool problems_add(struct problems *problems, const struct problem_place *place, const char *format,
                  ...) SLRUN_PRINTF(3, 4);

/*
 * All of them as one text of at most `size` bytes with the NUL: each as
 * "TEXT (resource NAME, property PATH, line N)", separated by "; ", and how many more there are.
 * What is wrong in several places is said once, with ", also NAME in line N" for each other one.
 */
void problems_text(const struct problems *problems, char *text, size_t size);

#endif
