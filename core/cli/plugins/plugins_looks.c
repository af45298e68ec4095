/* SPDX-License-Identifier: Apache-2.0 */
/* slrun plugins check: what a local half shows on the local cloud's page. */
#include "cli/plugins/plugins_judge.h"
#include "local/cloud.h"
#include "local/page/look.h"

/* What it shows on the local cloud's page: each list, its first thing, and one that is not there.
 */
static void look_at(struct verdict *v, const struct cloud_service *service,
                    const struct slrun_look_kind *kind)
{
    const struct look_question question = {.limit = 1};
    if (!kind->title || (kind->columns && !kind->list) || (!kind->columns && !kind->show)) {
        verdict_add(v, "looks: %s: no title, no list for its columns, or nothing to show",
                    kind->name);
        return;
    }
    json_t *list = look_list(service, kind, &question);
    if (kind->columns && !list)
        verdict_add(v, "looks: %s: its list has a row without cells", kind->name);
    const json_t *rows =
        json_object_get(json_array_get(json_object_get(list, "tables"), 0), "rows");
    const char *key = json_string_value(json_object_get(json_array_get(rows, 0), "key"));
    if (key && kind->show)
        json_decref(look_show(service, kind, key, &question));
    json_t *none = look_show(service, kind, "\x01no such key", &question);
    if (none)
        verdict_add(v, "looks: %s: it shows what is not there", kind->name);
    json_decref(none);
    json_decref(list);
}

void judge_looks(struct verdict *v, const struct plugin *plugin, void *state)
{
    const struct cloud_service service = {.plugin = &plugin->entry, .state = state};
    verdict_at(v, "looks");
    for (const struct slrun_look_kind *kind = plugin->local.looks; kind && kind->name; kind++)
        look_at(v, &service, kind);
}
