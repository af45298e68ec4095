/* SPDX-License-Identifier: Apache-2.0 */
/* Loads libexpat. */
#include "net/expat_api.h"

#include <stdbool.h>

#define SYMBOL(name) LIBRARY_SYMBOL(XML_, struct expat_api, name)
static const struct library_symbol symbols[] = {EXPAT_API_FUNCTIONS(SYMBOL)};
static const struct library libexpat = {"libexpat.so.1", "libexpat1", symbols,
                                        sizeof symbols / sizeof *symbols};

const struct expat_api *expat_api(struct slrun_error *error)
{
    static struct expat_api api; /* written once; the library is never unloaded */
    static bool loaded;
    loaded = loaded || !library_load(&libexpat, &api, error);
    return loaded ? &api : NULL;
}
