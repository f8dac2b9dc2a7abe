pm.test("status is 200 or 201", () => {
    pm.expect(pm.response.code).to.be.oneOf([200, 201]);
});

pm.test("the answer is the changed record", () => {
    const record = pm.response.json();
    const asked = decodeURIComponent(pm.request.url.getPath().split("/{{ path }}/")[1]);
    pm.expect(String(record.{{ key }})).to.eql(asked);
{%- if changed %}
    pm.expect(record.{{ changed.field }}).to.eql({{ changed.value }});
{%- endif %}
{%- if has_updatecount %}
    pm.expect(record.updatecount).to.eql(Number(pm.variables.get("updatecount")));
    pm.collectionVariables.set("updatecount", record.updatecount + 1);
{%- endif %}
{%- if array %}
    pm.expect(record.{{ array.name }}).to.have.lengthOf({{ array.length }});
{%- endif %}
});
