/* SPDX-License-Identifier: Apache-2.0 */
/* The shapes of configurations, after S3's API reference. */
#include "bucket/config.h"

#include <string.h>

#include "bucket/config_shapes.h"
#include "bucket/cors.h"
#include "bucket/lifecycle.h"
#include "bucket/lifecycle_run.h"

static const char *const status_words[] = {"Enabled", "Disabled", NULL};
static const char *const class_words[] = {
    "GLACIER",      "STANDARD_IA", "ONEZONE_IA", "GLACIER_IR", "INTELLIGENT_TIERING",
    "DEEP_ARCHIVE", "LUKEWARM",    NULL};
static const char *const replica_words[] = {"STANDARD",   "REDUCED_REDUNDANCY",  "STANDARD_IA",
                                            "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER_IR",
                                            "GLACIER",    "DEEP_ARCHIVE",        "EXPRESS_ONEZONE",
                                            NULL};
static const char *const payer_words[] = {"Requester", "BucketOwner", NULL};
static const char *const accelerate_words[] = {"Enabled", "Suspended", NULL};
static const char *const ownership_words[] = {"BucketOwnerPreferred", "ObjectWriter",
                                              "BucketOwnerEnforced", NULL};
static const char *const algorithm_words[] = {"AES256", "aws:kms", "aws:kms:dsse", NULL};

/* ---- tags in filters ---- */

static const struct xml_rule tag[] = {TEXT("Key", 1, 1), TEXT("Value", 1, 1), END};

/* ---- lifecycle ---- */

static const struct xml_rule and_rules[] = {TEXT("Prefix", 0, 1), GROUP("Tag", 0, 100, tag),
                                            INTEGER("ObjectSizeGreaterThan", 0),
                                            INTEGER("ObjectSizeLessThan", 0), END};
static const struct xml_rule filter[] = {TEXT("Prefix", 0, 1),
                                         GROUP("Tag", 0, 1, tag),
                                         GROUP("And", 0, 1, and_rules),
                                         INTEGER("ObjectSizeGreaterThan", 0),
                                         INTEGER("ObjectSizeLessThan", 0),
                                         END};
static const struct xml_rule expiration[] = {DATE("Date", 0), INTEGER("Days", 0),
                                             BOOLEAN("ExpiredObjectDeleteMarker", 0), END};
static const struct xml_rule transition[] = {DATE("Date", 0), INTEGER("Days", 0),
                                             WORD("StorageClass", 1, 1, class_words), END};
static const struct xml_rule old_transition[] = {INTEGER("NoncurrentDays", 1),
                                                 INTEGER("NewerNoncurrentVersions", 0),
                                                 WORD("StorageClass", 1, 1, class_words), END};
static const struct xml_rule old_expiration[] = {INTEGER("NoncurrentDays", 0),
                                                 INTEGER("NewerNoncurrentVersions", 0), END};
static const struct xml_rule abort_uploads[] = {INTEGER("DaysAfterInitiation", 0), END};
static const struct xml_rule lifecycle_rule[] = {
    TEXT("ID", 0, 1),
    TEXT("Prefix", 0, 1),
    GROUP("Filter", 0, 1, filter),
    WORD("Status", 1, 1, status_words),
    GROUP("Expiration", 0, 1, expiration),
    GROUP("Transition", 0, 10, transition),
    GROUP("NoncurrentVersionTransition", 0, 10, old_transition),
    GROUP("NoncurrentVersionExpiration", 0, 1, old_expiration),
    GROUP("AbortIncompleteMultipartUpload", 0, 1, abort_uploads),
    END};
static const struct xml_rule lifecycle_rules[] = {GROUP("Rule", 1, 1000, lifecycle_rule), END};
static const struct xml_rule lifecycle = GROUP("LifecycleConfiguration", 1, 1, lifecycle_rules);

/* ---- notification ---- */

static const struct xml_rule filter_rule[] = {TEXT("Name", 1, 1), TEXT("Value", 1, 1), END};
static const struct xml_rule s3key[] = {GROUP("FilterRule", 0, 2, filter_rule), END};
static const struct xml_rule key_filter[] = {GROUP("S3Key", 0, 1, s3key), END};
static const struct xml_rule to_topic[] = {TEXT("Id", 0, 1), TEXT("Topic", 1, 1),
                                           TEXT("Event", 1, 100), GROUP("Filter", 0, 1, key_filter),
                                           END};
static const struct xml_rule to_queue[] = {TEXT("Id", 0, 1), TEXT("Queue", 1, 1),
                                           TEXT("Event", 1, 100), GROUP("Filter", 0, 1, key_filter),
                                           END};
static const struct xml_rule to_function[] = {TEXT("Id", 0, 1), TEXT("CloudFunction", 1, 1),
                                              TEXT("Event", 1, 100),
                                              GROUP("Filter", 0, 1, key_filter), END};
static const struct xml_rule nothing[] = {END};
static const struct xml_rule notification_rules[] = {
    GROUP("TopicConfiguration", 0, 100, to_topic), GROUP("QueueConfiguration", 0, 100, to_queue),
    GROUP("CloudFunctionConfiguration", 0, 100, to_function),
    GROUP("EventBridgeConfiguration", 0, 1, nothing), END};
static const struct xml_rule notification =
    GROUP("NotificationConfiguration", 1, 1, notification_rules);

/* ---- the small ones ---- */

static const struct xml_rule public_rules[] = {
    BOOLEAN("BlockPublicAcls", 0), BOOLEAN("IgnorePublicAcls", 0), BOOLEAN("BlockPublicPolicy", 0),
    BOOLEAN("RestrictPublicBuckets", 0), END};
static const struct xml_rule public_block =
    GROUP("PublicAccessBlockConfiguration", 1, 1, public_rules);

static const struct xml_rule ownership_rule[] = {WORD("ObjectOwnership", 1, 1, ownership_words),
                                                 END};
static const struct xml_rule ownership_rules[] = {GROUP("Rule", 1, 1, ownership_rule), END};
static const struct xml_rule ownership = GROUP("OwnershipControls", 1, 1, ownership_rules);

static const struct xml_rule by_default[] = {WORD("SSEAlgorithm", 1, 1, algorithm_words),
                                             TEXT("KMSMasterKeyID", 0, 1), END};
static const struct xml_rule blocked[] = {TEXT("EncryptionType", 0, 10), END};
static const struct xml_rule encryption_rule[] = {
    GROUP("ApplyServerSideEncryptionByDefault", 0, 1, by_default), BOOLEAN("BucketKeyEnabled", 0),
    GROUP("BlockedEncryptionTypes", 0, 1, blocked), END};
static const struct xml_rule encryption_rules[] = {GROUP("Rule", 1, 1, encryption_rule), END};
static const struct xml_rule encryption =
    GROUP("ServerSideEncryptionConfiguration", 1, 1, encryption_rules);

static const struct xml_rule abac_rules[] = {WORD("Status", 1, 1, status_words), END};
static const struct xml_rule abac = GROUP("AbacStatus", 1, 1, abac_rules);

static const struct xml_rule payment_rules[] = {WORD("Payer", 1, 1, payer_words), END};
static const struct xml_rule payment = GROUP("RequestPaymentConfiguration", 1, 1, payment_rules);

static const struct xml_rule accelerate_rules[] = {WORD("Status", 1, 1, accelerate_words), END};
static const struct xml_rule accelerate = GROUP("AccelerateConfiguration", 1, 1, accelerate_rules);

/* ---- website ---- */

static const struct xml_rule index_rules[] = {TEXT("Suffix", 1, 1), END};
static const struct xml_rule error_rules[] = {TEXT("Key", 1, 1), END};
static const struct xml_rule all_rules[] = {TEXT("HostName", 1, 1), TEXT("Protocol", 0, 1), END};
static const struct xml_rule when_rules[] = {TEXT("HttpErrorCodeReturnedEquals", 0, 1),
                                             TEXT("KeyPrefixEquals", 0, 1), END};
static const struct xml_rule redirect_rules[] = {TEXT("HostName", 0, 1),
                                                 TEXT("HttpRedirectCode", 0, 1),
                                                 TEXT("ReplaceKeyPrefixWith", 0, 1),
                                                 TEXT("ReplaceKeyWith", 0, 1),
                                                 TEXT("Protocol", 0, 1),
                                                 END};
static const struct xml_rule routing_rule[] = {GROUP("Condition", 0, 1, when_rules),
                                               GROUP("Redirect", 1, 1, redirect_rules), END};
static const struct xml_rule routing_rules[] = {GROUP("RoutingRule", 0, 1000, routing_rule), END};
static const struct xml_rule website_rules[] = {GROUP("IndexDocument", 0, 1, index_rules),
                                                GROUP("ErrorDocument", 0, 1, error_rules),
                                                GROUP("RedirectAllRequestsTo", 0, 1, all_rules),
                                                GROUP("RoutingRules", 0, 1, routing_rules), END};
static const struct xml_rule website = GROUP("WebsiteConfiguration", 1, 1, website_rules);

/* ---- logging ---- */

static const struct xml_rule grantee[] = {TEXT("ID", 0, 1), TEXT("DisplayName", 0, 1),
                                          TEXT("URI", 0, 1), TEXT("EmailAddress", 0, 1), END};
static const struct xml_rule grant[] = {GROUP("Grantee", 1, 1, grantee), TEXT("Permission", 1, 1),
                                        END};
static const struct xml_rule grants[] = {GROUP("Grant", 0, 100, grant), END};
static const struct xml_rule partitioned[] = {TEXT("PartitionDateSource", 0, 1), END};
static const struct xml_rule key_format[] = {GROUP("SimplePrefix", 0, 1, nothing),
                                             GROUP("PartitionedPrefix", 0, 1, partitioned), END};
static const struct xml_rule enabled_rules[] = {
    TEXT("TargetBucket", 1, 1), TEXT("TargetPrefix", 0, 1), GROUP("TargetGrants", 0, 1, grants),
    GROUP("TargetObjectKeyFormat", 0, 1, key_format), END};
static const struct xml_rule logging_rules[] = {GROUP("LoggingEnabled", 0, 1, enabled_rules), END};
static const struct xml_rule logging = GROUP("BucketLoggingStatus", 1, 1, logging_rules);

/* ---- replication ---- */

static const struct xml_rule status_rules[] = {WORD("Status", 1, 1, status_words), END};
static const struct xml_rule copy_and[] = {TEXT("Prefix", 0, 1), GROUP("Tag", 0, 100, tag), END};
static const struct xml_rule copy_filter[] = {TEXT("Prefix", 0, 1), GROUP("Tag", 0, 1, tag),
                                              GROUP("And", 0, 1, copy_and), END};
static const struct xml_rule criteria[] = {GROUP("SseKmsEncryptedObjects", 0, 1, status_rules),
                                           GROUP("ReplicaModifications", 0, 1, status_rules), END};
static const struct xml_rule translation[] = {TEXT("Owner", 1, 1), END};
static const struct xml_rule replica_key[] = {TEXT("ReplicaKmsKeyID", 0, 1), END};
static const struct xml_rule minutes[] = {INTEGER("Minutes", 0), END};
static const struct xml_rule copy_time[] = {WORD("Status", 1, 1, status_words),
                                            GROUP("Time", 1, 1, minutes), END};
static const struct xml_rule copy_metrics[] = {WORD("Status", 1, 1, status_words),
                                               GROUP("EventThreshold", 0, 1, minutes), END};
static const struct xml_rule destination[] = {TEXT("Bucket", 1, 1),
                                              TEXT("Account", 0, 1),
                                              WORD("StorageClass", 0, 1, replica_words),
                                              GROUP("AccessControlTranslation", 0, 1, translation),
                                              GROUP("EncryptionConfiguration", 0, 1, replica_key),
                                              GROUP("ReplicationTime", 0, 1, copy_time),
                                              GROUP("Metrics", 0, 1, copy_metrics),
                                              END};
static const struct xml_rule copy_rule[] = {TEXT("ID", 0, 1),
                                            INTEGER("Priority", 0),
                                            TEXT("Prefix", 0, 1),
                                            GROUP("Filter", 0, 1, copy_filter),
                                            WORD("Status", 1, 1, status_words),
                                            GROUP("SourceSelectionCriteria", 0, 1, criteria),
                                            GROUP("ExistingObjectReplication", 0, 1, status_rules),
                                            GROUP("Destination", 1, 1, destination),
                                            GROUP("DeleteMarkerReplication", 0, 1, status_rules),
                                            END};
static const struct xml_rule replication_rules[] = {TEXT("Role", 1, 1),
                                                    GROUP("Rule", 1, 1000, copy_rule), END};
static const struct xml_rule replication =
    GROUP("ReplicationConfiguration", 1, 1, replication_rules);

static const struct config configs[] = {
    {"cors", FAULT_NO_CORS, &cors_rule, cors_check},
    {"lifecycle", FAULT_NO_LIFECYCLE, &lifecycle, config_check_lifecycle, NULL,
     lifecycle_add_minimum, NULL, lifecycle_arm},
    {"notification", FAULT_NONE, &notification, config_check_notification},
    {"publicAccessBlock", FAULT_NO_PUBLIC_BLOCK, &public_block, config_check_public_block, NULL,
     NULL,
     "<BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>"
     "<BlockPublicPolicy>true</BlockPublicPolicy>"
     "<RestrictPublicBuckets>true</RestrictPublicBuckets>"},
    {"ownershipControls", FAULT_NO_OWNERSHIP, &ownership, config_check_ownership, NULL, NULL,
     "<Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule>"},
    {"encryption", FAULT_NONE, &encryption, config_check_encryption,
     "<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
     "</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule>"},
    {"requestPayment", FAULT_NONE, &payment, NULL, "<Payer>BucketOwner</Payer>"},
    {"abac", FAULT_NONE, &abac, NULL, "<Status>Disabled</Status>"},
    {"accelerate", FAULT_NONE, &accelerate, config_check_accelerate},
    {"website", FAULT_NO_WEBSITE, &website, config_check_website},
    {"logging", FAULT_NONE, &logging, config_check_logging},
    {"replication", FAULT_NO_REPLICATION, &replication, config_check_replication},
    {"tagging", FAULT_NO_TAG_SET, NULL, NULL},
};

const struct config *config_find(const struct call *call)
{
    for (size_t i = 0; i < sizeof configs / sizeof *configs; i++)
        if (strcmp(configs[i].query, call->operation->query) == 0)
            return &configs[i];
    return NULL;
}
