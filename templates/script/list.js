pm.test("status is 200", () => {
    pm.response.to.have.status(200);
});

pm.test("the answer is a page of at most {{ page_size }} rows", () => {
    const page = pm.response.json();
    pm.expect(page.pagination).to.have.property("offset");
    pm.expect(page.data).to.be.an("array");
    pm.expect(page.data.length).to.be.at.most({{ page_size }});
});
{%- if key %}

pm.test("every row has its {{ key }}", () => {
    for (const row of pm.response.json().data) {
        pm.expect(row).to.have.property("{{ key }}");
    }
});
{%- endif %}
