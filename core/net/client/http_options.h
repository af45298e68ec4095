/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of the HTTP client: its own copy of the options. */
#ifndef SLRUN_NET_HTTP_OPTIONS_H
#define SLRUN_NET_HTTP_OPTIONS_H

#include "net/client/http_client.h"

enum { HTTP_FILES_MAX = 1 << 20 /* however many may be opened */ };

/* Copies the options (or NULL), with what is left out filled in. 0, or -1 when out of memory. */
int http_options_copy(struct http_client_options *to, const struct http_client_options *from);
/* Frees what the copy holds. */
void http_options_free(struct http_client_options *options);

/* How many files the client may open. */
unsigned long http_options_files(const struct http_client_options *options);

#endif
