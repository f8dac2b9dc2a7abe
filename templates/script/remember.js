{%- if has_docno %}
    pm.expect(record).to.have.property("docno");
    pm.collectionVariables.set("docno", record.docno);
{%- endif %}
{%- if has_updatecount %}
    // The next PUT must send the fetched value + 1.
    pm.expect(record).to.have.property("updatecount");
    pm.collectionVariables.set("updatecount", record.updatecount + 1);
{%- endif %}
{%- for row in rows %}
    pm.collectionVariables.set("{{ row.variable }}", record.{{ row.array }}[{{ row.index }}]?.{{ row.key }} ?? -1);
{%- endfor %}
