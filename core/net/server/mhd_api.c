/* SPDX-License-Identifier: Apache-2.0 */
/* Loads libmicrohttpd. */
#include "net/server/mhd_api.h"

#include <stdbool.h>

#define SYMBOL(name) LIBRARY_SYMBOL(MHD_, struct mhd_api, name)
static const struct library_symbol symbols[] = {MHD_API_FUNCTIONS(SYMBOL)};
static const struct library libmicrohttpd = {"libmicrohttpd.so.12", "libmicrohttpd12", symbols,
                                             sizeof symbols / sizeof *symbols};

const struct mhd_api *mhd_api(struct slrun_error *error)
{
    static struct mhd_api api; /* written once; the library is never unloaded */
    static bool loaded;
    loaded = loaded || !library_load(&libmicrohttpd, &api, error);
    return loaded ? &api : NULL;
}
