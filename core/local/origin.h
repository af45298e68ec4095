/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who may use the local cloud's own addresses from a browser: only its own page. A page of another
 * origin sends an Origin, or says in Sec-Fetch-Site that it is another site (W3C, Fetch Metadata);
 * and one whose name was made to lead here after it was loaded (DNS rebinding) is known by the
 * Host that it asks for.
 */
#ifndef SLRUN_LOCAL_ORIGIN_H
#define SLRUN_LOCAL_ORIGIN_H

#include <stdbool.h>

#include <slrun/local.h>

/* No Origin, not from another site, and origin_host() of its Host, if it has one. */
bool origin_is_own(const struct slrun_exchange *x);

/*
 * Whether nobody on the Internet can have the name ("localhost:4566"): an address, a name of one
 * word (localhost, or a container's), one below .localhost or .internal (both are reserved).
 */
bool origin_host(const char *host);

#endif
