pm.test("status is 200 or 201", () => {
    pm.expect(pm.response.code).to.be.oneOf([200, 201]);
});

pm.test("the answer is the new record, with its {{ key }}", () => {
    const record = pm.response.json();
    pm.expect(record).to.have.property("{{ key }}");
    pm.collectionVariables.set("{{ variable }}", record{{ key | member }});
{%- include "script/remember.js" %}
});
