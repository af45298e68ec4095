/* SPDX-License-Identifier: Apache-2.0 */
/* Checks of texts (API Reference, "CreateQueue", "SendMessage", "MessageAttributeValue"). */
#include "constraint.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/base64.h>

#include "model/digest.h"

enum { ID_MAX = 128, ATTRIBUTE_NAME_MAX = 256 };

/* strchr() finds the NUL too; these do not. */
static bool consists_of(const char *text, const char *more)
{
    for (; *text != '\0'; text++) {
        bool letter = (*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') ||
                      (*text >= '0' && *text <= '9');
        if (!letter && strchr(more, *text) == NULL)
            return false;
    }
    return true;
}

bool constraint_queue_name(const char *name, bool fifo, struct fault *fault)
{
    char plain[QUEUE_NAME_MAX + 1];
    size_t n = strlen(name), suffix = strlen(".fifo");
    bool ends = n > suffix && strcmp(name + n - suffix, ".fifo") == 0;
    bool ok = n >= 1 && n <= QUEUE_NAME_MAX && ends == fifo;
    if (ok) {
        size_t length = fifo ? n - suffix : n;
        memcpy(plain, name, length);
        plain[length] = '\0';
        ok = consists_of(plain, "-_");
    }
    if (ok)
        return true;
    return fifo ? fault_value(fault, "The name of a FIFO queue can only include alphanumeric "
                                     "characters, hyphens, or underscores, must end with .fifo "
                                     "suffix and be 1 to 80 in length.")
                : fault_value(fault, "Can only include alphanumeric characters, hyphens, or "
                                     "underscores. 1 to 80 in length");
}

bool constraint_batch_id(const char *id)
{
    size_t n = strlen(id);
    return n >= 1 && n <= QUEUE_NAME_MAX && consists_of(id, "-_");
}

bool constraint_id(const char *parameter, const char *id, struct fault *fault)
{
    size_t n = strlen(id);
    if (n >= 1 && n <= ID_MAX && consists_of(id, "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"))
        return true;
    return fault_value(fault,
                       "Value %s for parameter %s is invalid. Reason: %s can only include "
                       "alphanumeric and punctuation characters. 1 to 128 in length.",
                       id, parameter, parameter);
}

/* jansson's strings are UTF-8 without surrogates; what is left are control characters, U+FFFE and
 * U+FFFF. */
bool constraint_text(const json_t *string)
{
    const unsigned char *text = (const unsigned char *)json_string_value(string);
    size_t n = json_string_length(string);
    for (size_t i = 0; i < n; i++) {
        if (text[i] >= 0x20 && text[i] != 0xef)
            continue;
        if (text[i] < 0x20 && text[i] != '\t' && text[i] != '\n' && text[i] != '\r')
            return false;
        if (text[i] == 0xef && n - i >= 3 && text[i + 1] == 0xbf && text[i + 2] >= 0xbe)
            return false;
    }
    return true;
}

/* ---- attributes ---- */

/* Letters of Latin's supplement are letters to SQS, too ("\u00f8"), and its signs are none: of what
 * is encoded in two bytes, from U+00C0 on, but for the two signs of arithmetic. */
static bool consists_of_letters(const char *name)
{
    for (; *name != '\0'; name++) {
        unsigned char c = (unsigned char)name[0], next = (unsigned char)name[1];
        bool letter = c == 0xc3 && next >= 0x80 && next != 0x97 && next != 0xb7;
        if (!letter && !isalnum(c) && strchr("-_.", c) == NULL)
            return false;
        name += letter;
    }
    return true;
}

static bool name_ok(const char *name)
{
    size_t n = strlen(name);
    return n >= 1 && n <= ATTRIBUTE_NAME_MAX && consists_of_letters(name) && name[0] != '.' &&
           name[n - 1] != '.' && strstr(name, "..") == NULL && strncasecmp(name, "AWS.", 4) != 0 &&
           strncasecmp(name, "Amazon.", 7) != 0;
}

static bool is_type(const char *type, const char *word)
{
    size_t n = strlen(word);
    return strncmp(type, word, n) == 0 && (type[n] == '\0' || type[n] == '.');
}

static bool is_number(const char *text)
{
    char *end = NULL;
    (void)strtod(text, &end);
    return end != text && *end == '\0' && consists_of(text, "+-.");
}

static bool string_ok(const char *name, const json_t *value, bool number, struct fault *fault)
{
    if (json_string_length(value) == 0) {
        return fault_value(fault,
                           "Message (user) attribute '%s' must contain a non-empty value of type "
                           "'String'.",
                           name);
    }
    if (!constraint_text(value)) {
        return fault_value(fault, "Invalid characters in the value of message attribute '%s'.",
                           name);
    }
    return !number || is_number(json_string_value(value)) ||
           fault_value(fault, "Can't cast the value of message (user) attribute '%s' to a number.",
                       name);
}

static bool binary_ok(const char *name, const json_t *value, struct fault *fault)
{
    size_t size = 0;
    char *bytes = slrun_base64_bytes(json_string_value(value), json_string_length(value), &size);
    free(bytes);
    if (bytes == NULL)
        return fault_set(fault, FAULT_SERIALIZATION, "BinaryValue is not base64");
    return size > 0 || fault_value(fault,
                                   "Message (user) attribute '%s' must contain a non-empty value "
                                   "of type 'Binary'.",
                                   name);
}

static bool value_ok(const char *name, const json_t *attribute, struct fault *fault)
{
    const char *type = json_string_value(json_object_get(attribute, "DataType"));
    const json_t *string = json_object_get(attribute, "StringValue");
    const json_t *binary = json_object_get(attribute, "BinaryValue");
    if (type == NULL || *type == '\0') {
        return fault_value(
            fault, "The message attribute '%s' must contain non-empty message attribute type.",
            name);
    }
    bool number = is_type(type, "Number"), bytes = is_type(type, "Binary");
    if ((!number && !bytes && !is_type(type, "String")) || strlen(type) > ATTRIBUTE_NAME_MAX) {
        return fault_value(fault,
                           "The message attribute '%s' has an invalid message attribute type, the "
                           "set of supported type prefixes is Binary, Number, and String.",
                           name);
    }
    if ((bytes ? binary : string) == NULL) {
        return fault_value(fault,
                           "The message attribute '%s' must contain non-empty message attribute "
                           "value for message attribute type '%s'.",
                           name,
                           bytes    ? "Binary"
                           : number ? "Number"
                                    : "String");
    }
    return bytes ? binary_ok(name, binary, fault) : string_ok(name, string, number, fault);
}

bool constraint_attributes(const json_t *attributes, struct fault *fault)
{
    size_t n = json_object_size(attributes);
    const char *name;
    json_t *attribute;
    if (n > MESSAGE_ATTRIBUTES_MAX) {
        return fault_value(fault,
                           "Number of message attributes [%zu] exceeds the allowed maximum [%d].",
                           n, MESSAGE_ATTRIBUTES_MAX);
    }
    json_object_foreach ((json_t *)(uintptr_t)attributes, name, attribute) {
        if (!name_ok(name)) {
            return fault_value(fault,
                               "The message attribute name '%s' is invalid. Attribute name can "
                               "contain A-Z, a-z, 0-9, underscore (_), hyphen (-), and period (.) "
                               "characters.",
                               name);
        }
        if (!value_ok(name, attribute, fault))
            return false;
    }
    return true;
}

static size_t base64_bytes(const json_t *string)
{
    const char *text = json_string_value(string);
    size_t n = json_string_length(string);
    return n < 4 ? 0 : n / 4 * 3 - (text[n - 1] == '=') - (text[n - 2] == '=');
}

int64_t constraint_size(const json_t *body, const json_t *attributes)
{
    size_t size = json_string_length(body);
    const char *name;
    json_t *attribute;
    json_object_foreach ((json_t *)(uintptr_t)attributes, name, attribute) {
        size += strlen(name) + json_string_length(json_object_get(attribute, "DataType")) +
                json_string_length(json_object_get(attribute, "StringValue")) +
                base64_bytes(json_object_get(attribute, "BinaryValue"));
    }
    return (int64_t)size;
}
