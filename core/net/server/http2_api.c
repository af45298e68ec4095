/* SPDX-License-Identifier: Apache-2.0 */
/* Loads libnghttp2. */
#include "net/server/http2_api.h"

#include <stdbool.h>

#define SYMBOL(name) LIBRARY_SYMBOL(nghttp2_, struct http2_api, name)
static const struct library_symbol symbols[] = {HTTP2_API_FUNCTIONS(SYMBOL)};
static const struct library libnghttp2 = {"libnghttp2.so.14", "libnghttp2-14", symbols,
                                          sizeof symbols / sizeof *symbols};

const struct http2_api *http2_api(struct slrun_error *error)
{
    static struct http2_api api; /* written once; the library is never unloaded */
    static bool loaded;
    loaded = loaded || !library_load(&libnghttp2, &api, error);
    return loaded ? &api : NULL;
}
