#ifndef APP_BASE_RESULT_H
#define APP_BASE_RESULT_H

/*
 * The closed list of outcomes that cross a boundary (store, desk, drivers, configuration). Each has
 * a text key under which the .po files say, to a person, what happened and what to do.
 * X(NAME, "key")
 */
/* clang-format off */
#define RESULT_LIST(X)                                                                             \
	X(OK, "ok")                                                                                \
	/* configuration and command line */                                                       \
	X(CONFIG_MISSING, "config_missing")                                                        \
	X(CONFIG_WRONG, "config_wrong")                                                            \
	/* store */                                                                                \
	X(STORE_MISSING, "store_missing")                                                          \
	X(STORE_EXISTS, "store_exists")                                                            \
	X(STORE_BUSY, "store_busy")                                                                \
	X(STORE_FULL, "store_full")                                                                \
	X(STORE_READ_ONLY, "store_read_only")                                                      \
	X(STORE_NEWER, "store_newer")                                                              \
	X(STORE_DAMAGED, "store_damaged")                                                          \
	X(STORE_FAILED, "store_failed")                                                            \
	/* desk: why an act was refused */                                                         \
	X(NOBODY_WAITING, "nobody_waiting")                                                        \
	X(TICKET_CALLED, "ticket_called")                                                          \
	X(TICKET_UNKNOWN, "ticket_unknown")                                                        \
	X(TICKET_STATE, "ticket_state")                                                            \
	X(TICKET_OTHER_DAY, "ticket_other_day")                                                    \
	X(COUNTER_UNKNOWN, "counter_unknown")                                                      \
	X(COUNTER_CLOSED, "counter_closed")                                                        \
	X(COUNTER_TAKEN, "counter_taken")                                                          \
	X(COUNTER_OCCUPIED, "counter_occupied")                                                    \
	X(COUNTER_EMPTY, "counter_empty")                                                          \
	X(SERVICE_UNKNOWN, "service_unknown")                                                      \
	X(OFFICE_CLOSED, "office_closed")                                                          \
	X(COUNTER_FOREIGN, "counter_foreign")                                                      \
	X(SERVICE_SAME, "service_same")                                                            \
	X(SOMEBODY_WAITING, "somebody_waiting")                                                    \
	X(QUOTA_FULL, "quota_full")                                                                \
	X(ISSUE_OVER, "issue_over")                                                                \
	X(SERVICE_WITHHELD, "service_withheld")                                                    \
	X(DAY_CLOSED, "day_closed")                                                                \
	X(DAY_EMPTY, "day_empty")                                                                  \
	X(UNDO_NOTHING, "undo_nothing")                                                            \
	X(UNDO_LATE, "undo_late")                                                                  \
	X(RATING_EARLY, "rating_early")                                                            \
	X(RATING_DONE, "rating_done")                                                              \
	X(RATING_UNASKED, "rating_unasked")                                                        \
	X(COMPLAINT_UNKNOWN, "complaint_unknown")                                                  \
	X(APPOINTMENT_UNKNOWN, "appointment_unknown")                                              \
	X(APPOINTMENT_USED, "appointment_used")                                                    \
	X(APPOINTMENT_OTHER_DAY, "appointment_other_day")                                          \
	X(CODE_WRONG, "code_wrong")                                                                \
	X(TRY_LATER, "try_later")                                                                  \
	X(GUEST_UNKNOWN, "guest_unknown")                                                          \
	X(BOOK_SIGNED, "book_signed")                                                              \
	X(SERVICE_RECEPTION, "service_reception")                                                  \
	X(SERVICE_TICKETED, "service_ticketed")                                                    \
	X(HELP_UNKNOWN, "help_unknown")                                                            \
	X(HELP_STATE, "help_state")                                                                \
	X(DESK_SILENT, "desk_silent")                                                              \
	X(TIME_PAST, "time_past")                                                                  \
	X(NOT_MISSED, "not_missed")                                                                \
	X(HEAD_ONLY, "head_only")                                                                  \
	X(CLOCK_WRONG, "clock_wrong")                                                              \
	X(RECALL_EARLY, "recall_early")                                                            \
	X(RECALL_LIMIT, "recall_limit")                                                            \
	X(SWITCHED_OFF, "switched_off")                                                            \
	X(STAFF_UNKNOWN, "staff_unknown")                                                          \
	X(STAFF_EXISTS, "staff_exists")                                                            \
	X(PIN_FORM, "pin_form")                                                                    \
	X(PIN_WRONG, "pin_wrong")                                                                  \
	X(PIN_LOCKED, "pin_locked")                                                                \
	X(NOT_TRAINING, "not_training")                                                            \
	X(TIME_BACKWARDS, "time_backwards")                                                        \
	/* desk: why the calendar was not changed */                                               \
	X(CALENDAR_PAST, "calendar_past")                                                          \
	X(CALENDAR_ORDER, "calendar_order")                                                        \
	X(CALENDAR_OVERLAP, "calendar_overlap")                                                    \
	X(CALENDAR_UNKNOWN, "calendar_unknown")                                                    \
	X(CALENDAR_BEGUN, "calendar_begun")                                                        \
	X(CALENDAR_FULL, "calendar_full")                                                          \
	/* a year's list of holidays */                                                            \
	X(LIST_LOST, "list_lost")                                                                  \
	X(LIST_PATH, "list_path")                                                                  \
	X(LIST_LONG, "list_long")                                                                  \
	X(LIST_EMPTY, "list_empty")                                                                \
	X(LIST_LINE, "list_line")                                                                  \
	X(LIST_FORM, "list_form")                                                                  \
	X(LIST_DATE, "list_date")                                                                  \
	X(LIST_KIND, "list_kind")                                                                  \
	X(LIST_NAME, "list_name")                                                                  \
	X(LIST_YEAR, "list_year")                                                                  \
	X(LIST_TWICE, "list_twice")                                                                \
	/* desk: why the office was not changed */                                                 \
	X(OFFICE_OTHER, "office_other")                                                            \
	X(OFFICE_ZONE, "office_zone")                                                              \
	X(SERVICE_LEFT, "service_left")                                                            \
	X(PREFIX_USED, "prefix_used")                                                              \
	X(PREFIX_FORM, "prefix_form")                                                              \
	X(PREFIX_TAKEN, "prefix_taken")                                                            \
	X(COUNTER_STAYS, "counter_stays")                                                          \
	X(COUNTER_EXISTS, "counter_exists")                                                        \
	X(COUNTER_NUMBER, "counter_number")                                                        \
	X(COUNTER_SERVES, "counter_serves")                                                        \
	X(COUNTER_LAST, "counter_last")                                                            \
	X(WORDING_FORM, "wording_form")                                                            \
	X(VOLUME_FORM, "volume_form")                                                              \
	X(STAFF_FULL, "staff_full")                                                                \
	X(STAFF_LAST_HEAD, "staff_last_head")                                                      \
	X(STAFF_SELF, "staff_self")                                                                \
	X(STAFF_BUSY, "staff_busy")                                                                \
	X(STAFF_LEFT, "staff_left")                                                                \
	X(OFFICE_MOVED, "office_moved")                                                            \
	X(WIRE_UNKNOWN, "wire_unknown")                                                            \
	X(WIRE_FIXED, "wire_fixed")                                                                \
	X(HOURS_FORM, "hours_form")                                                                \
	X(DATE_FORM, "date_form")                                                                  \
	/* text from outside */                                                                    \
	X(TEXT_LONG, "text_long")                                                                  \
	X(TEXT_ENCODING, "text_encoding")                                                          \
	X(TEXT_CONTROL, "text_control")                                                            \
	X(FIELD_REQUIRED, "field_required")                                                        \
	X(FIELD_RANGE, "field_range")                                                              \
	X(FIELD_UNASKED, "field_unasked")                                                          \
	X(EMAIL_FORM, "email_form")                                                                \
	X(EMAIL_SIGN, "email_sign")                                                                \
	X(PHONE_FORM, "phone_form")                                                                \
	X(NAME_FORM, "name_form")                                                                  \
	X(YEAR_FORM, "year_form")                                                                  \
	X(DATA_YEAR, "data_year")                                                                  \
	X(TEXT_SIGN, "text_sign")                                                                  \
	/* devices */                                                                              \
	X(DEVICE_UNKNOWN, "device_unknown")                                                        \
	X(DEVICE_MISSING, "device_missing")                                                        \
	X(DEVICE_DENIED, "device_denied")                                                          \
	X(DEVICE_HELD, "device_held")                                                              \
	X(DEVICE_TIMEOUT, "device_timeout")                                                        \
	X(DEVICE_FAILED, "device_failed")                                                          \
	X(PAPER_OUT, "paper_out")                                                                  \
	X(COVER_OPEN, "cover_open")                                                                \
	X(DEVICE_OFFLINE, "device_offline")                                                        \
	X(DEVICE_STOPPED, "device_stopped")                                                        \
	X(PRINTER_ERROR, "printer_error")                                                          \
	X(PRINT_SERVICE, "print_service")                                                          \
	X(PRINT_CANCELLED, "print_cancelled")                                                      \
	/* files that a person asked for */                                                        \
	X(FILE_FOLDER, "file_folder")                                                              \
	X(FILE_DENIED, "file_denied")                                                              \
	X(FILE_FULL, "file_full")                                                                  \
	X(FILE_NAMES, "file_names")                                                                \
	X(FILE_FAILED, "file_failed")

enum result {
#define X(name, key) RESULT_##name,
	RESULT_LIST(X)
#undef X
	RESULT_COUNT
};
/* clang-format on */

/* The key of `result` in the .po files is "result." followed by this, e.g. "nobody_waiting". */
const char *result_key(enum result result);

/* The result whose result_key is `key`; RESULT_COUNT when there is none. */
enum result result_from_key(const char *key);

#endif
