/* SPDX-License-Identifier: Apache-2.0 */
/*
 * XML as AWS's services answer it: elements and text. Namespaces and attributes do not matter
 * there; a document type is refused.
 */
#ifndef SLRUN_PLUGIN_XML_H
#define SLRUN_PLUGIN_XML_H

#include <slrun/host.h>
#include <slrun/shape.h>
#include <slrun/xml.h>

enum { XML_DEPTH_MAX = 64, XML_TEXT_MAX = 4 << 20 };

/* Reads a document into the call's arena: its outermost element, or NULL with the error filled
 * (PROTOCOL). */
const struct slrun_xml *xml_read(struct slrun_ctx *ctx, const void *data, size_t size);

/* The first child of that name; NULL: there is none, or `element` is NULL. */
const struct slrun_xml *xml_child(const struct slrun_xml *element, const char *name);

/* The text of that child, or "". */
const char *xml_text(const struct slrun_xml *element, const char *name);

/*
 * The children of an element as the members of a structure (a new reference): each list has an
 * element around its own, and a map one around entries of key and value, unless the member is
 * SLRUN_FLAT. Members that are not there are left out. NULL with the error filled.
 */
json_t *xml_members(struct slrun_ctx *ctx, const struct slrun_xml *element,
                    const struct slrun_param *members);

#endif
