pm.test("status is 200", () => {
    pm.response.to.have.status(200);
});

pm.test("the answer is {% if page_size %}at most {{ page_size }} {% endif %}whole records", () => {
    const data = pm.response.json(){{ records | member }};
    pm.expect(data).to.be.an("array");
{%- if page_size %}
    pm.expect(data.length).to.be.at.most({{ page_size }});
{%- endif %}
    for (const record of data) {
        pm.expect(record).to.have.property("{{ key }}");
{%- for detail in details %}
        pm.expect(record{{ detail | member }}).to.be.an("array");
{%- endfor %}
    }
});
{%- if variable and has_filter %}

pm.test("the record that was asked for is among them", () => {
    const keys = pm.response.json(){{ records | member }}.map((record) => String(record{{ key | member }}));
    pm.expect(keys).to.include(String(pm.collectionVariables.get("{{ variable }}")));
});
{%- endif %}
