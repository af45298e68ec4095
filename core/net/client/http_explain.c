/* SPDX-License-Identifier: Apache-2.0 */
/* What to say about a transfer that failed. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "net/client/http_transfer.h"

/* libcurl's codes that mean something else than a fault of ours. */
static const struct {
    CURLcode code;
    enum slrun_errno kind;
} kinds[] = {
    {CURLE_URL_MALFORMAT, SLRUN_E_USAGE},
    {CURLE_COULDNT_RESOLVE_PROXY, SLRUN_E_CONNECT},
    {CURLE_COULDNT_RESOLVE_HOST, SLRUN_E_CONNECT},
    {CURLE_COULDNT_CONNECT, SLRUN_E_CONNECT},
    {CURLE_PROXY, SLRUN_E_CONNECT},
    {CURLE_SSL_CONNECT_ERROR, SLRUN_E_CONNECT},
    {CURLE_PEER_FAILED_VERIFICATION, SLRUN_E_CONNECT},
    {CURLE_SSL_CACERT_BADFILE, SLRUN_E_IO},
    {CURLE_SSL_CERTPROBLEM, SLRUN_E_CONNECT},
    {CURLE_SSL_CIPHER, SLRUN_E_CONNECT},
    {CURLE_OPERATION_TIMEDOUT, SLRUN_E_TIMEOUT},
    {CURLE_GOT_NOTHING, SLRUN_E_CLOSED},
    {CURLE_PARTIAL_FILE, SLRUN_E_CLOSED},
    {CURLE_RECV_ERROR, SLRUN_E_CLOSED},
    {CURLE_SEND_ERROR, SLRUN_E_CLOSED},
    {CURLE_SEND_FAIL_REWIND, SLRUN_E_CLOSED},
    {CURLE_ABORTED_BY_CALLBACK, SLRUN_E_CLOSED}, /* on_send(): would be the second time */
    {CURLE_WEIRD_SERVER_REPLY, SLRUN_E_PROTOCOL},
    {CURLE_UNSUPPORTED_PROTOCOL, SLRUN_E_PROTOCOL}, /* no status line */
    {CURLE_BAD_CONTENT_ENCODING, SLRUN_E_PROTOCOL},
    {CURLE_OUT_OF_MEMORY, SLRUN_E_MEMORY},
};

static enum slrun_errno kind_of(CURLcode code)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].code == code)
            return kinds[i].kind;
    return SLRUN_E_INTERNAL;
}

/* True while nothing has gone over a connection yet. */
static bool unconnected(const struct http_transfer *x)
{
    curl_off_t us = 0;
    x->api->easy_getinfo(x->easy, CURLINFO_PRETRANSFER_TIME_T, &us);
    return us == 0;
}

static int system_errno(const struct http_transfer *x)
{
    long number = 0;
    if (x->socket.failure)
        return x->socket.failure;
    x->api->easy_getinfo(x->easy, CURLINFO_OS_ERRNO, &number);
    return (int)number;
}

CURLcode http_transfer_result(struct http_transfer *x, CURLcode result)
{
    if (result || x->answer.head_whole)
        return result;
    snprintf(x->reason, sizeof x->reason, "its header lines do not come to an end");
    return CURLE_PARTIAL_FILE;
}

/* Nothing but a line longer than libcurl's bound (100 KiB) makes it run out of memory there. */
static bool line_too_long(const struct http_transfer *x, CURLcode result)
{
    return result == CURLE_OUT_OF_MEMORY && !unconnected(x) && !x->answer.head_whole;
}

bool http_transfer_starved(const struct http_transfer *x, CURLcode result)
{
    return result == CURLE_COULDNT_CONNECT &&
           (x->socket.failure == EMFILE || x->socket.failure == ENFILE);
}

bool http_transfer_undone(struct http_transfer *x, CURLcode result)
{
    long connects = 0;
    bool died =
        result == CURLE_SEND_ERROR || result == CURLE_RECV_ERROR || result == CURLE_GOT_NOTHING;
    if (!died || x->once || x->answer.status)
        return false;
    x->body_pos = 0;
    return !x->api->easy_getinfo(x->easy, CURLINFO_NUM_CONNECTS, &connects) && !connects;
}

/* The system's words, libcurl's for this transfer, libcurl's in general. What may quote the address
 * of a proxy may quote its password. */
const char *http_explain_reason(const struct http_transfer *x, CURLcode result)
{
    int number = system_errno(x);
    if (result == CURLE_COULDNT_CONNECT && number)
        return strerror(number);
    bool secret = x->proxy.url && strchr(x->proxy.url, '@') && strchr(x->reason, '@');
    return x->reason[0] && !secret ? x->reason : x->api->easy_strerror(result);
}

static void explain_connect(const struct http_transfer *x, CURLcode result,
                            struct slrun_error *error)
{
    const char *base = buf_str(&x->base);
    error_set(error, SLRUN_E_CONNECT, "cannot connect to %s: %s", base,
              http_explain_reason(x, result));
    if (result == CURLE_COULDNT_CONNECT && system_errno(x) == ECONNREFUSED)
        error_hint(error, "nothing listens there: is the server running, and the port right?");
    if (result == CURLE_COULDNT_RESOLVE_HOST)
        error_hint(error, "check the spelling of the host and the region");
    if (http_transfer_starved(x, result))
        error_hint(error, "raise the limit on open files (ulimit -n)");
}

static void explain_fault(const struct http_transfer *x, struct slrun_error *error)
{
    const struct http_answer *answer = &x->answer;
    const char *base = buf_str(&x->base);
    if (answer->fault == SLRUN_E_TOO_LARGE && answer->body.failed)
        error_set(error, SLRUN_E_TOO_LARGE, "the answer of %s is over %zu bytes", base,
                  answer->body.max);
    else if (answer->fault == SLRUN_E_TOO_LARGE)
        error_set(error, SLRUN_E_TOO_LARGE,
                  "the answer of %s has over %d header lines or %d bytes of them", base,
                  HTTP_CLIENT_HEADERS_MAX, HTTP_CLIENT_HEAD_MAX);
    else if (answer->fault == SLRUN_E_PROTOCOL)
        error_set(error, SLRUN_E_PROTOCOL, "%s does not answer in HTTP", base);
    else
        error_set(error, answer->fault, "out of memory for the answer of %s", base);
}

static void explain_io(const struct http_transfer *x, struct slrun_error *error)
{
    const struct slrun_request *request = x->call->request;
    if (x->body_file >= 0 && x->io_errno == ENODATA)
        error_set(error, SLRUN_E_IO, "%s: shorter than the body that was announced",
                  request->body.path);
    else
        error_set(error, SLRUN_E_IO, "%s: %s",
                  x->sink_file >= 0 || x->body_file < 0 ? request->sink.path : request->body.path,
                  strerror(x->io_errno));
}

static void explain_timeout(const struct http_transfer *x, struct slrun_error *error)
{
    if (!x->timeout_ms && x->silence_s && !unconnected(x)) {
        error_set(error, SLRUN_E_TIMEOUT, "nothing came from %s, or went there, for %ld s",
                  buf_str(&x->base), x->silence_s);
        return;
    }
    bool whole_time = x->timeout_ms && x->timeout_ms <= x->connect_timeout_ms;
    if (unconnected(x) && !whole_time) {
        error_set(error, SLRUN_E_CONNECT, "cannot connect to %s within %ld ms", buf_str(&x->base),
                  x->connect_timeout_ms);
        return;
    }
    error_set(error, SLRUN_E_TIMEOUT, "no answer from %s within %ld ms", buf_str(&x->base),
              x->timeout_ms);
}

static void explain_other(const struct http_transfer *x, CURLcode result, struct slrun_error *error)
{
    const char *base = buf_str(&x->base);
    enum slrun_errno kind = kind_of(result);
    if (kind == SLRUN_E_CLOSED && result == CURLE_ABORTED_BY_CALLBACK)
        error_set(error, kind, "%s closed the connection before it answered", base);
    else if (kind == SLRUN_E_CLOSED)
        error_set(error, kind, "%s closed the connection %s: %s", base,
                  x->answer.status ? "in the middle of its answer" : "before it answered",
                  http_explain_reason(x, result));
    else if (kind == SLRUN_E_PROTOCOL)
        error_set(error, kind, "%s does not answer in HTTP: %s", base,
                  http_explain_reason(x, result));
    else
        error_set(error, kind, "request to %s failed: %s", base, http_explain_reason(x, result));
    error->status = x->answer.status;
}

void http_transfer_explain(const struct http_transfer *x, CURLcode result,
                           struct slrun_error *error)
{
    if (http_explain_certificate(x, result, error) || http_explain_proxy(x, result, error))
        return;
    if (x->io_errno)
        explain_io(x, error);
    else if (line_too_long(x, result))
        error_set(error, SLRUN_E_TOO_LARGE, "the answer of %s has a header line without an end",
                  buf_str(&x->base));
    else if (x->sink_ended)
        error_set(error, SLRUN_E_CANCELLED, "the receiver of the body asked to end");
    else if (x->answer.fault)
        explain_fault(x, error);
    else if (result == CURLE_OPERATION_TIMEDOUT)
        explain_timeout(x, error);
    else if (kind_of(result) == SLRUN_E_CONNECT)
        explain_connect(x, result, error);
    else
        explain_other(x, result, error);
}
