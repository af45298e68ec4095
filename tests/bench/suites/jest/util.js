const {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  DeleteItemCommand,
} = require('@aws-sdk/client-dynamodb');
const {
  SQSClient,
  SendMessageCommand,
  ReceiveMessageCommand,
  DeleteMessageCommand,
} = require('@aws-sdk/client-sqs');

const configuration = {
  endpoint: process.env.STUB,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};
const ddb = new DynamoDBClient(configuration);
const sqs = new SQSClient(configuration);
const QUEUES = process.env.STUB + '/000000000000/';

async function eventually(fetch, within, every) {
  const end = Date.now() + within;
  for (;;) {
    const found = await fetch();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${within} ms`);
    await new Promise(wake => setTimeout(wake, every));
  }
}

module.exports = {
  ddb, sqs, QUEUES, eventually,
  GetItemCommand, PutItemCommand, DeleteItemCommand,
  SendMessageCommand, ReceiveMessageCommand, DeleteMessageCommand,
};
