/* SPDX-License-Identifier: Apache-2.0 */
/* The operators of event patterns: one table. */
#include <arpa/inet.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/wild.h>

#include "base/error.h"
#include "local/pattern.h"

struct operation {
    const char *name;
    /* Whether its operand is right. 0 or -1. */
    int (*check)(const json_t *operand, struct slrun_error *error);
    /* `value` is a scalar, or NULL for "exists" alone. */
    bool (*match)(const json_t *operand, const json_t *value);
};

static int refuse(struct slrun_error *error, const char *text)
{
    return error_set(error, SLRUN_E_SERVICE, "%s", text);
}

/* ---- texts ---- */

static const char ignoring_case[] = "equals-ignore-case";

/* { "prefix": { "equals-ignore-case": "a" } }: the text inside. */
static const char *text_of(const json_t *operand, bool *any_case)
{
    const json_t *inner = json_object_get(operand, ignoring_case);
    *any_case = inner != NULL;
    return json_string_value(inner ? inner : operand);
}

static int check_affix(const json_t *operand, const char *name, struct slrun_error *error)
{
    bool any_case;
    if (json_is_object(operand) && json_object_size(operand) != 1)
        return refuse(error, "Only one key allowed in match expression");
    return text_of(operand, &any_case)
               ? 0
               : error_set(error, SLRUN_E_SERVICE, "%s match pattern must be a string", name);
}

static int check_prefix(const json_t *operand, struct slrun_error *error)
{
    return check_affix(operand, "prefix", error);
}

static int check_suffix(const json_t *operand, struct slrun_error *error)
{
    return check_affix(operand, "suffix", error);
}

static bool match_prefix(const json_t *operand, const json_t *value)
{
    bool any_case;
    const char *wanted = text_of(operand, &any_case), *text = json_string_value(value);
    size_t n = strlen(wanted);
    return text && (any_case ? !strncasecmp(text, wanted, n) : !strncmp(text, wanted, n));
}

static bool match_suffix(const json_t *operand, const json_t *value)
{
    bool any_case;
    const char *wanted = text_of(operand, &any_case), *text = json_string_value(value);
    size_t n = strlen(wanted), size = text ? strlen(text) : 0;
    if (!text || size < n)
        return false;
    text += size - n;
    return any_case ? !strcasecmp(text, wanted) : !strcmp(text, wanted);
}

static int check_text(const json_t *operand, struct slrun_error *error)
{
    return json_is_string(operand)
               ? 0
               : refuse(error, "equals-ignore-case match pattern must be a string");
}

static bool match_any_case(const json_t *operand, const json_t *value)
{
    return json_is_string(value) &&
           !strcasecmp(json_string_value(operand), json_string_value(value));
}

/* ---- wildcards: * is any text, \* a star, \\ a backslash ---- */

static int check_wildcard(const json_t *operand, struct slrun_error *error)
{
    const char *text = json_string_value(operand);
    size_t stars = 0;
    if (!text)
        return refuse(error, "wildcard match pattern must be a string");
    for (const char *c = text; *c; c++) {
        if (*c == '\\' && c[1] != '*' && c[1] != '\\')
            return error_set(error, SLRUN_E_SERVICE, "Invalid escape character at pos %zu",
                             (size_t)(c - text));
        if (*c == '*' && c[1] == '*')
            return error_set(error, SLRUN_E_SERVICE, "Consecutive wildcard characters at pos %zu",
                             (size_t)(c - text));
        stars += *c == '*';
        c += *c == '\\';
    }
    return stars <= PATTERN_WILDCARDS_MAX
               ? 0
               : refuse(error, "Rule is too complex - try using fewer wildcard characters or fewer "
                               "repeating character sequences after a wildcard character");
}

static bool match_wildcard(const json_t *operand, const json_t *value)
{
    return json_is_string(value) &&
           slrun_wild(json_string_value(operand), json_string_value(value), SLRUN_WILD_ESCAPED);
}

/* ---- numbers ---- */

static bool below(double a, double b)
{
    return a < b;
}
static bool at_most(double a, double b)
{
    return a <= b;
}
static bool equals(double a, double b)
{
    return a == b;
}
static bool at_least(double a, double b)
{
    return a >= b;
}
static bool above(double a, double b)
{
    return a > b;
}

static const struct comparison {
    const char *name;
    bool (*holds)(double a, double b);
    int side; /* of a range: 1 the lower end, 2 the upper one, 0 none */
} comparisons[] = {
    {"<", below, 2}, {"<=", at_most, 2}, {"=", equals, 0}, {">", above, 1}, {">=", at_least, 1},
};

static const struct comparison *comparison(const json_t *name)
{
    const char *text = json_string_value(name);
    for (size_t i = 0; text && i < sizeof comparisons / sizeof *comparisons; i++)
        if (!strcmp(comparisons[i].name, text))
            return &comparisons[i];
    return NULL;
}

/* What stands at a place, as the messages quote it: "]" behind the last. */
static int refuse_at(struct slrun_error *error, const char *what, const json_t *item)
{
    char *text = json_is_string(item) ? NULL : json_dumps(item, JSON_ENCODE_ANY);
    error_set(error, SLRUN_E_SERVICE, "%s: %s", what,
              text   ? text
              : item ? json_string_value(item)
                     : "]");
    free(text);
    return -1;
}

/* The number behind an operator. */
static int check_operand(const json_t *operand, size_t at, struct slrun_error *error)
{
    const char *name = json_string_value(json_array_get(operand, at - 1));
    if (json_is_number(json_array_get(operand, at)))
        return 0;
    return error_set(error, SLRUN_E_SERVICE, "Value of %s must be numeric",
                     strcmp(name, "=") == 0 ? "equals" : name);
}

/* What stands behind a lower end. */
static int check_range(const json_t *operand, struct slrun_error *error)
{
    const json_t *name = json_array_get(operand, 2);
    const struct comparison *high = comparison(name);
    if (!json_is_string(name))
        return refuse_at(error, "Bad value in numeric range", name);
    if (!high || high->side != 2)
        return refuse_at(error, "Bad numeric range operator", name);
    if (check_operand(operand, 3, error))
        return -1;
    if (json_number_value(json_array_get(operand, 1)) >=
        json_number_value(json_array_get(operand, 3)))
        return refuse(error, "Bottom must be less than top");
    return json_array_size(operand) == 4
               ? 0
               : refuse(error, "Too many terms in numeric range expression");
}

/* Words and their order are those of AWS, which reads it item by item. */
static int check_numeric(const json_t *operand, struct slrun_error *error)
{
    const json_t *name = json_array_get(operand, 0);
    const struct comparison *first = comparison(name);
    if (!json_is_array(operand))
        return refuse(error, "Value of numeric must be an array.");
    if (!json_is_string(name))
        return refuse_at(error, "Invalid member in numeric match", name);
    if (!first)
        return refuse_at(error, "Unrecognized numeric range operator", name);
    if (check_operand(operand, 1, error))
        return -1;
    if (json_array_size(operand) == 2)
        return 0;
    return first->side == 1 ? check_range(operand, error)
                            : refuse(error, "Too many elements in numeric expression");
}

static bool match_numeric(const json_t *operand, const json_t *value)
{
    if (!json_is_number(value))
        return false;
    for (size_t i = 0; i < json_array_size(operand); i += 2)
        if (!comparison(json_array_get(operand, i))
                 ->holds(json_number_value(value),
                         json_number_value(json_array_get(operand, i + 1))))
            return false;
    return true;
}

/* ---- addresses ---- */

struct network {
    int family;
    unsigned char address[16];
    long bits;
};

static bool read_address(const char *text, size_t n, struct network *net)
{
    char address[INET6_ADDRSTRLEN];
    if (n >= sizeof address)
        return false;
    memcpy(address, text, n);
    address[n] = '\0';
    net->family = strchr(address, ':') ? AF_INET6 : AF_INET;
    net->bits = net->family == AF_INET ? 32 : 128;
    return inet_pton(net->family, address, net->address) == 1;
}

static int read_network(const char *text, struct network *net, struct slrun_error *error)
{
    const char *slash = strchr(text, '/');
    char *end;
    if (!slash || strchr(slash + 1, '/'))
        return refuse(error, "Malformed CIDR, one '/' required");
    long bits = strtol(slash + 1, &end, 10);
    if (end == slash + 1 || *end)
        return refuse(error, "Malformed CIDR, mask bits must be an integer");
    if (!read_address(text, (size_t)(slash - text), net))
        return error_set(error, SLRUN_E_SERVICE, "Nonstandard IP address: %.*s",
                         (int)(slash - text), text);
    if (bits < 0 || bits > net->bits)
        return error_set(error, SLRUN_E_SERVICE, "Malformed CIDR, mask bits must be an integer");
    net->bits = bits;
    return 0;
}

static int check_cidr(const json_t *operand, struct slrun_error *error)
{
    struct network net;
    const char *text = json_string_value(operand);
    return text ? read_network(text, &net, error)
                : refuse(error, "prefix match pattern must be a string");
}

static bool match_cidr(const json_t *operand, const json_t *value)
{
    struct network net, one;
    struct slrun_error error;
    const char *text = json_string_value(value);
    if (!text || !read_address(text, strlen(text), &one) ||
        read_network(json_string_value(operand), &net, &error) || one.family != net.family)
        return false;
    size_t whole = (size_t)net.bits / 8, rest = (size_t)net.bits % 8;
    unsigned char mask = (unsigned char)(0xff00 >> rest);
    return !memcmp(net.address, one.address, whole) &&
           (!rest || !((net.address[whole] ^ one.address[whole]) & mask));
}

/* ---- there or not, and anything but ---- */

static int check_exists(const json_t *operand, struct slrun_error *error)
{
    return json_is_boolean(operand)
               ? 0
               : refuse(error, "exists match pattern must be either true or false.");
}

static bool match_exists(const json_t *operand, const json_t *value)
{
    return json_is_true(operand) == (value != NULL);
}

static const struct operation *find(const json_t *matcher, const json_t **operand);
static int check_anything_but(const json_t *operand, struct slrun_error *error);

static const char but_value[] =
    "Value of anything-but must be an array or single string/number value.";

/* What an operator within anything-but has, or one of its list; AWS words it otherwise there. */
static int check_inner(const struct operation *op, const json_t *item, struct slrun_error *error)
{
    bool affix = op->check == check_prefix || op->check == check_suffix;
    if (op->check == check_text && !json_is_string(item))
        return refuse(error, "Inside anything-but/equals-ignore-case list, "
                             "number|start|null|boolean is not supported.");
    if (!affix)
        return op->check(item, error);
    if (json_is_object(item))
        return refuse(error, but_value);
    if (!json_is_string(item))
        return refuse(error, "prefix/suffix match pattern must be a string");
    return json_string_length(item) ? 0 : refuse(error, "Null prefix/suffix not allowed");
}

/* One operator on texts, whose operand may be a list. */
static int check_but_operator(const json_t *operand, struct slrun_error *error)
{
    const json_t *inner, *item;
    size_t i;
    const struct operation *op = find(operand, &inner);
    if (!op || op->check == check_anything_but || op->check == check_exists ||
        op->check == check_numeric || op->check == check_cidr)
        return error_set(error, SLRUN_E_SERVICE, "Unsupported anything-but pattern: %s",
                         json_object_size(operand)
                             ? json_object_iter_key(json_object_iter((json_t *)operand))
                             : "}");
    if (!json_is_array(inner))
        return check_inner(op, inner, error);
    json_array_foreach (inner, i, item) {
        if (check_inner(op, item, error))
            return -1;
    }
    return json_array_size(inner) ? 0 : refuse(error, "Empty arrays are not allowed");
}

/* Texts and numbers, or an operator. */
static int check_anything_but(const json_t *operand, struct slrun_error *error)
{
    const json_t *item;
    size_t i;
    if (json_is_string(operand) || json_is_number(operand))
        return 0;
    if (json_is_object(operand))
        return check_but_operator(operand, error);
    if (!json_array_size(operand))
        return refuse(error, but_value);
    json_array_foreach (operand, i, item) {
        if (!json_is_string(item) && !json_is_number(item))
            return refuse(error, "Inside anything but list, start|null|boolean is not supported.");
    }
    return 0;
}

static bool same(const json_t *a, const json_t *b)
{
    return json_is_number(a) && json_is_number(b) ? json_number_value(a) == json_number_value(b)
                                                  : json_equal(a, b);
}

static bool match_anything_but(const json_t *operand, const json_t *value)
{
    const json_t *inner = operand;
    const struct operation *op = json_is_object(operand) ? find(operand, &inner) : NULL;
    if (!json_is_array(inner))
        return op ? !op->match(inner, value) : !same(inner, value);
    for (size_t i = 0; i < json_array_size(inner); i++) {
        const json_t *item = json_array_get(inner, i);
        if (op ? op->match(item, value) : same(item, value))
            return false;
    }
    return true;
}

/* ---- the table ---- */

static const struct operation operations[] = {
    {"prefix", check_prefix, match_prefix},
    {"suffix", check_suffix, match_suffix},
    {ignoring_case, check_text, match_any_case},
    {"wildcard", check_wildcard, match_wildcard},
    {"numeric", check_numeric, match_numeric},
    {"cidr", check_cidr, match_cidr},
    {"exists", check_exists, match_exists},
    {"anything-but", check_anything_but, match_anything_but},
};

static const struct operation *find(const json_t *matcher, const json_t **operand)
{
    const char *name = json_object_iter_key(json_object_iter((json_t *)matcher));
    for (size_t i = 0; name && i < sizeof operations / sizeof *operations; i++)
        if (!strcmp(operations[i].name, name)) {
            *operand = json_object_get(matcher, name);
            return &operations[i];
        }
    return NULL;
}

int operator_check(const json_t *matcher, struct slrun_error *error)
{
    const json_t *operand = NULL;
    if (json_object_size(matcher) != 1)
        return refuse(error, "Only one key allowed in match expression");
    const struct operation *op = find(matcher, &operand);
    return op ? op->check(operand, error)
              : error_set(error, SLRUN_E_SERVICE, "Unrecognized match type %s",
                          json_object_iter_key(json_object_iter((json_t *)matcher)));
}

int operator_match(const json_t *matcher, const json_t *value)
{
    const json_t *operand = NULL;
    const struct operation *op = find(matcher, &operand);
    return op && (value || op->match == match_exists) && op->match(operand, value);
}
