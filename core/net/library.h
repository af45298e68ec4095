/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shared libraries that are loaded when they are first needed, so that a run that does without them
 * does not pay for loading them and all that they stand on.
 */
#ifndef SLRUN_NET_LIBRARY_H
#define SLRUN_NET_LIBRARY_H

#include <stddef.h>

#include <slrun/error.h>

struct library_symbol {
    const char *name;
    size_t offset; /* of the function pointer in the struct that is filled */
};

/* A row of `struct library.symbols` for each X() of a list of functions, and the field of the
 * struct that has its pointer; the names in the list are without `prefix`. */
#define LIBRARY_SYMBOL(prefix, api, name) {#prefix #name, offsetof(api, name)},
#define LIBRARY_FIELD(prefix, name)       __typeof__(prefix##name) *name;

struct library {
    const char *file;    /* "libcurl.so.4" */
    const char *package; /* of Debian: "libcurl4" */
    const struct library_symbol *symbols;
    size_t n_symbols;
};

/*
 * Loads the library for good and fills the function pointers of *functions. 0, or -1 with `error`
 * filled (IO: what is missing, and the package to install). From one thread.
 */
int library_load(const struct library *library, void *functions, struct slrun_error *error);

/* Says that the library cannot be used, and which package to install; returns -1. */
int library_refuse(const struct library *library, const char *why, struct slrun_error *error);

#endif
