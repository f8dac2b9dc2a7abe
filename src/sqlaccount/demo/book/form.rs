//! The documents of the demo company.

/// One kind of document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// Path of the resource.
    pub(super) path: &'static str,
    /// What its numbers start with.
    pub(super) prefix: &'static str,
    /// How rows and knock-offs name it.
    pub(super) kind: &'static str,
    /// Its description.
    pub(super) description: &'static str,
}

const fn form(
    path: &'static str,
    prefix: &'static str,
    kind: &'static str,
    description: &'static str,
) -> Form {
    Form {
        path,
        prefix,
        kind,
        description,
    }
}

pub(super) const QUOTATION: Form = form("salesquotation", "QT", "QT", "Quotation");
pub(super) const ORDER: Form = form("salesorder", "SO", "SO", "Sales Order");
pub(super) const DELIVERY: Form = form("deliveryorder", "DO", "DO", "Delivery Order");
pub(super) const INVOICE: Form = form("salesinvoice", "IV", "IV", "Sales");
pub(super) const CREDIT_NOTE: Form = form("salescreditnote", "CN", "CN", "Sales Returned");
pub(super) const CASH_SALES: Form = form("cashsales", "CS", "CS", "Cash Sales");

pub(super) const PURCHASE_ORDER: Form = form("purchaseorder", "PO", "PO", "Purchase Order");
pub(super) const RECEIPT: Form = form("goodsreceived", "GR", "GR", "Goods Received");
pub(super) const PURCHASE_INVOICE: Form = form("purchaseinvoice", "PI", "PI", "Purchase");
pub(super) const PURCHASE_RETURN: Form = form("purchasereturned", "SC", "SC", "Purchase Returned");

pub(super) const CUSTOMER_INVOICE: Form = form("customerinvoice", "IV", "IV", "Sales");
pub(super) const CUSTOMER_CREDIT: Form = form("customercreditnote", "CN", "CN", "Sales Returned");
pub(super) const CUSTOMER_PAYMENT: Form = form("customerpayment", "OR", "PM", "Payment for");
pub(super) const SUPPLIER_INVOICE: Form = form("supplierinvoice", "PI", "PI", "Purchase");
pub(super) const SUPPLIER_CREDIT: Form =
    form("suppliercreditnote", "SC", "SC", "Purchase Returned");
pub(super) const SUPPLIER_PAYMENT: Form = form("supplierpayment", "PV", "SP", "Payment for");

pub(super) const ADJUSTMENT: Form = form("stockadjustment", "AJ", "AJ", "Stock Adjustment");
pub(super) const ISSUE: Form = form("stockissue", "IS", "IS", "Stock Issue");
pub(super) const STOCK_RECEIVED: Form = form("stockreceived", "RC", "RC", "Stock Received");
pub(super) const TRANSFER: Form = form("stocktransfer", "XF", "XF", "Stock Transfer");
pub(super) const JOURNAL: Form = form("journalentry", "JV", "JV", "Depreciation");
pub(super) const ADJUSTED_BANK: Form = form("bankadjustment", "BA", "BA", "Bank charges");
pub(super) const PAYMENT_VOUCHER: Form = form("paymentvoucher", "PV", "PV", "Office rent");
pub(super) const RECEIPT_VOUCHER: Form = form("receiptvoucher", "OR", "OR", "Interest received");
