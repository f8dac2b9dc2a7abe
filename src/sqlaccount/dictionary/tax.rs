//! Tax and the amounts that it is computed from.

use crate::catalogue::Field;

pub(crate) const TAX: Field = Field::text("tax")
    .size(10)
    .about("Tax code that applies; empty means no tax.")
    .example("SV")
    .refers_to("tax");
pub(crate) const TARIFF: Field = Field::text("tariff")
    .size(20)
    .about("Tariff or service code declared for the tax.")
    .example("9983")
    .refers_to("tariff");
pub(crate) const TAXEXEMPTIONREASON: Field = Field::text("taxexemptionreason")
    .size(300)
    .about("Reason for the exemption, needed with an exempt tax code.")
    .example("Exempt under approval CJ-P-2026-0012");
pub(crate) const TAXABLEAMT: Field = Field::decimal("taxableamt")
    .scale(2)
    .about("Amount on which the tax is calculated.")
    .example("500.00");
pub(crate) const TAXAMT: Field = Field::decimal("taxamt")
    .scale(2)
    .about("Tax on the row in document currency.")
    .example("40.00")
    .or("0.00");
pub(crate) const LOCALTAXAMT: Field = Field::decimal("localtaxamt")
    .scale(2)
    .about("Tax on the row in local currency, which is taxamt times currencyrate.")
    .example("40.00")
    .or("0.00");
pub(crate) const EXEMPTED_TAXRATE: Field = Field::text("exempted_taxrate")
    .about("Rate of the tax that is exempted, as text.")
    .example("0%");
pub(crate) const EXEMPTED_TAXAMT: Field = Field::decimal("exempted_taxamt")
    .scale(2)
    .about("Tax amount that is exempted, in document currency.")
    .example("0.00");
pub(crate) const EXEMPTED_LOCALTAXAMT: Field = Field::decimal("exempted_localtaxamt")
    .scale(2)
    .about("Tax amount that is exempted, in local currency.")
    .example("0.00");
// The vendor's field list has quantity times price, before discount and tax.
pub(crate) const AMOUNT: Field = Field::decimal("amount")
    .scale(2)
    .about("Row total before tax in document currency.")
    .example("500.00");
pub(crate) const COST_AMOUNT: Field = Field::decimal("amount")
    .scale(2)
    .about("Cost of the row, which is quantity times unit cost.")
    .example("360.00");
pub(crate) const DEPOSIT_ROW_AMOUNT: Field = Field::decimal("amount")
    .scale(2)
    .about("Amount of the deposit row in deposit currency.")
    .example("100.00");
pub(crate) const DISPOSAL_AMOUNT: Field = Field::decimal("amount")
    .scale(2)
    .about("Money received for the disposed asset.")
    .example("1500.00");
pub(crate) const LOCALAMOUNT: Field = Field::decimal("localamount")
    .scale(2)
    .about("Row total before tax in local currency, which is amount times currencyrate.")
    .example("500.00");
pub(crate) const AMOUNTWITHTAX: Field = Field::decimal("amountwithtax")
    .scale(2)
    .about("Row total including tax in document currency.")
    .example("540.00");
pub(crate) const LOCALAMOUNTWITHTAX: Field = Field::decimal("localamountwithtax")
    .scale(2)
    .about("Row total including tax in local currency.")
    .example("540.00");
pub(crate) const CURRENCYAMOUNT: Field = Field::decimal("currencyamount")
    .scale(2)
    .about("Row total in the foreign currency given on the row.")
    .example("500.00");
pub(crate) const WHTAX: Field = Field::text("whtax")
    .about("Withholding tax code that applies to the row.")
    .example("WHT-10")
    .refers_to("whtax");
pub(crate) const WHTAXRATE: Field = Field::text("whtaxrate")
    .about("Withholding tax rate as text, usually with a percent sign.")
    .example("10%");
pub(crate) const WHLOCALTAXAMT: Field = Field::decimal("whlocaltaxamt")
    .scale(2)
    .about("Withholding tax in local currency.")
    .example("50.00");
pub(crate) const WHTAXACCOUNTDR: Field = Field::text("whtaxaccountdr")
    .about("Account debited with the withholding tax of the row.")
    .example("908-000")
    .refers_to("account");
pub(crate) const WHTAXACCOUNTCR: Field = Field::text("whtaxaccountcr")
    .about("Account credited with the withholding tax of the row.")
    .example("405-000")
    .refers_to("account");
