/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which proxy a request goes through. libcurl is told, and not left to look: a proxy of plain HTTP
 * needs the absolute URL as the target (RFC 9112, section 3.2.2), requests to this machine and to
 * the metadata services of AWS never take one, and messages name it without its password.
 */
#ifndef SLRUN_NET_HTTP_PROXY_H
#define SLRUN_NET_HTTP_PROXY_H

#include <stdbool.h>

enum { HTTP_PROXY_SHOWN_MAX = 300 };

/* The strings are the environment's. */
struct http_proxy {
    const char *url;      /* NULL: none */
    const char *variable; /* that names it */
};

/* True for "http://127.0.0.1:4566" and the like: 127.0.0.0/8, [::1], localhost, *.localhost. */
bool http_is_loopback(const char *base);

/*
 * The proxy for a base such as "https://dynamodb.eu-west-1.amazonaws.com", by the environment as
 * botocore reads it: http_proxy or https_proxy, then no_proxy, each in lower case or, where that is
 * not set, in capitals (HTTP_PROXY not in a CGI program, where a client could set it). no_proxy is
 * "*", or hosts with commas between; each stands for all names below it, too, and may have a port.
 * Besides, as curl has it: all_proxy, where the other is not set or empty, and SOCKS.
 */
struct http_proxy http_proxy_for(const char *base);

/* Whether it takes requests of plain HTTP as they are, with an absolute URL; SOCKS does not. */
bool http_proxy_forwards(const struct http_proxy *proxy);

/* Whether it is an address of a kind that there is. */
bool http_proxy_is_valid(const struct http_proxy *proxy);

/* The proxy as messages name it: user and password are masked, and its variable follows. */
void http_proxy_show(const struct http_proxy *proxy, char shown[HTTP_PROXY_SHOWN_MAX]);

#endif
