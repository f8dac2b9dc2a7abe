// The service's front end answers clients that do not look like a browser with an HTML page.
// Pre-request scripts run before the signature is made, and User-Agent is not part of it.
pm.request.headers.upsert({ key: "User-Agent", value: "{{ user_agent }}" });
