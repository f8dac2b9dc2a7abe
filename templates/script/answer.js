pm.test("status is 200", () => {
    pm.response.to.have.status(200);
});

pm.test("the answer is a JSON object", () => {
    pm.expect(pm.response.json()).to.be.an("object");
});
