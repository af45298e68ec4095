/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Errors in words. The codes are the language's; the sentences of some are those that AWS was seen
 * to say. In a sentence {{x}} stands for a member of the failure as JSON, {{{x}}} for it as it is.
 */
#include <stdio.h>
#include <string.h>

#include "jsonata/values/text.h"

static const struct {
    const char *code, *sentence;
} sentences[] = {
    {"D1001", "{{value}} is no finite number"},
    {"D1002", "{{value}} is no number, so it has no negative"},
    {"D1004", "The regular expression matches nothing again and again"},
    {"D1009", "Two members of the object give it the same name: {{value}}"},
    {"D1011", "The expression is nested too deeply, or a function calls itself without end"},
    {"D1012", "The expression takes more steps than it may: does it end?"},
    {"D1015", "The values of the expression take more memory than they may"},
    {"D2014", "A range has at most 10000000 members, and this one would have {{value}}"},
    {"D3001", "An infinite number, or none, has no text"},
    {"D3010", "$replace() does not replace an empty text"},
    {"D3011", "$replace() cannot replace fewer than 0 times: {{value}}"},
    {"D3012", "$replace() got this in place of a match, which is no text: {{value}}"},
    {"D3020", "$split() cannot make fewer than 0 parts: {{value}}"},
    {"D3030", "{{value}} means no number"},
    {"D3040", "$match() cannot find fewer than 0 matches: {{value}}"},
    {"D3050", "$reduce() needs a function of at least two arguments"},
    {"D3060", "{{value}} is negative and has no square root"},
    {"D3061", "{{value}} to the power of {{value2}} is more than a number can be"},
    {"D3070", "Without a function $sort() orders numbers alone or texts alone"},
    {"D3080", "A picture has at most two parts"},
    {"D3081", "A part of a picture has one decimal separator at most"},
    {"D3082", "A part of a picture has one percent sign at most"},
    {"D3083", "A part of a picture has one per mille sign at most"},
    {"D3084", "A part of a picture has either a percent sign or a per mille sign"},
    {"D3085", "A part of a picture needs a digit before its exponent"},
    {"D3086", "A part of a picture has other characters around its digits only"},
    {"D3087", "In a picture a grouping separator cannot stand beside a decimal separator"},
    {"D3088", "In a picture a grouping separator cannot end the integer"},
    {"D3089", "In a picture a grouping separator cannot follow another"},
    {"D3090", "In the integer of a picture optional digits come first"},
    {"D3091", "In the fraction of a picture optional digits come last"},
    {"D3092", "A part of a picture has either an exponent or a sign of percent or per mille"},
    {"D3093", "The exponent of a picture is made of digits"},
    {"D3100", "A base is from 2 to 36, and not {{value}}"},
    {"D3110", "{{value}} is no time in ISO 8601"},
    {"D3120", "The text for $eval() is no expression: {{{message}}}"},
    {"D3121", "The expression for $eval() failed: {{{message}}}"},
    {"D3130", "There are no numbers that begin with {{value}}"},
    {"D3131", "The digits of a picture are all of one script"},
    {"D3132", "A picture of a time has no component {{value}}"},
    {"D3133", "Only months and days have names, and {{value}} is neither"},
    {"D3134", "The zone of a time has at most four digits"},
    {"D3135", "In a picture of a time a [ is not closed"},
    {"D3136", "The picture has gaps: it does not tell which time it is"},
    {"D3137", "{{{message}}}"},
    {"D3138", "$single() found more than one"},
    {"D3139", "$single() found none"},
    {"D3140", "${{{function}}}() cannot do that to {{value}}"},
    {"D3141", "{{{message}}}"},
    {"D3200", "{{value}} is no JSON"},
    {"D3201", "$hash() does not know the algorithm {{value}}"},
    {"D3202", "$range() needs whole numbers, a step other than 0, and fewer than 10000000 members"},
    {"D3203", "$partition() needs parts of at least 1 member"},
    {"S0101", "A text is not closed by its quote"},
    {"S0102", "{{token}} is more than a number can be"},
    {"S0103", "A backslash cannot stand before {{token}}"},
    {"S0104", "Four hexadecimal digits must follow \\u"},
    {"S0105", "A quoted name is not closed by its backquote"},
    {"S0106", "A comment is not closed"},
    {"S0201", "{{token}} was not expected"},
    {"S0202", "{{value}} was expected, not {{token}}"},
    {"S0203", "{{value}} was expected, and the expression is over"},
    {"S0204", "There is no operator {{token}}"},
    {"S0206", "{{token}} cannot stand here"},
    {"S0207", "The expression is over too early"},
    {"S0208", "Parameter {{index}} of a function must be a variable, not {{token}}"},
    {"S0209", "No predicate can follow a group"},
    {"S0210", "No group can follow a group"},
    {"S0211", "{{token}} cannot begin an expression"},
    {"S0212", "Only a variable can stand left of :="},
    {"S0213", "{{value}} cannot be a step of a path"},
    {"S0214", "Only a variable can stand right of {{token}}"},
    {"S0215", "@ stands before the predicates of a step"},
    {"S0216", "@ stands before the order of a step"},
    {"S0217", "It cannot be told what the parent is of"},
    {"S0301", "A regular expression is empty"},
    {"S0302", "A regular expression is not closed by a /"},
    {"S0303", "No regular expression: {{{message}}}"},
    {"S0401", "Only functions and arrays have types in brackets"},
    {"S0402", "A choice of types cannot have types in brackets"},
    {"T0410", "Function {{token}} does not take its argument {{index}}"},
    {"T0411", "Function {{token}} cannot take its argument {{index}} from the context"},
    {"T0412", "Function {{token}} wants an array of {{{type}}} as its argument {{index}}"},
    {"T1003", "The name of a member must be a text, and not {{value}}"},
    {"T1005", "A function is called that is none: is ${{{token}}} meant?"},
    {"T1006", "Attempted to invoke a non-function"},
    {"T1007", "Only functions have arguments to be left open. Is ${{{token}}} meant?"},
    {"T1008", "Only functions have arguments to be left open"},
    {"T1010", "A matcher does not tell match, start, end and groups"},
    {"T2001", "Left of {{token}} a number is wanted"},
    {"T2002", "Right of {{token}} a number is wanted"},
    {"T2003", "A range begins with a whole number, and not with {{value}}"},
    {"T2004", "A range ends with a whole number, and not with {{value}}"},
    {"T2006", "Only a function can stand right of ~>"},
    {"T2007", "{{value}} and {{value2}} have no order"},
    {"T2008", "Only numbers and texts have an order, and not {{value}}"},
    {"T2009", "{{token}} cannot compare {{value}} with {{value2}}"},
    {"T2010", "{{token}} compares numbers or texts, and not {{value}}"},
    {"T2011", "A transform sets members, and {{value}} has none"},
    {"T2012", "A transform deletes members by their names, and not by {{value}}"},
};

static const char *sentence_of(const char *code)
{
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (strcmp(sentences[i].code, code) == 0)
            return sentences[i].sentence;
    return "";
}

/* The member of a failure that a sentence names. */
static struct jn named(const struct jn_failure *failure, const char *name, size_t size)
{
    const struct {
        const char *name;
        struct jn value;
    } members[] = {
        {"value", failure->value},
        {"value2", failure->value2},
        {"token", failure->token},
        {"message", failure->message},
        {"index", jn_number((double)failure->index)},
        {"type", failure->type ? jn_literal(failure->type) : JN_NOTHING},
        {"function", failure->function ? jn_literal(failure->function) : JN_NOTHING},
    };
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (strlen(members[i].name) == size && memcmp(members[i].name, name, size) == 0)
            return members[i].value;
    return JN_NOTHING;
}

/* The failure, told without the run's own memory and limits, which may be at their end. */
static void tell_member(struct jn_run *run, struct jn_text *text, struct jn value, bool plain)
{
    if (plain && value.type == JN_STRING)
        jn_add(run, text, value.text, value.size);
    else if (value.type == JN_UNDEFINED)
        jn_add_text(run, text, "undefined");
    else
        jn_dump(run, text, value, false);
}

static void tell_sentence(struct jn_run *run, const struct jn_failure *failure,
                          struct jn_text *text)
{
    const char *at = sentence_of(failure->code);
    for (const char *open; (open = strstr(at, "{{")) != NULL;) {
        size_t braces = open[2] == '{' ? 3 : 2;
        size_t size = strcspn(open + braces, "}");
        jn_add(run, text, at, (size_t)(open - at));
        tell_member(run, text, named(failure, open + braces, size), braces == 3);
        at = open + braces + size + braces;
    }
    jn_add_text(run, text, at);
}

void jn_tell(struct jn_run *run, struct jsonata_error *error)
{
    struct jn_run own = {
        .memory = {.limit = 1 << 20}, .steps_max = 100000, .depth_max = run->depth_max};
    struct jn_text text = {0};
    tell_sentence(&own, &run->failure, &text);
    (void)snprintf(error->code, sizeof error->code, "%s", run->failure.code);
    (void)snprintf(error->message, sizeof error->message, "%s", text.at ? text.at : "");
    error->position = run->failure.position;
    jn_memory_end(&own.memory);
}
