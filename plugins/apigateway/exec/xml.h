/* SPDX-License-Identifier: Apache-2.0 */
/* Answers of services that speak the query protocol, as API Gateway asks for them: in JSON. */
#ifndef SLRUN_APIGATEWAY_XML_H
#define SLRUN_APIGATEWAY_XML_H

#include <stddef.h>

/* {"SendMessageResponse": {"SendMessageResult": {...}}}: elements are members, their text strings;
 * those that come twice are lists. A new string; NULL: it is no XML. */
char *xml_to_json(const char *data, size_t size);

#endif
