pm.test("status is 200", () => {
    pm.response.to.have.status(200);
});

pm.test("the answer is a PDF", () => {
    // Some runners put the text in quotes.
    pm.expect(pm.response.text().slice(0, 6)).to.include("%PDF-");
});
