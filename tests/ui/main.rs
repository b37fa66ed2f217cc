//! Tests of the window through the accessibility tree, as a user sees and works it; and pictures of
//! the screens.

#![expect(
    clippy::unwrap_used,
    unreachable_pub,
    reason = "helpers of tests fail loudly too, and are shared within one test binary"
)]

mod access;
mod alike;
mod along;
mod answers;
mod as_shown;
mod asked_about;
mod away;
mod bare;
mod behind_the_freeze;
mod brackets;
mod calls;
#[path = "../it/canary.rs"]
mod canary;
mod chair;
mod changes;
mod choosers;
mod choosing;
mod cities;
mod clock;
mod columns;
mod common;
mod counting;
mod dialogs;
mod drafting;
mod dragging;
mod dropping;
mod entries;
mod expected;
mod exporting;
mod facilitating;
mod fields;
mod finding;
mod fods;
mod forms;
mod gallery;
mod going_on;
mod half_taken;
mod heads;
mod home;
mod kept_back;
mod kept_since;
mod laptop;
mod leaving;
mod left_out;
mod lists;
mod locking;
mod looking_back;
mod low;
mod many;
mod markings;
mod matrix;
mod matrix_columns;
mod matrix_heads;
mod meeting;
mod modelled;
mod narrowing;
mod packed;
mod page;
mod pasting;
mod pictures;
mod polls;
mod ranking;
mod record_menus;
mod records;
mod reported;
mod reviews;
mod room;
mod running_order;
mod scenario_wall;
mod scoring;
mod shell;
mod slides;
mod sorting;
mod standing;
mod taking;
mod text_long;
mod text_out;
mod text_room;
mod told;
mod trust;
mod typing;
mod unanswered;
mod wall;
mod what_if;
mod whom;
mod window_of_the_wall;
mod work;
