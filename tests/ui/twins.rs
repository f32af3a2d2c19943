//! The correct programs beside the mistakes, compiled all together: one module each.

#![allow(dead_code, reason = "they are there to be compiled")]

#[path = "../../ui-tests/pass/aggregate/a_boolean_has_no_maximum.rs"]
mod aggregate_a_boolean_has_no_maximum;
#[path = "../../ui-tests/pass/aggregate/a_count_has_no_default.rs"]
mod aggregate_a_count_has_no_default;
#[path = "../../ui-tests/pass/aggregate/a_date_has_no_average.rs"]
mod aggregate_a_date_has_no_average;
#[path = "../../ui-tests/pass/aggregate/a_filter_comes_before_a_default.rs"]
mod aggregate_a_filter_comes_before_a_default;
#[path = "../../ui-tests/pass/aggregate/a_filter_is_about_the_model.rs"]
mod aggregate_a_filter_is_about_the_model;
#[path = "../../ui-tests/pass/aggregate/a_float_has_no_bits.rs"]
mod aggregate_a_float_has_no_bits;
#[path = "../../ui-tests/pass/aggregate/a_maximum_is_not_distinct.rs"]
mod aggregate_a_maximum_is_not_distinct;
#[path = "../../ui-tests/pass/aggregate/a_relation_has_no_sum.rs"]
mod aggregate_a_relation_has_no_sum;
#[path = "../../ui-tests/pass/aggregate/a_sum_of_no_rows_is_none.rs"]
mod aggregate_a_sum_of_no_rows_is_none;
#[path = "../../ui-tests/pass/aggregate/a_sum_takes_no_sample.rs"]
mod aggregate_a_sum_takes_no_sample;
#[path = "../../ui-tests/pass/aggregate/aggregate_takes_aggregates.rs"]
mod aggregate_aggregate_takes_aggregates;
#[path = "../../ui-tests/pass/aggregate/aggregate_takes_aggregates_alone.rs"]
mod aggregate_aggregate_takes_aggregates_alone;
#[path = "../../ui-tests/pass/aggregate/aggregate_takes_no_text.rs"]
mod aggregate_aggregate_takes_no_text;
#[path = "../../ui-tests/pass/aggregate/aggregates_are_of_the_model.rs"]
mod aggregate_aggregates_are_of_the_model;
#[path = "../../ui-tests/pass/aggregate/an_integer_is_not_true_or_false.rs"]
mod aggregate_an_integer_is_not_true_or_false;
#[path = "../../ui-tests/pass/aggregate/bool_and_needs_postgresql.rs"]
mod aggregate_bool_and_needs_postgresql;
#[path = "../../ui-tests/pass/aggregate/text_has_no_deviation.rs"]
mod aggregate_text_has_no_deviation;
#[path = "../../ui-tests/pass/aggregate/text_has_no_sum.rs"]
mod aggregate_text_has_no_sum;
#[path = "../../ui-tests/pass/aggregate/what_is_aggregated_has_no_order.rs"]
mod aggregate_what_is_aggregated_has_no_order;
#[path = "../../ui-tests/pass/annotate/a_query_set_is_not_annotated.rs"]
mod annotate_a_query_set_is_not_annotated;
#[path = "../../ui-tests/pass/annotate/a_record_takes_annotations_with_a_name.rs"]
mod annotate_a_record_takes_annotations_with_a_name;
#[path = "../../ui-tests/pass/annotate/a_relation_is_not_annotated.rs"]
mod annotate_a_relation_is_not_annotated;
#[path = "../../ui-tests/pass/annotate/a_row_has_16_values.rs"]
mod annotate_a_row_has_16_values;
#[path = "../../ui-tests/pass/annotate/a_row_has_the_types_of_its_annotations.rs"]
mod annotate_a_row_has_the_types_of_its_annotations;
#[path = "../../ui-tests/pass/annotate/aliases_are_of_the_model.rs"]
mod annotate_aliases_are_of_the_model;
#[path = "../../ui-tests/pass/annotate/an_aggregate_of_an_aggregate_is_no_alias.rs"]
mod annotate_an_aggregate_of_an_aggregate_is_no_alias;
#[path = "../../ui-tests/pass/annotate/an_aggregate_of_an_aggregate_is_not_annotated.rs"]
mod annotate_an_aggregate_of_an_aggregate_is_not_annotated;
#[path = "../../ui-tests/pass/annotate/an_alias_is_not_in_the_row.rs"]
mod annotate_an_alias_is_not_in_the_row;
#[path = "../../ui-tests/pass/annotate/annotate_takes_no_predicate.rs"]
mod annotate_annotate_takes_no_predicate;
#[path = "../../ui-tests/pass/annotate/annotate_takes_no_value.rs"]
mod annotate_annotate_takes_no_value;
#[path = "../../ui-tests/pass/annotate/annotations_are_of_the_model.rs"]
mod annotate_annotations_are_of_the_model;
#[path = "../../ui-tests/pass/arithmetic/a_date_takes_no_number.rs"]
mod arithmetic_a_date_takes_no_number;
#[path = "../../ui-tests/pass/arithmetic/a_decimal_takes_no_float.rs"]
mod arithmetic_a_decimal_takes_no_float;
#[path = "../../ui-tests/pass/arithmetic/a_duration_is_not_multiplied.rs"]
mod arithmetic_a_duration_is_not_multiplied;
#[path = "../../ui-tests/pass/arithmetic/a_field_of_another_model_is_not_added.rs"]
mod arithmetic_a_field_of_another_model_is_not_added;
#[path = "../../ui-tests/pass/arithmetic/a_number_does_not_take_text_from_the_left.rs"]
mod arithmetic_a_number_does_not_take_text_from_the_left;
#[path = "../../ui-tests/pass/arithmetic/a_number_is_not_added_to_text.rs"]
mod arithmetic_a_number_is_not_added_to_text;
#[path = "../../ui-tests/pass/arithmetic/booleans_are_not_added.rs"]
mod arithmetic_booleans_are_not_added;
#[path = "../../ui-tests/pass/arithmetic/decimal_and_float_do_not_mix.rs"]
mod arithmetic_decimal_and_float_do_not_mix;
#[path = "../../ui-tests/pass/arithmetic/text_is_no_operand.rs"]
mod arithmetic_text_is_no_operand;
#[path = "../../ui-tests/pass/arithmetic/text_is_not_added_to_a_number.rs"]
mod arithmetic_text_is_not_added_to_a_number;
#[path = "../../ui-tests/pass/arithmetic/text_is_not_added_to_text.rs"]
mod arithmetic_text_is_not_added_to_text;
#[path = "../../ui-tests/pass/array/a_model_with_an_array_needs_postgresql.rs"]
mod array_a_model_with_an_array_needs_postgresql;
#[path = "../../ui-tests/pass/array/a_number_has_no_items.rs"]
mod array_a_number_has_no_items;
#[path = "../../ui-tests/pass/array/a_range_contains_values_of_its_bounds.rs"]
mod array_a_range_contains_values_of_its_bounds;
#[path = "../../ui-tests/pass/array/an_array_contains_items_of_its_type.rs"]
mod array_an_array_contains_items_of_its_type;
#[path = "../../ui-tests/pass/array/ranges_of_two_types_do_not_overlap.rs"]
mod array_ranges_of_two_types_do_not_overlap;
#[path = "../../ui-tests/pass/bulk/contains_does_not_follow_a_slice.rs"]
mod bulk_contains_does_not_follow_a_slice;
#[path = "../../ui-tests/pass/bulk/contains_does_not_follow_values.rs"]
mod bulk_contains_does_not_follow_values;
#[path = "../../ui-tests/pass/bulk/contains_takes_a_reference.rs"]
mod bulk_contains_takes_a_reference;
#[path = "../../ui-tests/pass/bulk/contains_takes_an_instance_of_its_model.rs"]
mod bulk_contains_takes_an_instance_of_its_model;
#[path = "../../ui-tests/pass/bulk/contains_takes_no_key.rs"]
mod bulk_contains_takes_no_key;
#[path = "../../ui-tests/pass/bulk/in_bulk_by_needs_a_unique_field.rs"]
mod bulk_in_bulk_by_needs_a_unique_field;
#[path = "../../ui-tests/pass/bulk/in_bulk_by_takes_a_column.rs"]
mod bulk_in_bulk_by_takes_a_column;
#[path = "../../ui-tests/pass/bulk/in_bulk_by_takes_a_field_of_the_model.rs"]
mod bulk_in_bulk_by_takes_a_field_of_the_model;
#[path = "../../ui-tests/pass/bulk/in_bulk_by_takes_no_field_of_a_related_model.rs"]
mod bulk_in_bulk_by_takes_no_field_of_a_related_model;
#[path = "../../ui-tests/pass/bulk/in_bulk_by_takes_values_of_the_kind.rs"]
mod bulk_in_bulk_by_takes_values_of_the_kind;
#[path = "../../ui-tests/pass/bulk/in_bulk_does_not_follow_a_slice.rs"]
mod bulk_in_bulk_does_not_follow_a_slice;
#[path = "../../ui-tests/pass/bulk/in_bulk_does_not_follow_values.rs"]
mod bulk_in_bulk_does_not_follow_values;
#[path = "../../ui-tests/pass/bulk/in_bulk_of_a_lock_needs_a_transaction.rs"]
mod bulk_in_bulk_of_a_lock_needs_a_transaction;
#[path = "../../ui-tests/pass/bulk/in_bulk_on_distinct_fields_needs_postgresql.rs"]
mod bulk_in_bulk_on_distinct_fields_needs_postgresql;
#[path = "../../ui-tests/pass/bulk/in_bulk_takes_a_list.rs"]
mod bulk_in_bulk_takes_a_list;
#[path = "../../ui-tests/pass/bulk/in_bulk_takes_all_rows_by_two_dots.rs"]
mod bulk_in_bulk_takes_all_rows_by_two_dots;
#[path = "../../ui-tests/pass/bulk/in_bulk_takes_keys_of_the_kind.rs"]
mod bulk_in_bulk_takes_keys_of_the_kind;
#[path = "../../ui-tests/pass/bulk_update/a_bulk_update_writes_some_fields.rs"]
mod bulk_update_a_bulk_update_writes_some_fields;
#[path = "../../ui-tests/pass/bulk_update/a_field_of_a_related_model_is_not_written.rs"]
mod bulk_update_a_field_of_a_related_model_is_not_written;
#[path = "../../ui-tests/pass/bulk_update/a_many_to_many_relation_is_not_written.rs"]
mod bulk_update_a_many_to_many_relation_is_not_written;
#[path = "../../ui-tests/pass/bulk_update/instances_are_of_the_model.rs"]
mod bulk_update_instances_are_of_the_model;
#[path = "../../ui-tests/pass/bulk_update/rows_that_were_not_written_have_no_key.rs"]
mod bulk_update_rows_that_were_not_written_have_no_key;
#[path = "../../ui-tests/pass/bulk_update/the_key_is_not_written.rs"]
mod bulk_update_the_key_is_not_written;
#[path = "../../ui-tests/pass/by_name/a_filter_has_the_type_of_its_field.rs"]
mod by_name_a_filter_has_the_type_of_its_field;
#[path = "../../ui-tests/pass/by_name/a_filter_is_one_of_the_schema.rs"]
mod by_name_a_filter_is_one_of_the_schema;
#[path = "../../ui-tests/pass/by_name/a_filter_set_comes_from_a_schema.rs"]
mod by_name_a_filter_set_comes_from_a_schema;
#[path = "../../ui-tests/pass/by_name/a_filter_set_is_of_the_model.rs"]
mod by_name_a_filter_set_is_of_the_model;
#[path = "../../ui-tests/pass/by_name/a_slice_is_not_filtered_by_name.rs"]
mod by_name_a_slice_is_not_filtered_by_name;
#[path = "../../ui-tests/pass/by_name/an_order_of_a_filter_set_is_of_its_model.rs"]
mod by_name_an_order_of_a_filter_set_is_of_its_model;
#[path = "../../ui-tests/pass/by_name/filter_by_takes_no_field.rs"]
mod by_name_filter_by_takes_no_field;
#[path = "../../ui-tests/pass/by_name/order_by_name_takes_no_field.rs"]
mod by_name_order_by_name_takes_no_field;
#[path = "../../ui-tests/pass/case/a_branch_gives_a_value_of_the_model.rs"]
mod case_a_branch_gives_a_value_of_the_model;
#[path = "../../ui-tests/pass/case/a_branch_has_a_predicate.rs"]
mod case_a_branch_has_a_predicate;
#[path = "../../ui-tests/pass/case/a_branch_is_not_none.rs"]
mod case_a_branch_is_not_none;
#[path = "../../ui-tests/pass/case/a_case_has_a_branch.rs"]
mod case_a_case_has_a_branch;
#[path = "../../ui-tests/pass/case/branches_are_of_one_model.rs"]
mod case_branches_are_of_one_model;
#[path = "../../ui-tests/pass/case/branches_have_one_kind.rs"]
mod case_branches_have_one_kind;
#[path = "../../ui-tests/pass/case/more_branches_have_the_kind_of_the_first.rs"]
mod case_more_branches_have_the_kind_of_the_first;
#[path = "../../ui-tests/pass/combine/a_query_set_is_not_combined_with_a_predicate.rs"]
mod combine_a_query_set_is_not_combined_with_a_predicate;
#[path = "../../ui-tests/pass/combine/a_slice_is_not_combined.rs"]
mod combine_a_slice_is_not_combined;
#[path = "../../ui-tests/pass/combine/a_slice_on_the_right_is_not_combined.rs"]
mod combine_a_slice_on_the_right_is_not_combined;
#[path = "../../ui-tests/pass/combine/query_sets_of_two_models_are_not_combined.rs"]
mod combine_query_sets_of_two_models_are_not_combined;
#[path = "../../ui-tests/pass/combine/rows_of_two_shapes_are_not_combined.rs"]
mod combine_rows_of_two_shapes_are_not_combined;
#[path = "../../ui-tests/pass/create/a_batch_is_not_negative.rs"]
mod create_a_batch_is_not_negative;
#[path = "../../ui-tests/pass/create/a_choice_is_no_text.rs"]
mod create_a_choice_is_no_text;
#[path = "../../ui-tests/pass/create/a_conflict_does_not_update_the_key.rs"]
mod create_a_conflict_does_not_update_the_key;
#[path = "../../ui-tests/pass/create/a_conflict_is_one_of_a_unique_field.rs"]
mod create_a_conflict_is_one_of_a_unique_field;
#[path = "../../ui-tests/pass/create/a_conflict_is_one_of_fields_that_are_unique_together.rs"]
mod create_a_conflict_is_one_of_fields_that_are_unique_together;
#[path = "../../ui-tests/pass/create/a_conflict_updates_some_fields.rs"]
mod create_a_conflict_updates_some_fields;
#[path = "../../ui-tests/pass/create/a_field_takes_values_of_its_kind.rs"]
mod create_a_field_takes_values_of_its_kind;
#[path = "../../ui-tests/pass/create/a_field_that_is_not_null_takes_no_none.rs"]
mod create_a_field_that_is_not_null_takes_no_none;
#[path = "../../ui-tests/pass/create/a_many_to_many_relation_is_not_set.rs"]
mod create_a_many_to_many_relation_is_not_set;
#[path = "../../ui-tests/pass/create/a_relation_takes_an_instance_of_its_model.rs"]
mod create_a_relation_takes_an_instance_of_its_model;
#[path = "../../ui-tests/pass/create/a_relation_takes_no_key.rs"]
mod create_a_relation_takes_no_key;
#[path = "../../ui-tests/pass/create/a_relation_takes_no_new_row.rs"]
mod create_a_relation_takes_no_new_row;
#[path = "../../ui-tests/pass/create/a_relation_that_is_not_null_takes_no_none.rs"]
mod create_a_relation_that_is_not_null_takes_no_none;
#[path = "../../ui-tests/pass/create/a_required_field_is_given.rs"]
mod create_a_required_field_is_given;
#[path = "../../ui-tests/pass/create/a_required_relation_is_given.rs"]
mod create_a_required_relation_is_given;
#[path = "../../ui-tests/pass/create/an_automatic_field_is_not_set.rs"]
mod create_an_automatic_field_is_not_set;
#[path = "../../ui-tests/pass/create/an_integer_field_takes_no_float.rs"]
mod create_an_integer_field_takes_no_float;
#[path = "../../ui-tests/pass/create/an_unknown_field_is_not_set.rs"]
mod create_an_unknown_field_is_not_set;
#[path = "../../ui-tests/pass/create/bulk_create_takes_rows_of_its_model.rs"]
mod create_bulk_create_takes_rows_of_its_model;
#[path = "../../ui-tests/pass/create/conflicts_are_ignored_or_updated.rs"]
mod create_conflicts_are_ignored_or_updated;
#[path = "../../ui-tests/pass/create/mysql_is_not_told_which_conflicts_count.rs"]
mod create_mysql_is_not_told_which_conflicts_count;
#[path = "../../ui-tests/pass/create/rows_for_bulk_create_are_complete.rs"]
mod create_rows_for_bulk_create_are_complete;
#[path = "../../ui-tests/pass/create/sqlite_is_told_which_conflicts_count.rs"]
mod create_sqlite_is_told_which_conflicts_count;
#[path = "../../ui-tests/pass/cte/a_column_that_was_not_selected_is_not_there.rs"]
mod cte_a_column_that_was_not_selected_is_not_there;
#[path = "../../ui-tests/pass/cte/a_join_compares_one_kind.rs"]
mod cte_a_join_compares_one_kind;
#[path = "../../ui-tests/pass/cte/a_join_is_by_a_column_of_the_model.rs"]
mod cte_a_join_is_by_a_column_of_the_model;
#[path = "../../ui-tests/pass/cte/a_join_is_of_its_model.rs"]
mod cte_a_join_is_of_its_model;
#[path = "../../ui-tests/pass/cte/a_left_join_may_have_no_row.rs"]
mod cte_a_left_join_may_have_no_row;
#[path = "../../ui-tests/pass/cte/columns_need_names.rs"]
mod cte_columns_need_names;
#[path = "../../ui-tests/pass/cte/it_refers_to_no_outer_query.rs"]
mod cte_it_refers_to_no_outer_query;
#[path = "../../ui-tests/pass/cte/the_second_part_has_as_many_columns.rs"]
mod cte_the_second_part_has_as_many_columns;
#[path = "../../ui-tests/pass/cte/the_second_part_has_the_types_of_the_first.rs"]
mod cte_the_second_part_has_the_types_of_the_first;
#[path = "../../ui-tests/pass/delete/a_locked_query_set_is_deleted_in_a_transaction.rs"]
mod delete_a_locked_query_set_is_deleted_in_a_transaction;
#[path = "../../ui-tests/pass/delete/values_are_not_deleted.rs"]
mod delete_values_are_not_deleted;
#[path = "../../ui-tests/pass/distinct/distinct_on_needs_postgresql_in_a_transaction_too.rs"]
mod distinct_distinct_on_needs_postgresql_in_a_transaction_too;
#[path = "../../ui-tests/pass/distinct/distinct_on_needs_postgresql_not_mysql.rs"]
mod distinct_distinct_on_needs_postgresql_not_mysql;
#[path = "../../ui-tests/pass/distinct/distinct_on_needs_postgresql_not_sqlite.rs"]
mod distinct_distinct_on_needs_postgresql_not_sqlite;
#[path = "../../ui-tests/pass/distinct/distinct_takes_no_fields.rs"]
mod distinct_distinct_takes_no_fields;
#[path = "../../ui-tests/pass/executor/a_chunk_has_a_number_of_rows.rs"]
mod executor_a_chunk_has_a_number_of_rows;
#[path = "../../ui-tests/pass/executor/a_create_runs_on_a_database_only.rs"]
mod executor_a_create_runs_on_a_database_only;
#[path = "../../ui-tests/pass/executor/a_database_is_passed_by_reference.rs"]
mod executor_a_database_is_passed_by_reference;
#[path = "../../ui-tests/pass/executor/a_function_for_every_backend_needs_a_query_that_each_can_run.rs"]
mod executor_a_function_for_every_backend_needs_a_query_that_each_can_run;
#[path = "../../ui-tests/pass/executor/a_query_is_awaited.rs"]
mod executor_a_query_is_awaited;
#[path = "../../ui-tests/pass/executor/a_query_needs_a_database.rs"]
mod executor_a_query_needs_a_database;
#[path = "../../ui-tests/pass/executor/a_query_runs_on_a_database_only.rs"]
mod executor_a_query_runs_on_a_database_only;
#[path = "../../ui-tests/pass/executor/a_query_set_is_no_list.rs"]
mod executor_a_query_set_is_no_list;
#[path = "../../ui-tests/pass/executor/a_stream_of_a_lock_needs_a_transaction.rs"]
mod executor_a_stream_of_a_lock_needs_a_transaction;
#[path = "../../ui-tests/pass/executor/a_transaction_is_passed_by_mutable_reference.rs"]
mod executor_a_transaction_is_passed_by_mutable_reference;
#[path = "../../ui-tests/pass/executor/explain_takes_options.rs"]
mod executor_explain_takes_options;
#[path = "../../ui-tests/pass/filtered_relation/a_column_is_no_relation.rs"]
mod filtered_relation_a_column_is_no_relation;
#[path = "../../ui-tests/pass/filtered_relation/a_condition_has_the_fields_of_the_related_row.rs"]
mod filtered_relation_a_condition_has_the_fields_of_the_related_row;
#[path = "../../ui-tests/pass/filtered_relation/a_condition_is_a_predicate.rs"]
mod filtered_relation_a_condition_is_a_predicate;
#[path = "../../ui-tests/pass/filtered_relation/a_condition_is_about_the_model.rs"]
mod filtered_relation_a_condition_is_about_the_model;
#[path = "../../ui-tests/pass/filtered_relation/a_condition_names_its_row.rs"]
mod filtered_relation_a_condition_names_its_row;
#[path = "../../ui-tests/pass/filtered_relation/a_field_of_a_filtered_relation_is_of_its_model.rs"]
mod filtered_relation_a_field_of_a_filtered_relation_is_of_its_model;
#[path = "../../ui-tests/pass/filtered_relation/a_filtered_relation_has_a_name.rs"]
mod filtered_relation_a_filtered_relation_has_a_name;
#[path = "../../ui-tests/pass/filtered_relation/a_filtered_relation_is_registered_not_annotated.rs"]
mod filtered_relation_a_filtered_relation_is_registered_not_annotated;
#[path = "../../ui-tests/pass/filtered_relation/a_misspelt_relation_does_not_exist.rs"]
mod filtered_relation_a_misspelt_relation_does_not_exist;
#[path = "../../ui-tests/pass/filtered_relation/a_model_is_no_relation.rs"]
mod filtered_relation_a_model_is_no_relation;
#[path = "../../ui-tests/pass/filtered_relation/a_query_knows_filtered_relations_of_its_model.rs"]
mod filtered_relation_a_query_knows_filtered_relations_of_its_model;
#[path = "../../ui-tests/pass/filtered_relation/a_related_value_may_be_missing.rs"]
mod filtered_relation_a_related_value_may_be_missing;
#[path = "../../ui-tests/pass/filtered_relation/only_takes_no_filtered_relation.rs"]
mod filtered_relation_only_takes_no_filtered_relation;
#[path = "../../ui-tests/pass/function/a_cast_is_to_a_kind.rs"]
mod function_a_cast_is_to_a_kind;
#[path = "../../ui-tests/pass/function/a_date_has_no_time_unit.rs"]
mod function_a_date_has_no_time_unit;
#[path = "../../ui-tests/pass/function/a_date_is_not_cut_to_an_hour.rs"]
mod function_a_date_is_not_cut_to_an_hour;
#[path = "../../ui-tests/pass/function/a_function_of_ones_own_has_as_many_arguments.rs"]
mod function_a_function_of_ones_own_has_as_many_arguments;
#[path = "../../ui-tests/pass/function/a_function_of_ones_own_has_its_arguments.rs"]
mod function_a_function_of_ones_own_has_its_arguments;
#[path = "../../ui-tests/pass/function/a_function_of_ones_own_has_its_kind.rs"]
mod function_a_function_of_ones_own_has_its_kind;
#[path = "../../ui-tests/pass/function/a_length_is_a_number.rs"]
mod function_a_length_is_a_number;
#[path = "../../ui-tests/pass/function/a_logarithm_is_of_a_number.rs"]
mod function_a_logarithm_is_of_a_number;
#[path = "../../ui-tests/pass/function/a_part_of_a_date_has_a_name.rs"]
mod function_a_part_of_a_date_has_a_name;
#[path = "../../ui-tests/pass/function/a_power_of_a_decimal_takes_no_float.rs"]
mod function_a_power_of_a_decimal_takes_no_float;
#[path = "../../ui-tests/pass/function/a_text_function_is_of_text.rs"]
mod function_a_text_function_is_of_text;
#[path = "../../ui-tests/pass/function/a_time_has_no_day.rs"]
mod function_a_time_has_no_day;
#[path = "../../ui-tests/pass/function/coalesce_is_of_one_kind.rs"]
mod function_coalesce_is_of_one_kind;
#[path = "../../ui-tests/pass/function/coalesce_takes_fields_of_its_model.rs"]
mod function_coalesce_takes_fields_of_its_model;
#[path = "../../ui-tests/pass/function/concat_converts_no_number.rs"]
mod function_concat_converts_no_number;
#[path = "../../ui-tests/pass/function/concat_takes_another_text.rs"]
mod function_concat_takes_another_text;
#[path = "../../ui-tests/pass/function/dates_are_of_a_date.rs"]
mod function_dates_are_of_a_date;
#[path = "../../ui-tests/pass/function/dates_are_of_the_model.rs"]
mod function_dates_are_of_the_model;
#[path = "../../ui-tests/pass/function/dates_do_not_follow_a_slice.rs"]
mod function_dates_do_not_follow_a_slice;
#[path = "../../ui-tests/pass/function/dates_have_units_of_the_calendar.rs"]
mod function_dates_have_units_of_the_calendar;
#[path = "../../ui-tests/pass/function/datetimes_are_of_a_datetime.rs"]
mod function_datetimes_are_of_a_datetime;
#[path = "../../ui-tests/pass/function/documents_have_no_greatest.rs"]
mod function_documents_have_no_greatest;
#[path = "../../ui-tests/pass/function/greatest_is_of_one_kind.rs"]
mod function_greatest_is_of_one_kind;
#[path = "../../ui-tests/pass/function/greatest_takes_another_value.rs"]
mod function_greatest_takes_another_value;
#[path = "../../ui-tests/pass/function/now_is_compared_with_a_moment.rs"]
mod function_now_is_compared_with_a_moment;
#[path = "../../ui-tests/pass/function/parts_of_durations_need_postgresql.rs"]
mod function_parts_of_durations_need_postgresql;
#[path = "../../ui-tests/pass/function/replace_takes_text.rs"]
mod function_replace_takes_text;
#[path = "../../ui-tests/pass/function/round_is_of_a_number.rs"]
mod function_round_is_of_a_number;
#[path = "../../ui-tests/pass/get_or_create/a_new_row_is_complete.rs"]
mod get_or_create_a_new_row_is_complete;
#[path = "../../ui-tests/pass/get_or_create/a_new_row_is_of_the_model.rs"]
mod get_or_create_a_new_row_is_of_the_model;
#[path = "../../ui-tests/pass/get_or_create/a_slice_is_not_created.rs"]
mod get_or_create_a_slice_is_not_created;
#[path = "../../ui-tests/pass/get_or_create/an_update_sets_fields_of_the_model.rs"]
mod get_or_create_an_update_sets_fields_of_the_model;
#[path = "../../ui-tests/pass/get_or_create/values_are_no_rows.rs"]
mod get_or_create_values_are_no_rows;
#[path = "../../ui-tests/pass/hooks/a_hook_does_not_end_the_transaction.rs"]
mod hooks_a_hook_does_not_end_the_transaction;
#[path = "../../ui-tests/pass/hooks/a_hook_sees_rows_of_its_model.rs"]
mod hooks_a_hook_sees_rows_of_its_model;
#[path = "../../ui-tests/pass/hooks/hooks_are_of_the_backend.rs"]
mod hooks_hooks_are_of_the_backend;
#[path = "../../ui-tests/pass/hooks/m2m_hooks_are_of_a_many_to_many_relation.rs"]
mod hooks_m2m_hooks_are_of_a_many_to_many_relation;
#[path = "../../ui-tests/pass/hooks/m2m_hooks_are_of_the_backend.rs"]
mod hooks_m2m_hooks_are_of_the_backend;
#[path = "../../ui-tests/pass/hooks/with_hooks_takes_hooks.rs"]
mod hooks_with_hooks_takes_hooks;
#[path = "../../ui-tests/pass/json/a_document_has_no_icontains.rs"]
mod json_a_document_has_no_icontains;
#[path = "../../ui-tests/pass/json/a_field_of_a_document_is_named_by_text.rs"]
mod json_a_field_of_a_document_is_named_by_text;
#[path = "../../ui-tests/pass/json/a_field_of_a_document_is_of_its_model.rs"]
mod json_a_field_of_a_document_is_of_its_model;
#[path = "../../ui-tests/pass/json/a_key_has_no_arithmetic.rs"]
mod json_a_key_has_no_arithmetic;
#[path = "../../ui-tests/pass/json/a_key_has_no_sum.rs"]
mod json_a_key_has_no_sum;
#[path = "../../ui-tests/pass/json/a_key_is_named_by_text.rs"]
mod json_a_key_is_named_by_text;
#[path = "../../ui-tests/pass/json/a_key_is_not_a_column_of_another_model.rs"]
mod json_a_key_is_not_a_column_of_another_model;
#[path = "../../ui-tests/pass/json/a_key_is_not_compared_with_a_date.rs"]
mod json_a_key_is_not_compared_with_a_date;
#[path = "../../ui-tests/pass/json/a_key_is_not_compared_with_none.rs"]
mod json_a_key_is_not_compared_with_none;
#[path = "../../ui-tests/pass/json/a_key_is_not_compared_with_text.rs"]
mod json_a_key_is_not_compared_with_text;
#[path = "../../ui-tests/pass/json/a_key_may_be_missing.rs"]
mod json_a_key_may_be_missing;
#[path = "../../ui-tests/pass/json/a_sum_has_no_order.rs"]
mod json_a_sum_has_no_order;
#[path = "../../ui-tests/pass/json/an_index_is_a_number.rs"]
mod json_an_index_is_a_number;
#[path = "../../ui-tests/pass/json/an_index_is_counted_from_the_start.rs"]
mod json_an_index_is_counted_from_the_start;
#[path = "../../ui-tests/pass/json/array_agg_needs_postgresql.rs"]
mod json_array_agg_needs_postgresql;
#[path = "../../ui-tests/pass/json/contained_by_needs_another_database_than_sqlite.rs"]
mod json_contained_by_needs_another_database_than_sqlite;
#[path = "../../ui-tests/pass/json/contains_needs_another_database_than_sqlite.rs"]
mod json_contains_needs_another_database_than_sqlite;
#[path = "../../ui-tests/pass/json/has_any_keys_takes_text.rs"]
mod json_has_any_keys_takes_text;
#[path = "../../ui-tests/pass/json/has_key_is_not_for_text.rs"]
mod json_has_key_is_not_for_text;
#[path = "../../ui-tests/pass/json/has_key_takes_text.rs"]
mod json_has_key_takes_text;
#[path = "../../ui-tests/pass/json/has_keys_takes_a_list.rs"]
mod json_has_keys_takes_a_list;
#[path = "../../ui-tests/pass/json/string_agg_is_not_empty.rs"]
mod json_string_agg_is_not_empty;
#[path = "../../ui-tests/pass/json/string_agg_is_of_text.rs"]
mod json_string_agg_is_of_text;
#[path = "../../ui-tests/pass/json/text_has_no_keys.rs"]
mod json_text_has_no_keys;
#[path = "../../ui-tests/pass/latest/earliest_by_does_not_follow_a_slice.rs"]
mod latest_earliest_by_does_not_follow_a_slice;
#[path = "../../ui-tests/pass/latest/earliest_needs_get_latest_by.rs"]
mod latest_earliest_needs_get_latest_by;
#[path = "../../ui-tests/pass/latest/latest_by_names_what_is_compared.rs"]
mod latest_latest_by_names_what_is_compared;
#[path = "../../ui-tests/pass/latest/latest_by_takes_fields_of_the_model.rs"]
mod latest_latest_by_takes_fields_of_the_model;
#[path = "../../ui-tests/pass/latest/latest_by_takes_no_text.rs"]
mod latest_latest_by_takes_no_text;
#[path = "../../ui-tests/pass/latest/latest_does_not_follow_a_slice.rs"]
mod latest_latest_does_not_follow_a_slice;
#[path = "../../ui-tests/pass/latest/latest_needs_get_latest_by.rs"]
mod latest_latest_needs_get_latest_by;
#[path = "../../ui-tests/pass/latest/latest_of_a_lock_needs_a_transaction.rs"]
mod latest_latest_of_a_lock_needs_a_transaction;
#[path = "../../ui-tests/pass/latest/latest_of_a_subquery_does_not_run_by_itself.rs"]
mod latest_latest_of_a_subquery_does_not_run_by_itself;
#[path = "../../ui-tests/pass/lock/no_key_follows_select_for_update.rs"]
mod lock_no_key_follows_select_for_update;
#[path = "../../ui-tests/pass/lock/no_key_needs_a_transaction.rs"]
mod lock_no_key_needs_a_transaction;
#[path = "../../ui-tests/pass/lock/no_key_needs_postgresql_not_mysql.rs"]
mod lock_no_key_needs_postgresql_not_mysql;
#[path = "../../ui-tests/pass/lock/nowait_and_skip_locked_exclude_each_other.rs"]
mod lock_nowait_and_skip_locked_exclude_each_other;
#[path = "../../ui-tests/pass/lock/nowait_follows_select_for_update.rs"]
mod lock_nowait_follows_select_for_update;
#[path = "../../ui-tests/pass/lock/of_follows_select_for_update.rs"]
mod lock_of_follows_select_for_update;
#[path = "../../ui-tests/pass/lock/of_self_follows_select_for_update.rs"]
mod lock_of_self_follows_select_for_update;
#[path = "../../ui-tests/pass/lock/of_takes_each_row_that_is_joined.rs"]
mod lock_of_takes_each_row_that_is_joined;
#[path = "../../ui-tests/pass/lock/of_takes_relations.rs"]
mod lock_of_takes_relations;
#[path = "../../ui-tests/pass/lock/of_takes_rows_that_are_joined.rs"]
mod lock_of_takes_rows_that_are_joined;
#[path = "../../ui-tests/pass/lock/select_for_update_needs_a_transaction.rs"]
mod lock_select_for_update_needs_a_transaction;
#[path = "../../ui-tests/pass/lock/select_for_update_needs_a_transaction_on_sqlite_too.rs"]
mod lock_select_for_update_needs_a_transaction_on_sqlite_too;
#[path = "../../ui-tests/pass/lock/skip_locked_follows_select_for_update.rs"]
mod lock_skip_locked_follows_select_for_update;
#[path = "../../ui-tests/pass/lookup/a_boolean_has_no_startswith.rs"]
mod lookup_a_boolean_has_no_startswith;
#[path = "../../ui-tests/pass/lookup/a_date_has_no_contains.rs"]
mod lookup_a_date_has_no_contains;
#[path = "../../ui-tests/pass/lookup/a_date_has_no_hour.rs"]
mod lookup_a_date_has_no_hour;
#[path = "../../ui-tests/pass/lookup/a_date_has_no_icontains.rs"]
mod lookup_a_date_has_no_icontains;
#[path = "../../ui-tests/pass/lookup/a_key_has_no_icontains.rs"]
mod lookup_a_key_has_no_icontains;
#[path = "../../ui-tests/pass/lookup/a_lookup_of_ones_own_has_its_kinds.rs"]
mod lookup_a_lookup_of_ones_own_has_its_kinds;
#[path = "../../ui-tests/pass/lookup/a_misspelt_lookup_does_not_exist.rs"]
mod lookup_a_misspelt_lookup_does_not_exist;
#[path = "../../ui-tests/pass/lookup/a_time_has_no_year.rs"]
mod lookup_a_time_has_no_year;
#[path = "../../ui-tests/pass/lookup/a_transform_of_ones_own_has_its_kinds.rs"]
mod lookup_a_transform_of_ones_own_has_its_kinds;
#[path = "../../ui-tests/pass/lookup/an_integer_has_no_contains.rs"]
mod lookup_an_integer_has_no_contains;
#[path = "../../ui-tests/pass/lookup/an_integer_has_no_iexact.rs"]
mod lookup_an_integer_has_no_iexact;
#[path = "../../ui-tests/pass/lookup/an_integer_has_no_month.rs"]
mod lookup_an_integer_has_no_month;
#[path = "../../ui-tests/pass/lookup/an_integer_has_no_regex.rs"]
mod lookup_an_integer_has_no_regex;
#[path = "../../ui-tests/pass/lookup/an_integer_has_no_startswith.rs"]
mod lookup_an_integer_has_no_startswith;
#[path = "../../ui-tests/pass/lookup/bytes_have_no_contains.rs"]
mod lookup_bytes_have_no_contains;
#[path = "../../ui-tests/pass/lookup/bytes_have_no_gt.rs"]
mod lookup_bytes_have_no_gt;
#[path = "../../ui-tests/pass/lookup/eq_is_called_exact.rs"]
mod lookup_eq_is_called_exact;
#[path = "../../ui-tests/pass/lookup/isnull_takes_a_boolean.rs"]
mod lookup_isnull_takes_a_boolean;
#[path = "../../ui-tests/pass/lookup/json_has_no_gt.rs"]
mod lookup_json_has_no_gt;
#[path = "../../ui-tests/pass/lookup/range_takes_two_arguments.rs"]
mod lookup_range_takes_two_arguments;
#[path = "../../ui-tests/pass/lookup/text_has_no_year.rs"]
mod lookup_text_has_no_year;
#[path = "../../ui-tests/pass/model/a_comparison_takes_fields_of_the_model.rs"]
mod model_a_comparison_takes_fields_of_the_model;
#[path = "../../ui-tests/pass/model/a_field_leads_nowhere.rs"]
mod model_a_field_leads_nowhere;
#[path = "../../ui-tests/pass/model/a_misspelt_field_does_not_exist.rs"]
mod model_a_misspelt_field_does_not_exist;
#[path = "../../ui-tests/pass/model/a_misspelt_field_of_a_relation_does_not_exist.rs"]
mod model_a_misspelt_field_of_a_relation_does_not_exist;
#[path = "../../ui-tests/pass/model/a_misspelt_relation_does_not_exist.rs"]
mod model_a_misspelt_relation_does_not_exist;
#[path = "../../ui-tests/pass/model/a_misspelt_relation_of_a_relation_does_not_exist.rs"]
mod model_a_misspelt_relation_of_a_relation_does_not_exist;
#[path = "../../ui-tests/pass/model/a_relation_is_a_call.rs"]
mod model_a_relation_is_a_call;
#[path = "../../ui-tests/pass/model/arithmetic_takes_fields_of_the_model.rs"]
mod model_arithmetic_takes_fields_of_the_model;
#[path = "../../ui-tests/pass/model/distinct_on_takes_fields_of_the_model.rs"]
mod model_distinct_on_takes_fields_of_the_model;
#[path = "../../ui-tests/pass/model/exclude_takes_fields_of_the_model.rs"]
mod model_exclude_takes_fields_of_the_model;
#[path = "../../ui-tests/pass/model/filter_takes_fields_of_the_model.rs"]
mod model_filter_takes_fields_of_the_model;
#[path = "../../ui-tests/pass/model/only_takes_fields_of_the_model.rs"]
mod model_only_takes_fields_of_the_model;
#[path = "../../ui-tests/pass/model/order_by_takes_fields_of_the_model.rs"]
mod model_order_by_takes_fields_of_the_model;
#[path = "../../ui-tests/pass/model/order_by_takes_orders_of_the_model.rs"]
mod model_order_by_takes_orders_of_the_model;
#[path = "../../ui-tests/pass/model/predicates_of_two_models_are_not_joined.rs"]
mod model_predicates_of_two_models_are_not_joined;
#[path = "../../ui-tests/pass/model/update_takes_fields_of_the_model.rs"]
mod model_update_takes_fields_of_the_model;
#[path = "../../ui-tests/pass/model/values_list_takes_fields_of_the_model.rs"]
mod model_values_list_takes_fields_of_the_model;
#[path = "../../ui-tests/pass/model/values_list_takes_tuples_of_fields_of_the_model.rs"]
mod model_values_list_takes_tuples_of_fields_of_the_model;
#[path = "../../ui-tests/pass/model/values_takes_all_fields_of_the_model_only.rs"]
mod model_values_takes_all_fields_of_the_model_only;
#[path = "../../ui-tests/pass/model/values_takes_fields_of_the_model.rs"]
mod model_values_takes_fields_of_the_model;
#[path = "../../ui-tests/pass/only_defer/a_deferred_field_is_not_read.rs"]
mod only_defer_a_deferred_field_is_not_read;
#[path = "../../ui-tests/pass/only_defer/a_field_that_only_left_out_is_not_read.rs"]
mod only_defer_a_field_that_only_left_out_is_not_read;
#[path = "../../ui-tests/pass/only_defer/defer_does_not_follow_values_list.rs"]
mod only_defer_defer_does_not_follow_values_list;
#[path = "../../ui-tests/pass/only_defer/defer_takes_no_expression.rs"]
mod only_defer_defer_takes_no_expression;
#[path = "../../ui-tests/pass/only_defer/only_does_not_follow_values.rs"]
mod only_defer_only_does_not_follow_values;
#[path = "../../ui-tests/pass/only_defer/only_takes_no_field_of_a_related_model.rs"]
mod only_defer_only_takes_no_field_of_a_related_model;
#[path = "../../ui-tests/pass/only_defer/only_takes_no_relation.rs"]
mod only_defer_only_takes_no_relation;
#[path = "../../ui-tests/pass/order/a_list_of_orders_has_one_model.rs"]
mod order_a_list_of_orders_has_one_model;
#[path = "../../ui-tests/pass/order/a_minus_does_not_make_an_order_descend.rs"]
mod order_a_minus_does_not_make_an_order_descend;
#[path = "../../ui-tests/pass/order/a_predicate_of_another_model_does_not_order.rs"]
mod order_a_predicate_of_another_model_does_not_order;
#[path = "../../ui-tests/pass/order/a_question_mark_is_not_random.rs"]
mod order_a_question_mark_is_not_random;
#[path = "../../ui-tests/pass/order/a_relation_of_another_model_does_not_order.rs"]
mod order_a_relation_of_another_model_does_not_order;
#[path = "../../ui-tests/pass/order/a_zone_does_not_order.rs"]
mod order_a_zone_does_not_order;
#[path = "../../ui-tests/pass/order/an_order_has_one_direction.rs"]
mod order_an_order_has_one_direction;
#[path = "../../ui-tests/pass/order/null_is_placed_in_a_direction.rs"]
mod order_null_is_placed_in_a_direction;
#[path = "../../ui-tests/pass/order/nulls_first_follows_a_direction.rs"]
mod order_nulls_first_follows_a_direction;
#[path = "../../ui-tests/pass/order/order_by_takes_no_predicate.rs"]
mod order_order_by_takes_no_predicate;
#[path = "../../ui-tests/pass/order/order_by_takes_no_text.rs"]
mod order_order_by_takes_no_text;
#[path = "../../ui-tests/pass/order/order_by_takes_one_argument.rs"]
mod order_order_by_takes_one_argument;
#[path = "../../ui-tests/pass/order/reverse_does_not_follow_a_cleared_order.rs"]
mod order_reverse_does_not_follow_a_cleared_order;
#[path = "../../ui-tests/pass/order/reverse_needs_an_order.rs"]
mod order_reverse_needs_an_order;
#[path = "../../ui-tests/pass/predicate/a_number_is_no_predicate.rs"]
mod predicate_a_number_is_no_predicate;
#[path = "../../ui-tests/pass/predicate/a_predicate_is_not_joined_with_a_field.rs"]
mod predicate_a_predicate_is_not_joined_with_a_field;
#[path = "../../ui-tests/pass/predicate/a_relation_is_no_predicate.rs"]
mod predicate_a_relation_is_no_predicate;
#[path = "../../ui-tests/pass/predicate/fields_are_not_compared_with_equals_signs.rs"]
mod predicate_fields_are_not_compared_with_equals_signs;
#[path = "../../ui-tests/pass/predicate/fields_are_not_compared_with_operators.rs"]
mod predicate_fields_are_not_compared_with_operators;
#[path = "../../ui-tests/pass/predicate/filter_takes_one_predicate.rs"]
mod predicate_filter_takes_one_predicate;
#[path = "../../ui-tests/pass/predicate/predicates_are_joined_with_one_ampersand.rs"]
mod predicate_predicates_are_joined_with_one_ampersand;
#[path = "../../ui-tests/pass/predicate/several_predicates_are_joined.rs"]
mod predicate_several_predicates_are_joined;
#[path = "../../ui-tests/pass/predicate/text_is_no_predicate.rs"]
mod predicate_text_is_no_predicate;
#[path = "../../ui-tests/pass/prefetch_related/a_column_is_no_relation.rs"]
mod prefetch_related_a_column_is_no_relation;
#[path = "../../ui-tests/pass/prefetch_related/a_filtered_row_may_be_missing.rs"]
mod prefetch_related_a_filtered_row_may_be_missing;
#[path = "../../ui-tests/pass/prefetch_related/a_locked_query_set_is_run_by_itself.rs"]
mod prefetch_related_a_locked_query_set_is_run_by_itself;
#[path = "../../ui-tests/pass/prefetch_related/a_new_row_has_no_related_rows.rs"]
mod prefetch_related_a_new_row_has_no_related_rows;
#[path = "../../ui-tests/pass/prefetch_related/a_query_set_is_one_of_the_related_model.rs"]
mod prefetch_related_a_query_set_is_one_of_the_related_model;
#[path = "../../ui-tests/pass/prefetch_related/a_query_set_refers_to_no_outer_query.rs"]
mod prefetch_related_a_query_set_refers_to_no_outer_query;
#[path = "../../ui-tests/pass/prefetch_related/a_relation_of_another_model_is_not_followed.rs"]
mod prefetch_related_a_relation_of_another_model_is_not_followed;
#[path = "../../ui-tests/pass/prefetch_related/a_row_has_16_elements.rs"]
mod prefetch_related_a_row_has_16_elements;
#[path = "../../ui-tests/pass/prefetch_related/distinct_fields_inside_need_postgresql.rs"]
mod prefetch_related_distinct_fields_inside_need_postgresql;
#[path = "../../ui-tests/pass/prefetch_related/iterator_needs_the_size_of_a_chunk.rs"]
mod prefetch_related_iterator_needs_the_size_of_a_chunk;
#[path = "../../ui-tests/pass/prefetch_related/loaded_rows_lead_to_their_own_relations.rs"]
mod prefetch_related_loaded_rows_lead_to_their_own_relations;
#[path = "../../ui-tests/pass/prefetch_related/loaded_values_have_no_related_rows.rs"]
mod prefetch_related_loaded_values_have_no_related_rows;
#[path = "../../ui-tests/pass/prefetch_related/one_row_is_not_sliced.rs"]
mod prefetch_related_one_row_is_not_sliced;
#[path = "../../ui-tests/pass/prefetch_related/several_relations_to_several_rows_are_nested.rs"]
mod prefetch_related_several_relations_to_several_rows_are_nested;
#[path = "../../ui-tests/pass/prefetch_related/values_have_no_related_rows.rs"]
mod prefetch_related_values_have_no_related_rows;
#[path = "../../ui-tests/pass/related/a_foreign_key_binds_instances.rs"]
mod related_a_foreign_key_binds_instances;
#[path = "../../ui-tests/pass/related/a_foreign_key_has_no_pairs.rs"]
mod related_a_foreign_key_has_no_pairs;
#[path = "../../ui-tests/pass/related/a_new_row_of_a_relation_is_complete.rs"]
mod related_a_new_row_of_a_relation_is_complete;
#[path = "../../ui-tests/pass/related/add_takes_instances_of_its_model.rs"]
mod related_add_takes_instances_of_its_model;
#[path = "../../ui-tests/pass/related/add_takes_no_key.rs"]
mod related_add_takes_no_key;
#[path = "../../ui-tests/pass/related/add_takes_rows_that_were_written.rs"]
mod related_add_takes_rows_that_were_written;
#[path = "../../ui-tests/pass/related/keys_are_of_the_kind_of_the_key.rs"]
mod related_keys_are_of_the_kind_of_the_key;
#[path = "../../ui-tests/pass/related/only_related_rows_are_added.rs"]
mod related_only_related_rows_are_added;
#[path = "../../ui-tests/pass/related/rows_with_a_key_of_their_own_are_not_cleared.rs"]
mod related_rows_with_a_key_of_their_own_are_not_cleared;
#[path = "../../ui-tests/pass/relation/a_relation_has_no_order.rs"]
mod relation_a_relation_has_no_order;
#[path = "../../ui-tests/pass/relation/a_relation_has_no_text_lookups.rs"]
mod relation_a_relation_has_no_text_lookups;
#[path = "../../ui-tests/pass/relation/a_relation_is_not_compared_with_a_key.rs"]
mod relation_a_relation_is_not_compared_with_a_key;
#[path = "../../ui-tests/pass/relation/exact_takes_an_instance_of_its_model.rs"]
mod relation_exact_takes_an_instance_of_its_model;
#[path = "../../ui-tests/pass/relation/exact_takes_no_key.rs"]
mod relation_exact_takes_no_key;
#[path = "../../ui-tests/pass/relation/exact_takes_no_none.rs"]
mod relation_exact_takes_no_none;
#[path = "../../ui-tests/pass/relation/in_takes_a_query_set_of_its_model.rs"]
mod relation_in_takes_a_query_set_of_its_model;
#[path = "../../ui-tests/pass/relation/in_takes_instances_of_its_model.rs"]
mod relation_in_takes_instances_of_its_model;
#[path = "../../ui-tests/pass/relation/in_takes_no_keys.rs"]
mod relation_in_takes_no_keys;
#[path = "../../ui-tests/pass/row/a_column_of_another_model_is_not_read.rs"]
mod row_a_column_of_another_model_is_not_read;
#[path = "../../ui-tests/pass/row/a_column_that_may_be_null_needs_an_option.rs"]
mod row_a_column_that_may_be_null_needs_an_option;
#[path = "../../ui-tests/pass/row/a_field_has_the_type_of_its_column.rs"]
mod row_a_field_has_the_type_of_its_column;
#[path = "../../ui-tests/pass/row/a_field_is_not_left_out.rs"]
mod row_a_field_is_not_left_out;
#[path = "../../ui-tests/pass/row/a_mapped_row_is_not_annotated.rs"]
mod row_a_mapped_row_is_not_annotated;
#[path = "../../ui-tests/pass/row/a_struct_has_no_other_field.rs"]
mod row_a_struct_has_no_other_field;
#[path = "../../ui-tests/pass/save/a_deferred_field_is_not_set.rs"]
mod save_a_deferred_field_is_not_set;
#[path = "../../ui-tests/pass/save/a_key_of_its_own_is_not_made.rs"]
mod save_a_key_of_its_own_is_not_made;
#[path = "../../ui-tests/pass/save/a_loaded_field_takes_values_of_its_kind.rs"]
mod save_a_loaded_field_takes_values_of_its_kind;
#[path = "../../ui-tests/pass/save/a_loaded_field_that_is_not_null_takes_no_none.rs"]
mod save_a_loaded_field_that_is_not_null_takes_no_none;
#[path = "../../ui-tests/pass/save/a_row_that_was_not_written_is_not_deleted.rs"]
mod save_a_row_that_was_not_written_is_not_deleted;
#[path = "../../ui-tests/pass/save/a_row_that_was_not_written_is_not_refreshed.rs"]
mod save_a_row_that_was_not_written_is_not_refreshed;
#[path = "../../ui-tests/pass/save/refresh_fields_takes_no_field_of_a_related_model.rs"]
mod save_refresh_fields_takes_no_field_of_a_related_model;
#[path = "../../ui-tests/pass/save/save_fields_needs_a_field.rs"]
mod save_save_fields_needs_a_field;
#[path = "../../ui-tests/pass/save/save_fields_takes_fields_of_its_model.rs"]
mod save_save_fields_takes_fields_of_its_model;
#[path = "../../ui-tests/pass/save/save_fields_takes_no_field_of_a_related_model.rs"]
mod save_save_fields_takes_no_field_of_a_related_model;
#[path = "../../ui-tests/pass/save/save_fields_takes_no_key.rs"]
mod save_save_fields_takes_no_key;
#[path = "../../ui-tests/pass/save/save_fields_takes_no_many_to_many_relation.rs"]
mod save_save_fields_takes_no_many_to_many_relation;
#[path = "../../ui-tests/pass/save/save_fields_takes_no_text.rs"]
mod save_save_fields_takes_no_text;
#[path = "../../ui-tests/pass/save/the_key_of_a_row_is_not_set.rs"]
mod save_the_key_of_a_row_is_not_set;
#[path = "../../ui-tests/pass/search/a_number_is_not_searched.rs"]
mod search_a_number_is_not_searched;
#[path = "../../ui-tests/pass/search/a_number_is_not_similar.rs"]
mod search_a_number_is_not_similar;
#[path = "../../ui-tests/pass/search/a_search_needs_postgresql.rs"]
mod search_a_search_needs_postgresql;
#[path = "../../ui-tests/pass/search/similarity_needs_postgresql.rs"]
mod search_similarity_needs_postgresql;
#[path = "../../ui-tests/pass/search/trigram_similar_needs_postgresql.rs"]
mod search_trigram_similar_needs_postgresql;
#[path = "../../ui-tests/pass/search/unaccent_needs_postgresql.rs"]
mod search_unaccent_needs_postgresql;
#[path = "../../ui-tests/pass/search/vectors_are_of_one_model.rs"]
mod search_vectors_are_of_one_model;
#[path = "../../ui-tests/pass/select_related/a_column_is_no_relation.rs"]
mod select_related_a_column_is_no_relation;
#[path = "../../ui-tests/pass/select_related/a_foreign_key_column_is_no_relation.rs"]
mod select_related_a_foreign_key_column_is_no_relation;
#[path = "../../ui-tests/pass/select_related/a_many_to_many_relation_is_prefetched.rs"]
mod select_related_a_many_to_many_relation_is_prefetched;
#[path = "../../ui-tests/pass/select_related/a_missing_row_is_an_option.rs"]
mod select_related_a_missing_row_is_an_option;
#[path = "../../ui-tests/pass/select_related/a_name_is_no_relation.rs"]
mod select_related_a_name_is_no_relation;
#[path = "../../ui-tests/pass/select_related/a_part_of_a_relation_has_its_own_fields.rs"]
mod select_related_a_part_of_a_relation_has_its_own_fields;
#[path = "../../ui-tests/pass/select_related/a_path_over_several_rows_is_prefetched.rs"]
mod select_related_a_path_over_several_rows_is_prefetched;
#[path = "../../ui-tests/pass/select_related/a_related_field_is_deferred_in_its_relation.rs"]
mod select_related_a_related_field_is_deferred_in_its_relation;
#[path = "../../ui-tests/pass/select_related/a_relation_of_another_model_is_not_followed.rs"]
mod select_related_a_relation_of_another_model_is_not_followed;
#[path = "../../ui-tests/pass/select_related/a_reverse_relation_is_prefetched.rs"]
mod select_related_a_reverse_relation_is_prefetched;
#[path = "../../ui-tests/pass/select_related/a_row_has_16_elements.rs"]
mod select_related_a_row_has_16_elements;
#[path = "../../ui-tests/pass/select_related/nested_needs_something_beside_the_instance.rs"]
mod select_related_nested_needs_something_beside_the_instance;
#[path = "../../ui-tests/pass/select_related/tuples_of_values_have_no_related_rows.rs"]
mod select_related_tuples_of_values_have_no_related_rows;
#[path = "../../ui-tests/pass/select_related/values_have_no_related_rows.rs"]
mod select_related_values_have_no_related_rows;
#[path = "../../ui-tests/pass/select_related/what_a_relation_left_out_is_not_read.rs"]
mod select_related_what_a_relation_left_out_is_not_read;
#[path = "../../ui-tests/pass/slice/a_filter_of_ones_own_comes_before_a_slice.rs"]
mod slice_a_filter_of_ones_own_comes_before_a_slice;
#[path = "../../ui-tests/pass/slice/a_limit_is_not_negative.rs"]
mod slice_a_limit_is_not_negative;
#[path = "../../ui-tests/pass/slice/a_limit_is_set_once.rs"]
mod slice_a_limit_is_set_once;
#[path = "../../ui-tests/pass/slice/a_slice_has_no_last.rs"]
mod slice_a_slice_has_no_last;
#[path = "../../ui-tests/pass/slice/a_slice_has_no_negative_bound.rs"]
mod slice_a_slice_has_no_negative_bound;
#[path = "../../ui-tests/pass/slice/a_slice_has_no_step.rs"]
mod slice_a_slice_has_no_step;
#[path = "../../ui-tests/pass/slice/a_slice_is_not_deleted.rs"]
mod slice_a_slice_is_not_deleted;
#[path = "../../ui-tests/pass/slice/a_slice_is_not_filtered.rs"]
mod slice_a_slice_is_not_filtered;
#[path = "../../ui-tests/pass/slice/a_slice_is_not_made_distinct.rs"]
mod slice_a_slice_is_not_made_distinct;
#[path = "../../ui-tests/pass/slice/a_slice_is_not_made_distinct_on_fields.rs"]
mod slice_a_slice_is_not_made_distinct_on_fields;
#[path = "../../ui-tests/pass/slice/a_slice_is_not_ordered.rs"]
mod slice_a_slice_is_not_ordered;
#[path = "../../ui-tests/pass/slice/a_slice_is_not_put_in_an_order.rs"]
mod slice_a_slice_is_not_put_in_an_order;
#[path = "../../ui-tests/pass/slice/a_slice_is_not_reversed.rs"]
mod slice_a_slice_is_not_reversed;
#[path = "../../ui-tests/pass/slice/a_slice_is_not_updated.rs"]
mod slice_a_slice_is_not_updated;
#[path = "../../ui-tests/pass/slice/a_slice_takes_a_range.rs"]
mod slice_a_slice_takes_a_range;
#[path = "../../ui-tests/pass/slice/an_offset_is_set_once.rs"]
mod slice_an_offset_is_set_once;
#[path = "../../ui-tests/pass/slice/nothing_is_excluded_from_a_slice.rs"]
mod slice_nothing_is_excluded_from_a_slice;
#[path = "../../ui-tests/pass/slice/nth_counts_from_the_start.rs"]
mod slice_nth_counts_from_the_start;
#[path = "../../ui-tests/pass/subquery/a_field_of_the_query_around_is_an_outer_one.rs"]
mod subquery_a_field_of_the_query_around_is_an_outer_one;
#[path = "../../ui-tests/pass/subquery/a_subquery_has_the_kind_of_the_field.rs"]
mod subquery_a_subquery_has_the_kind_of_the_field;
#[path = "../../ui-tests/pass/subquery/a_subquery_is_not_of_instances.rs"]
mod subquery_a_subquery_is_not_of_instances;
#[path = "../../ui-tests/pass/subquery/a_subquery_is_one_column.rs"]
mod subquery_a_subquery_is_one_column;
#[path = "../../ui-tests/pass/subquery/a_subquery_refers_to_the_model_around.rs"]
mod subquery_a_subquery_refers_to_the_model_around;
#[path = "../../ui-tests/pass/subquery/an_array_is_of_one_column.rs"]
mod subquery_an_array_is_of_one_column;
#[path = "../../ui-tests/pass/subquery/an_array_subquery_needs_postgresql.rs"]
mod subquery_an_array_subquery_needs_postgresql;
#[path = "../../ui-tests/pass/subquery/an_outer_reference_does_not_run_by_itself.rs"]
mod subquery_an_outer_reference_does_not_run_by_itself;
#[path = "../../ui-tests/pass/subquery/an_outer_reference_has_the_kind_of_the_field.rs"]
mod subquery_an_outer_reference_has_the_kind_of_the_field;
#[path = "../../ui-tests/pass/subquery/an_outer_reference_is_not_counted_by_itself.rs"]
mod subquery_an_outer_reference_is_not_counted_by_itself;
#[path = "../../ui-tests/pass/subquery/an_outer_reference_names_the_model_around.rs"]
mod subquery_an_outer_reference_names_the_model_around;
#[path = "../../ui-tests/pass/subquery/exact_takes_no_query_set.rs"]
mod subquery_exact_takes_no_query_set;
#[path = "../../ui-tests/pass/subquery/exists_takes_a_query_set.rs"]
mod subquery_exists_takes_a_query_set;
#[path = "../../ui-tests/pass/subquery/in_takes_a_column_of_the_kind.rs"]
mod subquery_in_takes_a_column_of_the_kind;
#[path = "../../ui-tests/pass/subquery/in_takes_a_query_set_of_one_column.rs"]
mod subquery_in_takes_a_query_set_of_one_column;
#[path = "../../ui-tests/pass/subquery/in_takes_a_query_set_of_one_relation.rs"]
mod subquery_in_takes_a_query_set_of_one_relation;
#[path = "../../ui-tests/pass/subquery/in_takes_no_query_set_of_instances.rs"]
mod subquery_in_takes_no_query_set_of_instances;
#[path = "../../ui-tests/pass/subquery/outer_reaches_two_queries.rs"]
mod subquery_outer_reaches_two_queries;
#[path = "../../ui-tests/pass/subquery/outer_references_are_of_one_model.rs"]
mod subquery_outer_references_are_of_one_model;
#[path = "../../ui-tests/pass/transaction/a_callback_borrows_nothing.rs"]
mod transaction_a_callback_borrows_nothing;
#[path = "../../ui-tests/pass/transaction/a_callback_gives_nothing.rs"]
mod transaction_a_callback_gives_nothing;
#[path = "../../ui-tests/pass/transaction/a_closure_does_not_commit.rs"]
mod transaction_a_closure_does_not_commit;
#[path = "../../ui-tests/pass/transaction/a_closure_gives_a_result.rs"]
mod transaction_a_closure_gives_a_result;
#[path = "../../ui-tests/pass/transaction/a_closure_keeps_no_transaction.rs"]
mod transaction_a_closure_keeps_no_transaction;
#[path = "../../ui-tests/pass/transaction/a_transaction_does_not_end_before_its_savepoint.rs"]
mod transaction_a_transaction_does_not_end_before_its_savepoint;
#[path = "../../ui-tests/pass/transaction/a_transaction_is_committed_once.rs"]
mod transaction_a_transaction_is_committed_once;
#[path = "../../ui-tests/pass/transaction/a_transaction_is_not_used_after_rollback.rs"]
mod transaction_a_transaction_is_not_used_after_rollback;
#[path = "../../ui-tests/pass/transaction/a_transaction_is_of_one_backend.rs"]
mod transaction_a_transaction_is_of_one_backend;
#[path = "../../ui-tests/pass/transaction/a_transaction_runs_one_query_at_a_time.rs"]
mod transaction_a_transaction_runs_one_query_at_a_time;
#[path = "../../ui-tests/pass/transaction/an_outer_transaction_waits_for_the_closure_inside.rs"]
mod transaction_an_outer_transaction_waits_for_the_closure_inside;
#[path = "../../ui-tests/pass/transaction/on_commit_needs_a_transaction.rs"]
mod transaction_on_commit_needs_a_transaction;
#[path = "../../ui-tests/pass/transaction/only_the_innermost_savepoint_is_used.rs"]
mod transaction_only_the_innermost_savepoint_is_used;
#[path = "../../ui-tests/pass/transaction/the_transaction_of_a_closure_is_passed_by_reference.rs"]
mod transaction_the_transaction_of_a_closure_is_passed_by_reference;
#[path = "../../ui-tests/pass/union/a_column_that_is_never_null_takes_none_that_may_be.rs"]
mod union_a_column_that_is_never_null_takes_none_that_may_be;
#[path = "../../ui-tests/pass/union/a_difference_is_not_deleted.rs"]
mod union_a_difference_is_not_deleted;
#[path = "../../ui-tests/pass/union/a_union_does_not_defer.rs"]
mod union_a_union_does_not_defer;
#[path = "../../ui-tests/pass/union/a_union_holds_no_row.rs"]
mod union_a_union_holds_no_row;
#[path = "../../ui-tests/pass/union/a_union_is_not_annotated.rs"]
mod union_a_union_is_not_annotated;
#[path = "../../ui-tests/pass/union/a_union_is_not_combined_by_an_operator.rs"]
mod union_a_union_is_not_combined_by_an_operator;
#[path = "../../ui-tests/pass/union/a_union_is_not_distinct_on_fields.rs"]
mod union_a_union_is_not_distinct_on_fields;
#[path = "../../ui-tests/pass/union/a_union_is_not_filtered.rs"]
mod union_a_union_is_not_filtered;
#[path = "../../ui-tests/pass/union/a_union_is_not_made_distinct.rs"]
mod union_a_union_is_not_made_distinct;
#[path = "../../ui-tests/pass/union/a_union_is_not_updated.rs"]
mod union_a_union_is_not_updated;
#[path = "../../ui-tests/pass/union/a_union_is_one_of_query_sets.rs"]
mod union_a_union_is_one_of_query_sets;
#[path = "../../ui-tests/pass/union/a_union_locks_no_rows.rs"]
mod union_a_union_locks_no_rows;
#[path = "../../ui-tests/pass/union/instances_of_two_models_have_no_intersection.rs"]
mod union_instances_of_two_models_have_no_intersection;
#[path = "../../ui-tests/pass/union/rows_of_other_lengths_are_not_put_together.rs"]
mod union_rows_of_other_lengths_are_not_put_together;
#[path = "../../ui-tests/pass/union/rows_of_other_types_are_not_put_together.rs"]
mod union_rows_of_other_types_are_not_put_together;
#[path = "../../ui-tests/pass/union/values_of_a_union_stay_as_they_are.rs"]
mod union_values_of_a_union_stay_as_they_are;
#[path = "../../ui-tests/pass/update/a_bare_none_has_no_place_in_a_field_that_is_not_null.rs"]
mod update_a_bare_none_has_no_place_in_a_field_that_is_not_null;
#[path = "../../ui-tests/pass/update/a_choice_is_no_text.rs"]
mod update_a_choice_is_no_text;
#[path = "../../ui-tests/pass/update/a_choice_without_otherwise_may_be_null.rs"]
mod update_a_choice_without_otherwise_may_be_null;
#[path = "../../ui-tests/pass/update/a_field_alone_is_no_assignment.rs"]
mod update_a_field_alone_is_no_assignment;
#[path = "../../ui-tests/pass/update/a_field_of_a_related_model_is_not_set.rs"]
mod update_a_field_of_a_related_model_is_not_set;
#[path = "../../ui-tests/pass/update/a_field_takes_expressions_of_its_kind.rs"]
mod update_a_field_takes_expressions_of_its_kind;
#[path = "../../ui-tests/pass/update/a_field_takes_expressions_of_its_model.rs"]
mod update_a_field_takes_expressions_of_its_model;
#[path = "../../ui-tests/pass/update/a_field_takes_values_of_its_kind.rs"]
mod update_a_field_takes_values_of_its_kind;
#[path = "../../ui-tests/pass/update/a_field_that_is_not_null_takes_no_none.rs"]
mod update_a_field_that_is_not_null_takes_no_none;
#[path = "../../ui-tests/pass/update/a_foreign_key_is_set_to_rows_of_its_model.rs"]
mod update_a_foreign_key_is_set_to_rows_of_its_model;
#[path = "../../ui-tests/pass/update/a_foreign_key_of_a_related_model_is_not_set.rs"]
mod update_a_foreign_key_of_a_related_model_is_not_set;
#[path = "../../ui-tests/pass/update/a_foreign_key_that_is_not_null_takes_no_none.rs"]
mod update_a_foreign_key_that_is_not_null_takes_no_none;
#[path = "../../ui-tests/pass/update/a_many_to_many_relation_is_not_set.rs"]
mod update_a_many_to_many_relation_is_not_set;
#[path = "../../ui-tests/pass/update/a_predicate_is_no_assignment.rs"]
mod update_a_predicate_is_no_assignment;
#[path = "../../ui-tests/pass/update/a_reverse_relation_is_not_set.rs"]
mod update_a_reverse_relation_is_not_set;
#[path = "../../ui-tests/pass/update/an_aggregate_is_not_set.rs"]
mod update_an_aggregate_is_not_set;
#[path = "../../ui-tests/pass/update/an_expression_that_may_be_null_does_not_fit.rs"]
mod update_an_expression_that_may_be_null_does_not_fit;
#[path = "../../ui-tests/pass/update/an_integer_field_takes_no_float.rs"]
mod update_an_integer_field_takes_no_float;
#[path = "../../ui-tests/pass/update/values_are_not_updated.rs"]
mod update_values_are_not_updated;
#[path = "../../ui-tests/pass/value/a_boolean_takes_no_integer.rs"]
mod value_a_boolean_takes_no_integer;
#[path = "../../ui-tests/pass/value/a_boolean_takes_no_text.rs"]
mod value_a_boolean_takes_no_text;
#[path = "../../ui-tests/pass/value/a_choice_is_no_text.rs"]
mod value_a_choice_is_no_text;
#[path = "../../ui-tests/pass/value/a_choice_must_exist.rs"]
mod value_a_choice_must_exist;
#[path = "../../ui-tests/pass/value/a_date_is_not_compared_with_a_datetime.rs"]
mod value_a_date_is_not_compared_with_a_datetime;
#[path = "../../ui-tests/pass/value/a_date_takes_no_datetime.rs"]
mod value_a_date_takes_no_datetime;
#[path = "../../ui-tests/pass/value/a_date_takes_no_text.rs"]
mod value_a_date_takes_no_text;
#[path = "../../ui-tests/pass/value/a_datetime_takes_no_date.rs"]
mod value_a_datetime_takes_no_date;
#[path = "../../ui-tests/pass/value/a_decimal_takes_no_float.rs"]
mod value_a_decimal_takes_no_float;
#[path = "../../ui-tests/pass/value/a_decimal_takes_no_text.rs"]
mod value_a_decimal_takes_no_text;
#[path = "../../ui-tests/pass/value/a_key_takes_no_instance.rs"]
mod value_a_key_takes_no_instance;
#[path = "../../ui-tests/pass/value/a_text_lookup_takes_no_number.rs"]
mod value_a_text_lookup_takes_no_number;
#[path = "../../ui-tests/pass/value/a_transform_has_its_own_kind.rs"]
mod value_a_transform_has_its_own_kind;
#[path = "../../ui-tests/pass/value/a_uuid_takes_no_text.rs"]
mod value_a_uuid_takes_no_text;
#[path = "../../ui-tests/pass/value/an_integer_takes_no_boolean.rs"]
mod value_an_integer_takes_no_boolean;
#[path = "../../ui-tests/pass/value/an_integer_takes_no_float.rs"]
mod value_an_integer_takes_no_float;
#[path = "../../ui-tests/pass/value/an_integer_takes_no_text.rs"]
mod value_an_integer_takes_no_text;
#[path = "../../ui-tests/pass/value/bytes_take_no_text.rs"]
mod value_bytes_take_no_text;
#[path = "../../ui-tests/pass/value/exact_takes_no_none.rs"]
mod value_exact_takes_no_none;
#[path = "../../ui-tests/pass/value/exact_takes_no_option.rs"]
mod value_exact_takes_no_option;
#[path = "../../ui-tests/pass/value/gt_takes_no_none.rs"]
mod value_gt_takes_no_none;
#[path = "../../ui-tests/pass/value/iexact_takes_no_none.rs"]
mod value_iexact_takes_no_none;
#[path = "../../ui-tests/pass/value/in_takes_a_list.rs"]
mod value_in_takes_a_list;
#[path = "../../ui-tests/pass/value/in_takes_no_single_text.rs"]
mod value_in_takes_no_single_text;
#[path = "../../ui-tests/pass/value/in_takes_operands_of_the_kind.rs"]
mod value_in_takes_operands_of_the_kind;
#[path = "../../ui-tests/pass/value/in_takes_values_of_the_kind.rs"]
mod value_in_takes_values_of_the_kind;
#[path = "../../ui-tests/pass/value/json_takes_a_document.rs"]
mod value_json_takes_a_document;
#[path = "../../ui-tests/pass/value/range_takes_values_of_the_kind.rs"]
mod value_range_takes_values_of_the_kind;
#[path = "../../ui-tests/pass/value/text_is_not_compared_with_a_number.rs"]
mod value_text_is_not_compared_with_a_number;
#[path = "../../ui-tests/pass/value/text_takes_no_number.rs"]
mod value_text_takes_no_number;
#[path = "../../ui-tests/pass/values/a_field_over_a_nullable_relation_is_an_option.rs"]
mod values_a_field_over_a_nullable_relation_is_an_option;
#[path = "../../ui-tests/pass/values/a_key_over_a_to_many_relation_is_an_option.rs"]
mod values_a_key_over_a_to_many_relation_is_an_option;
#[path = "../../ui-tests/pass/values/a_nullable_field_is_an_option.rs"]
mod values_a_nullable_field_is_an_option;
#[path = "../../ui-tests/pass/values/a_record_has_no_attributes.rs"]
mod values_a_record_has_no_attributes;
#[path = "../../ui-tests/pass/values/a_record_holds_fields_of_the_selected_path.rs"]
mod values_a_record_holds_fields_of_the_selected_path;
#[path = "../../ui-tests/pass/values/a_record_holds_the_relation_that_was_selected.rs"]
mod values_a_record_holds_the_relation_that_was_selected;
#[path = "../../ui-tests/pass/values/a_record_holds_what_was_selected.rs"]
mod values_a_record_holds_what_was_selected;
#[path = "../../ui-tests/pass/values/a_tuple_has_the_types_of_its_fields.rs"]
mod values_a_tuple_has_the_types_of_its_fields;
#[path = "../../ui-tests/pass/values/flat_is_not_for_instances.rs"]
mod values_flat_is_not_for_instances;
#[path = "../../ui-tests/pass/values/flat_is_not_for_values.rs"]
mod values_flat_is_not_for_values;
#[path = "../../ui-tests/pass/values/flat_needs_one_field.rs"]
mod values_flat_needs_one_field;
#[path = "../../ui-tests/pass/values/named_does_not_follow_flat.rs"]
mod values_named_does_not_follow_flat;
#[path = "../../ui-tests/pass/values/named_is_not_for_values.rs"]
mod values_named_is_not_for_values;
#[path = "../../ui-tests/pass/values/values_list_takes_16_fields.rs"]
mod values_values_list_takes_16_fields;
#[path = "../../ui-tests/pass/values/values_list_takes_all_fields_of_the_model_only.rs"]
mod values_values_list_takes_all_fields_of_the_model_only;
#[path = "../../ui-tests/pass/values/values_list_takes_all_of_16_fields.rs"]
mod values_values_list_takes_all_of_16_fields;
#[path = "../../ui-tests/pass/values/values_rows_are_not_deleted.rs"]
mod values_values_rows_are_not_deleted;
#[path = "../../ui-tests/pass/values/values_rows_are_not_updated.rs"]
mod values_values_rows_are_not_updated;
#[path = "../../ui-tests/pass/values/values_takes_fields_with_a_name.rs"]
mod values_values_takes_fields_with_a_name;
#[path = "../../ui-tests/pass/values/values_takes_no_text.rs"]
mod values_values_takes_no_text;
#[path = "../../ui-tests/pass/values/values_takes_relations_of_the_model.rs"]
mod values_values_takes_relations_of_the_model;
#[path = "../../ui-tests/pass/window/a_case_about_a_window_is_aggregated_at_the_end.rs"]
mod window_a_case_about_a_window_is_aggregated_at_the_end;
#[path = "../../ui-tests/pass/window/a_column_is_not_computed_over_a_window.rs"]
mod window_a_column_is_not_computed_over_a_window;
#[path = "../../ui-tests/pass/window/a_frame_counts_whole_rows.rs"]
mod window_a_frame_counts_whole_rows;
#[path = "../../ui-tests/pass/window/a_frame_has_its_end_in_it.rs"]
mod window_a_frame_has_its_end_in_it;
#[path = "../../ui-tests/pass/window/a_lag_may_be_null.rs"]
mod window_a_lag_may_be_null;
#[path = "../../ui-tests/pass/window/a_lag_wants_an_order.rs"]
mod window_a_lag_wants_an_order;
#[path = "../../ui-tests/pass/window/a_range_counts_in_an_order.rs"]
mod window_a_range_counts_in_an_order;
#[path = "../../ui-tests/pass/window/a_rank_is_no_predicate.rs"]
mod window_a_rank_is_no_predicate;
#[path = "../../ui-tests/pass/window/a_rank_wants_an_order.rs"]
mod window_a_rank_wants_an_order;
#[path = "../../ui-tests/pass/window/a_window_does_not_look_at_a_window.rs"]
mod window_a_window_does_not_look_at_a_window;
#[path = "../../ui-tests/pass/window/a_window_function_wants_a_window.rs"]
mod window_a_window_function_wants_a_window;
#[path = "../../ui-tests/pass/window/a_window_is_aggregated_at_the_end.rs"]
mod window_a_window_is_aggregated_at_the_end;
#[path = "../../ui-tests/pass/window/a_window_is_not_parted_by_a_window.rs"]
mod window_a_window_is_not_parted_by_a_window;
#[path = "../../ui-tests/pass/window/a_window_is_parted_without_a_direction.rs"]
mod window_a_window_is_parted_without_a_direction;
#[path = "../../ui-tests/pass/window/a_window_looks_at_rows_of_one_model.rs"]
mod window_a_window_looks_at_rows_of_one_model;
#[path = "../../ui-tests/pass/window/an_aggregate_is_of_the_model_of_the_window.rs"]
mod window_an_aggregate_is_of_the_model_of_the_window;
#[path = "../../ui-tests/pass/window/an_aggregate_of_an_aggregate_over_a_window.rs"]
mod window_an_aggregate_of_an_aggregate_over_a_window;
#[path = "../../ui-tests/pass/window/an_exclusion_does_not_run_on_mysql.rs"]
mod window_an_exclusion_does_not_run_on_mysql;
#[path = "../../ui-tests/pass/window/an_exclusion_is_one_of_a_frame.rs"]
mod window_an_exclusion_is_one_of_a_frame;
#[path = "../../ui-tests/pass/window/an_ntile_takes_no_frame.rs"]
mod window_an_ntile_takes_no_frame;
#[path = "../../ui-tests/pass/window/an_offset_is_not_negative.rs"]
mod window_an_offset_is_not_negative;
#[path = "../../ui-tests/pass/window/over_takes_a_window.rs"]
mod window_over_takes_a_window;
#[path = "../../ui-tests/pass/window/the_default_of_a_lag_is_of_its_kind.rs"]
mod window_the_default_of_a_lag_is_of_its_kind;
#[path = "../../ui-tests/pass/window/the_filter_of_an_aggregate_is_no_window.rs"]
mod window_the_filter_of_an_aggregate_is_no_window;
#[path = "../../ui-tests/pass/window/update_takes_no_window.rs"]
mod window_update_takes_no_window;
#[path = "../../ui-tests/pass/zone/a_date_has_no_zone.rs"]
mod zone_a_date_has_no_zone;
#[path = "../../ui-tests/pass/zone/a_date_in_a_zone_is_not_compared_with_a_datetime.rs"]
mod zone_a_date_in_a_zone_is_not_compared_with_a_datetime;
#[path = "../../ui-tests/pass/zone/a_moment_is_compared_without_a_zone.rs"]
mod zone_a_moment_is_compared_without_a_zone;
#[path = "../../ui-tests/pass/zone/a_part_is_selected_not_the_moment.rs"]
mod zone_a_part_is_selected_not_the_moment;
#[path = "../../ui-tests/pass/zone/at_zone_takes_no_text.rs"]
mod zone_at_zone_takes_no_text;
