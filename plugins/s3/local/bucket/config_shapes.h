/* SPDX-License-Identifier: Apache-2.0 */
/* How lists of rules are written (xml.h): each element with how often it may stand there. */
#ifndef SLRUN_S3_CONFIG_SHAPES_H
#define SLRUN_S3_CONFIG_SHAPES_H

#include "xml.h"

#define TEXT(name, min, max)                                                                       \
    {                                                                                              \
        name, XML_TEXT, min, max, NULL, NULL                                                       \
    }
#define WORD(name, min, max, words)                                                                \
    {                                                                                              \
        name, XML_TEXT, min, max, words, NULL                                                      \
    }
#define INTEGER(name, min)                                                                         \
    {                                                                                              \
        name, XML_INTEGER, min, 1, NULL, NULL                                                      \
    }
#define BOOLEAN(name, min)                                                                         \
    {                                                                                              \
        name, XML_BOOLEAN, min, 1, NULL, NULL                                                      \
    }
#define DATE(name, min)                                                                            \
    {                                                                                              \
        name, XML_DATE, min, 1, NULL, NULL                                                         \
    }
#define GROUP(name, min, max, rules)                                                               \
    {                                                                                              \
        name, XML_GROUP, min, max, NULL, rules                                                     \
    }
#define END                                                                                        \
    {                                                                                              \
        NULL                                                                                       \
    }

#endif
