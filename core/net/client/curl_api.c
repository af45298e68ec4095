/* SPDX-License-Identifier: Apache-2.0 */
/* Loads libcurl. */
#include "net/client/curl_api.h"

#include <stdbool.h>

#define OLDEST 0x075500 /* 7.85.0: CURLOPT_PROTOCOLS_STR */

#define SYMBOL(name) LIBRARY_SYMBOL(curl_, struct curl_api, name)
static const struct library_symbol symbols[] = {CURL_API_FUNCTIONS(SYMBOL)};
static const struct library libcurl = {"libcurl.so.4", "libcurl4", symbols,
                                       sizeof symbols / sizeof *symbols};

static int load(struct curl_api *api, struct slrun_error *error)
{
    if (library_load(&libcurl, api, error))
        return -1;
    if (api->version_info(CURLVERSION_NOW)->version_num < OLDEST)
        return library_refuse(&libcurl, "it is older than 7.85.0", error);
    /* Nothing to set up beforehand: OpenSSL readies itself when the first TLS connection is made,
     * and a run over plain HTTP never pays for it (about 1 ms). */
    CURLcode rc = api->global_init(CURL_GLOBAL_NOTHING);
    return rc ? library_refuse(&libcurl, api->easy_strerror(rc), error) : 0;
}

const struct curl_api *curl_api(struct slrun_error *error)
{
    static struct curl_api api; /* written once; libcurl is never unloaded */
    static bool loaded;
    loaded = loaded || !load(&api, error);
    return loaded ? &api : NULL;
}
