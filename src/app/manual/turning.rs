//! To the manual and back: as the page, or beside one.

use crate::app::page::Page;
use crate::app::state::App;

impl App {
    /// Opens the manual; where it is open, goes back to what was on show before.
    pub(in crate::app) fn turn_to_manual(&mut self) {
        let reading = &mut self.view.pages.manual;
        if reading.beside {
            reading.beside = false;
        } else if self.view.page == Page::Manual {
            self.view.page = self.view.before_manual.take().unwrap_or_default();
        } else {
            self.view.before_manual = Some(self.view.page);
            self.view.page = Page::Manual;
        }
    }

    /// Puts the manual beside the page that was on show before it.
    pub(in crate::app) fn keep_manual_beside(&mut self) {
        let reading = &mut self.view.pages.manual;
        reading.beside = true;
        if self.view.page == Page::Manual {
            self.view.page = self.view.before_manual.take().unwrap_or_default();
        }
    }

    /// Gives the manual the whole page.
    pub(in crate::app) fn read_manual_alone(&mut self) {
        self.view.pages.manual.beside = false;
        self.turn_to_manual();
    }
}
