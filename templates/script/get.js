pm.test("status is 200", () => {
    pm.response.to.have.status(200);
});

pm.test("the answer holds the record that was asked for", () => {
    const data = pm.response.json().data;
    pm.expect(data).to.be.an("array").with.lengthOf(1);
    const record = data[0];
    const asked = decodeURIComponent(pm.request.url.getPath().split("/{{ path }}/")[1]);
    pm.expect(String(record.{{ key }})).to.eql(asked);
{%- include "script/remember.js" %}
});
{%- if details %}

pm.test("the record has its detail rows", () => {
    const record = pm.response.json().data[0];
{%- for detail in details %}
    pm.expect(record.{{ detail }}).to.be.an("array");
{%- endfor %}
});
{%- endif %}
