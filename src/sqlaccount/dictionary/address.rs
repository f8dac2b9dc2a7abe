//! Billing and delivery addresses.

use crate::catalogue::Field;

pub(crate) const ADDRESS1: Field = Field::text("address1")
    .size(40)
    .about("First line of the billing or main address.")
    .example("12 Jalan Perniagaan 3");
pub(crate) const DADDRESS1: Field = Field::text("daddress1")
    .size(40)
    .about("First line of the delivery address.")
    .example("12 Jalan Perniagaan 3");
pub(crate) const ADDRESS2: Field = Field::text("address2")
    .size(40)
    .about("Second line of the billing or main address.")
    .example("Taman Industri Selayang");
pub(crate) const DADDRESS2: Field = Field::text("daddress2")
    .size(40)
    .about("Second line of the delivery address.")
    .example("Taman Industri Selayang");
pub(crate) const ADDRESS3: Field = Field::text("address3")
    .size(40)
    .about("Third line of the billing or main address.")
    .example("68100 Batu Caves");
pub(crate) const DADDRESS3: Field = Field::text("daddress3")
    .size(40)
    .about("Third line of the delivery address.")
    .example("68100 Batu Caves");
pub(crate) const ADDRESS4: Field = Field::text("address4")
    .size(40)
    .about("Fourth line of the billing or main address.")
    .example("Selangor");
pub(crate) const DADDRESS4: Field = Field::text("daddress4")
    .size(40)
    .about("Fourth line of the delivery address.")
    .example("Selangor");
pub(crate) const POSTCODE: Field = Field::text("postcode")
    .size(10)
    .about("Postcode of the billing or main address.")
    .example("68100");
pub(crate) const CITY: Field = Field::text("city")
    .size(50)
    .about("City of the billing or main address.")
    .example("Batu Caves");
pub(crate) const STATE: Field = Field::text("state")
    .size(50)
    .about("State of the billing or main address.")
    .example("Selangor");
pub(crate) const COUNTRY: Field = Field::text("country")
    .size(2)
    .about("Two-letter country code of the address or registration.")
    .example("MY");
pub(crate) const ATTENTION: Field = Field::text("attention")
    .size(70)
    .about("Contact person at the billing or main address.")
    .example("Puan Noraini");
pub(crate) const PHONE1: Field = Field::text("phone1")
    .size(30)
    .about("Main telephone number of the address or record.")
    .example("03-61201234");
pub(crate) const PHONE2: Field = Field::text("phone2")
    .size(200)
    .about("Second telephone number of the address or record.")
    .example("03-61205678");
pub(crate) const MOBILE: Field = Field::text("mobile")
    .size(200)
    .about("Mobile telephone number of the contact.")
    .example("012-3456789");
pub(crate) const FAX1: Field = Field::text("fax1")
    .size(30)
    .about("Main fax number of the address or record.")
    .example("03-61201235");
pub(crate) const FAX2: Field = Field::text("fax2")
    .size(30)
    .about("Second fax number of the address or record.")
    .example("03-61205679");
pub(crate) const EMAIL: Field = Field::text("email")
    .size(200)
    .about("One or more e-mail addresses of the record.")
    .example("accounts@amanjaya.example");
pub(crate) const GEOCOORDINATE: Field = Field::text("geocoordinate")
    .about("Latitude and longitude of the branch as text.")
    .example("3.2372,101.6817");
pub(crate) const DPOSTCODE: Field = Field::text("dpostcode")
    .size(10)
    .about("Postcode of the delivery address.")
    .example("68100");
pub(crate) const DCITY: Field = Field::text("dcity")
    .size(50)
    .about("City of the delivery address.")
    .example("Batu Caves");
pub(crate) const DSTATE: Field = Field::text("dstate")
    .size(50)
    .about("State of the delivery address.")
    .example("Selangor");
pub(crate) const DCOUNTRY: Field = Field::text("dcountry")
    .size(2)
    .about("Two-letter country code of the delivery address.")
    .example("MY");
pub(crate) const DATTENTION: Field = Field::text("dattention")
    .size(70)
    .about("Contact person at the delivery address.")
    .example("Encik Hafiz");
pub(crate) const DPHONE1: Field = Field::text("dphone1")
    .size(30)
    .about("Telephone number at the delivery address.")
    .example("03-61201234");
pub(crate) const DMOBILE: Field = Field::text("dmobile")
    .about("Mobile number of the delivery contact.")
    .example("012-3456789");
pub(crate) const DFAX1: Field = Field::text("dfax1")
    .size(30)
    .about("Fax number at the delivery address.")
    .example("03-61201235");
