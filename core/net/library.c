/* SPDX-License-Identifier: Apache-2.0 */
/* Loads shared libraries. */
#include "net/library.h"

#include <dlfcn.h>
#include <string.h>

#include "base/error.h"

int library_refuse(const struct library *library, const char *why, struct slrun_error *error)
{
    error_set(error, SLRUN_E_IO, "%s cannot be used: %s", library->file,
              why ? why : "unknown reason");
    return error_hint(error, "install the Debian package %s", library->package);
}

int library_load(const struct library *library, void *functions, struct slrun_error *error)
{
    /* Lazy binding: measured 1 ms less for libcurl, of whose functions few are ever called. */
    void *handle = dlopen(library->file, RTLD_LAZY | RTLD_LOCAL);
    if (!handle)
        return library_refuse(library, dlerror(), error);
    for (size_t i = 0; i < library->n_symbols; i++) {
        const struct library_symbol *symbol = &library->symbols[i];
        void *address = dlsym(handle, symbol->name);
        if (!address)
            return library_refuse(library, dlerror(), error);
        /* A copy of the bytes: ISO C has no conversion from object to function pointer. */
        memcpy((char *)functions + symbol->offset, &address, sizeof address);
    }
    return 0;
}
