//! Every record and every report of the catalogue as a PDF document.

use sqlacc_postman::catalogue::{Records, ResourceKind};
use sqlacc_postman::sandbox::pdf;
use sqlacc_postman::sqlaccount;

#[test]
fn every_example_is_a_document_of_one_page_or_two() {
    let catalogue = sqlaccount::catalogue();
    let mut seen = 0;
    for resource in &catalogue.resources {
        let records = Records::read(resource).unwrap();
        let record = records
            .created()
            .or_else(|| records.others().first().cloned());
        let bytes = match record.as_ref().or_else(|| records.answer()) {
            Some(answer) if resource.kind == ResourceKind::Report => {
                pdf::report("Company", resource, &[], answer, "Template")
            }
            Some(record) => {
                pdf::record("Company", (&catalogue.rules, resource), record, "Template")
            }
            None => continue,
        };
        if let Some(folder) = std::env::var_os("SQLACC_PDF") {
            let name = format!("{}.pdf", resource.path);
            std::fs::write(std::path::Path::new(&folder).join(name), &bytes).unwrap();
        }
        let document = lopdf::Document::load_mem(&bytes).unwrap();
        let pages: Vec<u32> = document.get_pages().into_keys().collect();
        assert!(
            pages.len() < 3,
            "{} has {} pages",
            resource.path,
            pages.len()
        );
        let text = document.extract_text(&pages).unwrap();
        assert!(text.contains(resource.title), "{}: {text}", resource.path);
        seen += 1;
    }
    assert!(seen > 75, "only {seen} resources have an example");
}
