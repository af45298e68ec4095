/* SPDX-License-Identifier: Apache-2.0 */
/* What to say where a certificate or a proxy is in the way. */
#include <stdio.h>
#include <string.h>

#include <openssl/x509_vfy.h>

#include "base/error.h"
#include "net/client/http_transfer.h"

/* ---- certificates ---- */

enum cure { CURE_TIME, CURE_CA, CURE_OTHER };

static const struct {
    long code;
    const char *text;
    enum cure cure;
} verdicts[] = {
    {X509_V_ERR_CERT_HAS_EXPIRED, "its certificate has expired", CURE_TIME},
    {X509_V_ERR_CERT_NOT_YET_VALID, "its certificate is not valid yet", CURE_TIME},
    {X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, "its certificate is signed by itself", CURE_CA},
    {X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, "the CA of its certificate is not trusted here",
     CURE_CA},
    {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, "the CA of its certificate is not known here",
     CURE_CA},
    {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, "the CA of its certificate is not known here", CURE_CA},
    {X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, "the CA of its certificate is not known here",
     CURE_CA},
};

static void hint_cure(const struct http_transfer *x, enum cure cure, struct slrun_error *error)
{
    if (cure == CURE_TIME)
        error_hint(error, "it must be renewed, unless this machine's clock is wrong");
    if (cure == CURE_CA && x->ca_file)
        error_hint(error,
                   "nothing in %s (AWS_CA_BUNDLE, ca_bundle) has signed it; only that file counts",
                   x->ca_file);
    if (cure == CURE_CA && !x->ca_file)
        error_hint(error, "is it one of your own? AWS_CA_BUNDLE=FILE (ca_bundle in the profile) "
                          "says what to trust, in PEM");
}

/* "DNS:a, IP Address:b" of the server's own certificate, or NULL. */
static const char *names_of(const struct http_transfer *x)
{
    static const char key[] = "X509v3 Subject Alternative Name:";
    struct curl_certinfo *info = NULL;
    x->api->easy_getinfo(x->easy, CURLINFO_CERTINFO, &info);
    if (!info || info->num_of_certs < 1)
        return NULL;
    for (const struct curl_slist *line = info->certinfo[0]; line; line = line->next)
        if (strncmp(line->data, key, sizeof key - 1) == 0)
            return line->data + sizeof key - 1;
    return NULL;
}

/* libcurl compares the names itself, after the certificate was found good and before it notes that.
 */
static void explain_name(const struct http_transfer *x, struct slrun_error *error)
{
    const char *base = buf_str(&x->base), *names = names_of(x);
    error_set(error, SLRUN_E_CONNECT,
              "cannot connect to %s: its certificate is not for this host, but for %.400s", base,
              names ? names : "a name that it does not say");
    error_hint(error, "use one of its names as the endpoint");
}

bool http_explain_certificate(const struct http_transfer *x, CURLcode result,
                              struct slrun_error *error)
{
    long of_server = 0, of_proxy = 0;
    if (result == CURLE_SSL_CACERT_BADFILE) {
        error_set(error, SLRUN_E_IO, "%s: no certificates can be read from it", x->ca_file);
        error_hint(error, "AWS_CA_BUNDLE or ca_bundle of the profile names it");
        return true;
    }
    if (result != CURLE_PEER_FAILED_VERIFICATION)
        return false;
    x->api->easy_getinfo(x->easy, CURLINFO_SSL_VERIFYRESULT, &of_server);
    x->api->easy_getinfo(x->easy, CURLINFO_PROXY_SSL_VERIFYRESULT, &of_proxy);
    bool judged = of_server != X509_V_OK && of_server != X509_V_ERR_UNSPECIFIED;
    if (!judged && !of_proxy) {
        explain_name(x, error);
        return true;
    }
    char proxy[HTTP_PROXY_SHOWN_MAX];
    if (of_proxy)
        http_proxy_show(&x->proxy, proxy);
    const char *peer = of_proxy ? proxy : buf_str(&x->base);
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++)
        if (verdicts[i].code == (of_proxy ? of_proxy : of_server)) {
            error_set(error, SLRUN_E_CONNECT, "cannot connect to %s: %s", peer, verdicts[i].text);
            hint_cure(x, verdicts[i].cure, error);
            return true;
        }
    error_set(error, SLRUN_E_CONNECT, "cannot connect to %s: %s", peer,
              http_explain_reason(x, result));
    return true;
}

/* ---- proxies ---- */

/* The status by which the proxy has refused a tunnel; 0: it did not. */
static long tunnel_status(const struct http_transfer *x)
{
    long status = 0;
    x->api->easy_getinfo(x->easy, CURLINFO_HTTP_CONNECTCODE, &status);
    return x->proxy.url && status >= 300 ? status : 0;
}

/* Whether a proxy has answered itself, and wants to know who asks. */
static bool http_transfer_refused(const struct http_transfer *x)
{
    return x->absolute && x->answer.status == 407;
}

static void explain_refusal(const struct http_transfer *x, long status, struct slrun_error *error)
{
    char proxy[HTTP_PROXY_SHOWN_MAX];
    http_proxy_show(&x->proxy, proxy);
    error_set(error, SLRUN_E_CONNECT, "the proxy %s does not let requests to %s through: HTTP %ld",
              proxy, buf_str(&x->base), status);
    if (status == 407)
        error_hint(error, "it wants a user: %s=http://USER:PASSWORD@HOST:PORT", x->proxy.variable);
    else if (status < 500)
        error_hint(error, "it has to allow this host, or no_proxy has to name it");
    else
        error_hint(error, "it could not reach the host itself");
}

bool http_explain_proxy(const struct http_transfer *x, CURLcode result, struct slrun_error *error)
{
    char proxy[HTTP_PROXY_SHOWN_MAX];
    bool here = result == CURLE_COULDNT_RESOLVE_PROXY || result == CURLE_COULDNT_CONNECT ||
                result == CURLE_PROXY;
    if (x->proxy.url && (http_transfer_refused(x) || tunnel_status(x))) {
        explain_refusal(x, http_transfer_refused(x) ? x->answer.status : tunnel_status(x), error);
        return true;
    }
    if (!x->proxy.url || !here)
        return false;
    http_proxy_show(&x->proxy, proxy);
    error_set(error, SLRUN_E_CONNECT, "cannot connect to the proxy %s for %s: %s", proxy,
              buf_str(&x->base), http_explain_reason(x, result));
    error_hint(error, "no_proxy names hosts that are reached without it");
    return true;
}

bool http_transfer_futile(const struct http_transfer *x, CURLcode result)
{
    long status = tunnel_status(x);
    return result == CURLE_PEER_FAILED_VERIFICATION || (result && status && status < 500) ||
           http_transfer_refused(x);
}
