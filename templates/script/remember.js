{%- if number %}
    pm.expect(record).to.have.property("{{ number }}");
    pm.collectionVariables.set("{{ number }}", record{{ number | member }});
{%- endif %}
{%- if counter %}
    // The next PUT must send the fetched value + 1.
    pm.expect(record).to.have.property("{{ counter }}");
    pm.collectionVariables.set("{{ counter }}", record{{ counter | member }} + 1);
{%- endif %}
{%- for row in rows %}
    pm.collectionVariables.set("{{ row.variable }}", record{{ row.array | member }}[{{ row.index }}]{{ row.key | optional_member }} ?? -1);
{%- endfor %}
