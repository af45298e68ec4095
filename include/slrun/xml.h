/* SPDX-License-Identifier: Apache-2.0 */
/* Since 1.2. XML as AWS's services answer it, as a tree: host->xml_read(). */
#ifndef SLRUN_XML_H
#define SLRUN_XML_H

struct slrun_xml {
    const char *name;               /* without the prefix of a namespace */
    const char *text;               /* of an element without children; never NULL */
    const char *type;               /* the attribute xsi:type, or NULL */
    struct slrun_xml *first, *next; /* its first child; what stands beside it */
    struct slrun_xml *parent, *last;
};

#endif
