def handler(event, context):
    return {"id": event["id"], "greeting": f"Hello, {event.get('name', 'world')}!"}
