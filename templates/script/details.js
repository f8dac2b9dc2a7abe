pm.test("status is 200", () => {
    pm.response.to.have.status(200);
});

pm.test("the answer is at most {{ page_size }} whole records", () => {
    const data = pm.response.json().data;
    pm.expect(data).to.be.an("array");
    pm.expect(data.length).to.be.at.most({{ page_size }});
    for (const record of data) {
        pm.expect(record).to.have.property("{{ key }}");
{%- for detail in details %}
        pm.expect(record.{{ detail }}).to.be.an("array");
{%- endfor %}
    }
});
{%- if variable and has_filter %}

pm.test("the record that was asked for is among them", () => {
    const keys = pm.response.json().data.map((record) => String(record.{{ key }}));
    pm.expect(keys).to.include(String(pm.variables.get("{{ variable }}")));
});
{%- endif %}
