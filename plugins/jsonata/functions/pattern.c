/* SPDX-License-Identifier: Apache-2.0 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <string.h>

#include "jsonata/functions/pattern.h"
#include "jsonata/values/text.h"

enum { MATCH_MAX = 1000000, HEAP_MAX_KIB = 16384, STEPS_A_MATCH = 10 };

struct jn_pattern {
    pcre2_code *code;
};

static void end_pattern(void *what)
{
    pcre2_code_free(((struct jn_pattern *)what)->code);
}

static struct jn_pattern *fail_compile(struct jn_run *run, int error)
{
    PCRE2_UCHAR why[256] = "";
    (void)pcre2_get_error_message(error, why, sizeof why);
    (void)jn_fail_with(run, &(struct jn_failure){.code = "S0303",
                                                 .position = -1,
                                                 .message = jn_copy(run, (const char *)why,
                                                                    strlen((const char *)why))});
    return NULL;
}

/* What JavaScript does otherwise than Perl, as options. */
static uint32_t options_of(struct jn flags)
{
    uint32_t options = PCRE2_UTF | PCRE2_ALT_BSUX | PCRE2_MATCH_UNSET_BACKREF |
                       PCRE2_DOLLAR_ENDONLY | PCRE2_ALLOW_EMPTY_CLASS | PCRE2_NEVER_BACKSLASH_C |
                       PCRE2_MATCH_INVALID_UTF;
    for (size_t i = 0; i < flags.size; i++)
        options |= flags.text[i] == 'i' ? PCRE2_CASELESS : PCRE2_MULTILINE;
    return options;
}

struct jn_pattern *jn_pattern(struct jn_run *run, struct jn source, struct jn flags)
{
    struct jn_pattern *pattern = jn_take(run, sizeof *pattern);
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    int error = PCRE2_ERROR_NOMEMORY;
    size_t where;
    if (pattern && context) {
        (void)pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
        (void)pcre2_set_parens_nest_limit(context, 100);
        pattern->code = pcre2_compile((PCRE2_SPTR)source.text, source.size, options_of(flags),
                                      &error, &where, context);
    }
    pcre2_compile_context_free(context);
    if (!pattern || !pattern->code)
        return fail_compile(run, error);
    if (jn_memory_at_end(&run->memory, end_pattern, pattern) == 0)
        return pattern;
    end_pattern(pattern);
    (void)jn_fail(run, "D1015");
    return NULL;
}

static void read_groups(pcre2_match_data *data, int count, struct jn_found *found)
{
    const PCRE2_SIZE *at = pcre2_get_ovector_pointer(data);
    size_t groups = pcre2_get_ovector_count(data) - 1;
    found->start = at[0];
    found->end = at[1];
    found->groups = groups < JN_GROUPS_MAX ? groups : JN_GROUPS_MAX;
    for (size_t i = 0; i < found->groups; i++) {
        bool took_part = i + 1 < (size_t)count && at[2 * i + 2] != PCRE2_UNSET;
        found->group[i].start = took_part ? at[2 * i + 2] : SIZE_MAX;
        found->group[i].end = took_part ? at[2 * i + 3] : SIZE_MAX;
    }
}

static int run_match(const struct jn_search *search, pcre2_match_data *data)
{
    const struct jn *text = &search->text;
    pcre2_match_context *context = pcre2_match_context_create(NULL);
    if (!context)
        return PCRE2_ERROR_NOMEMORY;
    (void)pcre2_set_match_limit(context, MATCH_MAX);
    (void)pcre2_set_heap_limit(context, HEAP_MAX_KIB);
    int count = pcre2_match(search->pattern->code, (PCRE2_SPTR)text->text, text->size, search->from,
                            0, data, context);
    pcre2_match_context_free(context);
    return count;
}

bool jn_pattern_find(struct jn_run *run, const struct jn_search *search, struct jn_found *found)
{
    pcre2_match_data *data = pcre2_match_data_create_from_pattern(search->pattern->code, NULL);
    int count = data && jn_step(run, STEPS_A_MATCH + (search->text.size - search->from) / 64)
                    ? run_match(search, data)
                    : PCRE2_ERROR_NOMEMORY;
    if (count > 0)
        read_groups(data, count, found);
    else if (count != PCRE2_ERROR_NOMATCH)
        (void)jn_fail(run, "D1012");
    pcre2_match_data_free(data);
    return count > 0;
}
