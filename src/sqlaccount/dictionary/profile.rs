//! The company profile.

use crate::catalogue::Field;

pub(crate) const REMARKCOLOR: Field = Field::integer("remarkcolor")
    .about("Display colour of the company remark as a decimal number.")
    .example("255");
pub(crate) const SSTSTARTDATE: Field = Field::date("sststartdate")
    .about("Date from which the company is registered for sales and service tax.")
    .example("2018-09-01");
pub(crate) const SST2024_SPECIAL: Field = Field::boolean("sst2024_special")
    .about("Internal switch for a special treatment under the 2024 service tax change.")
    .example("false");
pub(crate) const RADDRESS1: Field = Field::text("raddress1")
    .about("First line of the registered address of the company.")
    .example("12 Jalan Perniagaan 3");
pub(crate) const DELIVERADDR1: Field = Field::text("deliveraddr1")
    .about("First line of the delivery address of the company.")
    .example("12 Jalan Perniagaan 3");
pub(crate) const RADDRESS2: Field = Field::text("raddress2")
    .about("Second line of the registered address of the company.")
    .example("Taman Industri Selayang");
pub(crate) const DELIVERADDR2: Field = Field::text("deliveraddr2")
    .about("Second line of the delivery address of the company.")
    .example("Taman Industri Selayang");
pub(crate) const RADDRESS3: Field = Field::text("raddress3")
    .about("Third line of the registered address of the company.")
    .example("68100 Batu Caves");
pub(crate) const DELIVERADDR3: Field = Field::text("deliveraddr3")
    .about("Third line of the delivery address of the company.")
    .example("68100 Batu Caves");
pub(crate) const RADDRESS4: Field = Field::text("raddress4")
    .about("Fourth line of the registered address of the company.")
    .example("Selangor");
pub(crate) const DELIVERADDR4: Field = Field::text("deliveraddr4")
    .about("Fourth line of the delivery address of the company.")
    .example("Selangor");
pub(crate) const GEOLAT: Field = Field::decimal("geolat")
    .scale(8)
    .about("Latitude of the company address in degrees.")
    .example("3.23720000");
pub(crate) const GEOLONG: Field = Field::decimal("geolong")
    .scale(8)
    .about("Longitude of the company address in degrees.")
    .example("101.68170000");
pub(crate) const DELIVERPHONE1: Field = Field::text("deliverphone1")
    .about("Telephone number at the delivery address of the company.")
    .example("03-61201234");
pub(crate) const DELIVERFAX1: Field = Field::text("deliverfax1")
    .about("Fax number at the delivery address of the company.")
    .example("03-61201235");
pub(crate) const URL: Field = Field::text("url")
    .about("Web site of the company.")
    .example("https://www.amanjaya.example");
pub(crate) const CURRENCYLANG: Field = Field::text("currencylang")
    .about("Language in which amounts are written out in words.")
    .example("English");
pub(crate) const GOOGLEMAPSAPIKEY: Field = Field::text("googlemapsapikey")
    .about("Setting for the map service; treat it as confidential.")
    .example("not shown");
pub(crate) const MYINVOIS_STARTDATE: Field = Field::date("myinvois_startdate")
    .about("Date from which the company issues e-Invoices through MyInvois.")
    .example("2026-01-01");
pub(crate) const MYINVOIS_PRODUCTIONCRED: Field = Field::text("myinvois_productioncred")
    .about("Setting for the live MyInvois connection; treat it as confidential.")
    .example("not shown");
pub(crate) const MYINVOIS_SANDBOXCRED: Field = Field::text("myinvois_sandboxcred")
    .about("Setting for the test MyInvois connection; treat it as confidential.")
    .example("not shown");
pub(crate) const MYINVOIS_FUTURECRED: Field = Field::text("myinvois_futurecred")
    .about("Setting reserved for a later MyInvois connection; treat it as confidential.")
    .example("not shown");
pub(crate) const ONLINEPAYMENT: Field = Field::text("onlinepayment")
    .about("Setting for online payment; treat it as confidential.")
    .example("not shown");
pub(crate) const ALIAS: Field = Field::text("alias")
    .about("Short name of the company.")
    .example("AMANJAYA");
pub(crate) const TAXABLEPERSONNAME1: Field = Field::text("taxablepersonname1")
    .about("First line of the registered name for tax returns.")
    .example("Aman Jaya Trading Sdn Bhd");
pub(crate) const TAXABLEPERSONNAME2: Field = Field::text("taxablepersonname2")
    .about("Second line of the registered name for tax returns.")
    .example("(Selayang Branch)");
pub(crate) const TAXAGENCYNAME: Field = Field::text("taxagencyname")
    .about("Name of the firm that acts as tax agent.")
    .example("Cahaya Tax Services");
pub(crate) const TAXAGENCYNO: Field = Field::text("taxagencyno")
    .about("Registration number of the firm that acts as tax agent.")
    .example("TA-10023");
pub(crate) const TAXAGENTNAME: Field = Field::text("taxagentname")
    .about("Name of the person who acts as tax agent.")
    .example("Tan Mei Ling");
pub(crate) const TAXAGENTAPPROVALNO: Field = Field::text("taxagentapprovalno")
    .about("Approval number of the person who acts as tax agent.")
    .example("TA-10023-01");
pub(crate) const PEPPOLAPIKEY: Field = Field::text("peppolapikey")
    .about("Setting for the Peppol connection; treat it as confidential.")
    .example("not shown");
pub(crate) const VENDORID: Field = Field::text("vendorid")
    .about("Identifier of the company as a vendor in connected services.")
    .example("V-0001");
pub(crate) const SMTP_URI: Field = Field::text("smtp_uri")
    .about("Setting for outgoing mail; treat it as confidential.")
    .example("not shown");
pub(crate) const URL_ATTACHMENT: Field = Field::text("url_attachment")
    .about("Internal address where attachments are kept.")
    .example("https://files.amanjaya.example");
pub(crate) const URL_STOCKTAKE: Field = Field::text("url_stocktake")
    .about("Internal address of the stock take service.")
    .example("https://count.amanjaya.example");
pub(crate) const WEBAPP_HOST: Field = Field::text("webapp_host")
    .about("Host name of the web application of the company.")
    .example("app.amanjaya.example");
pub(crate) const WEBAPP_HTTPPORT: Field = Field::integer("webapp_httpport")
    .about("Port of the web application without encryption.")
    .example("80");
pub(crate) const WEBAPP_HTTPSPORT: Field = Field::integer("webapp_httpsport")
    .about("Port of the web application with encryption.")
    .example("443");
pub(crate) const WEBAPP_DNSKEY: Field = Field::text("webapp_dnskey")
    .about("Setting for the domain of the web application; treat it as confidential.")
    .example("not shown");
pub(crate) const API_HOST: Field = Field::text("api_host")
    .about("Host name of the API service of the company.")
    .example("api.amanjaya.example");
pub(crate) const API_HTTPPORT: Field = Field::integer("api_httpport")
    .about("Port of the API service without encryption.")
    .example("80");
pub(crate) const API_HTTPSPORT: Field = Field::integer("api_httpsport")
    .about("Port of the API service with encryption.")
    .example("443");
pub(crate) const API_DNSKEY: Field = Field::text("api_dnskey")
    .about("Setting for the domain of the API service; treat it as confidential.")
    .example("not shown");
pub(crate) const LOGO: Field = Field::blob("logo").about("Logo of the company as base64.");
pub(crate) const LOGOCLASS: Field = Field::text("logoclass")
    .about("Internal class name of the logo format.")
    .example("TJPEGImage");
pub(crate) const REPORTFOOTER: Field = Field::text("reportfooter")
    .about("Text printed at the foot of reports.")
    .example("This is a computer generated document");
