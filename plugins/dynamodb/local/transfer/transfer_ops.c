/* SPDX-License-Identifier: Apache-2.0 */
/* DescribeExport, ListExports, DescribeImport, ListImports. */
#include <slrun/member.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "params/params.h"
#include "transfer/transfer.h"

enum {
    TOKEN_DIGITS = 112, /* what tokens of ListImports have at least */
    HEXADECIMAL = 16,
    OWN_SIZE = 256
};

static json_t *describe(struct call *call, enum transfer_kind kind, const char *arn)
{
    if (json_object_get(call->service->transfers[kind], arn) == NULL) {
        bool export = kind == TRANSFER_EXPORT;
        fault_set(&call->fault, export ? FAULT_EXPORT_NOT_FOUND : FAULT_IMPORT_NOT_FOUND,
                  "%s not found: %s", export ? "Export" : "Import", arn);
        return NULL;
    }
    return transfer_tell(call->service, kind, arn);
}

json_t *op_describe_export(struct call *call)
{
    return describe(call, TRANSFER_EXPORT, call_string(call, "ExportArn"));
}

json_t *op_describe_import(struct call *call)
{
    return describe(call, TRANSFER_IMPORT, call_string(call, "ImportArn"));
}

/* What a list is made of. */
struct listing {
    enum transfer_kind kind;
    const char *limit, *list;
    const char *const *members; /* of a summary, ended by NULL */
};

static bool is_wanted(const struct call *call, const char *arn, const json_t *doc)
{
    const struct slrun_exchange *x = call->exchange;
    const char *table = call_string(call, "TableArn");
    char own[OWN_SIZE];
    snprintf(own, sizeof own, "arn:aws:dynamodb:%s:%s:", x->region, x->account);
    return strncmp(arn, own, strlen(own)) == 0 &&
           (table == NULL || strcmp(table, slrun_text_or(doc, "TableArn", "")) == 0);
}

static json_t *token_after(size_t n)
{
    return json_sprintf("%0*zx", (int)TOKEN_DIGITS, n);
}

static json_t *list(struct call *call, const struct listing *of)
{
    const json_t *limit = json_object_get(call->args, of->limit);
    const char *token = call_string(call, "NextToken");
    size_t from = token == NULL ? 0 : (size_t)strtoul(token, NULL, HEXADECIMAL), n = 0;
    size_t most = limit == NULL ? LIST_TRANSFERS_MAX : (size_t)json_integer_value(limit);
    json_t *summaries = json_array();
    const char *arn;
    json_t *doc;
    json_object_foreach (call->service->transfers[of->kind], arn, doc) {
        if (!is_wanted(call, arn, doc) || n++ < from || json_array_size(summaries) == most)
            continue;
        json_t *summary = json_object();
        slrun_copy_members(summary, doc, of->members);
        json_array_append_new(summaries, summary);
    }
    json_t *next = from + most < n ? token_after(from + most) : NULL;
    json_t *answer = json_pack("{s:o, s:o*}", of->list, summaries, "NextToken", next);
    if (answer == NULL)
        fault_internal(&call->fault);
    return answer;
}

json_t *op_list_exports(struct call *call)
{
    static const char *const members[] = {"ExportArn", "ExportStatus", "ExportType", NULL};
    return list(call, &(struct listing){TRANSFER_EXPORT, "MaxResults", "ExportSummaries", members});
}

json_t *op_list_imports(struct call *call)
{
    static const char *const members[] = {"ImportArn",
                                          "ImportStatus",
                                          "TableArn",
                                          "S3BucketSource",
                                          "CloudWatchLogGroupArn",
                                          "InputFormat",
                                          "StartTime",
                                          "EndTime",
                                          NULL};
    return list(call, &(struct listing){TRANSFER_IMPORT, "PageSize", "ImportSummaryList", members});
}
