/* SPDX-License-Identifier: Apache-2.0 */
/* Types of resources without behaviour here, and what stands for such a resource. */
#include <stdio.h>
#include <string.h>

#include "template/types.h"
#include "template/value.h"

/* What Ref gives. */
enum reference { NAME, ARN };

/*
 * Types without behaviour, the narrower before the wider: one that ends with "::" is a prefix.
 * `name`: the property that names it; `acts`: on AWS something happens there that others may wait
 * for, such as a query or a delivery. In ARNs $R is the region, $A the account, $P the path of IAM,
 * $N the name.
 */
static const struct row {
    const char *type, *name, *arn;
    enum reference ref;
    bool acts;
} rows[] = {
    {"AWS::IAM::Role", "RoleName", "arn:aws:iam::$A:role$P$N", NAME},
    {"AWS::IAM::User", "UserName", "arn:aws:iam::$A:user$P$N", NAME},
    {"AWS::IAM::Group", "GroupName", "arn:aws:iam::$A:group$P$N", NAME},
    {"AWS::IAM::InstanceProfile", "InstanceProfileName", "arn:aws:iam::$A:instance-profile$P$N",
     NAME},
    {"AWS::IAM::ManagedPolicy", "ManagedPolicyName", "arn:aws:iam::$A:policy$P$N", ARN},
    {"AWS::IAM::", NULL, "arn:aws:iam::$A:$N", NAME},
    {"AWS::KMS::Alias", "AliasName", "arn:aws:kms:$R:$A:$N", NAME},
    {"AWS::KMS::", NULL, "arn:aws:kms:$R:$A:key/$N", NAME},
    {"AWS::SSM::Parameter", "Name", "arn:aws:ssm:$R:$A:parameter/$N", NAME},
    {"AWS::SSM::", "Name", "arn:aws:ssm:$R:$A:$N", NAME},
    {"AWS::SecretsManager::Secret", "Name", "arn:aws:secretsmanager:$R:$A:secret:$N", ARN},
    {"AWS::SecretsManager::", NULL, "arn:aws:secretsmanager:$R:$A:$N", ARN},
    {"AWS::CloudWatch::Alarm", "AlarmName", "arn:aws:cloudwatch:$R:$A:alarm:$N", NAME},
    {"AWS::CloudWatch::CompositeAlarm", "AlarmName", "arn:aws:cloudwatch:$R:$A:alarm:$N", NAME},
    {"AWS::CloudWatch::Dashboard", "DashboardName", "arn:aws:cloudwatch::$A:dashboard/$N", NAME},
    {"AWS::CloudWatch::", NULL, "arn:aws:cloudwatch:$R:$A:$N", NAME},
    {"AWS::Logs::QueryDefinition", NULL, "arn:aws:logs:$R:$A:query-definition:$N", NAME},
    {"AWS::Logs::ResourcePolicy", "PolicyName", "arn:aws:logs:$R:$A:resource-policy:$N", NAME},
    {"AWS::EventSchemas::Registry", "RegistryName", "arn:aws:schemas:$R:$A:registry/$N", ARN},
    {"AWS::EventSchemas::Schema", "SchemaName", "arn:aws:schemas:$R:$A:schema/$N", ARN},
    {"AWS::EventSchemas::", NULL, "arn:aws:schemas:$R:$A:$N", ARN},
    {"AWS::XRay::", NULL, "arn:aws:xray:$R:$A:$N", NAME},
    {"AWS::EC2::", NULL, "arn:aws:ec2:$R:$A:$N", NAME},
    {"AWS::WAFv2::", "Name", "arn:aws:wafv2:$R:$A:regional/$N", NAME},
    {"AWS::Route53::", "Name", "arn:aws:route53:::$N", NAME},
    {"AWS::CertificateManager::", NULL, "arn:aws:acm:$R:$A:certificate/$N", ARN},
    {"AWS::CloudFront::", NULL, "arn:aws:cloudfront::$A:distribution/$N", NAME, true},
    {"AWS::CloudTrail::", "TrailName", "arn:aws:cloudtrail:$R:$A:trail/$N", NAME},
    {"AWS::CodeDeploy::", "ApplicationName", "arn:aws:codedeploy:$R:$A:application:$N", NAME},
    {"AWS::ApplicationAutoScaling::", NULL, "arn:aws:application-autoscaling:$R:$A:$N", NAME},
    {"AWS::ApplicationInsights::", "ResourceGroupName", "arn:aws:applicationinsights:$R:$A:$N",
     ARN},
    {"AWS::ResourceGroups::", "Name", "arn:aws:resource-groups:$R:$A:group/$N", NAME},
    {"AWS::ServiceCatalogAppRegistry::", NULL, "arn:aws:servicecatalog:$R:$A:$N", NAME},
    {"AWS::Budgets::", NULL, "arn:aws:budgets::$A:budget/$N", NAME},
    {"AWS::Backup::", NULL, "arn:aws:backup:$R:$A:$N", NAME},
    {"AWS::Config::", NULL, "arn:aws:config:$R:$A:$N", NAME},
    {"AWS::Oam::", NULL, "arn:aws:oam:$R:$A:$N", NAME},
    {"AWS::RUM::", "Name", "arn:aws:rum:$R:$A:appmonitor/$N", NAME},
    {"AWS::Synthetics::", "Name", "arn:aws:synthetics:$R:$A:canary:$N", NAME, true},
    {"AWS::Cognito::UserPool", NULL, "arn:aws:cognito-idp:$R:$A:userpool/$N", NAME, true},
    {"AWS::Cognito::", NULL, "arn:aws:cognito-idp:$R:$A:$N", NAME, true},
    {"AWS::EFS::", NULL, "arn:aws:elasticfilesystem:$R:$A:$N", NAME, true},
    {"AWS::FSx::", NULL, "arn:aws:fsx:$R:$A:$N", NAME, true},
    {"AWS::ECR::Repository", "RepositoryName", "arn:aws:ecr:$R:$A:repository/$N", NAME},
    {"AWS::ECR::", NULL, "arn:aws:ecr:$R:$A:$N", NAME},
    {"AWS::ECS::Cluster", "ClusterName", "arn:aws:ecs:$R:$A:cluster/$N", NAME, true},
    {"AWS::ECS::TaskDefinition", "Family", "arn:aws:ecs:$R:$A:task-definition/$N:1", ARN, true},
    {"AWS::ECS::", "ServiceName", "arn:aws:ecs:$R:$A:service/$N", ARN, true},
    {"AWS::EKS::", "Name", "arn:aws:eks:$R:$A:cluster/$N", NAME, true},
    {"AWS::ElasticLoadBalancingV2::LoadBalancer", "Name",
     "arn:aws:elasticloadbalancing:$R:$A:loadbalancer/app/$N/50dc6c495c0c9188", ARN, true},
    {"AWS::ElasticLoadBalancingV2::TargetGroup", "Name",
     "arn:aws:elasticloadbalancing:$R:$A:targetgroup/$N/50dc6c495c0c9188", ARN, true},
    {"AWS::ElasticLoadBalancingV2::", NULL,
     "arn:aws:elasticloadbalancing:$R:$A:listener/app/$N/50dc6c495c0c9188", ARN, true},
    {"AWS::ServiceDiscovery::", "Name", "arn:aws:servicediscovery:$R:$A:$N", NAME},
    {"AWS::AutoScaling::", NULL, "arn:aws:autoscaling:$R:$A:$N", NAME, true},
    {"AWS::Batch::", NULL, "arn:aws:batch:$R:$A:$N", ARN, true},
    {"AWS::RDS::DBInstance", "DBInstanceIdentifier", "arn:aws:rds:$R:$A:db:$N", NAME, true},
    {"AWS::RDS::DBCluster", "DBClusterIdentifier", "arn:aws:rds:$R:$A:cluster:$N", NAME, true},
    {"AWS::RDS::", NULL, "arn:aws:rds:$R:$A:$N", NAME, true},
    {"AWS::DocDB::", NULL, "arn:aws:rds:$R:$A:cluster:$N", NAME, true},
    {"AWS::DocDBElastic::", NULL, "arn:aws:docdb-elastic:$R:$A:cluster/$N", ARN, true},
    {"AWS::DSQL::", NULL, "arn:aws:dsql:$R:$A:cluster/$N", NAME, true},
    {"AWS::Neptune::", NULL, "arn:aws:rds:$R:$A:cluster:$N", NAME, true},
    {"AWS::ElastiCache::", NULL, "arn:aws:elasticache:$R:$A:$N", NAME, true},
    {"AWS::MemoryDB::", NULL, "arn:aws:memorydb:$R:$A:$N", NAME, true},
    {"AWS::DAX::", NULL, "arn:aws:dax:$R:$A:$N", NAME, true},
    {"AWS::Timestream::", NULL, "arn:aws:timestream:$R:$A:$N", NAME, true},
    {"AWS::OpenSearchService::", "DomainName", "arn:aws:es:$R:$A:domain/$N", NAME, true},
    {"AWS::OpenSearchServerless::", "Name", "arn:aws:aoss:$R:$A:collection/$N", NAME, true},
    {"AWS::MSK::", "ClusterName", "arn:aws:kafka:$R:$A:cluster/$N/0-1", ARN, true},
    {"AWS::AmazonMQ::Broker", NULL, "arn:aws:mq:$R:$A:broker:$N:b-0", NAME, true},
    {"AWS::AmazonMQ::", NULL, "arn:aws:mq:$R:$A:configuration:$N", NAME, true},
    {"AWS::ACMPCA::", NULL, "arn:aws:acm-pca:$R:$A:certificate-authority/$N", ARN},
    {"AWS::RAM::", NULL, "arn:aws:ram:$R:$A:resource-share/$N", ARN},
    {"AWS::VpcLattice::", NULL, "arn:aws:vpc-lattice:$R:$A:$N", NAME, true},
    {"AWS::SES::", NULL, "arn:aws:ses:$R:$A:identity/$N", NAME, true},
    {"AWS::IoT::", NULL, "arn:aws:iot:$R:$A:$N", NAME, true},
    {"AWS::Glue::", "Name", "arn:aws:glue:$R:$A:$N", NAME, true},
    {"AWS::Athena::", "Name", "arn:aws:athena:$R:$A:$N", NAME, true},
    {"AWS::LakeFormation::", NULL, "arn:aws:lakeformation:$R:$A:$N", NAME},
    {"AWS::QuickSight::", NULL, "arn:aws:quicksight:$R:$A:$N", NAME},
    {"AWS::SageMaker::", NULL, "arn:aws:sagemaker:$R:$A:$N", NAME, true},
    {"AWS::Bedrock::", "Name", "arn:aws:bedrock:$R:$A:$N", NAME, true},
    {"AWS::Kendra::", "Name", "arn:aws:kendra:$R:$A:$N", NAME, true},
    {"AWS::AppConfig::", "Name", "arn:aws:appconfig:$R:$A:$N", NAME, true},
    {"AWS::Transfer::", NULL, "arn:aws:transfer:$R:$A:$N", NAME, true},
    {"AWS::DataSync::", NULL, "arn:aws:datasync:$R:$A:$N", ARN, true},
    {"AWS::GuardDuty::", NULL, "arn:aws:guardduty:$R:$A:$N", NAME},
    {"AWS::Cloud9::", NULL, "arn:aws:cloud9:$R:$A:environment:$N", NAME},
    {"AWS::CodeBuild::", "Name", "arn:aws:codebuild:$R:$A:project/$N", NAME, true},
    {"AWS::CodeCommit::", "RepositoryName", "arn:aws:codecommit:$R:$A:$N", NAME, true},
    {"AWS::CodePipeline::", "Name", "arn:aws:codepipeline:$R:$A:$N", NAME, true},
    {"AWS::Amplify::", NULL, "arn:aws:amplify:$R:$A:apps/$N", ARN},
    {"AWS::Chatbot::", NULL, "arn:aws:chatbot::$A:chat-configuration/$N", ARN},
    {"AWS::ApiGateway::VpcLink", NULL, "arn:aws:apigateway:$R::/vpclinks/$N", NAME},
    {"AWS::ApiGatewayV2::VpcLink", NULL, "arn:aws:apigateway:$R::/vpclinks/$N", NAME},
    {"AWS::ApiGateway::ClientCertificate", NULL, "arn:aws:apigateway:$R::/clientcertificates/$N",
     NAME},
    {"AWS::ApiGateway::DomainNameV2", "DomainName", "arn:aws:apigateway:$R:$A:/domainnames/$N",
     ARN},
    {"AWS::ApiGateway::BasePathMappingV2", NULL, "arn:aws:apigateway:$R::/basepathmappings/$N",
     NAME},
    {"AWS::ApiGateway::DomainNameAccessAssociation", NULL,
     "arn:aws:apigateway:$R:$A:/domainnameaccessassociations/$N", ARN},
    {"AWS::Logs::AccountPolicy", "PolicyName", "arn:aws:logs:$R:$A:account-policy:$N", NAME},
    {"AWS::CDK::Metadata", NULL, "arn:aws:cdk:$R:$A:metadata/$N", NAME},
    {"AWS::CloudFormation::WaitConditionHandle", NULL, "arn:aws:cloudformation:$R:$A:handle/$N",
     NAME},
};

static const struct row *row_of(const char *type)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t n = strlen(rows[i].type);
        bool prefix = rows[i].type[n - 1] == ':';
        if (prefix ? strncmp(rows[i].type, type, n) == 0 : strcmp(rows[i].type, type) == 0)
            return &rows[i];
    }
    return NULL;
}

bool type_is_inert(const char *type)
{
    return row_of(type) != NULL;
}

bool inert_would_act(const char *type)
{
    const struct row *row = row_of(type);
    return row && row->acts;
}

const char *inert_named_by(const char *type)
{
    const struct row *row = row_of(type);
    return row ? row->name : NULL;
}

void inert_offer(struct slrun_nearest *nearest)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].type[strlen(rows[i].type) - 1] != ':')
            slrun_nearest_offer(nearest, rows[i].type);
}

/* ---- what stands for a resource ---- */

static const char *part(const struct inert *inert, const char *name, char letter)
{
    const char *path = json_string_value(json_object_get(inert->properties, "Path"));
    switch (letter) {
    case 'R':
        return inert->region;
    case 'A':
        return inert->account;
    case 'P':
        return path ? path : "/";
    default:
        return *name == '/' ? name + 1 : name;
    }
}

static json_t *arn_of(const struct inert *inert, const char *format, const char *name)
{
    char arn[INERT_ARN_MAX] = "";
    size_t n = 0;
    for (const char *c = format; *c && n < sizeof arn - 1; c++)
        if (*c == '$') {
            int more = snprintf(arn + n, sizeof arn - n, "%s", part(inert, name, *++c));
            n += more < 0 ? 0 : (size_t)more;
        } else {
            arn[n++] = *c;
            arn[n] = '\0';
        }
    return json_string(arn);
}

/* Attributes that are lists, as templates take elements of them. */
static void add_lists(json_t *all, const char *name)
{
    static const struct {
        const char *attribute, *element;
    } lists[] = {{"DnsEntries", "Z00000000000000000000:%s.vpce.amazonaws.com"},
                 {"Ipv6CidrBlocks", "fd00::/56"},
                 {"NetworkInterfaceIds", "eni-%s"},
                 {"NameServers", "ns.%s"},
                 {"IpAddresses", "10.0.0.1"},
                 {"AmqpEndpoints", "amqp+ssl://%s.mq.amazonaws.com:5671"},
                 {"OpenWireEndpoints", "ssl://%s.mq.amazonaws.com:61617"}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const char *mark = strstr(lists[i].element, "%s");
        int n = (int)(mark ? (size_t)(mark - lists[i].element) : strlen(lists[i].element));
        json_t *one =
            json_sprintf("%.*s%s%s", n, lists[i].element, mark ? name : "", mark ? mark + 2 : "");
        (void)json_object_set_new(all, lists[i].attribute, json_pack("[O, O]", one, one));
        json_decref(one);
    }
}

json_t *inert_attributes(const struct inert *inert, json_t **physical_id)
{
    const struct row *row = row_of(inert->type);
    json_t *own = row && row->name ? json_object_get(inert->properties, row->name) : NULL;
    const char *name = json_is_string(own) ? json_string_value(own) : inert->name, *key;
    json_t *all = json_object(), *value;
    if (!row || !all) {
        json_decref(all);
        return NULL;
    }
    json_object_foreach ((json_t *)inert->properties, key, value) {
        json_t *text = value_text(value);
        if (text)
            json_object_set_new(all, key, text);
    }
    if (row->name) /* Fn::GetAtt of it, also where the template leaves it to CloudFormation */
        json_object_set_new(all, row->name, json_string(name));
    add_lists(all, name);
    json_object_set_new(all, "Arn", arn_of(inert, row->arn, name));
    *physical_id = row->ref == ARN ? json_incref(json_object_get(all, "Arn")) : json_string(name);
    json_object_set(all, "*", *physical_id);
    return all;
}
