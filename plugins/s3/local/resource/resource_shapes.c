/* SPDX-License-Identifier: Apache-2.0 */
/* Properties of AWS::S3::Bucket and AWS::S3::BucketPolicy. */
#include <slrun/table.h>

#include "resource/resource.h"

/* clang-format off */
#define PARAMS(name_)         static const struct slrun_param name_[]
#define SHAPE(name_, of_)     static const struct slrun_shape name_ = S_STRUCTURE(of_)
#define END                   {.name = NULL}
/* clang-format on */

#define UNUSED "Accepted, and without effect here."

static const struct slrun_shape string_shape = S_STRING;

PARAMS(tag) = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value."},
    END,
};
SHAPE(tag_shape, tag);

/* ---- who may read and write ---- */

PARAMS(ownership_rule) = {
    {"ObjectOwnership", S_STRING, 0, "Who owns what is written."},
    END,
};
SHAPE(ownership_rule_shape, ownership_rule);
PARAMS(ownership) = {
    {"Rules", S_LIST(ownership_rule_shape), SLRUN_REQUIRED, "One rule."},
    END,
};

PARAMS(public_access) = {
    {"BlockPublicAcls", S_BOOLEAN, 0, "Whether public ACLs are refused."},
    {"BlockPublicPolicy", S_BOOLEAN, 0, "Whether public policies are refused."},
    {"IgnorePublicAcls", S_BOOLEAN, 0, "Whether public ACLs count for nothing."},
    {"RestrictPublicBuckets", S_BOOLEAN, 0, "Whether public policies count for nothing."},
    END,
};

PARAMS(cors_rule) = {
    {"AllowedHeaders", S_LIST(string_shape), 0, "Headers that a browser may send."},
    {"AllowedMethods", S_LIST(string_shape), SLRUN_REQUIRED, "Methods."},
    {"AllowedOrigins", S_LIST(string_shape), SLRUN_REQUIRED, "Origins."},
    {"ExposedHeaders", S_LIST(string_shape), 0, "Headers that a script may see."},
    {"Id", S_STRING, 0, "Names the rule."},
    {"MaxAge", S_INTEGER, 0, "Seconds that a browser remembers it."},
    END,
};
SHAPE(cors_rule_shape, cors_rule);
PARAMS(cors) = {
    {"CorsRules", S_LIST(cors_rule_shape), SLRUN_REQUIRED, "The rules."},
    END,
};

/* ---- what becomes of objects ---- */

PARAMS(versioning) = {
    {"Status", S_STRING, SLRUN_REQUIRED, "Enabled or Suspended."},
    END,
};

PARAMS(encryption_default) = {
    {"SSEAlgorithm", S_STRING, SLRUN_REQUIRED, "AES256, aws:kms or aws:kms:dsse."},
    {"KMSMasterKeyID", S_STRING, 0, "The key."},
    END,
};
PARAMS(encryption_rule) = {
    {"ServerSideEncryptionByDefault", S_STRUCTURE(encryption_default), 0, "Unless told."},
    {"BucketKeyEnabled", S_BOOLEAN, 0, "Whether with a bucket key."},
    {"BlockedEncryptionTypes", S_DOCUMENT, 0, "What is refused."},
    END,
};
SHAPE(encryption_rule_shape, encryption_rule);
PARAMS(encryption) = {
    {"ServerSideEncryptionConfiguration", S_LIST(encryption_rule_shape), SLRUN_REQUIRED,
     "The rules."},
    END,
};

PARAMS(abort_upload) = {
    {"DaysAfterInitiation", S_INTEGER, SLRUN_REQUIRED, "After how many days."},
    END,
};
PARAMS(older_expiration) = {
    {"NoncurrentDays", S_INTEGER, SLRUN_REQUIRED, "After how many days."},
    {"NewerNoncurrentVersions", S_INTEGER, 0, "How many are kept."},
    END,
};
PARAMS(transition) = {
    {"StorageClass", S_STRING, SLRUN_REQUIRED, "Where to."},
    {"TransitionInDays", S_INTEGER, 0, "After how many days."},
    {"TransitionDate", S_STRING, 0, "When."},
    {"NewerNoncurrentVersions", S_INTEGER, 0, "How many stay."},
    END,
};
SHAPE(transition_shape, transition);
PARAMS(lifecycle_rule) = {
    {"Id", S_STRING, 0, "Names the rule."},
    {"Status", S_STRING, SLRUN_REQUIRED, "Enabled or Disabled."},
    {"Prefix", S_STRING, 0, "Which objects."},
    {"TagFilters", S_LIST(tag_shape), 0, "Which objects."},
    {"ObjectSizeGreaterThan", S_INTEGER, 0, "Which objects."},
    {"ObjectSizeLessThan", S_INTEGER, 0, "Which objects."},
    {"AbortIncompleteMultipartUpload", S_STRUCTURE(abort_upload), 0, "Of uploads left over."},
    {"ExpirationDate", S_STRING, 0, "When they go."},
    {"ExpirationInDays", S_INTEGER, 0, "When they go."},
    {"ExpiredObjectDeleteMarker", S_BOOLEAN, 0, "Whether lone delete markers go."},
    {"NoncurrentVersionExpiration", S_STRUCTURE(older_expiration), 0, "Of older versions."},
    {"NoncurrentVersionExpirationInDays", S_INTEGER, 0, "Of older versions."},
    {"NoncurrentVersionTransition", S_STRUCTURE(transition), 0, "Of older versions."},
    {"NoncurrentVersionTransitions", S_LIST(transition_shape), 0, "Of older versions."},
    {"Transition", S_STRUCTURE(transition), 0, "Where they move."},
    {"Transitions", S_LIST(transition_shape), 0, "Where they move."},
    END,
};
SHAPE(lifecycle_rule_shape, lifecycle_rule);
PARAMS(lifecycle) = {
    {"Rules", S_LIST(lifecycle_rule_shape), SLRUN_REQUIRED, "The rules."},
    {"TransitionDefaultMinimumObjectSize", S_STRING, 0, UNUSED},
    END,
};

PARAMS(retention) = {
    {"Mode", S_STRING, 0, "GOVERNANCE or COMPLIANCE."},
    {"Days", S_INTEGER, 0, "How long."},
    {"Years", S_INTEGER, 0, "How long."},
    END,
};
PARAMS(lock_rule) = {
    {"DefaultRetention", S_STRUCTURE(retention), 0, "Of new objects."},
    END,
};
PARAMS(lock) = {
    {"ObjectLockEnabled", S_STRING, 0, "Enabled."},
    {"Rule", S_STRUCTURE(lock_rule), 0, "What holds unless told."},
    END,
};

/* ---- notification ---- */

PARAMS(filter_rule) = {
    {"Name", S_STRING, SLRUN_REQUIRED, "prefix or suffix."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Of the key."},
    END,
};
SHAPE(filter_rule_shape, filter_rule);
PARAMS(key_filter) = {
    {"Rules", S_LIST(filter_rule_shape), SLRUN_REQUIRED, "Its rules."},
    END,
};
PARAMS(filter) = {
    {"S3Key", S_STRUCTURE(key_filter), SLRUN_REQUIRED, "By the key."},
    END,
};
PARAMS(to_function) = {
    {"Event", S_STRING, SLRUN_REQUIRED, "Which event."},
    {"Function", S_STRING, SLRUN_REQUIRED, "ARN of the function."},
    {"Filter", S_STRUCTURE(filter), 0, "Which objects."},
    END,
};
SHAPE(to_function_shape, to_function);
PARAMS(to_queue) = {
    {"Event", S_STRING, SLRUN_REQUIRED, "Which event."},
    {"Queue", S_STRING, SLRUN_REQUIRED, "ARN of the queue."},
    {"Filter", S_STRUCTURE(filter), 0, "Which objects."},
    END,
};
SHAPE(to_queue_shape, to_queue);
PARAMS(to_topic) = {
    {"Event", S_STRING, SLRUN_REQUIRED, "Which event."},
    {"Topic", S_STRING, SLRUN_REQUIRED, "ARN of the topic."},
    {"Filter", S_STRUCTURE(filter), 0, "Which objects."},
    END,
};
SHAPE(to_topic_shape, to_topic);
PARAMS(to_bus) = {
    {"EventBridgeEnabled", S_BOOLEAN, 0, "Whether all events go there."},
    END,
};
PARAMS(notification) = {
    {"LambdaConfigurations", S_LIST(to_function_shape), 0, "Functions."},
    {"QueueConfigurations", S_LIST(to_queue_shape), 0, "Queues."},
    {"TopicConfigurations", S_LIST(to_topic_shape), 0, "Topics."},
    {"EventBridgeConfiguration", S_STRUCTURE(to_bus), 0, "Amazon EventBridge."},
    END,
};

/* ---- website and logs ---- */

PARAMS(redirect_all) = {
    {"HostName", S_STRING, SLRUN_REQUIRED, "Where to."},
    {"Protocol", S_STRING, 0, "http or https."},
    END,
};
PARAMS(website) = {
    {"IndexDocument", S_STRING, 0, "What stands for a folder."},
    {"ErrorDocument", S_STRING, 0, "What is shown of errors."},
    {"RedirectAllRequestsTo", S_STRUCTURE(redirect_all), 0, "Another host."},
    {"RoutingRules", S_DOCUMENT, 0, "Redirections."},
    END,
};
PARAMS(logging) = {
    {"DestinationBucketName", S_STRING, SLRUN_REQUIRED, "Where logs go."},
    {"LogFilePrefix", S_STRING, 0, "How their keys begin."},
    {"TargetObjectKeyFormat", S_DOCUMENT, 0, "How their keys look."},
    END,
};
PARAMS(acceleration) = {
    {"AccelerationStatus", S_STRING, SLRUN_REQUIRED, "Enabled or Suspended."},
    END,
};

const struct slrun_param resource_bucket_properties[] = {
    {"BucketName", S_STRING, 0, "Name of the bucket."},
    {"AccessControl", S_STRING, 0, "A canned ACL: Private."},
    {"AccelerateConfiguration", S_STRUCTURE(acceleration), 0, "Transfer acceleration."},
    {"BucketEncryption", S_STRUCTURE(encryption), 0, "Encryption unless told."},
    {"CorsConfiguration", S_STRUCTURE(cors), 0, "What browsers may do."},
    {"LifecycleConfiguration", S_STRUCTURE(lifecycle), 0, "When objects go."},
    {"LoggingConfiguration", S_STRUCTURE(logging), 0, "Where accesses are logged."},
    {"NotificationConfiguration", S_STRUCTURE(notification), 0, "Who is told of events."},
    {"ObjectLockConfiguration", S_STRUCTURE(lock), 0, "How long objects are locked."},
    {"ObjectLockEnabled", S_BOOLEAN, 0, "Whether objects can be locked."},
    {"OwnershipControls", S_STRUCTURE(ownership), 0, "Who owns objects."},
    {"PublicAccessBlockConfiguration", S_STRUCTURE(public_access), 0, "What is never public."},
    {"ReplicationConfiguration", S_DOCUMENT, 0, "Where objects are copied."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the bucket."},
    {"VersioningConfiguration", S_STRUCTURE(versioning), 0, "Whether it keeps versions."},
    {"WebsiteConfiguration", S_STRUCTURE(website), 0, "A website."},
    {"AnalyticsConfigurations", S_DOCUMENT, 0, UNUSED},
    {"BucketNamePrefix", S_STRING, 0, UNUSED},
    {"BucketNamespace", S_STRING, 0, UNUSED},
    {"IntelligentTieringConfigurations", S_DOCUMENT, 0, UNUSED},
    {"InventoryConfigurations", S_DOCUMENT, 0, UNUSED},
    {"MetadataConfiguration", S_DOCUMENT, 0, UNUSED},
    {"MetadataTableConfiguration", S_DOCUMENT, 0, UNUSED},
    {"MetricsConfigurations", S_DOCUMENT, 0, UNUSED},
    END,
};

const struct slrun_param resource_policy_properties[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"PolicyDocument", S_DOCUMENT, SLRUN_REQUIRED, "Who may do what."},
    END,
};
