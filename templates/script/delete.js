pm.test("status is 200 or 204", () => {
    pm.expect(pm.response.code).to.be.oneOf([200, 204]);
    // The key names no record any more.
    pm.collectionVariables.set("{{ variable }}", "{{ initial }}");
});
