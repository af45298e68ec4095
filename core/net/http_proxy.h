/* SPDX-License-Identifier: Apache-2.0 */
/* Which proxy a plain-HTTP request goes through. */
#ifndef SLRUN_NET_HTTP_PROXY_H
#define SLRUN_NET_HTTP_PROXY_H

#include <stdbool.h>

/* True for "http://127.0.0.1:4566" and the like: 127.0.0.0/8, [::1], localhost, *.localhost. */
bool http_is_loopback(const char *base);

/*
 * The proxy for a base that starts with "http://", from the environment as curl reads it
 * (http_proxy, all_proxy, ALL_PROXY; no_proxy, NO_PROXY: "*", or names and suffixes with commas
 * between); NULL: none, as for this machine and the metadata services of AWS. It must be known here
 * and not only to libcurl: a proxy needs the absolute URL as the target (RFC 9112, section 3.2.2).
 */
const char *http_proxy_for(const char *base);

#endif
