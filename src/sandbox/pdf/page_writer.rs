//! A4 pages that are filled from top to bottom.

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use super::text::{Font, encode, width};

/// Size of A4 and of its margins, in points.
const PAGE: (f32, f32) = (595.0, 842.0);
/// Left edge of what is printed.
pub(super) const LEFT: f32 = 40.0;
/// Right edge of what is printed.
pub(super) const RIGHT: f32 = PAGE.0 - LEFT;
const TOP: f32 = PAGE.1 - 44.0;
const BOTTOM: f32 = 56.0;
const FOOTER: f32 = 34.0;

/// The grey of text and lines: 0 is black, 1 is white.
pub(super) const BLACK: f32 = 0.0;
/// For labels and minor text.
pub(super) const GREY: f32 = 0.45;
/// For lines between rows.
pub(super) const PALE: f32 = 0.8;

/// A piece of text with its looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) font: Font,
    pub(super) size: f32,
    pub(super) shade: f32,
}

/// The pages so far, and how far the last one is filled.
pub(super) struct PageWriter {
    pages: Vec<Content>,
    page: Content,
    y: f32,
}

impl PageWriter {
    pub(super) fn new() -> Self {
        Self {
            pages: Vec::new(),
            page: Content::new(),
            y: TOP,
        }
    }

    /// Moves down by `height`, to a new page if it does not fit on this one; returns whether it did.
    pub(super) fn down(&mut self, height: f32) -> bool {
        let fits = self.fits(height);
        if !fits {
            self.turn();
        }
        self.y -= height;
        !fits
    }

    /// Moves down by `height` on this page, even into its margin.
    pub(super) fn space(&mut self, height: f32) {
        self.y -= height;
    }

    /// Moves to the top of a new page.
    pub(super) fn turn(&mut self) {
        self.pages
            .push(std::mem::replace(&mut self.page, Content::new()));
        self.y = TOP;
    }

    /// Whether `height` more fits on this page.
    pub(super) fn fits(&self, height: f32) -> bool {
        self.y - height >= BOTTOM
    }

    /// Writes `text` from `x` on, on the current line.
    pub(super) fn left(&mut self, x: f32, style: Style, text: &[u8]) {
        show(&mut self.page, x, self.y, style, text);
    }

    /// Writes `text` so that it ends at `x`.
    pub(super) fn right(&mut self, x: f32, style: Style, text: &[u8]) {
        let start = x - width(style.font, text, style.size);
        self.left(start, style, text);
    }

    /// Draws a line across, `below` points under the current line of text.
    pub(super) fn rule(&mut self, from: f32, to: f32, below: f32, shade: f32) {
        let y = self.y - below;
        self.page.set_stroke_gray(shade).set_line_width(0.6);
        self.page.move_to(from, y).line_to(to, y).stroke();
    }

    /// The document's bytes, `footer` and the page's number at the foot of each page.
    pub(super) fn finish(mut self, footer: &str) -> Vec<u8> {
        self.pages.push(self.page);
        let count = self.pages.len();
        let style = Style {
            font: Font::Regular,
            size: 7.5,
            shade: GREY,
        };
        let ids: Vec<Ref> = (6..).map(Ref::new).take(count * 2).collect();
        let (catalog, tree, info) = (Ref::new(1), Ref::new(2), Ref::new(3));
        let fonts = [(Name(b"R"), Ref::new(4)), (Name(b"B"), Ref::new(5))];
        let mut pdf = Pdf::new();
        pdf.catalog(catalog).pages(tree);
        let kids = ids.iter().step_by(2).copied();
        pdf.pages(tree)
            .kids(kids)
            .count(i32::try_from(count).unwrap_or(i32::MAX));
        pdf.document_info(info)
            .title(TextStr(footer))
            .producer(TextStr(env!("CARGO_PKG_NAME")));
        for ((_, id), base) in fonts.iter().zip([&b"Helvetica"[..], b"Helvetica-Bold"]) {
            pdf.type1_font(*id)
                .base_font(Name(base))
                .encoding_predefined(Name(b"WinAnsiEncoding"));
        }
        for ((number, mut content), id) in (1..).zip(self.pages).zip(ids.chunks(2)) {
            let &[page_id, content_id] = id else { break };
            show(&mut content, LEFT, FOOTER, style, &encode(footer));
            let number = encode(&format!("Page {number} of {count}"));
            let start = RIGHT - width(style.font, &number, style.size);
            show(&mut content, start, FOOTER, style, &number);
            let mut page = pdf.page(page_id);
            page.media_box(Rect::new(0.0, 0.0, PAGE.0, PAGE.1))
                .parent(tree)
                .contents(content_id);
            let mut resources = page.resources();
            resources.fonts().pairs(fonts);
            resources.finish();
            page.finish();
            pdf.stream(content_id, &content.finish());
        }
        pdf.finish()
    }
}

fn show(content: &mut Content, x: f32, y: f32, style: Style, text: &[u8]) {
    if text.is_empty() {
        return;
    }
    let font = match style.font {
        Font::Regular => Name(b"R"),
        Font::Bold => Name(b"B"),
    };
    content.set_fill_gray(style.shade).begin_text();
    content.set_font(font, style.size).next_line(x, y);
    content.show(Str(text)).end_text();
}
