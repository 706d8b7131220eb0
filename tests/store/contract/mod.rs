//! What every engine keeps. A case is a plain function of a [`Bench`]; an engine is one line here.

mod announcements;
mod closing;
pub(super) mod concurrency;
mod constraints;
mod ordering;
mod statements;
mod units;
mod values;

use super::bench::{Bench, Engine, prove};

/// Lists the cases, and makes of each a test in a module that carries the engine's name.
macro_rules! contract {
    ($name:ident, $engine:expr) => {
        contract! { $name, $engine;
            announcements {
                a_change_is_announced_after_its_commit_and_before_its_caller_is_answered,
                a_unit_that_leaves_no_rows_announces_nothing,
                announcements_of_one_unit_come_in_order,
            }
            closing {
                a_closed_store_is_unavailable,
                closing_twice_is_harmless,
            }
            concurrency {
                a_failed_unit_takes_nobody_with_it,
                of_64_conditional_updates_exactly_one_touches_the_row,
                what_was_acknowledged_is_there_after_reopening,
                a_read_sees_one_snapshot_while_writes_go_on,
                no_update_is_lost,
            }
            constraints {
                a_broken_unique_constraint_is_told_by_our_name,
                a_broken_unique_constraint_over_several_columns_is_told_by_our_name,
                on_conflict_is_told_by_the_rows_touched,
                a_row_that_refers_to_nothing_is_refused,
                an_absent_value_where_one_is_needed_is_refused,
                what_belongs_to_a_deleted_row_goes_with_it,
            }
            ordering {
                texts_are_ordered_by_their_code_points,
                texts_are_equal_only_if_they_are_the_same,
                nulls_come_last_where_the_statement_says_so,
                pages_by_key_show_every_row_once,
            }
            statements {
                every_statement_can_be_prepared,
                every_statement_can_be_prepared_when_the_next_version_has_added_to_the_schema,
            }
            units {
                a_committed_write_is_read_back,
                a_unit_sees_its_own_writes,
                a_failed_unit_leaves_no_trace,
                a_panicking_unit_leaves_no_trace,
                a_queued_statement_that_fails_takes_the_whole_unit_with_it,
                what_is_asked_for_is_what_was_there_when_it_was_asked,
                what_another_unit_asked_for_is_not_heard,
                what_is_asked_for_may_be_left_unheard,
                a_unit_that_swallows_a_failure_is_not_committed,
                after_a_failure_every_later_statement_fails,
                a_read_can_t_write,
                a_look_up_makes_one_statement,
                a_look_up_can_t_write,
                a_panicking_read_harms_nobody,
                a_failed_read_tells_its_own_failure,
            }
            values {
                texts_come_back_as_they_went_in,
                whole_numbers_come_back_as_they_went_in,
                truth_values_come_back_as_they_went_in,
                bytes_come_back_as_they_went_in,
                times_come_back_to_the_microsecond,
                absent_values_come_back_absent,
                a_value_of_another_type_is_refused,
                a_cell_read_as_something_else_fails_without_telling_its_content,
            }
        }
    };
    ($name:ident, $engine:expr; $($file:ident { $($case:ident,)+ })+) => {
        mod $name {
            $($(
                #[test]
                fn $case() {
                    super::prove($engine, super::$file::$case);
                }
            )+)+
        }
    };
}

contract!(sqlite, super::Engine::Sqlite);
contract!(postgres, super::Engine::Postgres);
