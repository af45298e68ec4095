/* SPDX-License-Identifier: Apache-2.0 */
/* libexpat, loaded when the first XML is read: most services speak JSON. */
#ifndef SLRUN_NET_EXPAT_API_H
#define SLRUN_NET_EXPAT_API_H

#include <expat.h>

#include <slrun/error.h>

#include "net/library.h"

/* Every function of libexpat that slrun calls, without the prefix `XML_`. */
#define EXPAT_API_FUNCTIONS(X)                                                                     \
    X(ParserCreate)                                                                                \
    X(ParserFree)                                                                                  \
    X(SetUserData)                                                                                 \
    X(SetElementHandler)                                                                           \
    X(SetCharacterDataHandler)                                                                     \
    X(SetStartDoctypeDeclHandler)                                                                  \
    X(Parse)                                                                                       \
    X(StopParser)                                                                                  \
    X(GetErrorCode)                                                                                \
    X(GetCurrentByteIndex)                                                                         \
    X(ErrorString)

#define EXPAT_API_FIELD(name) LIBRARY_FIELD(XML_, name)
struct expat_api {
    EXPAT_API_FUNCTIONS(EXPAT_API_FIELD)
};
#undef EXPAT_API_FIELD

/* The functions, loaded at the first call and kept until the process ends. NULL with `error` filled
 * (IO). */
const struct expat_api *expat_api(struct slrun_error *error);

#endif
