/* SPDX-License-Identifier: Apache-2.0 */
#include "template/tags.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define YAML_TAG "tag:yaml.org,2002:"

enum { DIGITS_MAX = 18, NUMBER_MAX = 60 };

/* docs.aws.amazon.com/AWSCloudFormation, "Intrinsic function reference"; by name. */
static const char *const functions[] = {
    "Ref",
    "Condition",
    "Fn::And",
    "Fn::Base64",
    "Fn::Cidr",
    "Fn::Contains",
    "Fn::EachMemberEquals",
    "Fn::EachMemberIn",
    "Fn::Equals",
    "Fn::FindInMap",
    "Fn::GetAZs",
    "Fn::GetAtt",
    "Fn::If",
    "Fn::ImportValue",
    "Fn::Join",
    "Fn::Length",
    "Fn::Not",
    "Fn::Or",
    "Fn::RefAll",
    "Fn::Select",
    "Fn::Split",
    "Fn::Sub",
    "Fn::ToJsonString",
    "Fn::Transform",
    "Fn::ValueOf",
    "Fn::ValueOfAll",
};

const char *tag_function(const char *tag)
{
    if (*tag++ != '!')
        return NULL;
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        const char *name = functions[i];
        if (strcmp(strncmp(name, "Fn::", 4) == 0 ? name + 4 : name, tag) == 0)
            return name;
    }
    return NULL;
}

bool tag_is_standard(const char *tag)
{
    static const char *const known[] = {"str", "int", "float", "bool", "null", "seq", "map"};
    const char *name = strncmp(tag, YAML_TAG, strlen(YAML_TAG)) == 0 ? tag + strlen(YAML_TAG) : "";
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(name, known[i]) == 0)
            return true;
    return strcmp(tag, "!") == 0;
}

json_t *tag_get_att(json_t *value)
{
    const char *text = json_string_value(value);
    const char *dot = text ? strchr(text, '.') : NULL;
    if (!dot)
        return value;
    json_t *list = json_pack("[s%, s]", text, (size_t)(dot - text), dot + 1);
    json_decref(value);
    return list;
}

static int is_one_of(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(*words, text) == 0)
            return 1;
    return 0;
}

static json_t *word(const char *text)
{
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL", NULL};
    static const char *const yes[] = {"true", "True", "TRUE", "yes", "Yes",
                                      "YES",  "on",   "On",   "ON",  NULL};
    static const char *const no[] = {"false", "False", "FALSE", "no",  "No",
                                     "NO",    "off",   "Off",   "OFF", NULL};
    return is_one_of(text, nulls) ? json_null()
           : is_one_of(text, yes) ? json_true()
           : is_one_of(text, no)  ? json_false()
                                  : NULL;
}

static json_t *number(const char *text)
{
    const char *c = *text == '-' || *text == '+' ? text + 1 : text;
    size_t whole = strspn(c, "0123456789");
    if (whole == 0 || (whole > 1 && *c == '0') || whole > DIGITS_MAX)
        return NULL; /* an account id such as 012345678901 keeps its zero */
    if (!c[whole])
        return json_integer(strtoll(text, NULL, 10));
    size_t more = c[whole] == '.' ? strspn(c + whole + 1, "0123456789") : 0;
    const char *rest = more ? c + whole + 1 + more : c + whole;
    if ((*rest == 'e' || *rest == 'E') && more) {
        rest++;
        rest += *rest == '-' || *rest == '+';
        rest += strspn(rest, "0123456789");
    }
    double value = *rest || !more ? NAN : strtod(text, NULL);
    return isfinite(value) ? json_real(value) : NULL;
}

json_t *tag_plain_scalar(const char *text, size_t size)
{
    json_t *value = NULL;
    if (size < NUMBER_MAX && strlen(text) == size) {
        value = word(text);
        if (!value)
            value = number(text);
    }
    return value ? value : json_stringn(text, size);
}
