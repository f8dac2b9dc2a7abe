//! The resources, one file each, in the order of the program's menus.

use crate::catalogue::{Resource, ResourceEntry};

mod account;
mod agent;
mod area;
mod assembly;
mod assetdisposal;
mod assetgroup;
mod assetitem;
mod bankadjustment;
mod base;
mod batch;
mod cashpurchase;
mod cashsales;
mod companycategory;
mod currency;
mod customer;
mod customercontra;
mod customercreditnote;
mod customerdebitnote;
mod customerdeposit;
mod customerinvoice;
mod customerpayment;
mod customerrefund;
mod deliveryorder;
mod disassembly;
mod extradeliveryorder;
mod extragoodsreceived;
mod goodsreceived;
mod itemtemplate;
mod joborder;
mod journalentry;
mod location;
mod memberpoint;
mod party;
mod paymentvoucher;
mod pmmethod;
mod pricetag;
mod production;
mod profile;
mod project;
mod purchasecancellednote;
mod purchasedebitnote;
mod purchaseinvoice;
mod purchaseorder;
mod purchaserequest;
mod purchasereturned;
mod receiptvoucher;
mod salescancellednote;
mod salescreditnote;
mod salesdebitnote;
mod salesinvoice;
mod salesorder;
mod salesquotation;
mod shipper;
mod stockadjustment;
mod stockaging;
mod stockanalysis;
mod stockbalanceinquiry;
mod stockbatchexpiry;
mod stockcard;
mod stockcardqty;
mod stockcategory;
mod stockgroup;
mod stockissue;
mod stockitem;
mod stockmonthendbalance;
mod stockphysicalworksheet;
mod stockreceived;
mod stockreorderadvice;
mod stockserialnumberconflict;
mod stockserialnumberoutstanding;
mod stocktransfer;
mod supplier;
mod suppliercontra;
mod suppliercreditnote;
mod supplierdebitnote;
mod supplierdeposit;
mod supplierinvoice;
mod supplierpayment;
mod supplierrefund;
mod tariff;
mod tax;
mod terms;
mod version;
mod whtax;

/// Every resource, module by module.
const ENTRIES: &[ResourceEntry] = &[
    agent::RESOURCE,
    area::RESOURCE,
    companycategory::RESOURCE,
    currency::RESOURCE,
    pmmethod::RESOURCE,
    project::RESOURCE,
    shipper::RESOURCE,
    tariff::RESOURCE,
    tax::RESOURCE,
    terms::RESOURCE,
    whtax::RESOURCE,
    customer::RESOURCE,
    customercontra::RESOURCE,
    customercreditnote::RESOURCE,
    customerdebitnote::RESOURCE,
    customerdeposit::RESOURCE,
    customerinvoice::RESOURCE,
    customerpayment::RESOURCE,
    customerrefund::RESOURCE,
    supplier::RESOURCE,
    suppliercontra::RESOURCE,
    suppliercreditnote::RESOURCE,
    supplierdebitnote::RESOURCE,
    supplierdeposit::RESOURCE,
    supplierinvoice::RESOURCE,
    supplierpayment::RESOURCE,
    supplierrefund::RESOURCE,
    itemtemplate::RESOURCE,
    location::RESOURCE,
    pricetag::RESOURCE,
    stockadjustment::RESOURCE,
    batch::RESOURCE,
    stockcategory::RESOURCE,
    stockgroup::RESOURCE,
    stockissue::RESOURCE,
    stockitem::RESOURCE,
    stockreceived::RESOURCE,
    stocktransfer::RESOURCE,
    cashsales::RESOURCE,
    deliveryorder::RESOURCE,
    extradeliveryorder::RESOURCE,
    memberpoint::RESOURCE,
    salescancellednote::RESOURCE,
    salescreditnote::RESOURCE,
    salesdebitnote::RESOURCE,
    salesinvoice::RESOURCE,
    salesorder::RESOURCE,
    salesquotation::RESOURCE,
    cashpurchase::RESOURCE,
    extragoodsreceived::RESOURCE,
    goodsreceived::RESOURCE,
    purchasecancellednote::RESOURCE,
    purchasedebitnote::RESOURCE,
    purchaseinvoice::RESOURCE,
    purchaseorder::RESOURCE,
    purchaserequest::RESOURCE,
    purchasereturned::RESOURCE,
    assembly::RESOURCE,
    disassembly::RESOURCE,
    joborder::RESOURCE,
    account::RESOURCE,
    bankadjustment::RESOURCE,
    journalentry::RESOURCE,
    paymentvoucher::RESOURCE,
    receiptvoucher::RESOURCE,
    assetdisposal::RESOURCE,
    assetgroup::RESOURCE,
    assetitem::RESOURCE,
    stockaging::RESOURCE,
    stockanalysis::RESOURCE,
    stockbalanceinquiry::RESOURCE,
    stockbatchexpiry::RESOURCE,
    stockcard::RESOURCE,
    stockcardqty::RESOURCE,
    stockmonthendbalance::RESOURCE,
    stockphysicalworksheet::RESOURCE,
    stockreorderadvice::RESOURCE,
    stockserialnumberconflict::RESOURCE,
    stockserialnumberoutstanding::RESOURCE,
    version::RESOURCE,
    profile::RESOURCE,
];

pub(super) fn all() -> Vec<Resource> {
    Resource::all(ENTRIES)
}
