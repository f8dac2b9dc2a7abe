//! The catalogue as several builds of the service have it.

use sqlacc_postman::catalogue::{Build, Catalogue, FieldType, Records};
use sqlacc_postman::sqlaccount;

fn of(build: &str) -> Catalogue {
    sqlaccount::catalogue().of_build(build.parse::<Build>().unwrap())
}

#[test]
fn the_newest_build_is_described_unless_another_is_asked_for() {
    let newest = sqlaccount::catalogue();
    assert_eq!(newest.build(), newest.builds.last());
    assert!(newest.builds.iter().map(Build::number).is_sorted());
    let version = newest.resource("version").unwrap();
    let answer = Records::read(version).unwrap().answer().unwrap().clone();
    assert_eq!(answer["version"], "6.2026.1100.905");
    let old = of("5.2026.1068");
    assert_eq!(old.build().unwrap().to_string(), "5.2026.1068.892");
}

#[test]
fn names_and_sizes_are_those_of_the_build() {
    for (build, there, gone, size) in [
        ("6.2026.1096", "irbm_status", "ta_status", 50),
        ("6.2026.1097", "ta_status", "irbm_status", 50),
        ("5.2026.1084", "irbm_uuid", "vendorid", 20),
    ] {
        let catalogue = of(build);
        let invoice = catalogue.resource("salesinvoice").unwrap();
        assert!(invoice.field(there).is_some(), "{build}");
        assert!(invoice.field(gone).is_none(), "{build}");
        let kind = invoice.field("docno").unwrap().kind;
        assert_eq!(kind, FieldType::Text(Some(size)), "{build}");
    }
    for (build, has) in [("1065", false), ("1068", true)] {
        let catalogue = of(build);
        for path in ["stockadjustment", "assembly", "joborder"] {
            let field = catalogue.resource(path).unwrap().field("lastmodified");
            assert_eq!(field.is_some(), has, "{build} {path}");
        }
    }
}

#[test]
fn fields_of_other_builds_say_so() {
    let said = |build: &str, name: &str| {
        let catalogue = of(build);
        catalogue.other_build(catalogue.resource("salesinvoice").unwrap(), name)
    };
    let told = |text: &str| Some(text.to_owned());
    assert_eq!(
        said("1096", "ta_status"),
        told("`ta_status` is of builds from 6.2026.1097")
    );
    assert_eq!(
        said("1097", "irbm_status"),
        told("`irbm_status` is of builds before 6.2026.1097; since then it is `ta_status`")
    );
    assert_eq!(said("1097", "ta_status"), None);
    assert_eq!(said("1096", "no_such"), None);
    assert_eq!(said("1084", "docno"), None);
}
