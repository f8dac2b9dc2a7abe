pm.test("status is 200", () => {
    pm.response.to.have.status(200);
});

pm.test("the answer is a PDF", () => {
    pm.expect(pm.response.text().slice(0, 5)).to.eql("%PDF-");
});
