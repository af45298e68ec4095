/* SPDX-License-Identifier: Apache-2.0 */
/* The shapes of configurations that go by their id, after S3's API reference. */
#include <string.h>

#include "bucket/config_many.h"
#include "bucket/config_shapes.h"

static const char *const status_words[] = {"Enabled", "Disabled", NULL};
static const char *const csv_words[] = {"CSV", NULL};
static const char *const schema_words[] = {"V_1", NULL};
static const char *const tier_words[] = {"ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS", NULL};
static const char *const format_words[] = {"CSV", "ORC", "Parquet", NULL};
static const char *const version_words[] = {"All", "Current", NULL};
static const char *const frequency_words[] = {"Daily", "Weekly", NULL};
static const char *const field_words[] = {"Size",
                                          "LastModifiedDate",
                                          "StorageClass",
                                          "ETag",
                                          "IsMultipartUploaded",
                                          "ReplicationStatus",
                                          "EncryptionStatus",
                                          "ObjectLockRetainUntilDate",
                                          "ObjectLockMode",
                                          "ObjectLockLegalHoldStatus",
                                          "IntelligentTieringAccessTier",
                                          "BucketKeyStatus",
                                          "ChecksumAlgorithm",
                                          "ObjectAccessControlList",
                                          "ObjectOwner",
                                          "LifecycleExpirationDate",
                                          NULL};

/* ---- filters ---- */

static const struct xml_rule tag[] = {TEXT("Key", 1, 1), TEXT("Value", 1, 1), END};
static const struct xml_rule and_rules[] = {TEXT("Prefix", 0, 1), GROUP("Tag", 0, 100, tag),
                                            TEXT("AccessPointArn", 0, 1), END};
static const struct xml_rule filter[] = {TEXT("Prefix", 0, 1), GROUP("Tag", 0, 1, tag),
                                         TEXT("AccessPointArn", 0, 1),
                                         GROUP("And", 0, 1, and_rules), END};
static const struct xml_rule prefix_filter[] = {TEXT("Prefix", 1, 1), END};

/* ---- analytics ---- */

static const struct xml_rule export_bucket[] = {WORD("Format", 1, 1, csv_words),
                                                TEXT("BucketAccountId", 0, 1), TEXT("Bucket", 1, 1),
                                                TEXT("Prefix", 0, 1), END};
static const struct xml_rule export_to[] = {GROUP("S3BucketDestination", 1, 1, export_bucket), END};
static const struct xml_rule export_rules[] = {WORD("OutputSchemaVersion", 1, 1, schema_words),
                                               GROUP("Destination", 1, 1, export_to), END};
static const struct xml_rule analysis[] = {GROUP("DataExport", 0, 1, export_rules), END};
static const struct xml_rule analytics_rules[] = {TEXT("Id", 1, 1), GROUP("Filter", 0, 1, filter),
                                                  GROUP("StorageClassAnalysis", 1, 1, analysis),
                                                  END};
static const struct xml_rule analytics = GROUP("AnalyticsConfiguration", 1, 1, analytics_rules);

/* ---- intelligent tiering ---- */

static const struct xml_rule tiering[] = {INTEGER("Days", 1), WORD("AccessTier", 1, 1, tier_words),
                                          END};
static const struct xml_rule tiering_rules[] = {TEXT("Id", 1, 1), GROUP("Filter", 0, 1, filter),
                                                WORD("Status", 1, 1, status_words),
                                                GROUP("Tiering", 1, 2, tiering), END};
static const struct xml_rule intelligent_tiering =
    GROUP("IntelligentTieringConfiguration", 1, 1, tiering_rules);

/* ---- inventory ---- */

static const struct xml_rule nothing[] = {END};
static const struct xml_rule kms[] = {TEXT("KeyId", 1, 1), END};
static const struct xml_rule encrypted[] = {GROUP("SSE-S3", 0, 1, nothing),
                                            GROUP("SSE-KMS", 0, 1, kms), END};
static const struct xml_rule inventory_bucket[] = {TEXT("AccountId", 0, 1),
                                                   TEXT("Bucket", 1, 1),
                                                   WORD("Format", 1, 1, format_words),
                                                   TEXT("Prefix", 0, 1),
                                                   GROUP("Encryption", 0, 1, encrypted),
                                                   END};
static const struct xml_rule inventory_to[] = {GROUP("S3BucketDestination", 1, 1, inventory_bucket),
                                               END};
static const struct xml_rule fields[] = {WORD("Field", 0, 20, field_words), END};
static const struct xml_rule schedule[] = {WORD("Frequency", 1, 1, frequency_words), END};
static const struct xml_rule inventory_rules[] = {
    GROUP("Destination", 1, 1, inventory_to),
    BOOLEAN("IsEnabled", 1),
    GROUP("Filter", 0, 1, prefix_filter),
    TEXT("Id", 1, 1),
    WORD("IncludedObjectVersions", 1, 1, version_words),
    GROUP("OptionalFields", 0, 1, fields),
    GROUP("Schedule", 1, 1, schedule),
    END};
static const struct xml_rule inventory = GROUP("InventoryConfiguration", 1, 1, inventory_rules);

/* ---- metrics ---- */

static const struct xml_rule metrics_rules[] = {TEXT("Id", 1, 1), GROUP("Filter", 0, 1, filter),
                                                END};
static const struct xml_rule metrics = GROUP("MetricsConfiguration", 1, 1, metrics_rules);

static const struct config_kind kinds[] = {
    {"analytics", &analytics, "ListBucketAnalyticsConfigurationsResult", FAULT_MALFORMED_XML},
    {"intelligent-tiering", &intelligent_tiering, "ListIntelligentTieringConfigurationsResult",
     FAULT_MALFORMED_XML},
    {"inventory", &inventory, "ListInventoryConfigurationsResult", FAULT_ID_MISMATCH},
    {"metrics", &metrics, "ListMetricsConfigurationsResult", FAULT_MALFORMED_XML},
};

const struct config_kind *config_kind_find(const struct call *call)
{
    size_t i = 0;
    while (strcmp(kinds[i].query, call->operation->query) != 0)
        i++;
    return &kinds[i];
}
