pm.test("status is 200", () => {
    pm.response.to.have.status(200);
});

pm.test("the answer is {% if page_size %}a page of at most {{ page_size }} rows{% else %}a list{% endif %}", () => {
    const page = pm.response.json();
{%- if echo %}
    pm.expect(page{{ echo.0 | member }}).to.have.property("{{ echo.1 }}");
{%- endif %}
    pm.expect(page{{ records | member }}).to.be.an("array");
{%- if page_size %}
    pm.expect(page{{ records | member }}.length).to.be.at.most({{ page_size }});
{%- endif %}
});
{%- if key %}

pm.test("every row has its {{ key }}", () => {
    for (const row of pm.response.json(){{ records | member }}) {
        pm.expect(row).to.have.property("{{ key }}");
    }
});
{%- endif %}
