pm.test("status is 200", () => {
    pm.response.to.have.status(200);
});

pm.test("the answer holds the record that was asked for", () => {
{%- if envelope %}
    const data = pm.response.json(){{ envelope | member }};
    pm.expect(data).to.be.an("array").with.lengthOf(1);
    const record = data[0];
{%- else %}
    const record = pm.response.json();
{%- endif %}
    const asked = decodeURIComponent(pm.request.url.getPath().split("/{{ path }}/")[1]);
    pm.expect(String(record{{ key | member }})).to.eql(asked);
{%- include "script/remember.js" %}
});
{%- if details %}

pm.test("the record has its detail rows", () => {
    const record = pm.response.json(){% if envelope %}{{ envelope | member }}[0]{% endif %};
{%- for detail in details %}
    pm.expect(record{{ detail | member }}).to.be.an("array");
{%- endfor %}
});
{%- endif %}
