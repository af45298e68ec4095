/* SPDX-License-Identifier: Apache-2.0 */
/* What is a message: subject, attributes, size, structure, the ids of FIFO topics. */
#include "local/message.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

enum { GROUP_MAX = 128, ATTRIBUTE_NAME_MAX = 256, HEX_SIZE = 65 };

/* As Java counts them: those beyond the basic plane, of four bytes in UTF-8, are two. */
static size_t characters(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += (((unsigned char)*text & 0xc0) != 0x80) + ((unsigned char)*text >= 0xf0);
    return n;
}

/* Fewer than 100 characters on one line, no blank at the beginning. */
static bool check_subject(struct call *call, const char *subject)
{
    bool ok = *subject && *subject != ' ' && characters(subject) <= SUBJECT_MAX;
    for (const char *c = subject; *c; c++)
        ok = ok && (unsigned char)*c >= ' ' && *c != 127;
    return ok || call_invalid(call, "Subject");
}

/* Bytes of base64 text. */
static size_t decoded_size(const char *text)
{
    size_t n = strlen(text), pad = 0;
    while (pad < n && pad < 2 && text[n - 1 - pad] == '=')
        pad++;
    return n / 4 * 3 - pad;
}

static bool is_type(const char *type, const char *wanted)
{
    size_t n = strlen(wanted);
    return strncmp(type, wanted, n) == 0 && (type[n] == '\0' || (type[n] == '.' && type[n + 1]));
}

static bool is_number(const char *text)
{
    char *end;
    (void)strtod(text, &end);
    return *text && !*end;
}

static bool bad_attribute(struct call *call, const char *format, ...) SLRUN_PRINTF(2, 3);

static bool bad_attribute(struct call *call, const char *format, ...)
{
    char text[FAULT_MESSAGE_MAX];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return call_fail(call, "ParameterValueInvalid", "%s", text);
}

static bool check_name(struct call *call, const char *name)
{
    size_t n = strlen(name), plain = strspn(name, LETTERS ".");
    if (n > ATTRIBUTE_NAME_MAX)
        return bad_attribute(call, "Length of message attribute name must be less than 256 bytes.");
    if (plain < n)
        return bad_attribute(call,
                             "Invalid non-alphanumeric character '#x%X' was found in the message "
                             "attribute name. Can only include alphanumeric characters, hyphens, "
                             "underscores, or dots.",
                             (unsigned char)name[plain]);
    if (*name == '.' || (n && name[n - 1] == '.'))
        return bad_attribute(call,
                             "Invalid message attribute name %s with character '.' was found.",
                             *name == '.' ? "starting" : "ending");
    return !strstr(name, "..") ||
           bad_attribute(call, "Message attribute name can not have successive '.' character.");
}

static bool check_attribute(struct call *call, const char *name, const json_t *attribute)
{
    const char *type = slrun_text(attribute, "DataType");
    bool binary = is_type(type, "Binary");
    const char *field = binary ? "Binary" : "String";
    const char *value = slrun_text(attribute, binary ? "BinaryValue" : "StringValue");
    if (!check_name(call, name))
        return false;
    if (!binary && !is_type(type, "String") && !is_type(type, "Number"))
        return bad_attribute(call,
                             "The message attribute '%.256s' has an invalid message attribute "
                             "type, the set of supported type prefixes is Binary, Number, and "
                             "String.",
                             name);
    if (!value && json_object_get(attribute, binary ? "StringValue" : "BinaryValue"))
        return bad_attribute(call,
                             "The message attribute '%.256s' with type '%.100s' must use "
                             "field '%s'.",
                             name, type, field);
    if (!value || !*value)
        return bad_attribute(call,
                             "The message attribute '%.256s' must contain non-empty message "
                             "attribute value for message attribute type '%.100s'.",
                             name, type);
    return !is_type(type, "Number") || is_number(value) ||
           bad_attribute(call, "Could not cast message attribute '%.256s' value to number.", name);
}

static bool check_attributes(struct call *call, const json_t *message)
{
    const char *name;
    json_t *attribute;
    json_object_foreach (json_object_get(message, "MessageAttributes"), name, attribute)
        if (!check_attribute(call, name, attribute))
            return false;
    return true;
}

size_t message_size(const json_t *message)
{
    size_t size = strlen(slrun_text(message, "Message"));
    const char *name;
    json_t *attribute;
    json_object_foreach (json_object_get(message, "MessageAttributes"), name, attribute) {
        const char *text = slrun_text(attribute, "StringValue");
        const char *bytes = slrun_text(attribute, "BinaryValue");
        size += strlen(name) + strlen(slrun_text(attribute, "DataType")) +
                (text ? strlen(text) : 0) + (bytes ? decoded_size(bytes) : 0);
    }
    return size;
}

/* AWS takes numbers, booleans and null for "default", too, as JSON writes them. */
static bool has_default(json_t *document)
{
    const json_t *value = json_object_get(document, "default");
    if (!value || json_is_string(value))
        return value;
    if (json_is_object(value) || json_is_array(value))
        return false;
    char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
    bool ok = text && json_object_set_new(document, "default", json_string(text)) == 0;
    free(text);
    return ok;
}

/* MessageStructure "json": an object with at least a text for "default". */
static bool read_structure(struct call *call, json_t *message)
{
    const char *structure = slrun_text(message, "MessageStructure");
    if (!structure)
        return true;
    if (strcmp(structure, "json") != 0)
        return call_invalid(call, "MessageStructure");
    json_t *document = json_loads(slrun_text(message, "Message"), 0, NULL);
    if (!json_is_object(document))
        call_invalid(call, "Message Structure - JSON message body failed to parse");
    else if (!has_default(document))
        call_invalid(call, "Message Structure - No default entry in JSON message body");
    (void)json_object_set_new(message, "Structure", document ? document : json_null());
    return !call->code;
}

/* ---- FIFO ---- */

static void hash(const char *text, char hex[HEX_SIZE])
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned n = 0;
    (void)EVP_Digest(text, strlen(text), digest, &n, EVP_sha256(), NULL);
    for (unsigned i = 0; i < n && i < (HEX_SIZE - 1) / 2; i++)
        (void)snprintf(hex + (size_t)i * 2, 3, "%02x", digest[i]);
}

static bool check_id(struct call *call, const char *name, const char *id)
{
    for (const char *c = id; *c; c++)
        if (*c <= ' ' || *c > '~')
            return call_invalid(call, "%s", name);
    return (*id && strlen(id) <= GROUP_MAX) || call_invalid(call, "%s", name);
}

/* Group and deduplication id of a FIFO topic's message. */
static bool check_fifo(struct call *call, const json_t *topic, json_t *message)
{
    const char *dedup = slrun_text(message, "MessageDeduplicationId");
    const char *content =
        slrun_text(json_object_get(topic, "Attributes"), "ContentBasedDeduplication");
    char hex[HEX_SIZE] = "";
    if (!slrun_text(message, "MessageGroupId"))
        return call_invalid(call, "The MessageGroupId parameter is required for FIFO topics");
    if (dedup)
        return check_id(call, "MessageDeduplicationId", dedup);
    if (!content || strcmp(content, "true") != 0)
        return call_invalid(call, "The topic should either have ContentBasedDeduplication enabled "
                                  "or MessageDeduplicationId provided explicitly");
    hash(slrun_text(message, "Message"), hex);
    (void)json_object_set_new(message, "MessageDeduplicationId", json_string(hex));
    return true;
}

bool message_check(struct call *call, const json_t *topic, json_t *message)
{
    const char *subject = slrun_text(message, "Subject"),
               *group = slrun_text(message, "MessageGroupId");
    if (!*slrun_text_or(message, "Message", ""))
        return call_invalid(call, "Empty message");
    if (subject && !check_subject(call, subject))
        return false;
    if (message_size(message) > MESSAGE_MAX)
        return call_invalid(call, "Message too long");
    if (!check_attributes(call, message) || !read_structure(call, message) ||
        (group && !check_id(call, "MessageGroupId", group)))
        return false;
    if (topic_is_fifo(slrun_text(topic, "Name")))
        return check_fifo(call, topic, message);
    return !slrun_text(message, "MessageDeduplicationId") ||
           call_invalid(call, "MessageDeduplicationId Reason: The request includes "
                              "MessageDeduplicationId parameter that is not valid for this topic "
                              "type");
}
