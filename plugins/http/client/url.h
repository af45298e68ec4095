/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses (RFC 3986): an absolute URL as a spec writes it becomes a server and a target. */
#ifndef HTTP_CLIENT_URL_H
#define HTTP_CLIENT_URL_H

#include <slrun/host.h>

enum { URL_MAX = 8192 /* bytes, with the query */ };

/*
 * Splits `url` into req->base and req->target and adds the members of `query` (an object of
 * strings, numbers, booleans and lists of them; or NULL) to its query. What must not stand in a
 * target is percent-encoded; what is encoded stays so; a fragment is dropped. 0, or -1 with the
 * error filled.
 */
int url_set(struct slrun_ctx *ctx, const char *url, const json_t *query, struct slrun_request *req);

/* The members of `form` as application/x-www-form-urlencoded, in the call's memory; or NULL with
 * the error filled. */
const char *url_form(struct slrun_ctx *ctx, const json_t *form, const char *what);

#endif
