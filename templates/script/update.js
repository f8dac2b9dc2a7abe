pm.test("status is 200 or 201", () => {
    pm.expect(pm.response.code).to.be.oneOf([200, 201]);
});

pm.test("the answer is the changed record", () => {
    const record = pm.response.json();
    const asked = decodeURIComponent(pm.request.url.getPath().split("/{{ path }}/")[1]);
    pm.expect(String(record{{ key | member }})).to.eql(asked);
{%- if changed %}
    pm.expect(record{{ changed.field | member }}).to.eql({{ changed.value }});
{%- endif %}
{%- if counter %}
    pm.expect(record{{ counter | member }}).to.eql(Number(pm.collectionVariables.get("{{ counter }}")));
    pm.collectionVariables.set("{{ counter }}", record{{ counter | member }} + 1);
{%- endif %}
{%- if array %}
    pm.expect(record{{ array.name | member }}).to.have.lengthOf({{ array.length }});
{%- endif %}
});
