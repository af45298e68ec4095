/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "jsonata/syntax/signature.h"

enum { PARAMETERS = 16, TYPES = 12 };

struct parameter {
    char types[TYPES]; /* letters of values that it takes; m: nothing */
    char type;         /* as it is written; '(' for a choice */
    char member;       /* type of the members of an array, or 0 */
    bool context, optional, more;
};

struct jn_signature {
    struct parameter at[PARAMETERS];
    size_t count;
};

/* ---- reading ---- */

struct reader {
    struct jn_run *run;
    struct jn_signature *into;
    const char *at, *end;
};

/* The bracket that closes the one at `at`; the last character where none does. */
static const char *closing(const struct reader *r, char open, char close)
{
    int depth = 0;
    const char *c = r->at;
    for (; c < r->end - 1; c++) {
        depth += (*c == open) - (*c == close);
        if (depth == 0)
            break;
    }
    return c;
}

static void add_type(struct parameter *p, char type)
{
    size_t n = strlen(p->types);
    if (n + 1 < sizeof p->types && !strchr(p->types, type))
        p->types[n] = type;
}

static void read_choice(struct reader *r, struct parameter *p)
{
    const char *end = closing(r, '(', ')');
    for (r->at++; r->at < end; r->at++) {
        if (*r->at == '<')
            (void)jn_fail(r->run, "S0402");
        add_type(p, *r->at);
    }
    add_type(p, 'm');
}

static void read_members(struct reader *r, struct parameter *p)
{
    const char *end = closing(r, '<', '>');
    if (!p || (p->type != 'a' && p->type != 'f'))
        (void)jn_fail(r->run, "S0401");
    else if (p->type == 'a' && r->at + 1 < end)
        p->member = r->at[1];
    r->at = end;
}

static void read_parameter(struct reader *r)
{
    static const struct {
        char type;
        const char *types;
    } known[] = {
        {'s', "sm"},       {'n', "nm"},       {'b', "bm"},      {'l', "lm"}, {'o', "om"},
        {'a', "asnblfom"}, {'x', "asnblfom"}, {'j', "asnblom"}, {'f', "f"},  {'(', ""},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (known[i].type != *r->at || r->into->count == PARAMETERS)
            continue;
        struct parameter *p = &r->into->at[r->into->count++];
        p->type = *r->at;
        memcpy(p->types, known[i].types, strlen(known[i].types));
        if (p->type == '(')
            read_choice(r, p);
        return;
    }
}

static void read_one(struct reader *r)
{
    struct parameter *last = r->into->count ? &r->into->at[r->into->count - 1] : NULL;
    if (*r->at == '<')
        read_members(r, last);
    else if (last && *r->at == '-')
        last->context = last->optional = true;
    else if (last && *r->at == '?')
        last->optional = true;
    else if (last && *r->at == '+')
        last->more = true;
    else
        read_parameter(r);
}

const struct jn_signature *jn_signature(struct jn_run *run, struct jn text)
{
    struct jn_signature *made = text.type == JN_STRING ? jn_take(run, sizeof *made) : NULL;
    if (!made)
        return NULL;
    struct reader r = {run, made, text.text + 1, text.text + text.size};
    for (; r.at < r.end && *r.at != ':' && !jn_failed(run); r.at++)
        read_one(&r);
    return jn_failed(run) ? NULL : made;
}

/* ---- matching ---- */

static char letter_of(struct jn value)
{
    static const char letters[] = {
        [JN_UNDEFINED] = 'm', [JN_NULL] = 'l',  [JN_BOOLEAN] = 'b', [JN_NUMBER] = 'n',
        [JN_STRING] = 's',    [JN_ARRAY] = 'a', [JN_OBJECT] = 'o',  [JN_FUNCTION] = 'f'};
    return letters[value.type];
}

static bool takes(const struct parameter *p, struct jn value)
{
    return strchr(p->types, letter_of(value)) != NULL;
}

struct match {
    const struct jn_signature *signature;
    struct jn given;
    size_t taken[PARAMETERS]; /* arguments that each parameter takes */
    size_t good;              /* arguments that fitted, at best */
};

/* Gives parameters from `i` on the arguments from `j` on: each as many as it can. */
static bool match_from(struct match *m, size_t i, size_t j)
{
    m->good = j > m->good ? j : m->good;
    if (i == m->signature->count)
        return j == jn_count(m->given);
    const struct parameter *p = &m->signature->at[i];
    size_t most = 0, least = p->optional ? 0 : 1, can = p->more ? SIZE_MAX : 1;
    while (most < can && j + most < jn_count(m->given) && takes(p, jn_at(m->given, j + most)))
        most++;
    for (size_t n = most + 1; n > least; n--) {
        m->taken[i] = n - 1;
        if (match_from(m, i + 1, j + n - 1))
            return true;
    }
    return false;
}

/* ---- the arguments ---- */

static struct jn fail_argument(struct jn_run *run, const char *code, const struct parameter *p,
                               size_t index)
{
    static const char *const plurals[] = {
        ['a'] = "arrays",  ['b'] = "booleans", ['f'] = "functions",
        ['n'] = "numbers", ['o'] = "objects",  ['s'] = "strings"};
    unsigned char member = p ? (unsigned char)p->member : 0;
    bool known = member < sizeof plurals / sizeof *plurals && plurals[member];
    return jn_fail_with(run, &(struct jn_failure){.code = code,
                                                  .position = -1,
                                                  .index = index,
                                                  .type = known ? plurals[member] : NULL});
}

/* Whether the members of an argument are what the parameter says. */
static bool members_fit(const struct parameter *p, struct jn value)
{
    if (!p->member)
        return true;
    if (value.type != JN_ARRAY)
        return letter_of(value) == p->member;
    for (size_t i = 0; i < jn_count(value); i++)
        if (letter_of(jn_at(value, i)) != p->member)
            return false;
    return true;
}

static struct jn argument(struct jn_run *run, const struct parameter *p, struct jn value,
                          size_t index)
{
    if (p->type != 'a' || value.type == JN_UNDEFINED)
        return value;
    if (!members_fit(p, value))
        return fail_argument(run, "T0412", p, index);
    return jn_as_array(run, value);
}

static struct jn from_context(struct jn_run *run, const struct parameter *p, struct jn context,
                              size_t index)
{
    return takes(p, context) ? context : fail_argument(run, "T0411", p, index);
}

/* Room for reading arguments that are not there. */
static void pad(struct jn_run *run, struct jn array)
{
    size_t count = jn_count(array);
    for (size_t i = count; i < JN_ARGUMENTS; i++)
        jn_push(run, array, JN_NOTHING);
    if (array.type == JN_ARRAY)
        array.array->count = count;
}

struct jn jn_arguments(struct jn_run *run, const struct jn_signature *signature, struct jn given,
                       struct jn context)
{
    struct match m = {.signature = signature, .given = given};
    struct jn made = jn_array(run, 0);
    if (signature && !match_from(&m, 0, 0))
        return fail_argument(run, "T0410", NULL, m.good + 1);
    if (!signature)
        jn_push_all(run, made, given);
    for (size_t i = 0, j = 0; signature && i < signature->count && !jn_failed(run); i++) {
        const struct parameter *p = &signature->at[i];
        if (!m.taken[i])
            jn_push(run, made,
                    p->context ? from_context(run, p, context, j + 1) : jn_at(given, j++));
        for (size_t n = m.taken[i]; n > 0; n--, j++)
            jn_push(run, made, argument(run, p, jn_at(given, j), j + 1));
    }
    pad(run, made);
    return jn_failed(run) ? JN_NOTHING : made;
}
